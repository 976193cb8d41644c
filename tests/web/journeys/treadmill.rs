//! The treadmill panel in a real browser.

use serde_json::{Value, from_value, json, to_value};
use service_level_calculator::model::{Inputs, Raise, Tables, gestures, treadmill};
use web::{Browser, Page, Site};

tests![
    its_figures_are_those_of_the_model,
    closed_it_tells_what_going_back_costs,
    an_entry_at_fault_greys_the_last_result,
    it_fits_a_phone_in_every_language,
];

/// What the panel shows of a clinic on the basic rung.
fn model(raise: Value, cost_of_one: f64) -> Value {
    let inputs = json!({ "segment": "clinic", "tier": "standard", "rung": "basic", "customers": 1200, "cheque": 90 });
    let inputs: Inputs = from_value(inputs).unwrap();
    let raise: Raise = from_value(raise).unwrap();
    let mut all = to_value(treadmill(&inputs, &raise, Tables::built_in()).unwrap()).unwrap();
    let buys = gestures(&inputs, cost_of_one, Tables::built_in()).unwrap();
    all["gestures_per_year"] = json!(buys.gestures_per_year);
    json!({ "treadmill": all })
}

/// The market that the model is asked about, in a language.
fn address(language: &str) -> String {
    format!("/?lang={language}&segment=clinic&tier=standard")
}

/// Fills the numbers that the model is asked about.
fn fill(page: &Page) {
    page.choose("rung", "basic");
    page.fill("customers", "1200");
    page.fill("cheque", "90");
}

/// Opens the panel.
fn open(browser: &Browser, page: &Page) {
    page.click("[data-panel=treadmill]");
    let ready = "return !!one('#panel-treadmill .facts')";
    page.until("the panel is open", || {
        browser.script(ready, vec![]) == true
    });
}

fn its_figures_are_those_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &address("en"));
    fill(&page);
    open(browser, &page);
    page.fill("raised_by", "12");
    page.fill("months_raised", "18");
    page.fill("cost_of_one", "40");
    let paths = [
        "treadmill.cumulative",
        "treadmill.delta_month_1",
        "treadmill.path.17.delta",
        "treadmill.cost_of_going_back",
        "treadmill.half_life_purchases",
        "treadmill.gestures_per_year",
    ];
    let raise = json!({ "raised_by": 12, "months_raised": 18 });
    page.expect(&model(raise, 40.0), &paths);
    page.choose("treadmill-from", "own");
    let own = page.figure("level").number();
    let raise = json!({ "from": own, "raised_by": 12, "months_raised": 18 });
    page.expect(&model(raise, 40.0), &paths);
    assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    page.assert_clean();
}

/// What the heading of the closed panel says: value and words of each figure, and whether all that
/// is stale.
fn told(browser: &Browser) -> (Vec<(f64, String)>, bool) {
    let body = "const all = deep(document, '[data-panel=treadmill] .finding data');
        return [all.map(e => [Number(e.value), e.innerText]),
            deep(document, '[data-panel=treadmill] .stale').length > 0]";
    from_value(browser.script(body, vec![])).unwrap()
}

fn closed_it_tells_what_going_back_costs(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &address("en"));
    fill(&page);
    // From the expected level a raise of the fields' examples, eight points for a year; who is above
    // what is sufficient hears of the way back from there.
    let raise = json!({ "raised_by": 8, "months_raised": 12 });
    let raised = model(raise, 20.0)["treadmill"]["cost_of_going_back"].clone();
    let outcome = web::model::outcome(
        json!({ "segment": "clinic", "tier": "standard", "rung": "wow", "customers": 1200, "cheque": 90 }),
    );
    let over = outcome["levers"]["cost_of_going_back"].clone();
    assert_ne!(raised, over);
    for (rung, wanted) in [("basic", raised), ("wow", over)] {
        page.choose("rung", rung);
        let wanted = wanted.as_f64().unwrap();
        page.until(&format!("the heading tells of {rung}"), || {
            let (figures, stale) = told(browser);
            let near = |value: f64| (value - wanted).abs() <= 1e-9 * wanted.abs();
            let said = |(value, text): &(f64, String)| near(*value) && text.contains('$');
            !stale && figures.iter().any(said)
        });
    }
    assert_eq!(page.count("[data-panel=treadmill] button"), 0);
    assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    open(browser, &page);
    assert_eq!(page.count("[data-panel=treadmill] .finding"), 0, "open");
    page.assert_clean();
}

fn an_entry_at_fault_greys_the_last_result(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &address("en"));
    fill(&page);
    open(browser, &page);
    let six_months = |page: &Page| {
        page.fill("months_raised", "6");
        let raise = json!({ "raised_by": 8, "months_raised": 6 });
        page.expect(&model(raise, 25.0), &["treadmill.cumulative"]);
    };
    six_months(&page);
    let before = page.figure("treadmill.cumulative").value;
    // "2.5" is two months on the way to it.
    for wrong in ["many", "2.5"] {
        page.fill("months_raised", wrong);
        page.until("the result is grey", || {
            page.count("#panel-treadmill .stale") > 0 && page.count("#months_raised-error") > 0
        });
        if wrong == "many" {
            assert_eq!(page.figure("treadmill.cumulative").value, before);
        }
    }
    six_months(&page);
    page.until("the result is back", || {
        page.count("#panel-treadmill .stale") == 0
    });
    page.assert_clean();
}

fn it_fits_a_phone_in_every_language(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &address(language));
        open(browser, &page);
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
    }
}
