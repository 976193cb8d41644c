//! The queue behind one customer, as a visitor meets it.

use serde_json::{Value, json};
use service_level_calculator::model::{Counter, Tables, queue};
use web::{Browser, Page, Site};

tests![
    the_figures_are_those_of_the_model,
    too_few_people_get_words,
    a_wrong_entry_keeps_the_last_result_and_says_so,
    it_fits_a_phone_and_axe_finds_no_fault,
];

const FIGURES: &[&str] = &[
    "queue.now.wait.p_wait",
    "queue.now.wait.p_over",
    "queue.now.staff_needed",
    "queue.after.wait.p_wait",
    "queue.after.wait.p_over",
    "queue.after.staff_needed",
    "queue.extra_people",
    "queue.extra_cost",
];

fn open(page: &Page) {
    page.click("[data-panel=queue]");
    page.until("the panel is open", || {
        page.count("input[name=arrivals_per_hour]") > 0
    });
}

fn words(browser: &Browser) -> String {
    let body = "return one('#panel-queue table').innerText";
    browser.script(body, vec![]).as_str().unwrap().to_owned()
}

/// What the model says for 30 customers an hour, 4 people, 15 an hour of work.
fn expected(minutes: f64, care: f64, tolerance_s: f64) -> Value {
    let at = |minutes| {
        let counter = Counter {
            arrivals_per_hour: 30.0,
            minutes,
            staff: 4.0,
            tolerance_s,
        };
        queue(&counter, Tables::built_in()).unwrap()
    };
    let (now, after) = (at(minutes), at(minutes + care));
    let people = after.staff_needed - now.staff_needed;
    // Eight hours and 22 days: the examples of the panel beside it.
    let cost = people * 15.0 * 8.0 * 22.0;
    json!({ "queue": { "now": now, "after": after, "extra_people": people, "extra_cost": cost } })
}

fn the_figures_are_those_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    page.fill("arrivals_per_hour", "30");
    page.fill("contact_minutes", "5");
    page.fill("staff", "4");
    page.fill("care_minutes", "2");
    page.fill("queue-wage", "15");
    for tolerance in [20, 60] {
        page.click(&format!("[data-tolerance=\"{tolerance}\"]"));
        page.expect(&expected(5.0, 2.0, f64::from(tolerance)), FIGURES);
    }
    page.fill("care_minutes", "1.5");
    page.expect(&expected(5.0, 1.5, 60.0), FIGURES);
    page.assert_clean();
}

fn too_few_people_get_words(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    page.fill("staff", "1");
    // With the staff of the example only the second queue has no end.
    page.until("neither queue has an end", || {
        words(browser)
            .matches("the queue grows without limit")
            .count()
            == 2
    });
    let figures =
        page.count("[data-figure^=\"queue.now.wait\"], [data-figure^=\"queue.after.wait\"]");
    assert_eq!(figures, 0, "{}", words(browser));
    page.assert_clean();
}

fn a_wrong_entry_keeps_the_last_result_and_says_so(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=ru");
    open(&page);
    let before = page.figure("queue.now.staff_needed");
    for wrong in ["-3", "много", "2,5", "1e99", ""] {
        page.fill("staff", wrong);
        page.until("the fault is said", || page.count("#staff-error") > 0);
        assert_eq!(page.count("#panel-queue .stale"), 1);
        assert_eq!(page.figure("queue.now.staff_needed"), before);
    }
    page.fill("staff", "3");
    page.until("the fault is gone", || {
        page.count("#panel-queue .stale, #staff-error") == 0
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
