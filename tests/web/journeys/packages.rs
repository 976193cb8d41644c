//! From npm: the applications of `tests/packages/`, as `cargo xtask test` has built them with the
//! package installed, and nothing else set up.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::json;
use web::{Browser, Engine, Page, Site, model};

tests![
    the_guide_shows_what_the_applications_do,
    plain_typescript_brings_a_calculator,
    out_of_the_page_for_long_it_keeps_its_state,
    react_sets_it_and_hears_it,
    react_takes_it_out_and_nothing_is_left,
];

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// An application as it was built.
fn built(name: &str) -> Site {
    let folder: PathBuf = root()
        .join("target/npm/applications")
        .join(name)
        .join("dist");
    assert!(
        folder.join("index.html").is_file(),
        "{} is not built: run `cargo xtask test applications` first",
        folder.display()
    );
    Site::serving(folder)
}

fn the_guide_shows_what_the_applications_do(_: &Browser) {
    let guide = fs::read_to_string(root().join("docs/embed.md")).unwrap();
    let shown: Vec<&str> = guide.split("<!-- in: ").skip(1).collect();
    assert_eq!(shown.len(), 2);
    for snippet in shown {
        let (file, rest) = snippet.split_once(" -->\n```").unwrap();
        let (_, code) = rest.split_once('\n').unwrap();
        let (code, _) = code.split_once("```\n").unwrap();
        let source = fs::read_to_string(root().join("tests/packages").join(file)).unwrap();
        assert_eq!(code, source, "{file}");
    }
}

fn plain_typescript_brings_a_calculator(browser: &Browser) {
    let site = built("vite");
    let page = Page::open(browser, &site, "/");
    let hotel = json!({ "segment": "hotel", "tier": "premium" });
    page.expect(&model::outcome(hotel.clone()), &["expected"]);
    page.choose("rung", "wow");
    let mut answered = hotel;
    answered["rung"] = json!("wow");
    page.expect(
        &model::outcome(answered),
        &["level", "exceeding.extra_cost"],
    );
    page.until("the page is told", || {
        let title = browser.script("return document.title", vec![]);
        title
            .as_str()
            .is_some_and(|title| title.starts_with("over: "))
    });
    // A later part, and the worker, are found too.
    page.click("[data-panel=certainty]");
    page.until("the simulations are made", || {
        page.count("[data-figure=\"certainty.loss.0\"]") > 0
    });
    assert!(
        site.asked_for("worker-*.wasm") == 1,
        "{:?}",
        site.requests()
    );
    let said = browser.script("return read(document.body)", vec![]);
    assert!(said.as_str().unwrap().contains("Smith & Partners"));
    assert!(
        page.told("slc:error").is_empty(),
        "{:?}",
        page.told("slc:error")
    );
    page.assert_clean();
}

/// From now on half a minute is over at once.
fn hurry(browser: &Browser) {
    browser.script(
        "const later = setTimeout;
        window.setTimeout = (then, time, ...rest) => later(then, time === 30000 ? 0 : time, ...rest);",
        vec![],
    );
}

fn out_of_the_page_for_long_it_keeps_its_state(browser: &Browser) {
    let site = built("vite");
    let page = Page::open(browser, &site, "/");
    page.choose("rung", "wow");
    page.until("it answers", || page.figure("verdict").value == "over");
    hurry(browser);
    let take_out =
        "window.kept = document.querySelector('service-level-calculator'); kept.remove()";
    browser.script(take_out, vec![]);
    page.until("it is given up", || {
        browser.script("return !kept.shadowRoot.querySelector('.slc')", vec![]) == true
    });
    browser.script("document.body.append(kept)", vec![]);
    page.until_complete();
    assert_eq!(page.figure("verdict").value, "over");
    page.assert_clean();
}

/// What the page around the calculator says of its answer.
fn said(browser: &Browser) -> String {
    let said = browser.script("return document.querySelector('p').textContent", vec![]);
    said.as_str().expect("a text").to_owned()
}

fn react_sets_it_and_hears_it(browser: &Browser) {
    let site = built("react");
    let page = Page::open(browser, &site, "/");
    // The market is an attribute, the language too, and what is hidden a property.
    page.expect(
        &model::outcome(json!({ "segment": "hotel" })),
        &["expected"],
    );
    assert_eq!(page.count(".slc[lang=en]"), 1);
    assert_eq!(page.count("[data-panel=queue]"), 0);
    page.choose("rung", "wow");
    page.until("React is told", || said(browser).starts_with("over: "));
    page.click("#russian");
    page.until("it speaks Russian", || page.count(".slc[lang=ru]") == 1);
    page.click("#taxi");
    let taxi = model::outcome(json!({ "segment": "taxi", "rung": "wow" }));
    page.expect(&taxi, &["expected", "level"]);
    let level = model::at(&taxi, "level").as_f64().unwrap();
    let wanted = format!("over: {} of 100", level.round());
    page.until("React is told again", || said(browser) == wanted);
    assert!(
        page.told("slc:error").is_empty(),
        "{:?}",
        page.told("slc:error")
    );
    page.assert_clean();
}

fn react_takes_it_out_and_nothing_is_left(browser: &Browser) {
    let site = built("react");
    let page = Page::open(browser, &site, "/");
    hurry(browser);
    // What was taken out is watched without being held.
    browser.script("window.out = []", vec![]);
    for _ in 0..4 {
        browser.script(
            "out.push(new WeakRef(document.querySelector('service-level-calculator')))",
            vec![],
        );
        page.click("#shown");
        page.until("it is out", || page.count(".slc") == 0);
        page.click("#shown");
        page.until_complete();
    }
    page.choose("rung", "wow");
    page.until("the last one answers", || {
        said(browser).starts_with("over: ")
    });
    page.until("those before have ended", || {
        let body = "return out.every(e => !e.deref()?.shadowRoot.querySelector('.slc'))";
        browser.script(body, vec![]) == true
    });
    if browser.engine() == Engine::Chromium {
        // Its cache of styles keeps one shadow root, however many there were.
        page.until("the page has forgotten them", || {
            browser.devtools("HeapProfiler.collectGarbage", json!({}));
            browser.script("return out.filter(e => e.deref()).length < 2", vec![]) == true
        });
    }
    assert_eq!(site.asked_for("app-*.wasm"), 1);
    assert!(
        page.told("slc:error").is_empty(),
        "{:?}",
        page.told("slc:error")
    );
    page.assert_clean();
}
