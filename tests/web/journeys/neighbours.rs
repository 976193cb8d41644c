//! Whom to learn from, in a real browser.

use serde_json::{from_value, json, to_value};
use service_level_calculator::model::{Inputs, Tables, nearest, neighbours};
use web::{Browser, Page, Site};

tests![
    its_figures_are_those_of_the_model,
    it_fits_a_phone_in_every_language,
];

/// Opens the panel.
fn open(browser: &Browser, page: &Page) {
    page.click("[data-panel=neighbours]");
    let ready = "return !!one('#panel-neighbours .notice')";
    page.until("the panel is open", || {
        browser.script(ready, vec![]) == true
    });
}

fn its_figures_are_those_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en&segment=clinic&tier=standard");
    open(browser, &page);
    let inputs = json!({ "segment": "clinic", "tier": "standard" });
    let inputs: Inputs = from_value(inputs).unwrap();
    let found = neighbours(&inputs, Tables::built_in()).unwrap();
    let paths: Vec<String> = (0..found.len())
        .map(|at| format!("neighbours.{at}.expected"))
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    page.expect(&json!({ "neighbours": to_value(&found).unwrap() }), &paths);
    let cards = "#panel-neighbours .tile";
    assert_eq!(page.count(cards), found.len());
    assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    let page = Page::open(browser, &site, "/?lang=en&segment=telecom&tier=economy");
    open(browser, &page);
    let inputs = json!({ "segment": "telecom", "tier": "economy" });
    let inputs: Inputs = from_value(inputs).unwrap();
    assert_eq!(neighbours(&inputs, Tables::built_in()).unwrap(), []);
    let found = nearest(&inputs, Tables::built_in()).unwrap();
    assert_eq!(
        page.count(cards),
        found.len(),
        "nobody is near: the nearest"
    );
    page.assert_clean();
}

fn it_fits_a_phone_in_every_language(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        open(browser, &page);
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
    }
}
