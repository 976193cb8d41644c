//! Individual approach at scale, as a visitor meets it.

use serde_json::{Value, json};
use service_level_calculator::model::{Orders, Tables, scale};
use web::{Browser, Page, Site};

tests![
    the_table_is_that_of_the_model,
    a_standard_that_saves_nothing_never_pays,
    a_wrong_entry_keeps_the_last_result_and_says_so,
    it_fits_a_phone_and_axe_finds_no_fault,
];

fn open(page: &Page) {
    page.click("[data-panel=scale]");
    page.until("the panel is open", || {
        page.count("input[name=orders_per_day]") > 0
    });
}

/// What the model says for 42 orders and for those that are always shown.
fn expected() -> (Value, Vec<String>) {
    let at = |orders_per_day| {
        let orders = Orders {
            orders_per_day,
            minutes_individual: 25.0,
            minutes_standard: 7.0,
            exceptions: 0.3,
            wage: 12.0,
            days: 26.0,
            one_off: 3000.0,
            shift_hours: 7.5,
        };
        scale(&orders, Tables::built_in()).unwrap()
    };
    let model =
        json!({ "scale": { "5": at(5.0), "10": at(10.0), "500": at(500.0), "own": at(42.0) } });
    let parts = [
        "individual_monthly",
        "standard_monthly",
        "saving_monthly",
        "people_individual",
        "people_standard",
    ];
    let rows = ["5", "10", "500", "own"].iter();
    let mut paths: Vec<String> = rows
        .flat_map(|row| parts.map(|part| format!("scale.{row}.{part}")))
        .collect();
    paths.push("scale.own.break_even_orders_per_day".into());
    (model, paths)
}

fn the_table_is_that_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    for (name, text) in [
        ("orders_per_day", "42"),
        ("minutes_individual", "25"),
        ("minutes_standard", "7"),
        ("exceptions", "30"),
        ("scale-wage", "12"),
        ("days", "26"),
        ("standard_one_off", "3,000"),
        ("shift_hours", "7.5"),
    ] {
        page.fill(name, text);
    }
    let (model, paths) = expected();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    page.expect(&model, &paths);
    page.assert_clean();
}

fn a_standard_that_saves_nothing_never_pays(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    page.fill("minutes_standard", "60");
    page.until("it never pays", || {
        let body = "return one('#panel-scale').innerText";
        let text = browser.script(body, vec![]);
        text.as_str().unwrap().contains("never pays back")
    });
    page.assert_clean();
}

fn a_wrong_entry_keeps_the_last_result_and_says_so(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=ru");
    open(&page);
    let before = page.figure("scale.own.saving_monthly");
    // Nothing that is valid while only its first characters stand there.
    for wrong in ["-120", "все", ""] {
        page.fill("exceptions", wrong);
        page.until("the fault is said", || page.count("#exceptions-error") > 0);
        assert_eq!(page.count("#panel-scale .stale"), 1);
        assert_eq!(page.figure("scale.own.saving_monthly"), before);
    }
    page.fill("exceptions", "25");
    page.until("the fault is gone", || {
        page.count("#panel-scale .stale, #exceptions-error") == 0
    });
    page.assert_clean();
}

fn it_fits_a_phone_and_axe_finds_no_fault(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        open(&page);
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}
