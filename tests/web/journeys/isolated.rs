//! On pages that take in only what says that it may be taken in: `Cross-Origin-Embedder-Policy`.

use web::{Browser, Engine, Page, Site};

tests![
    on_its_own_origin_it_works,
    from_another_origin_it_needs_one_word_or_one_header,
    without_either_what_stands_there_stays,
    in_an_iframe_it_needs_both_headers,
    where_credentials_are_left_out_it_works_as_elsewhere,
];

const POLICY: &str = "cross-origin-embedder-policy";
const SHARED: (&str, &str) = ("cross-origin-resource-policy", "cross-origin");

/// A site whose host page is isolated.
fn isolated(policy: &'static str) -> Site {
    let site = Site::start();
    site.header("host.html", POLICY, policy);
    site.header("host.html", "cross-origin-opener-policy", "same-origin");
    site
}

/// Opens a host page on which workers are watched.
fn open<'a>(browser: &'a Browser, host: &'a Site, body: &str) -> Page<'a> {
    let watch = "<script>
            const Real = Worker;
            window.Worker = class extends Real {
                constructor(...values) { super(...values); this.addEventListener('message', () => window.answered = true); }
            };
        </script>";
    let page = Page::visit_host(browser, host, watch, body);
    let isolated = browser.script("return crossOriginIsolated", vec![]);
    assert_eq!(isolated, true, "the page is isolated");
    page
}

/// It answers, and there are ranges: whether a worker has made them.
fn works(browser: &Browser, page: &Page) -> bool {
    page.until_complete();
    page.choose("rung", "basic");
    page.until("there are ranges", || page.count(".handle .likely") > 0);
    assert!(page.told("slc:error").is_empty());
    browser.script("return window.answered ?? false", vec![]) == true
}

fn line(files: &Site, word: &str) -> String {
    let source = files.address("/slc.js");
    format!("<script async {word} src='{source}' data-lang=en></script>")
}

fn on_its_own_origin_it_works(browser: &Browser) {
    for by_worker in [false, true] {
        let site = isolated("require-corp");
        if by_worker {
            site.header("worker-", POLICY, "require-corp");
        }
        let page = open(browser, &site, &line(&site, ""));
        assert_eq!(works(browser, &page), by_worker);
    }
}

fn from_another_origin_it_needs_one_word_or_one_header(browser: &Browser) {
    for word in ["crossorigin", ""] {
        let files = Site::start().cross_origin();
        if word.is_empty() {
            files.header("", SHARED.0, SHARED.1);
        }
        let host = isolated("require-corp");
        let page = open(browser, &host, &line(&files, word));
        // WebKit lets no worker of another origin in here: they are made in the page.
        assert!(works(browser, &page) || browser.engine() == Engine::WebKit);
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}

fn without_either_what_stands_there_stays(browser: &Browser) {
    let files = Site::start().cross_origin();
    let host = isolated("require-corp");
    let element = "<service-level-calculator><p>Call us</p></service-level-calculator>";
    let page = open(browser, &host, &(line(&files, "") + element));
    page.until("the browser says so", || !page.errors().is_empty());
    let said = browser.script("return document.body.innerText", vec![]);
    assert!(said.as_str().unwrap().contains("Call us"), "{said}");
    let errors = page.errors();
    let of_it = |error: &String| error.starts_with("resource:") && error.contains("/slc.js");
    assert!(errors.iter().all(of_it), "{errors:?}");
}

fn in_an_iframe_it_needs_both_headers(browser: &Browser) {
    for headers in [true, false] {
        let files = Site::start().cross_origin();
        if headers {
            files.header("", SHARED.0, SHARED.1);
            files.header("", POLICY, "require-corp");
        }
        let host = isolated("require-corp");
        let source = files.address("/");
        let body = format!(
            "<script crossorigin src='{source}slc-frame.js'></script>
            <iframe title=Calculator style='width:800px;height:700px' src='{source}?lang=en'></iframe><p>Call us</p>"
        );
        let page = open(browser, &host, &body);
        if headers {
            browser.enter_frame();
            page.until_complete();
            page.until("there are ranges", || page.count(".handle .likely") > 0);
            browser.leave_frame();
        } else {
            let said = browser.script("return document.body.innerText", vec![]);
            assert!(said.as_str().unwrap().contains("Call us"), "{said}");
            assert_eq!(files.asked_for("page-"), 0, "nothing of it is run");
        }
    }
}

fn where_credentials_are_left_out_it_works_as_elsewhere(browser: &Browser) {
    let files = Site::start().cross_origin();
    let host = isolated("credentialless");
    let page = Page::visit_host(browser, &host, "", &line(&files, ""));
    page.until_complete();
    let isolated = browser.script("return crossOriginIsolated", vec![]);
    assert!(isolated == true || browser.engine() != Engine::Chromium);
    page.until("there are ranges", || page.count(".handle .likely") > 0);
    assert_eq!(page.errors(), Vec::<String>::new());
    assert!(page.told("slc:error").is_empty());
}
