//! Every input of the first screen: what it moves, and what becomes of a wrong one.

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use web::{Browser, Key, Page, Site, model};

use crate::business::{Business, Chance, FIGURES, MARKET, pick_segment, show};

tests![
    twenty_businesses_have_the_figures_of_the_model,
    every_input_moves_the_right_figures,
    a_slider_and_its_field_keep_in_step,
    a_digit_more_or_less_in_a_number_with_separators_is_read,
    dont_know_brings_the_default_back,
    another_currency_keeps_what_was_typed_and_rescales_examples,
    a_wrong_entry_says_what_is_wrong_and_keeps_the_last_result,
    undo_and_starting_over,
];

fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    Page::open(browser, site, "/?lang=en")
}

fn twenty_businesses_have_the_figures_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let mut chance = Chance(20);
    for number in 0..20 {
        let business = Business::draw(&mut chance);
        if number > 0 {
            page.click("[name=reset]");
        }
        business.enter(browser, &page);
        let inputs = business.inputs();
        page.until(&format!("business {number} is valid: {inputs}"), || {
            page.count(".answer .stale, .field-error") == 0
        });
        page.expect_all(&model::outcome(inputs), &FIGURES);
    }
    page.assert_clean();
}

fn a_digit_more_or_less_in_a_number_with_separators_is_read(browser: &Browser) {
    let site = Site::start();
    for (language, shown) in [("en", "1,500"), ("ru", "1\u{a0}500")] {
        let page = Page::visit(browser, &site, &format!("/?lang={language}"));
        page.until_complete();
        page.fill("customers", "1500");
        page.press(Key::Tab);
        let value = "return one('input[name=customers]:not([type=range])').value";
        page.until("it is shown with a separator", || {
            browser.script(value, vec![]) == shown
        });
        let focus = "one('input[name=customers]:not([type=range])').focus()";
        browser.script(focus, vec![]);
        let state = "return document.querySelector('service-level-calculator').state";
        for (key, customers) in [
            (None, "15000"),
            (Some(Key::Backspace), "1500"),
            (Some(Key::Backspace), "150"),
        ] {
            page.press(Key::End);
            match key {
                Some(key) => page.press(key),
                None => page.press("0"),
            }
            page.until(customers, || {
                let state = browser.script(state, vec![]);
                state
                    .as_str()
                    .unwrap()
                    .contains(&format!("n.customers={customers}!"))
            });
        }
        page.assert_clean();
    }
}

/// Signs of which only the first is answered.
fn one_sign() -> Value {
    json!({ "standardised": 1.0, "transparent": 0.5, "aimed_at_quick_good_product": 0.5,
        "protected_from_unreasonable_demands": 0.5, "trained_kind_off_script": 0.5 })
}

fn every_input_moves_the_right_figures(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let mut inputs = json!({ "segment": "clinic", "tier": "standard", "cheque": 120 });
    page.expect_all(&model::outcome(inputs.clone()), MARKET);
    page.choose("rung", "expected");
    inputs["rung"] = json!("expected");
    page.expect_all(&model::outcome(inputs.clone()), &FIGURES);
    let mut step =
        |what: &str, act: &dyn Fn(), change: &[(&str, Value)], moved: &[&str], kept: &[&str]| {
            let before = model::outcome(inputs.clone());
            for (name, value) in change {
                match value {
                    Value::Null => drop(inputs.as_object_mut().unwrap().remove(*name)),
                    value => inputs[*name] = value.clone(),
                }
            }
            let after = model::outcome(inputs.clone());
            for path in moved {
                assert_ne!(
                    model::at(&before, path),
                    model::at(&after, path),
                    "{what}: {path}"
                );
            }
            for path in kept {
                assert_eq!(
                    model::at(&before, path),
                    model::at(&after, path),
                    "{what}: {path}"
                );
            }
            act();
            page.expect_all(&after, &FIGURES);
        };
    let levels = ["expected", "level"];
    let segment = || pick_segment(&page, "beauty_salon");
    step(
        "segment",
        &segment,
        &[("segment", json!("beauty_salon")), ("cheque", json!(55))],
        &["expected", "loss"],
        &[],
    );
    step(
        "tier",
        &|| page.choose("tier", "premium"),
        &[("tier", json!("premium"))],
        &["expected", "band.0"],
        &[],
    );
    step(
        "customers",
        &|| page.fill("customers", "2 000"),
        &[("customers", json!(2000))],
        &["loss", "customers_lost"],
        &levels,
    );
    step(
        "cheque",
        &|| page.fill("cheque", "99.5"),
        &[("cheque", json!(99.5))],
        &["loss"],
        &["customers_lost"],
    );
    step(
        "purchases",
        &|| page.fill("purchases", "4"),
        &[("purchases", json!(4))],
        &["loss"],
        &levels,
    );
    step(
        "margin",
        &|| page.fill("margin", "55"),
        &[("margin", json!(0.55))],
        &["loss", "sufficient"],
        &levels,
    );
    step(
        "retention",
        &|| page.fill("retention", "64"),
        &[("retention", json!(0.64))],
        &["per_thousand.other"],
        &levels,
    );
    step(
        "cost to serve",
        &|| page.fill("cost_to_serve", "20"),
        &[("cost_to_serve", json!(0.2))],
        &["sufficient"],
        &levels,
    );
    show(browser, &page, "enquiries-box");
    step(
        "enquiries",
        &|| page.fill("enquiries", "3,000"),
        &[("enquiries", json!(3000))],
        // Until some of them buy.
        &[],
        &levels,
    );
    step(
        "conversion",
        &|| page.fill("conversion", "4"),
        &[("conversion", json!(0.04))],
        &["loss_lines.walkouts"],
        &levels,
    );
    step(
        "rung",
        &|| page.choose("rung", "basic"),
        &[("rung", json!("basic"))],
        &["level", "loss"],
        &["expected"],
    );
    show(browser, &page, "signs");
    step(
        "sign",
        &|| page.choose("sign-standardised", "yes"),
        &[("consistency", Value::Null), ("signs", one_sign())],
        &[],
        &levels,
    );
    step(
        "sign",
        &|| page.choose("sign-transparent", "no"),
        &[("signs", {
            let mut signs = one_sign();
            signs["transparent"] = json!(0.0);
            signs
        })],
        &["consistency", "loss"],
        &levels,
    );
    let told = |points: &str| {
        page.choose("by", "level");
        page.fill("level", points);
    };
    step(
        "level",
        &|| told("95"),
        &[("rung", Value::Null), ("level", json!(95))],
        &["level", "exceeding.extra_cost", "verdict"],
        &["expected"],
    );
    let measured = || {
        page.choose("by", "measured");
        page.fill("dissatisfied_measured", "22,5");
    };
    step(
        "measured",
        &measured,
        &[
            ("level", Value::Null),
            ("dissatisfied_measured", json!(0.225)),
        ],
        &["level"],
        &["expected"],
    );
    page.assert_clean();
}

/// What stands in a field.
fn shown(browser: &Browser, name: &str) -> String {
    let body = "return one(`input[name=\"${arguments[0]}\"]:not([type=range])`).value";
    let value = browser.script(body, vec![json!(name)]);
    value.as_str().unwrap().to_owned()
}

fn a_slider_and_its_field_keep_in_step(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.open_line("margin");
    let position = "return one('[data-slider=margin]').value";
    let before = browser.script(position, vec![]);
    browser.script("one('[data-slider=margin]').focus()", vec![]);
    for _ in 0..10 {
        page.press(Key::Right);
    }
    page.until("the slider has moved", || {
        browser.script(position, vec![]) != before
    });
    let shown_twice = || {
        let before = shown(browser, "margin");
        sleep(Duration::from_millis(300));
        shown(browser, "margin") == before
    };
    page.until("the field has followed", shown_twice);
    let margin: f64 = shown(browser, "margin").parse().unwrap();
    assert!(margin > 60.0, "{margin}");
    let inputs = json!({ "segment": "clinic", "cheque": 120, "margin": margin / 100.0 });
    page.expect_all(&model::outcome(inputs), MARKET);
    page.fill("margin", "95");
    page.until("the slider is at its end", || {
        browser.script(position, vec![]) == "200"
    });
    // The whole drag is one step.
    page.click("[name=undo]");
    page.until("the margin is the default", || {
        shown(browser, "margin") == "60"
    });
    page.assert_clean();
}

fn dont_know_brings_the_default_back(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let loss = || page.figure("loss_lines.leavers").value;
    let start = loss();
    page.fill("purchases", "9");
    page.until("the loss has moved", || loss() != start);
    page.click("[data-unknown=purchases]");
    page.until("the loss is back", || loss() == start);
    assert_eq!(shown(browser, "purchases"), "2.5");
    page.assert_clean();
}

fn another_currency_keeps_what_was_typed_and_rescales_examples(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.choose("currency", "RUB");
    let at = |cheque: f64| model::outcome(json!({ "segment": "clinic", "cheque": cheque }));
    page.expect_all(&at(120.0 * 60.0), MARKET);
    page.fill("cheque", "500");
    page.choose("currency", "GBP");
    page.expect_all(&at(500.0), MARKET);
    page.until("money is in pounds", || {
        page.figure("loss_lines.leavers").text.contains('£')
    });
    page.assert_clean();
}

fn a_wrong_entry_says_what_is_wrong_and_keeps_the_last_result(browser: &Browser) {
    let site = Site::start();
    for (language, label, range) in [
        (
            "en",
            "Average spend per purchase",
            ["outside the range", "0.01", "1,000,000,000"],
        ),
        (
            "ru",
            "Средний чек",
            ["вне допустимого", "0,01", "1 000 000 000"],
        ),
    ] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        page.choose("rung", "basic");
        // When the ranges come in the page moves, and a click may miss what it aims at.
        page.until("the ranges are in", || {
            page.count("[data-lever=survey]") > 0
        });
        let loss = page.figure("loss").value;
        for (typed, said) in [
            ("lots", "lots"),
            ("", label),
            ("-5", "5"),
            ("-1e308", label),
        ] {
            page.fill("cheque", typed);
            let fault = || {
                let body = "return one('#cheque-error')?.innerText ?? ''";
                let text = browser.script(body, vec![]);
                text.as_str().unwrap().replace(['\u{a0}', '\u{202f}'], " ")
            };
            let out_of_range = ["-5", "-1e308"].contains(&typed);
            let complete = |text: &str| {
                let told = text.contains(label) && text.contains(said);
                told && (!out_of_range || range.iter().all(|part| text.contains(part)))
            };
            page.until(&format!("{typed:?} is refused in {language}"), || {
                complete(&fault())
            });
            assert!(page.count(".stale") >= 3, "{typed}: the result is grey");
            assert_eq!(page.figure("loss").value, loss, "{typed}");
            assert_eq!(page.count("#cheque[aria-invalid=true]"), 1);
            assert_eq!(page.overflow(), 0, "pixels too wide: {typed}");
        }
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
        page.fill("cheque", "77");
        page.until("all is well again", || {
            page.count(".stale, .field-error") == 0
        });
        page.until("the loss has moved", || page.figure("loss").value != loss);
        page.assert_clean();
    }
}

fn undo_and_starting_over(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let loss = || page.figure("loss_lines.leavers").value;
    let start = loss();
    assert_eq!(page.count("[name=undo]:disabled, [name=reset]:disabled"), 2);
    page.fill("customers", "12345");
    page.choose("rung", "basic");
    page.until("it is a loss", || page.figure("verdict").value == "under");
    page.click("[name=undo]");
    page.until("the rung is undone", || {
        page.count("[data-figure=verdict]") == 0
    });
    assert_eq!(shown(browser, "customers").replace(',', ""), "12345");
    page.click("[name=undo]");
    page.until("all is undone", || loss() == start);
    pick_segment(&page, "hotel");
    page.fill("cheque", "oh");
    page.click("[name=reset]");
    page.until("it is as it was", || loss() == start);
    assert_eq!(page.count("[name=reset]:disabled"), 1);
    page.click("[name=undo]");
    page.until("starting over is undone", || {
        page.count("#cheque-error") > 0
    });
    page.assert_clean();
}
