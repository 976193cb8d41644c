//! The forecast panel in a real browser.

use serde_json::{Value, from_value, json, to_value};
use service_level_calculator::model::{Inputs, Tables, forecast};
use web::{Browser, Page, Site};

tests![
    its_figures_are_those_of_the_model,
    it_fits_a_phone_in_every_language,
];

fn model() -> Value {
    let inputs = json!({ "segment": "hotel", "tier": "premium", "rung": "basic", "customers": 1200, "cheque": 90 });
    let inputs: Inputs = from_value(inputs).unwrap();
    let years = |controlled| {
        to_value(forecast(&inputs, 5.0, controlled, Tables::built_in()).unwrap()).unwrap()
    };
    json!({ "forecast": { "controlled": years(true), "uncontrolled": years(false) } })
}

/// The market that the model is asked about, in a language.
fn address(language: &str) -> String {
    format!("/?lang={language}&segment=hotel&tier=premium")
}

/// Fills the numbers that the model is asked about.
fn fill(page: &Page) {
    page.choose("rung", "basic");
    page.fill("customers", "1200");
    page.fill("cheque", "90");
}

/// Opens the panel.
fn open(browser: &Browser, page: &Page) {
    page.click("[data-panel=forecast]");
    let ready = "return !!one('#panel-forecast table')";
    page.until("the panel is open", || {
        browser.script(ready, vec![]) == true
    });
}

/// Every figure of every year.
fn paths(control: &str) -> Vec<String> {
    let years = 0..=5;
    years
        .flat_map(|year| {
            ["expected", "level", "loss"].map(|what| format!("forecast.{control}.{year}.{what}"))
        })
        .collect()
}

fn its_figures_are_those_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &address("en"));
    fill(&page);
    open(browser, &page);
    let model = model();
    for (control, other) in [
        ("uncontrolled", "controlled"),
        ("controlled", "uncontrolled"),
    ] {
        page.choose("forecast-control", control);
        let mut paths = paths(control);
        paths.push(format!("forecast.{other}.5.loss"));
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        page.expect(&model, &paths);
    }
    assert_eq!(page.accessibility_faults(), Vec::<String>::new());
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
