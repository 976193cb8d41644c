//! Languages: switched in place and remembered; a language whose texts load slowly, or not at all.

use serde_json::json;
use web::{Browser, Failure, Page, Preferences, Site, expected};

use crate::business::{FIGURES, MARKET};

tests![
    the_first_visit_is_in_the_language_and_colours_of_the_browser,
    language_and_currency_are_switched_in_place_and_remembered: everywhere,
    the_language_asked_for_last_is_shown_once_its_texts_are_there,
    a_language_that_does_not_load_leaves_the_present_one,
];

/// The sheet of the KPI panel.
const SHEET: &str = "#panel-kpi table";

fn switch_to(page: &Page, language: &str) {
    page.click(&format!("[data-language={language}]"));
}

fn expect_language(page: &Page, language: &str) {
    page.expect_some(&format!(".slc[lang={language}]"));
}

/// Waits until the calculator says that a language did not load; the page is still English, and its
/// open panel is there.
fn expect_failure(page: &Page) {
    page.expect_some("[role=alert] [data-again]");
    page.always("the English page stays", |now| {
        now.has(".slc[lang=en]") && now.has(SHEET) && !now.has(".panel .coming")
    });
}

/// WebKit has no Russian where the system has none.
fn the_first_visit_is_in_the_language_and_colours_of_the_browser(browser: &Browser) {
    let site = Site::start();
    let preferences = Preferences {
        language: "ru-RU",
        dark: true,
    };
    let russian = Browser::start_with(browser.engine(), preferences);
    let page = Page::open(&russian, &site, "/");
    expect_language(&page, "ru");
    page.expect_eq("the language of the document", "ru", |now| {
        now.script("return document.documentElement.lang", vec![])
    });
    page.until("it is dark", |now| {
        let body = "const colour = getComputedStyle(one('.slc')).backgroundColor.match(/[\\d.]+/g);
            return colour.slice(0, 3).every((part) => part < 60)";
        now.script(body, vec![]) == true
    });
    page.assert_clean();
}

fn language_and_currency_are_switched_in_place_and_remembered(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/");
    page.fill("customers", "4321");
    page.choose("rung", "wow");
    page.choose("currency", "EUR");
    let at = |customers: f64| {
        let inputs =
            json!({ "segment": "clinic", "rung": "wow", "customers": customers, "cheque": 120 });
        expected::outcome(inputs)
    };
    page.expect_all(&at(4321.0), &FIGURES);
    let verdict = |text: &str| {
        page.expect_eq("the verdict", Some(text.to_owned()), |now| {
            now.figure("verdict").map(|figure| figure.text)
        });
    };
    switch_to(&page, "ru");
    expect_language(&page, "ru");
    verdict("Слишком много");
    page.expect_none("what is still English", |now| {
        let text = now.text("main");
        let english = ["Customers", "Your market", " the ", "Too much", "How "];
        let left = english.into_iter().filter(|words| text.contains(words));
        left.collect::<Vec<_>>()
    });
    page.expect_all(&at(4321.0), &FIGURES);
    page.fill("customers", "1 200,5");
    page.expect_all(&at(1200.5), &FIGURES);
    switch_to(&page, "en");
    expect_language(&page, "en");
    verdict("Too much");
    switch_to(&page, "ru");
    verdict("Слишком много");
    page.assert_clean();
    let page = Page::open(browser, &site, "/");
    expect_language(&page, "ru");
    page.until("the page is Russian", |now| {
        let text = now.text("main");
        text.contains("Клиенты клиники с обычными ценами ждут примерно 74 из 100.")
    });
    page.expect_eq("the currency", Some("EUR".to_owned()), |now| {
        now.value("currency")
    });
    page.expect_eq("the language of the document", "ru", |now| {
        now.script("return document.documentElement.lang", vec![])
    });
    page.expect_all(
        &expected::outcome(json!({ "segment": "clinic", "cheque": 120 })),
        MARKET,
    );
    page.assert_clean();
}

fn the_language_asked_for_last_is_shown_once_its_texts_are_there(browser: &Browser) {
    let site = Site::start();
    site.hold("ru.core-");
    site.hold("ru.more-");
    let page = Page::open(browser, &site, "/?lang=en");
    switch_to(&page, "ru");
    page.expect_some("[data-language=ru][aria-busy=true]");
    page.fill("cheque", "55");
    switch_to(&page, "en");
    site.release("ru.core-");
    // The Russian texts come too late now.
    page.until("the file has come", |now| {
        let body = "return performance.getEntriesByType('resource')
            .some((e) => e.name.includes('/ru.core-') && e.responseEnd > 0)";
        now.script(body, vec![]) == true
    });
    page.expect_some("[data-language=en][aria-pressed=true]");
    page.click("[data-panel=kpi]");
    page.expect_some(SHEET);
    page.always("the page is English", |now| now.has(".slc[lang=en]"));
    // An open panel says more than the first screen: until its texts are there, nothing changes.
    for wanted in ["ru", "en", "ru"] {
        switch_to(&page, wanted);
    }
    page.expect_some("[data-language=ru][aria-busy=true]");
    page.fill("cheque", "56");
    page.expect_some(&format!(".slc[lang=en] {SHEET}"));
    page.expect_gone(".panel .coming");
    site.release("ru.more-");
    page.expect_some(&format!(".slc[lang=ru] {SHEET}"));
    page.expect_value("cheque", "56");
    page.always("each file is asked for once", |_| {
        site.asked_for("ru.core-") == 1 && site.asked_for("ru.more-") == 1
    });
    page.assert_clean();
}

fn a_language_that_does_not_load_leaves_the_present_one(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.click("[data-panel=kpi]");
    page.expect_some(SHEET);
    site.fail("ru.core-", Failure::NotFound);
    switch_to(&page, "ru");
    expect_failure(&page);
    // Back to the language that is shown there is nothing to say.
    switch_to(&page, "en");
    page.expect_gone("[data-again]");
    switch_to(&page, "ru");
    expect_failure(&page);
    // A page of HTML is no text; then the texts of the first screen load, and those of the panel fail.
    for (file, failure) in [
        ("ru.core-", Failure::HtmlInstead),
        ("ru.more-", Failure::ServerError),
    ] {
        site.recover();
        site.fail(file, failure);
        site.hold(file);
        let asked = site.asked_for(file);
        page.click("[data-again]");
        page.until("it is asked for again", |_| site.asked_for(file) > asked);
        page.expect_some("[data-language=ru][aria-busy=true]");
        page.expect_gone("[data-again]");
        site.release(file);
        expect_failure(&page);
    }
    site.recover();
    page.click("[data-again]");
    page.expect_some(&format!(".slc[lang=ru] {SHEET}"));
    page.expect_gone("[data-again]");
    page.always("there are no errors", |now| now.errors().is_empty());
}
