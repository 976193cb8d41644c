//! The same of a form with the same inputs made by SurveyJS, and of a field on an empty page: what
//! the browser takes by itself, and what is usual.

use std::path::Path;

use web::{Browser, Page, Site};

use crate::inputs::{FORGET, LETTERS, THROTTLE, WARM_UP, WATCH, slow_down, taken, type_digits};
use crate::{figure, quantile};

/// Times the recomputation of SurveyJS, and typing in both.
pub fn measure(browser: &Browser, folder: &Path) {
    // SurveyJS sets styles that the strict policy forbids.
    let site = Site::serving(folder).without_policy();
    typing(browser, &site, "/empty.html", "an empty page");
    typing(browser, &site, "/surveyjs.html", "SurveyJS");
    let told = browser.script("return milliseconds()", vec![]);
    let milliseconds = told.as_f64().expect("SurveyJS has been timed");
    figure("SurveyJS: a recomputation", milliseconds, "ms", None);
}

fn typing(browser: &Browser, site: &Site, path: &str, whose: &str) {
    let page = Page::visit(browser, site, path);
    let focus =
        "const field = [...document.querySelectorAll('input')].find(one => one.value === '1200');
        field?.focus();
        return !!field";
    page.until("the field is there", |_| {
        browser.script(focus, vec![]) == true
    });
    slow_down(browser, THROTTLE);
    browser.script(WATCH, vec![]);
    type_digits(&page, WARM_UP);
    taken(browser, &page, WARM_UP);
    browser.script(FORGET, vec![]);
    type_digits(&page, LETTERS);
    let times = taken(browser, &page, LETTERS);
    slow_down(browser, 1);
    for (share, name) in [(0.5, "p50"), (0.95, "p95")] {
        let what = format!("{whose}: input to next paint at {THROTTLE}× throttle, {name}");
        figure(&what, quantile(&times, share), "ms", None);
    }
}
