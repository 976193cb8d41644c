//! The harness itself, on a small page of its own: it acts as asked, and sees what it must report.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use serde_json::json;
use web::{Browser, Failure, Key, Page, Site};

tests![
    figures_follow_what_is_typed_chosen_and_pressed: everywhere,
    errors_and_violations_of_the_policy_are_collected: everywhere,
    content_too_wide_and_faults_of_accessibility_are_found: everywhere,
    files_fail_in_the_way_asked,
    a_calculator_that_draws_later_is_waited_for,
];

fn scratch() -> Site {
    Site::serving(Path::new(env!("CARGO_MANIFEST_DIR")).join("scratch"))
}

fn figures_follow_what_is_typed_chosen_and_pressed(browser: &Browser) {
    let site = scratch();
    let page = Page::open_framed(browser, &site, 320, "/any/sub/path/?a=1&b=2");
    page.expect_eq("the frame", json!([320, "?a=1&b=2"]), |now| {
        now.script("return [innerWidth, location.search]", vec![])
    });
    page.fill("customers", "1200");
    page.fill("customers", "34.5");
    page.choose("segment", "clinic");
    page.choose("tier", "premium");
    let wanted = json!({ "customers": 34.5, "tier": "premium", "nested": ["clinic"] });
    page.expect(&wanted, &["customers", "tier", "nested.0"]);
    page.expect_eq("the words", Some("35".to_owned()), |now| {
        now.figure("customers").map(|figure| figure.text)
    });
    // In a shadow root.
    page.expect(&json!({ "hidden": 3 }), &["hidden"]);
    page.click("button[name=inside]");
    page.expect(&json!({ "hidden": 4 }), &["hidden"]);
    // Keys go where the focus is.
    page.fill("customers", "7");
    page.press("8");
    page.press(Key::Tab);
    page.press(Key::Up);
    let wanted = json!({ "customers": 78, "tier": "standard" });
    page.expect(&wanted, &["customers", "tier"]);
    page.fill("customers", "");
    page.until("the field is empty", |now| {
        now.figure("customers")
            .is_some_and(|figure| figure.value.is_empty())
    });
    page.expect_fits();
    page.expect_accessible();
    page.assert_clean();
    assert!(site.asked_for("behave.js") > 0, "{:?}", site.requests());
    assert!(browser.screenshot().starts_with(b"\x89PNG"));
}

fn errors_and_violations_of_the_policy_are_collected(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/?violate&throw");
    for kind in ["error:", "rejection:", "policy:"] {
        page.expect_eq(kind, 1, |now| {
            let errors = now.errors();
            errors
                .iter()
                .filter(|error| error.starts_with(kind))
                .count()
        });
    }
    page.until("the browser reports the violation", |_| {
        !site.reports().is_empty()
    });
    let clean = catch_unwind(AssertUnwindSafe(|| page.assert_clean()));
    assert!(clean.is_err(), "a page with errors is not clean");
}

fn content_too_wide_and_faults_of_accessibility_are_found(browser: &Browser) {
    let site = scratch();
    let page = Page::open_framed(browser, &site, 320, "/?wide&picture");
    page.until("it is too wide", |now| now.overflow() > 0);
    let faults = page.once("the faults", |now| Some(now.accessibility_faults()));
    assert!(
        faults.len() == 1 && faults[0].starts_with("image-alt"),
        "{faults:?}"
    );
}

fn files_fail_in_the_way_asked(browser: &Browser) {
    let site = scratch();
    Page::open(browser, &site, "/");
    for (failure, wanted) in [
        (Failure::NotFound, json!([404, ""])),
        (Failure::ServerError, json!([500, ""])),
        (
            Failure::HtmlInstead,
            json!([200, "text/html; charset=utf-8"]),
        ),
        (Failure::OtherType, json!([200, "application/octet-stream"])),
    ] {
        site.fail("style.css", failure);
        let ask = "const done = arguments[0];
            fetch('style.css', { cache: 'no-store' })
                .then((r) => done([r.status, r.headers.get('content-type') ?? '']))";
        let answer = browser.script_async(ask, vec![]);
        assert_eq!(answer, wanted, "{failure:?}");
        site.recover();
    }
}

fn a_calculator_that_draws_later_is_waited_for(browser: &Browser) {
    let site = scratch();
    let page = Page::open(browser, &site, "/?late");
    page.always("the second one is complete", |now| {
        now.count(".slc[data-complete]") == 2
    });
}
