//! From a key press to the next paint, on a processor a quarter as fast.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use web::{Browser, Key, Page, Site};

use crate::{SEEK, figure, quantile};

/// How much slower than this machine a visitor's phone is.
pub(crate) const THROTTLE: u32 = 4;

/// Presses before the first that counts: a browser optimises what it has seen run.
pub(crate) const WARM_UP: usize = 20;

/// Presses on the chart's handle; in each of the fields.
const STEPS: usize = 120;
pub(crate) const LETTERS: usize = 40;
const INPUTS: usize = STEPS + FIELDS.len() * LETTERS;

const FIELDS: [&str; 2] = ["customers", "cheque"];

/// Between two presses: what one of them causes is over before the next.
const PAUSE: Duration = Duration::from_millis(120);

/// Notes for each press how long it took until the frame that it causes was made: a message that is
/// sent before a frame arrives once that has been laid out and painted. What the browser's other
/// processes then do with it is in its own figure alone, Event Timing, in steps of 8 ms.
pub(crate) const WATCH: &str = "
    const times = (window.benchTimes = []);
    const frames = (window.benchFrames = []);
    const told = (window.benchTold = new Map());
    const handled = (window.benchHandled = new Map());
    let pressed = 0;
    const paint = () => {
        const start = pressed;
        requestAnimationFrame(() => {
            const frame = performance.now();
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                const end = performance.now();
                times.push(end - start);
                frames.push(end - frame);
            };
            port2.postMessage(0);
        });
    };
    addEventListener('keydown', (event) => {
        pressed = event.timeStamp;
        if (event.composedPath()[0].getAttribute('role') === 'slider') paint();
    }, true);
    addEventListener('input', paint, true);
    new PerformanceObserver((list) => {
        for (const { interactionId: id, duration, processingStart, processingEnd } of list.getEntries()) {
            if (!id) continue;
            told.set(id, Math.max(duration, told.get(id) ?? 0));
            handled.set(id, processingEnd - processingStart + (handled.get(id) ?? 0));
        }
    }).observe({ type: 'event', durationThreshold: 16 });";

/// Forgets what has been noted so far.
pub(crate) const FORGET: &str = "benchTimes.length = benchFrames.length = 0;
    benchTold.clear(); benchHandled.clear()";

/// Times steps of the chart's handle and digits in fields.
pub fn measure(browser: &Browser) {
    let site = Site::start();
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_complete();
    for field in FIELDS {
        page.fill(field, "1200");
    }
    slow_down(browser, THROTTLE);
    browser.script(WATCH, vec![]);
    step(browser, WARM_UP);
    taken(browser, &page, WARM_UP);
    browser.script(FORGET, vec![]);
    step(browser, STEPS);
    for field in FIELDS {
        let body =
            format!("{SEEK} seek(`input[name=${{arguments[0]}}]:not([type=range])`).focus()");
        browser.script(&body, vec![json!(field)]);
        type_digits(&page, LETTERS);
    }
    let times = taken(browser, &page, INPUTS);
    let mut told = numbers(browser, "return [...benchTold.values()]");
    let handled = numbers(browser, "return [...benchHandled.values()]");
    let frames = numbers(browser, "return benchFrames");
    // The browser keeps to itself what took less.
    told.resize(INPUTS.max(told.len()), 16.0);
    let alone = deaf(browser, &page);
    slow_down(browser, 1);
    let what = |share: &str| format!("input to next paint at {THROTTLE}× throttle, {share}");
    figure(&what("p50"), quantile(&times, 0.5), "ms", None);
    figure(&what("p95"), quantile(&times, 0.95), "ms", Some(29.0));
    let part = |name: &str, values: &[f64]| {
        let what = what(&format!("p50, of that {name}"));
        figure(&what, quantile(values, 0.5), "ms", None);
    };
    part("the page's program", &handled);
    part("style, layout and paint", &frames);
    let what = what("p95, as the browser tells: until it is seen");
    figure(&what, quantile(&told, 0.95), "ms", None);
    for (share, name) in [(0.5, "p50"), (0.95, "p95")] {
        let what = format!("the same of a digit that our program does not hear of, {name}");
        figure(&what, quantile(&alone, share), "ms", None);
    }
    let added = quantile(&times, 0.95) - quantile(&alone, 0.95);
    // What the browser takes by itself is not ours to bound.
    let what = "what our program adds to that, p95";
    figure(what, added, "ms", Some(10.0));
}

/// The times of digits that the page's program is not told of: what the browser takes in this page by
/// itself.
fn deaf(browser: &Browser, page: &Page<'_>) -> Vec<f64> {
    let stop = "for (const kind of ['keydown', 'keypress', 'beforeinput', 'input', 'keyup']) {
            addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
        }";
    browser.script(stop, vec![]);
    browser.script(FORGET, vec![]);
    type_digits(page, LETTERS);
    taken(browser, page, LETTERS)
}

/// Makes the processor so many times slower.
pub(crate) fn slow_down(browser: &Browser, rate: u32) {
    browser.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }));
}

/// Types a digit at the end of the focused field and takes it away again, so many presses in all.
pub(crate) fn type_digits(page: &Page<'_>, presses: usize) {
    page.press(Key::End);
    for press in 0..presses {
        match press % 2 {
            0 => page.press("3"),
            _ => page.press(Key::Backspace),
        }
        sleep(PAUSE);
    }
}

/// Moves the chart's handle down and up again, a point at a time.
fn step(browser: &Browser, times: usize) {
    let level = || {
        let body = format!(
            "{SEEK} const handle = seek('.handle[role=slider]'); handle.focus();
            return handle.getAttribute('aria-valuenow')"
        );
        browser.script(&body, vec![])
    };
    let before = level();
    for time in 0..times {
        // Down, then up again: every press changes the level.
        let back = time >= times / 2;
        browser.press(if back { Key::Right } else { Key::Left });
        sleep(PAUSE);
        if time == 0 {
            assert_ne!(level(), before, "the handle follows the keys");
        }
    }
}

/// The times of so many inputs, once all are in.
pub(crate) fn taken(browser: &Browser, page: &Page, count: usize) -> Vec<f64> {
    let times = || numbers(browser, "return benchTimes");
    page.until("every input is painted", |_| times().len() >= count);
    let times = times();
    assert_eq!(times.len(), count, "one time an input");
    times
}

fn numbers(browser: &Browser, body: &str) -> Vec<f64> {
    serde_json::from_value(browser.script(body, vec![])).expect("numbers")
}
