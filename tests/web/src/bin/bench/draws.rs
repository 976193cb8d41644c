//! The draws behind the ranges: in the worker alone, and as the panel has them made.

use model::{DRAWS, Inputs, Study, Tables};
use serde_json::{Value, json};
use web::{Browser, Page, Site};

use crate::{SEEK, figure, median};

/// How often each is measured; what is told is the median.
const RUNS: usize = 7;

/// Starts a worker, gives it a study, and ends it when it has answered, so many times.
const WORKER: &str = "
    const [script, numbers, runs] = arguments;
    const done = arguments[arguments.length - 1];
    const run = () => new Promise((end, fail) => {
        const created = performance.now();
        const worker = new Worker(script, { type: 'module' });
        let asked, thousand;
        worker.onerror = (event) => fail(event.message);
        worker.onmessage = ({ data }) => {
            const now = performance.now();
            if (typeof data === 'string') return fail(data);
            if (asked === undefined) {
                asked = now;
                return worker.postMessage({ id: 1, study: new Float64Array(numbers) });
            }
            if (data.done === 1000) {
                thousand = now - asked;
                worker.postMessage({ id: 1, on: true }); // As the page does at rest.
            }
            if (data.done < 10000) return;
            worker.terminate();
            end({ start: asked - created, thousand, all: now - asked, whole: now - created });
        };
    });
    (async () => {
        const all = [];
        for (let i = 0; i < runs; i += 1) all.push(await run());
        done(all);
    })().catch((error) => done(String(error)));";

/// Presses `again` and waits until all are there; tells of the page's long tasks in between.
const AGAIN: &str = "
    const done = arguments[arguments.length - 1];
    const long = [];
    const note = (list) => long.push(...list.getEntries().map((entry) => entry.duration));
    const observer = new PerformanceObserver((list) => note(list));
    observer.observe({ type: 'longtask' });
    const start = performance.now();
    seek('[name=certainty-redraw]').click();
    let began = false;
    const look = () => {
        began ||= !!seek('[name=certainty-cancel]');
        if (!began || !seek('[name=certainty-redraw]')) return requestAnimationFrame(look);
        const whole = performance.now() - start;
        setTimeout(() => {
            observer.disconnect();
            done({ whole, long: Math.max(0, ...long) });
        }, 100);
    };
    requestAnimationFrame(look);";

/// Times the draws of the first visitor's business.
pub fn measure(browser: &Browser) {
    let site = Site::start();
    let page = Page::visit(browser, &site, "/?lang=en");
    let has = |css: &str| {
        let body = format!("{SEEK} return !!seek(arguments[0])");
        browser.script(&body, vec![json!(css)]) == true
    };
    page.until("the panels are there", |_| has("[data-panel=certainty]"));
    page.click("[data-panel=certainty]");
    page.until("all are drawn", |_| {
        has("[name=certainty-redraw]") && has("[data-figure=\"certainty.loss.0\"]")
    });
    in_worker(browser, &site);
    by_panel(browser);
}

fn in_worker(browser: &Browser, site: &Site) {
    let asked = site.requests();
    let script = asked
        .iter()
        .find(|path| path.contains("/worker-") && path.ends_with(".js"));
    let script = script.expect("the page has fetched its worker");
    let study = Study::new(&Inputs::default(), Tables::built_in()).expect("the defaults are valid");
    let arguments = vec![json!(script), json!(study.to_numbers()), json!(RUNS)];
    let runs = browser.script_async(WORKER, arguments);
    let each = |name: &str| median(&column(&runs, name));
    let all = format!("{DRAWS} draws in the worker");
    figure("a start of the worker", each("start"), "ms", None);
    figure(
        "1000 draws in the worker",
        each("thousand"),
        "ms",
        Some(50.0),
    );
    figure(&all, each("all"), "ms", Some(250.0));
    let with_start = format!("{all}, with its start");
    figure(&with_start, each("whole"), "ms", Some(250.0));
}

fn by_panel(browser: &Browser) {
    let body = format!("{SEEK} {AGAIN}");
    let runs = (0..RUNS).map(|_| browser.script_async(&body, vec![]));
    let runs = Value::Array(runs.collect());
    let whole = median(&column(&runs, "whole"));
    figure("a press on `again` to all ranges", whole, "ms", None);
    let long = median(&column(&runs, "long"));
    let what = "the longest task of the page meanwhile (0: none over 50)";
    figure(what, long, "ms", Some(50.0));
}

/// One figure of every run.
fn column(runs: &Value, name: &str) -> Vec<f64> {
    let all = runs.as_array().unwrap_or_else(|| panic!("no runs: {runs}"));
    all.iter()
        .map(|run| {
            let value = run[name].as_f64();
            value.unwrap_or_else(|| panic!("no {name}: {run}"))
        })
        .collect()
}
