//! Slow lines: parts of the program that come late, not at all, or only on request.

use serde_json::{Value, json};
use web::{Browser, Failure, Key, Page, Site, expected};

tests![
    what_is_done_while_panels_load_counts: everywhere,
    panels_that_do_not_come_say_so_and_come_on_request,
    a_first_screen_that_is_not_whole_says_so_and_comes_on_request,
    the_ranges_of_the_first_answer_wait_for_no_style,
];

const PANELS: &str = "panels-*.wasm";
const TABLE: &str = "#panel-kpi table";

fn expect_verdict(page: &Page, verdict: &str) {
    page.expect_eq("the verdict", Some(verdict.to_owned()), |now| {
        now.figure("verdict").map(|figure| figure.value)
    });
}

fn what_is_done_while_panels_load_counts(browser: &Browser) {
    let site = Site::start();
    site.hold(PANELS);
    let page = Page::open(browser, &site, "/?lang=en");
    // Opened and closed, and open in the end.
    for press in 0..5 {
        page.click("[data-panel=kpi]");
        let is_open = press % 2 == 0;
        page.expect_some(&format!("[data-panel=kpi][aria-expanded={is_open}]"));
    }
    page.click("[data-panel=method]");
    page.expect_count(".panel-body .coming[role=status]", 2);
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "basic", "cheque": 77 }));
    page.expect(&outcome, &["loss", "level"]);
    site.release(PANELS);
    page.expect_some(TABLE);
    page.expect_some("#panel-method .parameter");
    page.expect_gone(".coming");
    page.expect_value("cheque", "77");
    page.expect(&outcome, &["loss", "level", "service_churn"]);
    assert_eq!(site.asked_for(PANELS), 1);
    page.assert_clean();
}

fn panels_that_do_not_come_say_so_and_come_on_request(browser: &Browser) {
    let site = Site::start();
    site.fail(PANELS, Failure::NotFound);
    // The page is idle only when the test says so.
    let head = "<script>window.waiting = []; window.requestIdleCallback = then => waiting.push(then)</script>
        <script async src=/slc.js></script>";
    let element = "<service-level-calculator lang=en></service-level-calculator>";
    let page = Page::visit_host(browser, &site, head, element);
    page.until_complete();
    page.run("one('[data-panel=kpi]').focus()", vec![]);
    page.press(Key::Enter);
    page.expect_some("#panel-kpi [role=alert] [data-again]");
    page.expect_focus("[data-panel=kpi]");
    page.choose("rung", "basic");
    expect_verdict(&page, "under");
    // A part that has failed is not asked for when the page is idle: the message and its button would
    // vanish under a finger.
    let asked = site.asked_for(PANELS);
    page.run("window.button = one('[data-again]')", vec![]);
    page.until("there was an idle moment", |now| {
        let idle = "const all = waiting.splice(0); all.forEach(then => then()); return all.length";
        now.script(idle, vec![]).as_u64() > Some(0)
    });
    page.choose("rung", "wow");
    expect_verdict(&page, "over");
    page.always("it is the same button", |now| {
        site.asked_for(PANELS) == asked && now.script("return button.isConnected", vec![]) == true
    });
    // Asked for again, it may fail again, in another way.
    for failure in [Failure::ServerError, Failure::HtmlInstead] {
        let asked = site.asked_for(PANELS);
        site.recover();
        site.fail(PANELS, failure);
        site.hold(PANELS);
        page.click("#panel-kpi [data-again]");
        page.until("it is asked for again", |_| site.asked_for(PANELS) > asked);
        page.expect_some("#panel-kpi .coming");
        site.release(PANELS);
        page.expect_some("#panel-kpi [role=alert] [data-again]");
    }
    site.recover();
    page.click("#panel-kpi [data-again]");
    page.expect_some(TABLE);
    page.expect_gone("[data-again]");
    page.always("each error is one of a missing part", |now| {
        let errors = now.told("slc:error");
        let missing = |(_, detail): &(String, Value)| {
            detail["code"] == "part_missing" && detail["fatal"] == false
        };
        errors.len() >= 3 && errors.iter().all(missing) && now.errors().is_empty()
    });
}

fn a_first_screen_that_is_not_whole_says_so_and_comes_on_request(browser: &Browser) {
    let site = Site::start();
    site.fail("screen-", Failure::NotFound);
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    page.expect_some(".answer [data-again]");
    page.choose("rung", "basic");
    expect_verdict(&page, "under");
    site.recover();
    page.click(".answer > p [data-again]");
    page.until_complete();
    page.expect_gone("[data-again], .coming");
    page.assert_clean();
}

/// Only a further calculator of a page shows its answer before what is below it: the first one shows
/// both at once.
fn the_ranges_of_the_first_answer_wait_for_no_style(browser: &Browser) {
    let site = Site::start();
    site.hold("later-*.css");
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    page.until("the program is loaded", |now| {
        let loaded = "return performance.getEntriesByType('resource')
            .some(e => /below-[^/]*wasm$/.test(e.name) && e.responseEnd > 0)";
        now.script(loaded, vec![]) == true
    });
    page.expect_some(".chart-plot");
    page.choose("rung", "basic");
    page.until("there are ranges", |now| {
        let gap = now.figure("gap_to_sufficient");
        gap.is_some_and(|gap| gap.text.contains('–'))
    });
    page.always("the rest waits", |now| !now.has(".slc[data-complete]"));
    site.release("later-*.css");
    page.until_complete();
    page.assert_clean();
}
