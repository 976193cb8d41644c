//! The figures of the first screen: those of the native model, whatever is entered.

use std::collections::BTreeSet;

use model::{DRAWS, Inputs, SEED, Tables, uncertainty};
use serde_json::{Value, json};
use web::{Browser, Page, Site, expected};

use crate::business::{Business, Chance, FIGURES, MARKET, pick_segment, show, usual_cheque};

tests![
    every_input_moves_the_figures: everywhere,
    every_rung_gives_the_figures_of_the_model,
    businesses_drawn_at_random_have_the_figures_of_the_model,
    ranges_of_one_input_never_stand_beside_the_figures_of_another,
];

/// How many businesses are drawn: each way to count customers and to give the level twice.
const BUSINESSES: usize = 8;

fn every_input_moves_the_figures(browser: &Browser) {
    let site = Site::start();
    let path = "/?lang=en&segment=clinic&tier=standard";
    let page = Page::open(browser, &site, path);
    let mut inputs =
        json!({ "segment": "clinic", "tier": "standard", "cheque": usual_cheque("clinic") });
    page.expect_all(&expected::outcome(inputs.clone()), MARKET);
    page.choose("rung", "expected");
    inputs["rung"] = json!("expected");
    page.expect_all(&expected::outcome(inputs.clone()), &FIGURES);
    // Acts on the page, and changes the model's inputs in the same way; null takes an input out.
    let mut step = |act: &dyn Fn(), change: Value| {
        let shown = |inputs: &Value| {
            let outcome = expected::outcome(inputs.clone());
            let values = FIGURES
                .iter()
                .map(|path| expected::at(&outcome, path).clone());
            values.collect::<Vec<_>>()
        };
        let before = shown(&inputs);
        for (name, value) in change.as_object().unwrap() {
            inputs[name] = value.clone();
        }
        inputs
            .as_object_mut()
            .unwrap()
            .retain(|_, value| !value.is_null());
        assert_ne!(
            before,
            shown(&inputs),
            "{change} moves no figure that is shown"
        );
        act();
        page.expect_all(&expected::outcome(inputs.clone()), &FIGURES);
    };
    step(
        &|| pick_segment(&page, "beauty_salon"),
        json!({ "segment": "beauty_salon", "cheque": usual_cheque("beauty_salon") }),
    );
    step(
        &|| page.choose("tier", "premium"),
        json!({ "tier": "premium" }),
    );
    for (field, typed, value) in [
        ("customers", "2 000", 2000.0),
        ("cheque", "99.5", 99.5),
        ("purchases", "4", 4.0),
        ("margin", "55", 0.55),
        ("retention", "64", 0.64),
        ("cost_to_serve", "20", 0.2),
    ] {
        step(&|| page.fill(field, typed), json!({ field: value }));
    }
    show(&page, "enquiries-box");
    let enquiries = || {
        page.fill("enquiries", "3,000");
        page.fill("conversion", "4");
    };
    step(&enquiries, json!({ "enquiries": 3000, "conversion": 0.04 }));
    step(&|| page.choose("rung", "basic"), json!({ "rung": "basic" }));
    show(&page, "signs");
    let signs = || {
        page.choose("sign-standardised", "yes");
        page.choose("sign-transparent", "no");
        page.choose("sign-aimed_at_quick_good_product", "no");
    };
    // A sign that is not answered counts as partly.
    let answered = json!({ "standardised": 1.0, "transparent": 0.0, "aimed_at_quick_good_product": 0.0,
        "protected_from_unreasonable_demands": 0.5, "trained_kind_off_script": 0.5 });
    step(&signs, json!({ "signs": answered }));
    let level = || {
        page.choose("by", "level");
        page.fill("level", "95");
    };
    step(&level, json!({ "rung": null, "level": 95 }));
    let measured = || {
        page.choose("by", "measured");
        page.fill("dissatisfied_measured", "22,5");
    };
    step(
        &measured,
        json!({ "level": null, "dissatisfied_measured": 0.225 }),
    );
    page.assert_clean();
}

fn every_rung_gives_the_figures_of_the_model(browser: &Browser) {
    let site = Site::start();
    let path = "/?lang=ru&segment=restaurant&tier=economy&currency=EUR";
    let page = Page::open(browser, &site, path);
    page.fill("customers", "1 200,0");
    page.fill("cheque", "90,5");
    for rung in Tables::built_in().ladder.iter() {
        page.choose("rung", &rung.id);
        let inputs = json!({ "segment": "restaurant", "tier": "economy", "rung": rung.id, "customers": 1200, "cheque": 90.5 });
        page.expect_all(&expected::outcome(inputs), &FIGURES);
    }
    page.assert_clean();
}

fn businesses_drawn_at_random_have_the_figures_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    let mut chance = Chance(20);
    for number in 0..BUSINESSES {
        let business = Business::draw(&mut chance, number);
        if number > 0 {
            page.click("[name=reset]");
        }
        business.enter(&page);
        let inputs = business.inputs();
        page.until(&format!("business {number} is valid: {inputs}"), |now| {
            !now.has(".answer .stale, .field-error")
        });
        page.expect_all(&expected::outcome(inputs), &FIGURES);
    }
    page.assert_clean();
}

/// Notes the loss that each frame shows from now on: its exact value, and its text.
const WATCH: &str = "window.__frames = [];
    const look = () => {
        const loss = one('.amounts data[data-figure=loss]');
        if (loss) window.__frames.push([loss.value, loss.innerText]);
        requestAnimationFrame(look);
    };
    look();";

fn ranges_of_one_input_never_stand_beside_the_figures_of_another(browser: &Browser) {
    let site = Site::start();
    let path = "/?lang=en&segment=clinic&tier=premium";
    let page = Page::open(browser, &site, path);
    let business = |rung: &str| json!({ "segment": "clinic", "tier": "premium", "cheque": usual_cheque("clinic"), "rung": rung });
    // While the new ranges are coming, the old ones may stay for figures that lie within them.
    let inputs: Inputs = serde_json::from_value(business("basic")).unwrap();
    let [low, _, high] = uncertainty(&inputs, DRAWS as f64, SEED, Tables::built_in())
        .unwrap()
        .loss;
    let loss = expected::outcome(business("terrible"))["loss"]
        .as_f64()
        .unwrap();
    assert!(
        !(low..=high).contains(&loss),
        "{loss} lies within {low} to {high}"
    );
    page.choose("rung", "basic");
    page.until("the loss is a range", |now| {
        now.figure("loss")
            .is_some_and(|loss| loss.text.contains('–'))
    });
    page.run(WATCH, vec![]);
    page.choose("rung", "terrible");
    page.until("the new loss is a range", |now| {
        now.figure("loss").is_some_and(|shown| {
            expected::agrees(&shown.value, &json!(loss)) && shown.text.contains('–')
        })
    });
    page.expect_none("ranges beside figures of another input", |now| {
        let seen: Vec<(String, String)> =
            serde_json::from_value(now.script("return window.__frames", vec![])).unwrap();
        let ranges = seen.into_iter().filter(|(_, text)| text.contains('–'));
        let ranges: BTreeSet<_> = ranges.collect();
        let mut faults: Vec<_> = ranges
            .iter()
            .filter(|(value, text)| {
                ranges
                    .iter()
                    .any(|other| other.0 != *value && other.1 == *text)
            })
            .map(|(value, text)| format!("{text} beside {value}"))
            .collect();
        let values: BTreeSet<_> = ranges.iter().map(|(value, _)| value).collect();
        if values.len() < 2 {
            faults.push(format!("seen so far: {ranges:?}"));
        }
        faults
    });
    page.assert_clean();
}
