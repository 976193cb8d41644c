//! A slow line: what comes later may come late, twice asked for, or not at all.

use serde_json::json;
use web::{Browser, Failure, Key, Page, Site, model};

tests![
    what_is_typed_while_the_panels_come_is_kept,
    two_panels_asked_for_while_they_come_both_open,
    pressed_eleven_times_the_panels_are_asked_for_once,
    panels_that_do_not_come_say_so_in_place_and_come_on_request,
    what_has_failed_is_not_asked_for_because_the_page_is_idle,
    a_first_screen_that_does_not_come_whole_says_so_and_comes_on_request,
    the_ranges_of_the_first_answer_wait_for_no_style,
    the_language_asked_for_last_is_the_one_shown,
    a_language_that_does_not_come_leaves_the_one_there_is,
    a_language_waits_for_the_texts_of_what_is_open,
    where_those_do_not_come_the_language_there_is_stays,
];

const PANELS: &str = "panels-*.wasm";
const SHEET: &str = "#panel-kpi table";

fn until_there(page: &Page, css: &str) {
    page.until(css, || page.count(css) > 0);
}

fn until_gone(page: &Page, css: &str) {
    page.until(&format!("no {css}"), || page.count(css) == 0);
}

fn language(page: &Page, wanted: &str) {
    page.click(&format!("[data-language={wanted}]"));
}

fn until_in(page: &Page, language: &str) {
    until_there(page, &format!(".slc[lang={language}]"));
}

fn what_is_typed_while_the_panels_come_is_kept(browser: &Browser) {
    let site = Site::start();
    site.hold(PANELS);
    let page = Page::open(browser, &site, "/?lang=en");
    page.click("[data-panel=kpi]");
    until_there(&page, "#panel-kpi .coming[role=status]");
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "basic", "cheque": 77 }));
    page.expect(&outcome, &["loss", "level"]);
    site.release(PANELS);
    until_there(&page, SHEET);
    assert_eq!(page.value("cheque"), "77");
    page.expect(&outcome, &["loss", "level", "service_churn"]);
    page.assert_clean();
}

fn two_panels_asked_for_while_they_come_both_open(browser: &Browser) {
    let site = Site::start();
    site.hold(PANELS);
    let page = Page::open(browser, &site, "/?lang=en");
    page.click("[data-panel=kpi]");
    page.click("[data-panel=method]");
    page.until("both are coming", || page.count(".panel-body .coming") == 2);
    site.release(PANELS);
    until_there(&page, SHEET);
    until_there(&page, "#panel-method .parameter");
    assert!(page.count(".panel-body .coming") == 0);
    page.assert_clean();
}

fn pressed_eleven_times_the_panels_are_asked_for_once(browser: &Browser) {
    let site = Site::start();
    site.hold(PANELS);
    let page = Page::open(browser, &site, "/?lang=en");
    for press in 0..11 {
        page.click("[data-panel=kpi]");
        let css = format!("[data-panel=kpi][aria-expanded={}]", press % 2 == 0);
        until_there(&page, &css);
    }
    site.release(PANELS);
    until_there(&page, SHEET);
    assert_eq!(site.asked_for(PANELS), 1);
    page.assert_clean();
}

fn panels_that_do_not_come_say_so_in_place_and_come_on_request(browser: &Browser) {
    for failure in [
        Failure::NotFound,
        Failure::ServerError,
        Failure::HtmlInstead,
    ] {
        let site = Site::start();
        site.fail(PANELS, failure);
        let page = Page::open(browser, &site, "/?lang=en");
        browser.script("one('[data-panel=kpi]').focus()", vec![]);
        page.press(Key::Enter);
        until_there(&page, "#panel-kpi [role=alert] [data-again]");
        assert!(page.has_focus("[data-panel=kpi]"), "{failure:?}");
        let told = page.told("slc:error");
        assert!(
            told.iter()
                .all(|(_, detail)| detail["code"] == "part_missing" && detail["fatal"] == false),
            "{failure:?}: {told:?}"
        );
        assert!(!told.is_empty(), "{failure:?}");
        page.choose("rung", "basic");
        page.until("the rest goes on", || {
            page.figure("verdict").value == "under"
        });
        let asked = site.asked_for(PANELS);
        site.hold(PANELS);
        page.click("#panel-kpi [data-again]");
        page.until("it is asked for again", || site.asked_for(PANELS) > asked);
        until_there(&page, "#panel-kpi .coming");
        site.release(PANELS);
        until_there(&page, "#panel-kpi [data-again]");
        site.recover();
        page.click("#panel-kpi [data-again]");
        until_there(&page, SHEET);
        assert!(page.count("[data-again]") == 0, "{failure:?}");
        assert_eq!(page.errors(), Vec::<String>::new(), "{failure:?}");
    }
}

/// What says so, and its button, would be gone under a finger.
fn what_has_failed_is_not_asked_for_because_the_page_is_idle(browser: &Browser) {
    let site = Site::start();
    site.fail(PANELS, Failure::NotFound);
    let busy = "<script>window.waiting = []; window.requestIdleCallback = then => waiting.push(then)</script>";
    let element = "<service-level-calculator lang=en></service-level-calculator>";
    let head = format!("{busy}<script async src=/slc.js></script>");
    let page = Page::visit_host(browser, &site, &head, element);
    page.start_all();
    page.until_complete();
    page.click("[data-panel=kpi]");
    until_there(&page, "#panel-kpi [data-again]");
    let asked = site.asked_for(PANELS);
    let idle = "const moments = waiting.splice(0); window.button = one('[data-again]');
        moments.forEach(then => then()); return moments.length";
    page.until("there was an idle moment", || {
        browser.script(idle, vec![]).as_u64() > Some(0)
    });
    page.choose("rung", "basic");
    page.until("the rest goes on", || {
        page.figure("verdict").value == "under"
    });
    assert_eq!(site.asked_for(PANELS), asked);
    assert_eq!(browser.script("return button.isConnected", vec![]), true);
    assert_eq!(page.errors(), Vec::<String>::new());
}

fn a_first_screen_that_does_not_come_whole_says_so_and_comes_on_request(browser: &Browser) {
    let site = Site::start();
    site.fail("screen-", Failure::NotFound);
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    until_there(&page, ".answer [data-again]");
    page.choose("rung", "basic");
    page.until("the answer is there", || {
        page.figure("verdict").value == "under"
    });
    site.recover();
    page.click(".answer > p [data-again]");
    page.until_complete();
    assert!(page.count("[data-again], .coming") == 0);
    page.assert_clean();
}

/// What a further calculator of a page does, the first one does not: it waits for what stands below
/// with what it has found.
fn the_ranges_of_the_first_answer_wait_for_no_style(browser: &Browser) {
    let site = Site::start();
    site.hold("later-*.css");
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    let come = "return performance.getEntriesByType('resource')
        .some(e => /below-[^/]*wasm$/.test(e.name) && e.responseEnd > 0)";
    page.until("the program is there", || {
        browser.script(come, vec![]) == true
    });
    until_there(&page, ".chart-plot");
    page.choose("rung", "basic");
    page.until("there are ranges", || {
        page.figure("gap_to_sufficient").text.contains('–')
    });
    assert_eq!(page.count(".slc[data-complete]"), 0);
    site.release("later-*.css");
    page.until_complete();
    page.assert_clean();
}

fn the_language_asked_for_last_is_the_one_shown(browser: &Browser) {
    let site = Site::start();
    site.hold("ru.core-");
    let page = Page::open(browser, &site, "/?lang=en");
    language(&page, "ru");
    until_there(&page, "[data-language=ru][aria-busy=true]");
    page.fill("cheque", "55");
    language(&page, "en");
    site.release("ru.core-");
    // The Russian texts come now, too late; once they are here, switching to them is immediate.
    page.until("the file has come", || {
        let body = "return performance.getEntriesByType('resource').some(e => e.name.includes('/ru.core-') && e.responseEnd > 0)";
        browser.script(body, vec![]) == true
    });
    assert_eq!(page.count(".slc[lang=en]"), 1);
    until_there(&page, "[data-language=en][aria-pressed=true]");
    for wanted in ["ru", "en", "ru"] {
        language(&page, wanted);
    }
    until_in(&page, "ru");
    assert_eq!(page.value("cheque"), "55");
    assert_eq!(site.asked_for("ru.core-"), 1);
    page.assert_clean();
}

fn a_language_that_does_not_come_leaves_the_one_there_is(browser: &Browser) {
    for failure in [
        Failure::NotFound,
        Failure::ServerError,
        Failure::HtmlInstead,
    ] {
        let site = Site::start();
        site.fail("ru.core-", failure);
        let page = Page::open(browser, &site, "/?lang=en");
        language(&page, "ru");
        until_there(&page, "[role=alert] [data-again]");
        assert_eq!(page.count(".slc[lang=en]"), 1, "{failure:?}");
        language(&page, "en");
        until_gone(&page, "[data-again]");
        language(&page, "ru");
        until_there(&page, "[role=alert] [data-again]");
        site.recover();
        page.click("[data-again]");
        until_in(&page, "ru");
        assert!(page.count("[data-again]") == 0, "{failure:?}");
        assert_eq!(page.errors(), Vec::<String>::new(), "{failure:?}");
    }
}

fn a_language_waits_for_the_texts_of_what_is_open(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.click("[data-panel=kpi]");
    until_there(&page, SHEET);
    site.hold("ru.more-");
    language(&page, "ru");
    until_there(&page, "[data-language=ru][aria-busy=true]");
    // Nothing is taken down for it.
    assert_eq!(page.count(".slc[lang=en]"), 1);
    assert_eq!((page.count(SHEET), page.count(".coming")), (1, 0));
    site.release("ru.more-");
    until_in(&page, "ru");
    until_there(&page, SHEET);
    page.assert_clean();
}

fn where_those_do_not_come_the_language_there_is_stays(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.click("[data-panel=kpi]");
    until_there(&page, SHEET);
    site.fail("ru.more-", Failure::NotFound);
    language(&page, "ru");
    until_there(&page, "[role=alert] [data-again]");
    assert_eq!((page.count(".slc[lang=en]"), page.count(SHEET)), (1, 1));
    site.recover();
    page.click("[data-again]");
    until_in(&page, "ru");
    until_there(&page, SHEET);
    assert_eq!(page.errors(), Vec::<String>::new());
}
