//! The draws in a real worker: the figures of the native model, progress, stopping, failing.

use serde_json::{Value, json, to_value};
use service_level_calculator::model::{DRAWS, Inputs, SEED, Study, Tables, uncertainty};
use web::{Browser, Failure, Page, Site};

tests![
    the_worker_s_figures_are_the_native_ones,
    the_verdict_shows_ranges_and_drops_them_when_the_input_changes,
    a_level_that_is_looked_at_has_ranges_of_its_own,
    a_stopped_worker_leaves_the_last_result,
    a_failing_worker_leaves_the_verdict_and_says_so,
    ten_thousand_worlds_are_drawn_in_time_and_off_the_main_thread,
    it_fits_a_phone_and_everybody_can_use_it,
];

const FIGURES: [&str; 5] = ["loss", "gap", "level", "extra_cost", "loss_within_year"];

/// What the native model says to the inputs of a golden case.
fn native(inputs: Value) -> Value {
    let inputs: Inputs = serde_json::from_value(inputs).unwrap();
    let said = uncertainty(&inputs, DRAWS as f64, SEED, Tables::built_in()).unwrap();
    to_value(said).unwrap()
}

fn has(page: &Page, name: &str) -> bool {
    page.count(&format!("data[data-figure=\"{name}\"]")) > 0
}

fn all_drawn(page: &Page) -> bool {
    // After the last simulation is drawn, all of them still have to be summed up.
    has(page, "certainty.loss.0")
        && page.count("[name=certainty-redraw]") > 0
        && page.figure("certainty.done").number() == DRAWS as f64
}

fn open(page: &Page) {
    page.click("[data-panel=certainty]");
    page.until("all simulations are drawn", || all_drawn(page));
}

/// The page shows these very figures: not one bit of them differs.
fn expect_exactly(page: &Page, said: &Value) {
    let mut compared = 0;
    for figure in FIGURES {
        for place in 0..3 {
            let name = format!("certainty.{figure}.{place}");
            if has(page, &name) {
                assert_eq!(
                    Some(page.figure(&name).number()),
                    said[figure][place].as_f64(),
                    "{name}"
                );
                compared += 1;
            }
        }
    }
    assert!(compared >= 9, "{compared} figures");
    for verdict in ["under", "sufficient", "over"] {
        let shown = page.figure(&format!("certainty.of_100.{verdict}"));
        let share = said["verdict"][verdict].as_f64().unwrap();
        assert_eq!(shown.number(), (100.0 * share).round(), "{verdict}");
    }
}

/// The address of the page with a market chosen.
fn at(segment: &str) -> String {
    format!("/any/sub/path/?lang=en&segment={segment}&tier=premium")
}

/// Fills in a business of that market.
fn pick(page: &Page, segment: &str, rung: &str) -> Value {
    page.choose("rung", rung);
    page.fill("customers", "1200");
    page.fill("cheque", "90");
    json!({ "segment": segment, "tier": "premium", "rung": rung, "customers": 1200, "cheque": 90 })
}

fn the_worker_s_figures_are_the_native_ones(browser: &Browser) {
    for (segment, rung) in [("clinic", "basic"), ("hotel", "wow")] {
        let site = Site::start();
        let page = Page::open(browser, &site, &at(segment));
        let inputs = pick(&page, segment, rung);
        open(&page);
        let said = native(inputs);
        // The draws of the first digits may have come to an end before.
        page.until("the ranges are those of all that was typed", || {
            Some(page.figure("certainty.loss.0").number()) == said["loss"][0].as_f64()
        });
        let full = "const bar = one('#certainty-progress'); return bar.value === bar.max";
        assert_eq!(browser.script(full, vec![]), true, "the progress is 100 %");
        expect_exactly(&page, &said);
        page.assert_clean();
    }
}

fn the_verdict_shows_ranges_and_drops_them_when_the_input_changes(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &at("clinic"));
    pick(&page, "clinic", "basic");
    let shown = || {
        let body = "return one('.net-value').innerText";
        browser.script(body, vec![]).as_str().unwrap().to_owned()
    };
    page.until("the loss is a range", || shown().contains('–'));
    let before = shown();
    // Nothing of an older answer stands beside new figures, not even for the next paint.
    let next = browser.script_async(
        "const done = arguments[arguments.length - 1];
        one('input[name=rung][value=terrible]').click();
        requestAnimationFrame(() => requestAnimationFrame(() =>
            done(one('.net-value').innerText)))",
        vec![],
    );
    assert_ne!(
        next.as_str(),
        Some(&*before),
        "a worker may be quick, but its ranges are new ones"
    );
    page.until("the loss is a range again", || shown().contains('–'));
    page.assert_clean();
}

fn a_level_that_is_looked_at_has_ranges_of_its_own(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, &at("clinic"));
    let inputs = pick(&page, "clinic", "basic");
    let own = native(inputs.clone());
    open(&page);
    page.until("the ranges of the present level", || {
        Some(page.figure("certainty.loss.0").number()) == own["loss"][0].as_f64()
    });
    browser.script("one('[role=slider]').focus()", vec![]);
    page.press(web::Key::Home);
    page.press(web::Key::PageUp);
    let level = page.figure("level").number();
    let tables = Tables::built_in();
    let inputs: Inputs = serde_json::from_value(inputs).unwrap();
    let study = Study {
        looked_at: Some(level),
        ..Study::new(&inputs, tables).unwrap()
    };
    let draws: Vec<_> = study.draws(SEED).take(DRAWS).collect();
    let said = to_value(service_level_calculator::model::Uncertainty::of(&draws)).unwrap();
    page.until("the ranges of the level looked at", || {
        Some(page.figure("certainty.loss.0").number()) == said["loss"][0].as_f64()
    });
    expect_exactly(&page, &said);
    page.assert_clean();
}

fn a_stopped_worker_leaves_the_last_result(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    let before = page.figure("certainty.loss.1");
    // In the page itself, and all but the first simulations held back: else a worker may end between
    // the two clicks.
    browser.script_async(
        "const done = arguments[arguments.length - 1];
        const { prototype } = Worker, { postMessage } = prototype;
        prototype.postMessage = function (order) { if (!order.on) postMessage.call(this, order) };
        one('[name=certainty-redraw]').click();
        const stop = () => {
            const button = one('[name=certainty-cancel]');
            if (!button) return requestAnimationFrame(stop);
            prototype.postMessage = postMessage;
            button.click();
            done();
        };
        requestAnimationFrame(stop)",
        vec![],
    );
    page.until("it says that it was stopped", || {
        page.count("#panel-certainty .notice-caution") > 0
    });
    assert_eq!(page.figure("certainty.loss.1"), before);
    page.click("[name=certainty-redraw]");
    page.until("all simulations are drawn again", || all_drawn(&page));
    assert_eq!(page.figure("certainty.loss.1"), before);
    page.assert_clean();
}

fn a_failing_worker_leaves_the_verdict_and_says_so(browser: &Browser) {
    for file in ["worker-*.js", "worker-*.wasm"] {
        for failure in [
            Failure::NotFound,
            Failure::ServerError,
            Failure::HtmlInstead,
        ] {
            let site = Site::start();
            site.fail(file, failure);
            let page = Page::open(browser, &site, "/?lang=en");
            page.choose("rung", "expected");
            page.until("it is told", || page.count("[data-figure=loss]") > 0);
            let verdict = page.figure("verdict");
            let loss = page.figure("loss");
            page.click("[data-panel=certainty]");
            page.until(&format!("{file}, {failure:?}: it is said"), || {
                page.count("#panel-certainty .notice-caution") > 0
            });
            assert_eq!(page.figure("verdict"), verdict, "{file}, {failure:?}");
            assert_eq!(page.figure("loss"), loss, "{file}, {failure:?}");
            assert_eq!(
                site.reports(),
                Vec::<Value>::new(),
                "violations of the policy"
            );
        }
    }
}

fn ten_thousand_worlds_are_drawn_in_time_and_off_the_main_thread(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    let body = "const done = arguments[arguments.length - 1];
        const tasks = [];
        try {
            new PerformanceObserver((list) => tasks.push(...list.getEntries().map((e) => e.duration)))
                .observe({ type: 'longtask' });
        } catch {} // in Chromium only
        const bar = one('#certainty-progress');
        const button = () => one('[name=certainty-redraw]');
        let first = 0;
        const start = performance.now();
        button().click();
        const look = () => {
            const now = performance.now();
            if (!first && bar.value > 0 && bar.value < bar.max) first = now;
            if (now - start > 100 && button()) {
                done({ whole: now - start, drawing: now - first, tasks });
            } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look)";
    let measure = || browser.script_async(body, vec![]);
    // Other tests run beside this one: what one run shows to be possible holds.
    let clean = |measured: &Value| {
        println!("{measured}");
        let long = measured["tasks"].as_array().unwrap().len();
        long == 0 && measured["whole"].as_f64().unwrap() < 2000.0
    };
    page.until("a run is quick and leaves the main thread free", || {
        clean(&measure())
    });
}

fn it_fits_a_phone_and_everybody_can_use_it(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let path = format!("/?lang={language}&segment=clinic");
        let page = Page::open(browser, &site, &path);
        page.choose("rung", "basic");
        open(&page);
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
        let page = Page::open_framed(browser, &site, 320, &path);
        open(&page);
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
    }
}
