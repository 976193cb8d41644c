//! The main job in a real browser: pick, change, read figures equal to the model's.

use serde_json::{Value, json};
use web::{Browser, Failure, Page, Site, model};

tests![
    the_verdict_is_that_of_the_model,
    every_rung_gives_the_figures_of_the_model,
    what_is_typed_changes_the_figures,
    the_language_changes_the_words_and_not_the_figures,
    it_runs_under_any_sub_path,
    nothing_sticks_out_at_320_pixels,
    axe_finds_no_fault,
    a_missing_file_leaves_the_static_text_and_says_so,
];

const FIGURES: &[&str] = &[
    "expected",
    "level",
    "loss",
    "loss_within_year",
    "exceeding.extra_cost",
    "band.0",
    "band.1",
    "sufficient",
    "verdict",
];

/// Picks a market and fills the numbers that have no default.
fn pick(page: &Page, segment: &str, tier: &str, rung: &str) {
    page.choose("segment", segment);
    page.choose("tier", tier);
    page.choose("rung", rung);
    page.fill("customers", "1200");
    page.fill("cheque", "90");
}

fn the_verdict_is_that_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    pick(&page, "clinic", "premium", "basic");
    let outcome = model::outcome(
        json!({ "segment": "clinic", "tier": "premium", "rung": "basic", "customers": 1200, "cheque": 90 }),
    );
    page.expect(&outcome, FIGURES);
    page.assert_clean();
}

fn every_rung_gives_the_figures_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    pick(&page, "restaurant", "economy", "expected");
    for rung in [
        "terrible",
        "basic",
        "expected",
        "desired",
        "wow",
        "unbelievable",
    ] {
        page.choose("rung", rung);
        let outcome = model::outcome(
            json!({ "segment": "restaurant", "tier": "economy", "rung": rung, "customers": 1200, "cheque": 90 }),
        );
        page.expect(&outcome, FIGURES);
    }
    page.assert_clean();
}

fn what_is_typed_changes_the_figures(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    pick(&page, "hotel", "luxury", "desired");
    page.fill("customers", "80000");
    page.fill("purchases", "3");
    let outcome = model::outcome(json!({
        "segment": "hotel", "tier": "luxury", "rung": "desired", "customers": 80000, "cheque": 90, "purchases": 3,
    }));
    page.expect(&outcome, FIGURES);
    page.assert_clean();
}

fn the_language_changes_the_words_and_not_the_figures(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    pick(&page, "clinic", "standard", "wow");
    let (english, verdict) = (page.figure("loss"), page.figure("verdict"));
    page.click("[data-language=ru]");
    page.until("the page is Russian", || {
        !page.elements(".slc[lang|=ru]").is_empty()
    });
    page.until("the verdict is Russian", || {
        page.figure("verdict").text != verdict.text
    });
    let russian = page.figure("loss");
    assert_eq!(russian.value, english.value);
    assert_eq!(page.figure("verdict").value, verdict.value);
    page.assert_clean();
}

fn it_runs_under_any_sub_path(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/any/sub/path/?lang=ru");
    pick(&page, "clinic", "standard", "expected");
    let outcome = model::outcome(
        json!({ "segment": "clinic", "tier": "standard", "rung": "expected", "customers": 1200, "cheque": 90 }),
    );
    page.expect(&outcome, FIGURES);
    page.assert_clean();
    let outside: Vec<String> = site
        .requests()
        .into_iter()
        .filter(|path| !path.starts_with("/any/sub/path/") && path != "/favicon.ico")
        .collect();
    assert_eq!(
        outside,
        Vec::<String>::new(),
        "requests outside of the sub-path"
    );
}

fn nothing_sticks_out_at_320_pixels(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
    }
}

fn axe_finds_no_fault(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open(browser, &site, &format!("/?lang={language}"));
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}

fn a_missing_file_leaves_the_static_text_and_says_so(browser: &Browser) {
    for file in [".wasm", ".core.txt"] {
        for failure in [
            Failure::NotFound,
            Failure::ServerError,
            Failure::HtmlInstead,
        ] {
            let site = Site::start();
            site.fail(file, failure);
            let page = Page::visit(browser, &site, "/?lang=en");
            page.until("the failure is said", || {
                !page.elements("[role=alert]").is_empty()
            });
            let text = browser.script("return document.querySelector('main').innerText", vec![]);
            let text = text.as_str().unwrap();
            assert!(
                text.contains("How good should our service be?"),
                "{file}, {failure:?}: {text}"
            );
            assert_eq!(
                page.errors().len(),
                1,
                "{file}, {failure:?}: {:?}",
                page.errors()
            );
            assert_eq!(
                site.reports(),
                Vec::<Value>::new(),
                "violations of the policy"
            );
        }
    }
}
