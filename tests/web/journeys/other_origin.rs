//! A host page that has the calculator from another origin.

use web::{Browser, Engine, Page, Site};

tests![
    the_worker_starts_from_another_origin,
    where_no_worker_may_be_started_the_page_draws_in_slices,
];

/// Opens a page of one site with the calculator of the other, and what of a policy there is.
fn open<'a>(browser: &'a Browser, host: &'a Site, files: &Site, policy: &str) -> Page<'a> {
    let source = files.address("/slc.js");
    let html = format!(
        "<!doctype html><html lang=en><head>{policy}<title>Host</title></head><h1>Host</h1>
        <script>
            window.workers = 0;
            const Real = Worker;
            window.Worker = class extends Real {{
                constructor(...values) {{ super(...values); window.workers += 1; this.addEventListener('message', () => window.answered = true); }}
            }};
            window.long = [];
            try {{
                new PerformanceObserver((list) => long.push(...list.getEntries().map((e) => e.duration))).observe({{ type: 'longtask' }});
            }} catch {{}}
        </script>
        <script async src='{source}' data-segment=clinic data-lang=en></script></html>"
    );
    host.host_page("/host.html", html);
    let page = Page::visit(browser, host, "/host.html");
    page.until_complete();
    page
}

fn until_drawn(page: &Page) {
    page.click("[data-panel=certainty]");
    page.until("the ranges are there", || {
        page.count("data[data-figure=\"certainty.loss.0\"]") > 0
            && page.count("[name=certainty-redraw]") > 0
    });
}

fn the_worker_starts_from_another_origin(browser: &Browser) {
    let files = Site::start().cross_origin();
    let host = Site::start();
    let page = open(browser, &host, &files, "");
    until_drawn(&page);
    assert_eq!(browser.script("return window.answered", vec![]), true);
    let asked = host.requests();
    let ours = |path: &&String| *path != "/host.html" && *path != "/favicon.ico";
    let asked: Vec<_> = asked.iter().filter(ours).collect();
    assert!(asked.is_empty(), "asked of the host: {asked:?}");
    assert_eq!(page.errors(), Vec::<String>::new());
    assert!(page.told("slc:error").is_empty());
}

fn where_no_worker_may_be_started_the_page_draws_in_slices(browser: &Browser) {
    let files = Site::start().cross_origin();
    let host = Site::start();
    let policy = "<meta http-equiv=Content-Security-Policy content=\"worker-src 'none'\">";
    let page = open(browser, &host, &files, policy);
    until_drawn(&page);
    assert_eq!(
        browser.script("return window.answered ?? false", vec![]),
        false
    );
    // The browser itself tells of what the policy forbids; nothing else goes wrong.
    let errors = page.errors();
    let policy = |error: &String| error.starts_with("policy: worker-src");
    assert!(errors.iter().all(policy), "{errors:?}");
    page.until("it says where they are made", || {
        let said = browser.script("return one('#panel-certainty').innerText", vec![]);
        said.as_str().unwrap().contains("in the page itself")
    });
    if browser.engine() == Engine::Chromium {
        slices_are_short(browser, &page);
    }
}

/// Draws again, and looks for a task of more than 50 ms. Other tests run beside this one: what one
/// run shows to be possible holds.
fn slices_are_short(browser: &Browser, page: &Page) {
    let clean = || {
        browser.script("window.long.length = 0", vec![]);
        page.click("[name=certainty-redraw]");
        page.until("it is drawing", || {
            page.count("[name=certainty-cancel]") > 0
        });
        page.until("it has drawn", || page.count("[name=certainty-redraw]") > 0);
        let long = browser.script("return window.long", vec![]);
        println!("long tasks: {long}");
        long.as_array().is_some_and(Vec::is_empty)
    };
    page.until("a run has short slices alone", clean);
}
