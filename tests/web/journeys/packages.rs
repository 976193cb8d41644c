//! The npm package in the applications of `tests/packages/`, as `cargo xtask test applications` has
//! built them with the package installed, and nothing else set up.

use std::path::Path;

use serde_json::json;
use web::{Browser, Engine, Now, Page, Site, expected};

tests![
    plain_typescript_brings_a_calculator: extra,
    react_sets_it_and_hears_it: extra,
    react_takes_it_out_and_nothing_is_left: extra_everywhere,
];

/// An application as it was built.
fn built(name: &str) -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../target/npm/applications")
        .join(name)
        .join("dist");
    assert!(
        folder.join("index.html").is_file(),
        "{} is not built: run `cargo xtask test applications` first",
        folder.display()
    );
    Site::serving(folder)
}

fn expect_verdict(page: &Page, verdict: &str) {
    page.expect_some(&format!("[data-figure=verdict][value={verdict}]"));
}

/// Asserts that nothing went wrong.
fn expect_clean(page: &Page) {
    page.always("no error is emitted", |now| {
        now.told("slc:error").is_empty()
    });
    page.assert_clean();
}

/// From now on half a minute is over at once.
fn hurry(page: &Page) {
    let body = "const later = setTimeout;
        window.setTimeout = (then, time, ...rest) => later(then, time === 30000 ? 0 : time, ...rest);";
    page.run(body, vec![]);
}

fn plain_typescript_brings_a_calculator(browser: &Browser) {
    let site = built("vite");
    let page = Page::open(browser, &site, "/");
    let mut hotel = json!({ "segment": "hotel", "tier": "premium" });
    page.expect(&expected::outcome(hotel.clone()), &["expected"]);
    page.until("the config is applied", |now| {
        now.text("body").contains("Smith & Partners")
    });
    page.choose("rung", "wow");
    hotel["rung"] = json!("wow");
    page.expect(
        &expected::outcome(hotel),
        &["level", "exceeding.extra_cost"],
    );
    page.until("the page hears the result", |now| {
        let title = now.script("return document.title", vec![]);
        title
            .as_str()
            .is_some_and(|title| title.starts_with("over: "))
    });
    // A later part, and the worker, are found too.
    page.click("[data-panel=certainty]");
    page.expect_some("[data-figure=\"certainty.loss.0\"]");
    assert_eq!(site.asked_for("worker-*.wasm"), 1, "{:?}", site.requests());
    // Out of the page for long it is ended, and goes on in its state where it is put back.
    hurry(&page);
    let remove = "window.kept = document.querySelector('service-level-calculator'); kept.remove()";
    page.run(remove, vec![]);
    page.until("it is ended", |now| {
        now.script("return !kept.shadowRoot.querySelector('.slc')", vec![]) == true
    });
    page.run("document.body.append(kept)", vec![]);
    page.until_complete();
    expect_verdict(&page, "over");
    expect_clean(&page);
}

/// What the page around the calculator says of its answer.
fn answer(now: &Now) -> String {
    let answer = now.script("return document.querySelector('p').textContent", vec![]);
    answer.as_str().unwrap_or_default().to_owned()
}

fn react_sets_it_and_hears_it(browser: &Browser) {
    let site = built("react");
    let page = Page::open(browser, &site, "/");
    // Market and language are attributes, what is hidden is a property.
    let hotel = expected::outcome(json!({ "segment": "hotel" }));
    page.expect(&hotel, &["expected"]);
    page.expect_some(".slc[lang=en]");
    page.expect_some("[data-panel=method]");
    page.expect_gone("[data-panel=queue]");
    page.choose("rung", "wow");
    page.until("React hears the result", |now| {
        answer(now).starts_with("over: ")
    });
    page.click("#russian");
    page.expect_some(".slc[lang=ru]");
    page.click("#taxi");
    let taxi = expected::outcome(json!({ "segment": "taxi", "rung": "wow" }));
    page.expect(&taxi, &["expected", "level"]);
    let level = expected::at(&taxi, "level").as_f64().unwrap();
    page.expect_eq(
        "what React shows",
        format!("over: {} of 100", level.round()),
        answer,
    );
    expect_clean(&page);
}

fn react_takes_it_out_and_nothing_is_left(browser: &Browser) {
    let site = built("react");
    let page = Page::open(browser, &site, "/");
    hurry(&page);
    // What is taken out is watched without being held.
    page.run("window.out = []", vec![]);
    for _ in 0..4 {
        let watch = "out.push(new WeakRef(document.querySelector('service-level-calculator')))";
        page.run(watch, vec![]);
        page.click("#shown");
        page.expect_gone(".slc");
        page.click("#shown");
        page.until_complete();
    }
    page.choose("rung", "wow");
    page.until("the last one answers", |now| {
        answer(now).starts_with("over: ")
    });
    page.until("those before have ended", |now| {
        let ended = "return out.every(e => !e.deref()?.shadowRoot.querySelector('.slc'))";
        now.script(ended, vec![]) == true
    });
    if browser.engine() == Engine::Chromium {
        // Its cache of styles keeps one shadow root, however many there were.
        page.until("the page has forgotten them", |now| {
            browser.devtools("HeapProfiler.collectGarbage", json!({}));
            let left = now.script("return out.filter(e => e.deref()).length", vec![]);
            left.as_u64() < Some(2)
        });
    }
    assert_eq!(site.asked_for("app-*.wasm"), 1);
    expect_clean(&page);
}
