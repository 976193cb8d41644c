//! Without a mouse: everything is reached and used by keys. And the handle of the chart, by both.

use serde_json::{Value, json};
use web::{Browser, Key, Page, Site, model};

use crate::business::{FIGURES, MARKET};

tests![
    tab_reaches_everything_in_order,
    the_segment_is_found_and_picked_by_keys,
    radio_buttons_follow_the_arrows,
    the_handle_moves_by_keys,
    the_handle_is_dragged_by_the_mouse,
    a_level_looked_at_can_be_adopted,
];

fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    Page::open(browser, site, "/?lang=en")
}

/// The start with another level.
fn at(level: f64) -> Value {
    model::outcome(json!({ "segment": "clinic", "cheque": 120, "level": level }))
}

/// Gives the focus as the Tab key does, which selects what stands in a field.
fn focus(browser: &Browser, css: &str) {
    browser.script(
        "const e = one(arguments[0]); e.focus(); e.select?.()",
        vec![json!(css)],
    );
}

/// Whatever takes the focus, in order; of each group of radio buttons the chosen one.
const STOPS: &str = "return [...deep(document, 'button, input, select, a[href], [tabindex=\"0\"]')]
    .filter(e => !e.disabled && e.getClientRects().length && (e.type !== 'radio' || e.checked))";

fn tab_reaches_everything_in_order(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    // A group of radio buttons is one stop once one of them is chosen. Not by the mouse, from which
    // the Tab key would go on.
    browser.script("one('input[name=rung][value=basic]').click()", vec![]);
    page.until("it is picked", || {
        page.count("[data-lever=survey]") > 0 && page.count("[name=undo]:disabled") == 0
    });
    let count = browser.script(
        &format!("window.stops = (() => {{ {STOPS} }})(); return window.stops.length"),
        vec![],
    );
    let count = count.as_u64().unwrap();
    assert!(count > 40, "{count} stops");
    browser.script("getSelection().collapse(document.body, 0)", vec![]);
    for stop in 0..count {
        page.press(Key::Tab);
        let body = "const e = active();
            return [window.stops.indexOf(e), e.outerHTML.slice(0, 160), e.matches(':focus-visible')]";
        let found = browser.script(body, vec![]);
        assert_eq!(
            found[0].as_i64(),
            i64::try_from(stop).ok(),
            "stop {stop} of {count}: {}",
            found[1]
        );
        assert_eq!(found[2], true, "the focus is seen on {}", found[1]);
    }
    page.assert_clean();
}

fn value(browser: &Browser, css: &str) -> String {
    let value = browser.script("return one(arguments[0]).value", vec![json!(css)]);
    value.as_str().unwrap().to_owned()
}

fn the_segment_is_found_and_picked_by_keys(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    focus(browser, "#segment");
    let expanded = |open: bool| {
        let css = format!("#segment[aria-expanded={open}]");
        page.until(&css, || page.count(&css) == 1);
    };
    page.press("TAXI");
    expanded(true);
    page.press(Key::Enter);
    expanded(false);
    page.until("a taxi is picked", || value(browser, "#segment") == "Taxi");
    // All of them are offered again, the chosen one first at hand.
    page.press(Key::Down);
    expanded(true);
    let active = || {
        let body = "const input = one('#segment');
            return one('#' + input.getAttribute('aria-activedescendant'))?.dataset.segment ?? ''";
        browser.script(body, vec![])
    };
    page.until("the chosen one is at hand", || active() == "taxi");
    page.press(Key::Up);
    page.until("the one before is at hand", || active() != "taxi");
    page.press(Key::Escape);
    expanded(false);
    assert_eq!(value(browser, "#segment"), "Taxi");
    page.press(Key::Down);
    expanded(true);
    page.press(Key::Up);
    page.until("the one before is at hand", || active() != "taxi");
    let other = active();
    page.press(Key::Enter);
    expanded(false);
    let segment = other.as_str().unwrap();
    let row = service_level_calculator::model::Tables::built_in()
        .segment(segment)
        .unwrap();
    let inputs = json!({ "segment": segment, "cheque": row.cheque_usd });
    page.expect_all(&model::outcome(inputs), MARKET);
    page.press("qqq");
    page.until("nothing is found", || {
        page.count("#segment-list [role=option]") == 0
    });
    page.press(Key::Enter);
    page.press(Key::Tab);
    expanded(false);
    assert_ne!(value(browser, "#segment"), "qqq");
    page.assert_clean();
}

fn radio_buttons_follow_the_arrows(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.choose("tier", "premium");
    let premium = json!({ "segment": "clinic", "cheque": 120, "tier": "premium" });
    page.expect_all(&model::outcome(premium), MARKET);
    focus(browser, "input[name=rung][value=expected]");
    page.press(" ");
    let expected =
        json!({ "segment": "clinic", "cheque": 120, "tier": "premium", "rung": "expected" });
    page.expect_all(&model::outcome(expected), &FIGURES);
    page.press(Key::Right);
    let desired =
        json!({ "segment": "clinic", "cheque": 120, "tier": "premium", "rung": "desired" });
    page.expect_all(&model::outcome(desired), &FIGURES);
    page.press(Key::Left);
    page.press(Key::Left);
    let basic = json!({ "segment": "clinic", "cheque": 120, "tier": "premium", "rung": "basic" });
    page.expect_all(&model::outcome(basic), &FIGURES);
    page.assert_clean();
}

fn the_handle_moves_by_keys(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.choose("rung", "expected");
    page.expect_all(&at(74.0), &FIGURES);
    focus(browser, ".handle");
    for (key, level) in [
        (Key::Right, 75.0),
        (Key::Up, 76.0),
        (Key::Left, 75.0),
        (Key::Down, 74.0),
        (Key::PageDown, 69.0),
        (Key::PageUp, 74.0),
        (Key::PageUp, 79.0),
        (Key::End, 100.0),
        (Key::Right, 100.0),
    ] {
        page.press(key);
        page.expect_all(&at(level), &FIGURES);
        let now = browser.script(
            "return one('.handle').getAttribute('aria-valuenow')",
            vec![],
        );
        assert_eq!(now, level.to_string().as_str());
    }
    page.press(Key::Escape);
    page.expect_all(&at(74.0), &FIGURES);
    assert!(page.count("[name=adopt]") == 0);
    page.assert_clean();
}

fn the_handle_is_dragged_by_the_mouse(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    for (right, higher) in [(90, true), (-160, false)] {
        let before = page.figure("level").number();
        page.drag(".handle .knob", right);
        page.until("the level has moved", || {
            page.figure("level").number() != before
        });
        let level = page.figure("level").number();
        assert_eq!(level > before, higher, "{before} to {level}");
        assert_eq!((2.0 * level).fract(), 0.0, "half points: {level}");
        page.expect_all(&at(level), &FIGURES);
    }
    assert_eq!(page.count("[name=adopt]"), 1);
    page.click("[name=back]");
    page.expect_all(&at(74.0), MARKET);
    page.assert_clean();
}

fn a_level_looked_at_can_be_adopted(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.choose("rung", "basic");
    page.until("the rung decides", || page.figure("level").number() == 64.0);
    focus(browser, ".handle");
    page.press(Key::PageUp);
    page.expect_all(&at(69.0), &FIGURES);
    page.click("[name=adopt]");
    page.until("it is the level", || page.count("[name=adopt]") == 0);
    page.expect_all(&at(69.0), &FIGURES);
    page.until("points decide", || {
        page.count("input[name=by][value=level]:checked, #level") == 2
    });
    assert_eq!(value(browser, "#level"), "69");
    // The rung is kept, and decides again when asked to.
    page.choose("by", "rung");
    page.until("the rung decides", || page.figure("level").number() == 64.0);
    page.assert_clean();
}
