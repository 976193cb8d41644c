//! The files on another origin than the page, under strict policies, on isolated pages
//! (`Cross-Origin-Embedder-Policy`), and pinned by a hash.

use std::process::Command;

use serde_json::json;
use web::{Browser, Engine, Page, Site, expected, guide};

tests![
    pinned_and_under_a_policy_it_works_from_another_origin: everywhere,
    under_a_nonce_and_trusted_types_it_works: everywhere,
    where_no_worker_may_start_the_page_makes_the_simulations: everywhere,
    on_an_isolated_page_its_own_origin_needs_nothing: everywhere,
    on_an_isolated_page_another_origin_needs_a_word_or_headers: everywhere,
    where_credentials_are_omitted_it_works_as_elsewhere: everywhere,
    a_refused_line_leaves_the_children,
];

const POLICY: &str = "cross-origin-embedder-policy";
const SHARED: (&str, &str) = ("cross-origin-resource-policy", "cross-origin");
const CHILDREN: &str = "<service-level-calculator><p>Call us</p></service-level-calculator>";

/// A site whose host page is isolated.
fn isolated(policy: &'static str) -> Site {
    let site = Site::start();
    site.header("host.html", POLICY, policy);
    site.header("host.html", "cross-origin-opener-policy", "same-origin");
    site
}

/// Opens a host page that notes whether a worker has answered.
fn open<'a>(browser: &'a Browser, host: &'a Site, head: &str, body: &str) -> Page<'a> {
    let watch = "<script nonce=abc>
            const Real = Worker;
            window.Worker = class extends Real {
                constructor(...values) { super(...values); this.addEventListener('message', () => window.answered = true); }
            };
        </script>";
    Page::visit_host(browser, host, &format!("{head}{watch}"), body)
}

fn policy(policy: &str) -> String {
    format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">")
}

fn line(files: &Site, word: &str) -> String {
    let source = files.address("/slc.js");
    format!("<script async {word} src='{source}' data-lang=en></script>")
}

/// Waits until it answers.
fn expect_answer(page: &Page) {
    page.until_complete();
    page.choose("rung", "basic");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    page.expect(&outcome, &["loss", "level"]);
    page.always("no error is emitted", |now| {
        now.told("slc:error").is_empty()
    });
}

fn expect_ranges(page: &Page) {
    page.expect_some(".handle .likely");
}

/// Waits until a worker has made the ranges.
fn expect_worker(page: &Page) {
    expect_ranges(page);
    page.until("a worker has answered", |now| {
        now.script("return window.answered", vec![]) == true
    });
}

/// Waits until the page says that it makes the ranges itself.
fn expect_no_worker(page: &Page) {
    page.click("[data-panel=certainty]");
    page.until("the panel says where ranges are made", |now| {
        now.text("#panel-certainty").contains("in the page itself")
    });
    page.always("no worker has answered", |now| {
        now.script("return window.answered ?? false", vec![]) == false
    });
}

/// Waits until the only errors of the page are those that begin so.
fn only_errors(page: &Page, start: &str) {
    page.expect_none("errors", |now| {
        let mut errors = now.errors();
        errors.retain(|error| !error.starts_with(start));
        errors
    });
}

/// Waits until the page has no error at all.
fn no_errors(page: &Page) {
    page.expect_none("errors", |now| now.errors());
}

/// The hash of a file of the build, by the command of the guide.
fn hash(file: &str) -> String {
    let command = guide::block("hosting.md", "Pinning", "sh");
    let path = guide::dist().join(file);
    let here = command.replace("dist/slc.js", &path.display().to_string());
    assert_ne!(here, command);
    let done = Command::new("sh").args(["-c", &here]).output().unwrap();
    let hash = String::from_utf8(done.stdout).unwrap().trim().to_owned();
    assert_eq!(hash.len(), 64, "{hash}");
    hash
}

/// The line of the guide with a hash.
fn pinned(files: &Site, hash: &str) -> String {
    let line = guide::block("hosting.md", "Pinning", "html");
    line.replace("https://your-site.example/slc/", &files.address("/"))
        .replace("sha384-…", &format!("sha384-{hash}"))
}

fn pinned_and_under_a_policy_it_works_from_another_origin(browser: &Browser) {
    let (host, files) = (Site::start(), Site::start().cross_origin());
    // What the guide says that a policy needs. It counts from its place on: the script by which the
    // tests collect errors comes before it.
    let origin = files.address("");
    let policy = policy(&format!(
        "default-src 'none'; img-src 'self'; script-src 'nonce-abc' 'wasm-unsafe-eval' {origin}; \
        connect-src {origin}; worker-src {origin} blob:"
    ));
    let body = pinned(&files, &hash("slc.js"));
    let page = open(browser, &host, &policy, &body);
    expect_answer(&page);
    expect_worker(&page);
    page.always("nothing is asked of the host", |_| {
        let mut asked = host.requests();
        asked.retain(|path| !["/host.html", "/favicon.ico"].contains(&path.as_str()));
        asked.is_empty()
    });
    no_errors(&page);
}

fn under_a_nonce_and_trusted_types_it_works(browser: &Browser) {
    let site = Site::start();
    let policy = policy(
        "default-src 'none'; img-src 'self'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; \
        style-src 'none'; connect-src 'self'; worker-src 'self'; \
        require-trusted-types-for 'script'; trusted-types 'none'",
    );
    let page = open(browser, &site, &policy, &line(&site, "nonce=abc"));
    // A worker would be started by a text, which is no trusted type: the browser reports that.
    expect_answer(&page);
    expect_no_worker(&page);
    only_errors(&page, "policy: require-trusted-types-for");
}

fn where_no_worker_may_start_the_page_makes_the_simulations(browser: &Browser) {
    let (host, files) = (Site::start(), Site::start().cross_origin());
    let page = open(
        browser,
        &host,
        &policy("worker-src 'none'"),
        &line(&files, ""),
    );
    expect_answer(&page);
    expect_no_worker(&page);
    page.expect_some("data[data-figure=\"certainty.loss.0\"]");
    expect_ranges(&page);
    only_errors(&page, "policy: worker-src");
}

fn expect_isolated(page: &Page) {
    page.always("the page is isolated", |now| {
        now.script("return crossOriginIsolated", vec![]) == true
    });
}

fn on_an_isolated_page_its_own_origin_needs_nothing(browser: &Browser) {
    // With a header for its script a worker makes the simulations, without it the page does.
    for by_worker in [false, true] {
        let site = isolated("require-corp");
        if by_worker {
            site.header("worker-", POLICY, "require-corp");
        }
        let page = open(browser, &site, "", &line(&site, ""));
        expect_isolated(&page);
        expect_answer(&page);
        if by_worker {
            expect_worker(&page);
        } else {
            expect_no_worker(&page);
        }
    }
}

fn on_an_isolated_page_another_origin_needs_a_word_or_headers(browser: &Browser) {
    for word in ["crossorigin", ""] {
        let files = Site::start().cross_origin();
        let mut body = line(&files, word);
        if word.is_empty() {
            files.header("", SHARED.0, SHARED.1);
            files.header("", POLICY, "require-corp");
            // With both headers it works in an iframe too; in sight, since browsers draw no others.
            let source = files.address("/?lang=en");
            let frame =
                format!("<iframe title=Calculator width=800 height=300 src='{source}'></iframe>");
            body = frame + body.as_str();
        }
        let host = isolated("require-corp");
        let page = open(browser, &host, "", &body);
        expect_isolated(&page);
        expect_answer(&page);
        if browser.engine() != Engine::WebKit {
            // WebKit starts a worker of another origin on such a page only with both headers.
            expect_worker(&page);
        }
        no_errors(&page);
        if word.is_empty() {
            browser.enter_frame();
            page.until_complete();
            page.expect_some(".handle .likely");
            browser.leave_frame();
        }
    }
}

fn where_credentials_are_omitted_it_works_as_elsewhere(browser: &Browser) {
    let files = Site::start().cross_origin();
    let host = isolated("credentialless");
    let page = open(browser, &host, "", &line(&files, ""));
    if browser.engine() == Engine::Chromium {
        expect_isolated(&page);
    }
    expect_answer(&page);
    expect_worker(&page);
    no_errors(&page);
}

fn a_refused_line_leaves_the_children(browser: &Browser) {
    let files = Site::start().cross_origin();
    let source = files.address("/?lang=en");
    let frame = format!("<iframe title=Calculator src='{source}'></iframe>");
    let lines = [
        // Pinned to another file.
        (Site::start(), pinned(&files, &hash("slc-frame.js"))),
        // On an isolated page, without the word and the headers.
        (isolated("require-corp"), line(&files, "") + frame.as_str()),
    ];
    for (host, line) in lines {
        let body = format!(
            "{line}{CHILDREN}<script>addEventListener('load', () => {{ window.loaded = true; }})</script>"
        );
        let page = Page::visit_host(browser, &host, "", &body);
        let refused = format!("resource: {}", files.address("/slc.js"));
        page.expect_eq("the errors", vec![refused], |now| now.errors());
        page.until("the page is loaded", |now| {
            now.script("return window.loaded", vec![]) == true
        });
        page.always("the children are shown", |now| {
            let known = "return !!customElements.get('service-level-calculator')";
            now.text("body").contains("Call us") && now.script(known, vec![]) == false
        });
    }
    for file in ["page-", "calculator-"] {
        assert_eq!(files.asked_for(file), 0, "nothing of it is run");
    }
}
