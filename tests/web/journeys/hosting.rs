//! A real nginx, set up as `docs/hosting.md` says.

use serde_json::json;
use web::{Browser, Engine, Nginx, Page, Site, expected, guide};

tests![
    nginx_sends_what_the_guide_promises: extra,
    under_a_path_it_works_and_is_fetched_once: extra_everywhere,
    from_an_origin_of_its_own_it_works_on_other_pages: extra,
];

/// Of every file: its type, how long it may be kept, how it was packed, who may use it.
const HEADERS: &str = "const [names, done] = arguments;
    Promise.all(names.map(async (name) => {
        const { ok, headers } = await fetch(name, { cache: 'reload' });
        const of = (name) => headers.get(name)?.split(';')[0] ?? '';
        return [name, ok, of('content-type'), headers.get('cache-control'), of('content-encoding'),
            headers.get('access-control-allow-origin')];
    })).then(done, (error) => done(String(error)));";

fn has_hash(name: &str) -> bool {
    let hash = name
        .rsplit_once('-')
        .and_then(|(_, rest)| rest.split_once('.'));
    hash.is_some_and(|(hash, _)| hash.len() == 10)
}

fn nginx_sends_what_the_guide_promises(browser: &Browser) {
    let nginx = Nginx::start("/widgets/slc/");
    browser.goto(&nginx.address("slc.js"));
    let names = Site::start().files();
    let sent = browser.script_async(HEADERS, vec![json!(names)]);
    let sent: Vec<(String, bool, String, String, String, String)> =
        serde_json::from_value(sent.clone()).unwrap_or_else(|_| panic!("{sent}"));
    assert_eq!(sent.len(), names.len());
    for (name, ok, kind, kept, packed, shared) in sent {
        assert!(ok, "{name}");
        let wanted = match name.rsplit_once('.').unwrap().1 {
            "js" => "application/javascript",
            "wasm" => "application/wasm",
            "css" => "text/css",
            "json" => "application/json",
            "txt" => "text/plain",
            "html" => "text/html",
            other => panic!("the guide does not know `.{other}`"),
        };
        assert_eq!(kind, wanted, "{name}");
        let wanted = if has_hash(&name) {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        assert_eq!(kept, wanted, "{name}");
        assert_eq!(shared, "*", "{name}");
        let small = guide::dist().join(&name).metadata().unwrap().len() < 1000;
        assert!(packed == "gzip" || small, "{name}: {packed}");
    }
}

/// Waits until it answers, with ranges, and a panel opens.
fn expect_works(page: &Page) {
    page.until_complete();
    page.choose("rung", "basic");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    page.expect(&outcome, &["loss", "level"]);
    page.expect_some(".handle .likely");
    page.click("[data-panel=kpi]");
    page.expect_some("#panel-kpi table");
}

fn under_a_path_it_works_and_is_fetched_once(browser: &Browser) {
    let nginx = Nginx::start("/widgets/slc/");
    let site = Site::start();
    let page = Page::visit_host(browser, &site, "", "");
    browser.goto(&nginx.address("?lang=en&segment=clinic"));
    expect_works(&page);
    let first = nginx.asked();
    assert!(first.iter().all(|line| line.ends_with(" 200")), "{first:?}");
    browser.goto(&nginx.address("?lang=en&segment=hotel"));
    page.until_complete();
    let again = &nginx.asked()[first.len()..];
    assert!(
        again[0].starts_with("/widgets/slc/index.html "),
        "{again:?}"
    );
    if browser.engine() == Engine::WebKit {
        return; // Its driver's pages keep nothing for the next one.
    }
    let twice = again
        .iter()
        .find(|line| first.contains(line) && has_hash(line));
    assert_eq!(twice, None, "files with a hash are kept: {again:?}");
}

fn from_an_origin_of_its_own_it_works_on_other_pages(browser: &Browser) {
    let host = Site::start();
    let nginx = Nginx::start("/");
    let source = nginx.address("slc.js");
    let body = format!("<script async src='{source}' data-segment=clinic data-lang=en></script>");
    let page = Page::visit_host(browser, &host, "", &body);
    expect_works(&page);
    page.always("no error", |now| {
        now.told("slc:error").is_empty() && now.errors().is_empty()
    });
    // Without the header for other origins the children stay, and the host is told.
    let nginx = Nginx::start_without("Access-Control-Allow-Origin", "/");
    let source = nginx.address("slc.js");
    let body = format!(
        "<script async src='{source}'></script>
        <service-level-calculator lang=en><p>Call us</p></service-level-calculator>"
    );
    let page = Page::visit_host(browser, &host, "", &body);
    let fatal = (json!("program_missing"), json!(true));
    page.expect_eq("the errors", vec![fatal], |now| {
        let errors = now.told("slc:error").into_iter();
        errors
            .map(|(_, detail)| (detail["code"].clone(), detail["fatal"].clone()))
            .collect::<Vec<_>>()
    });
    page.until("both texts", |now| {
        let text = now.text("body");
        text.contains("could not start") && text.contains("Call us")
    });
}
