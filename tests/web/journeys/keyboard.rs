//! Without a mouse, and with a screen reader: keys reach and use everything, and what changes is
//! announced. Also the handle of the chart, by keys and by the mouse.

use model::Tables;
use serde_json::{Value, json, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::session::{Action, Entries, Session};
use web::{Browser, Engine, Key, Now, Page, Site, expected};

use crate::business::{FIGURES, MARKET, figures_of};

tests![
    tab_reaches_everything_in_order: everywhere,
    the_market_and_the_rung_are_picked_by_keys: everywhere,
    the_handle_moves_by_keys_and_mouse_and_its_level_is_adopted: everywhere,
    what_changes_is_announced,
];

fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    Page::open(browser, site, "/?lang=en")
}

/// The outcome for the start with these inputs besides.
fn outcome(more: &[(&str, Value)]) -> Value {
    let mut inputs = json!({ "segment": "clinic", "cheque": 120 });
    for (name, value) in more {
        inputs[*name] = value.clone();
    }
    expected::outcome(inputs)
}

/// Moves the focus as the Tab key does, which selects the content of a field.
fn focus(page: &Page, css: &str) {
    page.expect_some(css);
    page.run(
        "const e = one(arguments[0]); e.focus(); e.select?.()",
        vec![json!(css)],
    );
}

/// Everything that takes the focus, in order; of each group of radio buttons the chosen one. And from
/// now on every element that takes it, if the focus is seen on it.
const STOPS: &str = "
    const css = 'button, input, select, a[href], [tabindex=\"0\"]';
    const stops = [...deep(document, css)]
        .filter((e) => !e.disabled && e.getClientRects().length && (e.type !== 'radio' || e.checked));
    const names = new Map(stops.map((e, at) => [e, `${at} ${e.outerHTML.slice(0, 120)}`]));
    window.__focused = [];
    // Outside of the shadow root no event tells that the focus moves within it.
    one('.slc').getRootNode().addEventListener('focusin', ({ target: e }) => {
        const name = names.get(e) ?? `no stop: ${e.outerHTML.slice(0, 120)}`;
        window.__focused.push(e.matches(':focus-visible') ? name : `not seen: ${name}`);
    });
    getSelection().collapse(document.body, 0);
    return [...names.values()]";

fn tab_reaches_everything_in_order(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.expect_accessible();
    // A group of radio buttons is one stop once one of them is chosen. A script chooses it: the Tab key
    // would go on from where a mouse was pressed.
    page.run("one('input[name=rung][value=basic]').click()", vec![]);
    page.expect_some("[data-lever=survey]");
    page.expect_gone("[name=undo]:disabled");
    // Later parts of the page have stops, too.
    page.expect_some(".panel-toggle .finding");
    let stops: Vec<String> =
        serde_json::from_value(browser.script(STOPS, vec![])).expect("the stops");
    assert!(stops.len() > 40, "{} stops", stops.len());
    for (at, stop) in stops.iter().enumerate() {
        page.press(Key::Tab);
        page.expect_eq("the stop", Some(stop.clone()), |now| {
            let body = "return window.__focused[arguments[0]] ?? null";
            let focused = now.script(body, vec![json!(at)]);
            focused.as_str().map(str::to_owned)
        });
    }
    page.assert_clean();
}

/// The option of the segment's list that the keys have moved to.
fn active(now: &Now) -> String {
    let body = "const id = one('#segment').getAttribute('aria-activedescendant');
        return id ? one(`#${id}`)?.dataset.segment ?? '' : ''";
    let active = now.script(body, vec![]);
    active.as_str().unwrap_or_default().to_owned()
}

fn the_market_and_the_rung_are_picked_by_keys(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    focus(&page, "#segment");
    let expect_list = |open: bool| page.expect_some(&format!("#segment[aria-expanded={open}]"));
    page.press("TAXI");
    page.expect_eq("the first that fits", "taxi", active);
    page.press(Key::Enter);
    expect_list(false);
    page.expect_value("segment", "Taxi");
    // It offers all of them again, and begins at the chosen one.
    page.press(Key::Down);
    page.expect_eq("the chosen one", "taxi", active);
    page.press(Key::Up);
    page.until("the one before", |now| active(now) != "taxi");
    page.press(Key::Escape);
    expect_list(false);
    page.expect_value("segment", "Taxi");
    page.press(Key::Down);
    page.expect_eq("the chosen one", "taxi", active);
    page.press(Key::Up);
    let other = page.once("the one before", |now| {
        Some(active(now)).filter(|id| !id.is_empty() && id != "taxi")
    });
    page.press(Key::Enter);
    expect_list(false);
    let row = Tables::built_in().segment(&other).unwrap();
    let inputs = json!({ "segment": other, "cheque": row.cheque_usd });
    page.expect_all(&expected::outcome(inputs), MARKET);
    // Nothing fits: the segment stays.
    page.press("qqq");
    page.expect_gone("#segment-list [role=option]");
    page.press(Key::Enter);
    page.press(Key::Tab);
    expect_list(false);
    page.until("the name is back", |now| {
        now.value("segment")
            .is_some_and(|name| !name.is_empty() && name != "qqq")
    });
    // Radio buttons follow the arrows, and take what they come to.
    focus(&page, "#segment");
    page.press("clinic");
    page.expect_eq("the first that fits", "clinic", active);
    page.press(Key::Enter);
    page.expect_all(&outcome(&[]), MARKET);
    focus(&page, "input[name=rung][value=expected]");
    for (key, rung) in [
        (Key::Space, "expected"),
        (Key::Right, "desired"),
        (Key::Left, "expected"),
        (Key::Left, "basic"),
    ] {
        page.press(key);
        page.expect_all(&outcome(&[("rung", json!(rung))]), &FIGURES);
    }
    page.assert_clean();
}

/// What the model says of the start on the rung Expected, looked at elsewhere: what is fitted at the
/// present level stays.
fn looked_at(level: f64) -> Value {
    let tables = Tables::built_in();
    let actions = [Action::Rung("expected".into()), Action::WhatIf(Some(level))];
    let start = Session::new(Entries::start(tables, "en"));
    let session = actions
        .into_iter()
        .fold(start, |session, action| session.apply(action, tables));
    to_value(Answer::new(&session, tables).unwrap().outcome).unwrap()
}

/// Drags the handle from a level to the right and to the left.
fn the_mouse_moves_the_handle(page: &Page, from: f64) {
    let mut before = from;
    let listen = "addEventListener('pointerup', ({ clientX }) => { window.__up = clientX; }, true)";
    page.run(listen, vec![]);
    for right in [90, -160] {
        // The drag before has selected text: a browser would drag that.
        page.run(
            "window.__up = NaN; getSelection().removeAllRanges()",
            vec![],
        );
        page.drag(".handle .knob", right);
        page.until("the handle is where the mouse let it go", |now| {
            let body = "const { x, width } = one('.handle .knob').getBoundingClientRect();
                return Math.abs(x + width / 2 - window.__up) < 12";
            now.script(body, vec![]) == true
        });
        let level = page.once("the level is that of the handle", |now| {
            let level = now.number("level")?;
            now.has(&format!(".handle[aria-valuenow='{level}']"))
                .then_some(level)
        });
        assert_eq!(level > before, right > 0, "{before} to {level}");
        assert_eq!((2.0 * level).fract(), 0.0, "half points: {level}");
        let wanted = looked_at(level);
        page.expect_all(&wanted, &figures_of(&wanted));
        before = level;
    }
}

fn the_handle_moves_by_keys_and_mouse_and_its_level_is_adopted(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.choose("rung", "expected");
    let at = |level: f64| outcome(&[("level", json!(level))]);
    page.expect_all(&at(74.0), &FIGURES);
    let listen = "window.scrolling = [];
        addEventListener('keydown', ({ key, defaultPrevented }) => { if (!defaultPrevented) scrolling.push(key); })";
    page.run(listen, vec![]);
    focus(&page, ".handle");
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
        let wanted = looked_at(level);
        page.expect_all(&wanted, &figures_of(&wanted));
        page.expect_some(&format!(".handle[aria-valuenow='{level}']"));
    }
    page.always("no key scrolls the page besides", |now| {
        now.script("return window.scrolling", vec![]) == json!([])
    });
    page.expect_accessible();
    page.press(Key::Escape);
    page.expect_all(&at(74.0), &FIGURES);
    page.expect_gone("[name=adopt]");
    // WebKit's driver moves no mouse over a point that had to be scrolled into sight.
    if browser.engine() != Engine::WebKit {
        the_mouse_moves_the_handle(&page, 74.0);
        page.click("[name=back]");
        page.expect_all(&at(74.0), &FIGURES);
    }
    focus(&page, ".handle");
    page.press(Key::End);
    page.press(Key::PageDown);
    let wanted = looked_at(95.0);
    page.expect_all(&wanted, &figures_of(&wanted));
    page.click("[name=adopt]");
    page.expect_gone("[name=adopt]");
    page.expect_all(&at(95.0), &figures_of(&at(95.0)));
    page.expect_some("input[name=by][value=level]:checked");
    page.expect_value("level", "95");
    // The rung is kept, and decides again when asked to.
    page.choose("by", "rung");
    page.expect_all(&at(74.0), &FIGURES);
    page.assert_clean();
}

/// A screen reader announces what changes in a live region that was there before, not one that comes
/// with its text; an alert it announces in any case.
fn what_changes_is_announced(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let region = ".verdict [aria-live=polite]";
    page.run("window.__live = one(arguments[0])", vec![json!(region)]);
    let expect_said = |what: &str, says: &dyn Fn(&str) -> bool| {
        page.until(what, |now| {
            let body = "const e = window.__live; return e.isConnected && !e.closest('[hidden]') && one(arguments[0]) === e";
            now.script(body, vec![json!(region)]) == true && says(&now.text(region))
        });
    };
    for (rung, points) in [("basic", "64"), ("wow", "89")] {
        page.choose("rung", rung);
        expect_said(rung, &|text| text.contains(points));
    }
    // An explanation opens within the region and takes the focus: it is not read out twice.
    page.click(".amounts button.figure:has(> data[data-figure=loss])");
    page.expect_focus("#explain-title");
    page.expect_some(&format!("{region} [aria-live=off] #explain-title"));
    page.fill("cheque", "lots");
    page.expect_some("#cheque-error[role=alert]");
    page.expect_some("#cheque[aria-invalid=true][aria-describedby~=cheque-error]");
    page.expect_some(".verdict [role=status]");
    page.expect_accessible();
    page.fill("cheque", "77");
    page.expect_gone("#cheque-error");
    expect_said("the region is the same", &|text| !text.is_empty());
    page.assert_clean();
}
