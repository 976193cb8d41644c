//! The harness itself, on a small page of its own: it must see what it is to report.

use std::path::Path;
use std::thread::{scope, sleep};
use std::time::Duration;

use serde_json::json;
use web::{Browser, Engine, Failure, Key, Page, Preferences, Site, model};

tests![
    a_figure_follows_what_is_typed_and_chosen,
    the_outcome_of_a_case_is_that_of_the_model,
    keys_reach_the_element_with_the_focus,
    elements_in_a_shadow_root_are_found,
    a_clean_page_is_clean_under_a_sub_path,
    one_that_is_still_to_draw_is_waited_for,
    a_violation_of_the_policy_is_reported,
    an_uncaught_error_is_collected,
    a_failing_path_fails_as_told,
    a_frame_of_320_pixels_is_320_pixels_wide,
    content_too_wide_is_noticed,
    axe_finds_a_picture_without_a_text,
    a_screenshot_is_a_picture,
    language_and_colours_are_as_told,
];

fn scratch() -> Site {
    Site::serving(Path::new(env!("CARGO_MANIFEST_DIR")).join("scratch"))
}

fn a_figure_follows_what_is_typed_and_chosen(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/");
    page.fill("customers", "1200");
    page.fill("customers", "34.5");
    page.choose("segment", "clinic");
    page.choose("tier", "premium");
    let wanted = json!({ "customers": 34.5, "tier": "premium", "nested": ["clinic"] });
    page.expect(&wanted, &["customers", "tier", "nested.0"]);
    assert_eq!(page.figure("customers").text, "35");
    page.fill("customers", "");
    page.until("the field is empty", || {
        page.figure("customers").value.is_empty()
    });
    page.assert_clean();
}

fn the_outcome_of_a_case_is_that_of_the_model(_: &Browser) {
    let inputs = json!({ "segment": "clinic", "tier": "standard", "customers": 1000, "cheque": 100, "rung": "expected" });
    let outcome = model::outcome(inputs);
    assert!(model::agrees("74", model::at(&outcome, "expected")));
    assert!(model::agrees("sufficient", model::at(&outcome, "verdict")));
    assert!(
        model::at(&outcome, "band.0").is_number()
            && model::at(&outcome, "exceeding.extra_cost").is_number()
    );
    assert!(!model::agrees("74.001", model::at(&outcome, "expected")));
}

fn keys_reach_the_element_with_the_focus(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/");
    page.fill("customers", "7");
    page.press("8");
    page.press(Key::Tab);
    page.press(Key::Down);
    page.expect(
        &json!({ "customers": 78, "tier": "premium" }),
        &["customers", "tier"],
    );
}

fn elements_in_a_shadow_root_are_found(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/");
    assert_eq!(page.figure("hidden").number(), 3.0);
    page.click("button[name=inside]");
    page.expect(&json!({ "hidden": 4 }), &["hidden"]);
}

fn a_clean_page_is_clean_under_a_sub_path(browser: &Browser) {
    let site = scratch();
    Page::open(browser, &site, "/any/sub/path/").assert_clean();
    assert!(
        site.requests()
            .contains(&"/any/sub/path/behave.js".to_owned()),
        "{:?}",
        site.requests()
    );
}

fn one_that_is_still_to_draw_is_waited_for(browser: &Browser) {
    let site = Site::start();
    site.host_page("/config.json", "{}");
    site.hold("config.json");
    let body =
        "<script async src=/slc.js></script><service-level-calculator></service-level-calculator>
        <service-level-calculator config=config.json></service-level-calculator>";
    let page = Page::visit_host(browser, &site, "", body);
    page.start_all();
    page.until("one of them is complete", || {
        page.count(".slc[data-complete]") == 1
    });
    assert_eq!(page.count(".slc"), 1, "there is nothing to ask the other");
    scope(|held| {
        held.spawn(|| {
            sleep(Duration::from_millis(300));
            site.release("config.json");
        });
        page.until_complete();
    });
    assert_eq!(page.count(".slc[data-complete]"), 2);
}

fn a_violation_of_the_policy_is_reported(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/?violate");
    page.until("the server has the report", || !site.reports().is_empty());
    page.until("the page has the error", || !page.errors().is_empty());
}

fn an_uncaught_error_is_collected(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/?throw");
    page.until("both errors are collected", || page.errors().len() == 2);
}

fn a_failing_path_fails_as_told(browser: &Browser) {
    for (failure, wanted) in [
        (Failure::NotFound, json!([404, ""])),
        (Failure::ServerError, json!([500, ""])),
        (
            Failure::HtmlInstead,
            json!([200, "text/html; charset=utf-8"]),
        ),
    ] {
        let site = scratch();
        site.fail("style.css", failure);
        Page::open(browser, &site, "/");
        let ask = "const done = arguments[0];
            fetch('style.css').then(r => done([r.status, r.headers.get('content-type') ?? '']))";
        assert_eq!(browser.script_async(ask, vec![]), wanted);
    }
}

fn a_frame_of_320_pixels_is_320_pixels_wide(browser: &Browser) {
    let site = scratch();
    let page = Page::open_framed(browser, &site, 320, "/?a=1&b=2");
    assert_eq!(
        browser.script("return [innerWidth, location.search]", vec![]),
        json!([320, "?a=1&b=2"])
    );
    assert_eq!(page.overflow(), 0);
    page.choose("segment", "clinic");
    page.expect(&json!({ "nested": ["clinic"] }), &["nested.0"]);
}

fn content_too_wide_is_noticed(browser: &Browser) {
    let site = scratch();
    let page = Page::open_framed(browser, &site, 320, "/?wide");
    assert!(page.overflow() > 0);
}

fn axe_finds_a_picture_without_a_text(browser: &Browser) {
    let site = scratch();
    assert_eq!(
        Page::open(browser, &site, "/").accessibility_faults(),
        Vec::<String>::new()
    );
    let faults = Page::open(browser, &site, "/?picture").accessibility_faults();
    assert!(
        faults.len() == 1 && faults[0].starts_with("image-alt"),
        "{faults:?}"
    );
}

fn a_screenshot_is_a_picture(browser: &Browser) {
    let site = scratch();
    Page::open(browser, &site, "/");
    assert!(browser.screenshot().starts_with(b"\x89PNG"));
}

fn language_and_colours_are_as_told(browser: &Browser) {
    let ask = "return [navigator.language.slice(0, 2), matchMedia('(prefers-color-scheme: dark)').matches]";
    let site = scratch();
    Page::open(browser, &site, "/");
    assert_eq!(browser.script(ask, vec![]), json!(["en", false]));
    let russian = Browser::start_with(
        browser.engine(),
        Preferences {
            language: "ru-RU",
            dark: true,
        },
    );
    Page::open(&russian, &site, "/");
    let told = russian.script(ask, vec![]);
    // WebKit takes its language from the system's locales, where Russian may be missing.
    let language = if browser.engine() == Engine::WebKit {
        told[0].clone()
    } else {
        json!("ru")
    };
    assert_eq!(told, json!([language, true]));
    if browser.engine() == Engine::Chromium {
        russian.prefer_colours(false);
        assert_eq!(russian.script(ask, vec![]), json!(["ru", false]));
    }
}
