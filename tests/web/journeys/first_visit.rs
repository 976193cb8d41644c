//! The first visit: an answer at once and without a click, at an address of any kind, and a sentence
//! where the program does not load.

use serde_json::{Value, json};
use web::{Browser, Failure, Now, Page, Site, expected};

use crate::business::{FIGURES, MARKET};

tests![
    the_first_result_needs_no_click_and_nothing_moves: everywhere,
    the_address_presets_the_start,
    a_missing_file_leaves_the_static_text_and_says_so: everywhere,
];

/// The files that the first answer does without, in the order in which the test releases them: the
/// last four bring what is drawn below it.
const LATER: [&str; 15] = [
    "panels",
    "config",
    "owner",
    "away",
    "handover-",
    "worker-",
    "evidence-",
    "simulate-",
    "en.more-",
    "ru.more-",
    "OTHER.core-",
    "screen-*.wasm",
    "screen-*.css",
    "below-*.wasm",
    "later-*.css",
];

/// Looks into the frame. Once its static text is styled and in one language, notes from then on, at
/// every frame, where the parts of the first screen have moved to.
const WATCH: &str = "
    const { contentDocument: inside } = document.querySelector('iframe');
    window.__looked = inside;
    const sheets = [...inside.querySelectorAll('link[rel=stylesheet]')];
    // The page's script sets the language, and hides the static text in the others.
    if (!inside.querySelector('service-level-calculator[lang]') || !sheets.every((link) => link.sheet)) return false;
    const parts = ['h1', '.market', '.ladder', '.rung-forgone', '.verdict-sentence'];
    const top = (css) => deep(document, css).find((e) => e.getClientRects().length > 0)?.getBoundingClientRect().top;
    const tops = () => parts.map((css) => [css, top(css) ?? null]);
    const first = tops();
    if (first.some(([, top]) => top === null)) return false;
    window.__moved = [];
    const look = () => {
        const moved = tops().filter(([, top], at) => top === null || Math.abs(top - first[at][1]) >= 0.6);
        if (moved.length && window.__moved.length < 5) window.__moved.push({ first, moved });
        requestAnimationFrame(look);
    };
    look();
    return true";

/// Returns what has moved, after the frames that are still to be drawn.
const MOVED: &str = "
    const done = arguments[arguments.length - 1];
    requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(() => done(window.__moved))))";

/// Whether the frame has loaded a file whose name begins and ends like this.
fn has_loaded(now: &Now, pattern: &str) -> bool {
    let body = "const [start, end] = arguments[0].split('*');
        return window.__looked.defaultView.performance.getEntriesByType('resource')
            .some((e) => e.name.includes(`/${start}`) && e.name.endsWith(end) && e.responseEnd > 0)";
    now.script(body, vec![json!(pattern)]) == true
}

fn the_first_result_needs_no_click_and_nothing_moves(browser: &Browser) {
    for (width, language, other, cheque, answer) in [
        (
            1200,
            "en",
            "ru",
            120,
            "Customers of a clinic at standard prices expect about 74 out of 100.",
        ),
        (
            360,
            "ru",
            "en",
            7200,
            "Клиенты клиники с обычными ценами ждут примерно 74 из 100.",
        ),
    ] {
        let site = Site::start();
        let later = LATER.map(|pattern| pattern.replace("OTHER", other));
        later.iter().for_each(|pattern| site.hold(pattern));
        site.hold("app-");
        let page = Page::visit_host(browser, &site, "", "");
        // A script adds the frame: not all drivers wait for what a frame in the HTML still loads.
        let add = "const [width, src] = arguments;
            const frame = document.createElement('iframe');
            document.body.append(Object.assign(frame, { title: 'Calculator', width, height: 880, src }))";
        page.run(add, vec![json!(width), json!(format!("/?lang={language}"))]);
        page.until("the static text is shown", |now| {
            now.script(WATCH, vec![]) == true
        });
        // One program, one text, one style: everything else comes later, or never.
        site.release("app-");
        page.until_ready();
        page.until("the program answers", |now| {
            now.text("main").contains(answer)
        });
        page.expect_eq("the answer is on the first screen", true, |now| {
            let body = "const { innerHeight } = window.__looked.defaultView;
                return ['.verdict-sentence', '.rung-forgone'].some((css) => one(css).getBoundingClientRect().bottom < innerHeight)";
            now.script(body, vec![])
        });
        for pattern in &later {
            site.release(pattern);
            if pattern.starts_with("screen-") || pattern.starts_with("below-") {
                page.until(pattern, |now| has_loaded(now, pattern));
            }
        }
        page.until_complete();
        assert_eq!(
            browser.script_async(MOVED, vec![]),
            json!([]),
            "moved in {language}"
        );
        browser.enter_frame();
        let start = json!({ "segment": "clinic", "tier": "standard", "cheque": cheque });
        page.expect_all(&expected::outcome(start), MARKET);
        page.assert_clean();
        browser.leave_frame();
    }
}

fn the_address_presets_the_start(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(
        browser,
        &site,
        "/?lang=en&segment=hotel&tier=luxury&currency=GBP&theme=dark",
    );
    let inputs = json!({ "segment": "hotel", "tier": "luxury", "cheque": 240.0 * 0.8 });
    page.expect_all(&expected::outcome(inputs), MARKET);
    page.expect_count(".slc[data-theme=dark]", 1);
    page.assert_clean();
    // What it does not know it ignores; and its files may lie anywhere.
    let page = Page::open(
        browser,
        &site,
        "/any/sub/path/?lang=tlh&segment=circus&tier=cheap&currency=XXX&theme=pink",
    );
    page.choose("rung", "desired");
    let inputs = json!({ "segment": "clinic", "rung": "desired", "cheque": 120 });
    page.expect_all(&expected::outcome(inputs), &FIGURES);
    page.expect_count(".slc[data-theme]", 0);
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru]");
    page.assert_clean();
    let requests = site.requests();
    let first = requests
        .iter()
        .position(|path| path.starts_with("/any/sub/path/"));
    let outside = |path: &&String| !path.starts_with("/any/sub/path/") && *path != "/favicon.ico";
    let outside: Vec<_> = requests[first.unwrap()..].iter().filter(outside).collect();
    assert!(outside.is_empty(), "outside of the sub-path: {outside:?}");
}

fn a_missing_file_leaves_the_static_text_and_says_so(browser: &Browser) {
    let said = [
        (
            "en",
            "How good should our service be?",
            "The calculator could not start. Reload the page",
        ),
        (
            "ru",
            "Каким должен быть наш сервис?",
            "Калькулятор не запустился. Обновите страницу",
        ),
    ];
    // The program or the texts; refused, or a page of HTML in their place.
    for ((language, title, apology), file, failure) in [
        (said[0], "app-*.wasm", Failure::HtmlInstead),
        (said[1], "app-*.wasm", Failure::NotFound),
        (said[1], "ru.core-", Failure::HtmlInstead),
        (said[0], "en.core-", Failure::ServerError),
    ] {
        let site = Site::start();
        site.fail(file, failure);
        let page = Page::visit(browser, &site, &format!("/?lang={language}"));
        page.until(&format!("{file}, {failure:?}: it says so"), |now| {
            let text = now.text("main");
            now.has("[role=alert]") && text.contains(title) && text.contains(apology)
        });
        page.expect_none("errors", |now| {
            // Some browsers report that the preloading of a file has failed.
            let errors = now.errors().into_iter();
            errors
                .filter(|error| !error.starts_with("resource:"))
                .collect()
        });
        assert_eq!(site.reports(), Vec::<Value>::new(), "the policy");
    }
}
