//! The number fields of the first screen: how numbers are typed, refused, taken back and undone.

use serde_json::{Value, json};
use web::{Browser, Key, Now, Page, Site, expected};

use crate::business::{MARKET, pick_segment, usual_cheque, usual_cheque_in};

tests![
    digits_are_typed_into_a_number_with_separators: everywhere,
    a_slider_and_its_field_keep_in_step: everywhere,
    a_wrong_entry_says_what_is_wrong_and_keeps_the_last_result,
    changes_are_undone_and_defaults_come_back,
];

/// The model's outcome for a standard clinic with these inputs besides.
fn clinic(more: Value) -> Value {
    let cheque = usual_cheque("clinic");
    let mut inputs = json!({ "segment": "clinic", "tier": "standard", "cheque": cheque });
    for (name, value) in more.as_object().unwrap() {
        inputs[name] = value.clone();
    }
    expected::outcome(inputs)
}

fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    Page::open(
        browser,
        site,
        "/?lang=en&segment=clinic&tier=standard&currency=USD",
    )
}

fn digits_are_typed_into_a_number_with_separators(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let focus = "one('input[name=customers]:not([type=range])').focus()";
    // The separator comes when the field is left, and is in the wrong place with another digit.
    let edit = |shown: &str| {
        page.press(Key::Tab);
        page.expect_value("customers", shown);
        page.run(focus, vec![]);
        page.press(Key::End);
        page.press("0");
        page.expect(&clinic(json!({ "customers": 15_000 })), MARKET);
        for customers in [1500, 150] {
            page.press(Key::End);
            page.press(Key::Backspace);
            page.expect(&clinic(json!({ "customers": customers })), MARKET);
        }
    };
    page.fill("customers", "1500");
    edit("1,500");
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru]");
    page.fill("customers", "1500");
    edit("1\u{a0}500");
    page.assert_clean();
}

fn a_slider_and_its_field_keep_in_step(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.open_line("margin");
    let margin = |now: &Now| now.value("margin");
    let default = page.once("the margin is shown", margin);
    let position = |now: &Now| now.script("return one('[data-slider=margin]').value", vec![]);
    let start = page.once("the slider", |now| Some(position(now)));
    page.run("one('[data-slider=margin]').focus()", vec![]);
    for _ in 0..10 {
        page.press(Key::Right);
    }
    page.until("the slider has moved", |now| position(now) != start);
    // The field follows: figures and field are of the same number.
    page.until("the figures are those of the margin in the field", |now| {
        let shown = margin(now).filter(|shown| *shown != default);
        let figure = now.figure("loss_lines.leavers");
        shown.zip(figure).is_some_and(|(shown, figure)| {
            let percent: f64 = shown.parse().unwrap();
            let outcome = clinic(json!({ "margin": percent / 100.0 }));
            expected::agrees(&figure.value, expected::at(&outcome, "loss_lines.leavers"))
        })
    });
    page.fill("margin", "95");
    let end = "const slider = one('[data-slider=margin]'); return slider.value === slider.max";
    page.until("the slider is at its end", |now| {
        now.script(end, vec![]) == true
    });
    // The keys and the typing are one step.
    page.click("[name=undo]");
    page.expect_value("margin", &default);
    page.expect_eq("the slider", start, position);
    page.assert_clean();
}

fn a_wrong_entry_says_what_is_wrong_and_keeps_the_last_result(browser: &Browser) {
    let site = Site::start();
    let path = "/?lang=ru&segment=clinic&tier=standard&currency=USD";
    let page = Page::open_framed(browser, &site, 320, path);
    page.choose("rung", "basic");
    let loss = ["loss"];
    let before = clinic(json!({ "rung": "basic" }));
    page.expect(&before, &loss);
    let label = "Средний чек";
    for (typed, said) in [
        ("много", "много"),
        ("", ""),
        ("-5", "вне допустимого"),
        ("-1e308", "вне допустимого"),
    ] {
        page.fill("cheque", typed);
        page.until(&format!("{typed:?} is refused"), |now| {
            let fault = now.text("#cheque-error");
            fault.contains(label) && fault.contains(said)
        });
        page.until("the result is grey", |now| now.count(".stale") >= 3);
        page.expect(&before, &loss);
        page.expect_count("#cheque[aria-invalid=true]", 1);
        page.expect_fits();
    }
    page.expect_accessible();
    page.fill("cheque", "77");
    page.expect_gone(".stale, .field-error");
    page.expect(&clinic(json!({ "rung": "basic", "cheque": 77 })), &loss);
    page.assert_clean();
}

fn changes_are_undone_and_defaults_come_back(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let start = clinic(json!({}));
    page.expect_all(&start, MARKET);
    page.expect_count("[name=undo]:disabled, [name=reset]:disabled", 2);
    page.fill("customers", "12345");
    page.choose("rung", "basic");
    page.expect(
        &clinic(json!({ "customers": 12345, "rung": "basic" })),
        &["verdict"],
    );
    page.click("[name=undo]");
    page.expect_gone("[data-figure=verdict]");
    page.expect_value("customers", "12,345");
    page.click("[name=undo]");
    page.expect_all(&start, MARKET);
    pick_segment(&page, "hotel");
    page.fill("cheque", "oh");
    page.expect_some("#cheque-error");
    page.click("[name=reset]");
    page.expect_all(&start, MARKET);
    page.expect_some("[name=reset]:disabled");
    page.click("[name=undo]");
    page.expect_some("#cheque-error");
    page.click("[name=reset]");
    page.expect_all(&start, MARKET);

    // "Don't know" brings the market's number back, into the field too.
    page.open_line("purchases");
    let default = page.once("the purchases", |now| now.value("purchases"));
    page.fill("purchases", "9");
    page.expect_all(&clinic(json!({ "purchases": 9 })), MARKET);
    page.click("[data-unknown=purchases]");
    page.expect_all(&start, MARKET);
    page.expect_value("purchases", &default);

    // Another currency rescales the example, and leaves what was typed.
    page.choose("currency", "RUB");
    let example = usual_cheque_in("clinic", "RUB");
    page.expect_all(&clinic(json!({ "cheque": example })), MARKET);
    page.fill("cheque", "500");
    page.choose("currency", "GBP");
    page.expect_all(&clinic(json!({ "cheque": 500 })), MARKET);
    page.until("money is in pounds", |now| {
        now.figure("loss_lines.leavers")
            .is_some_and(|loss| loss.text.contains('£'))
    });
    page.assert_clean();
}
