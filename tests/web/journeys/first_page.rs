//! The first screen in a real browser: there at once, in both languages, on any host and screen.

use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use web::{Browser, Failure, Key, Page, Preferences, Site, model};

use crate::business::{FIGURES, MARKET, show};

tests![
    the_first_result_needs_no_click,
    nothing_moves_while_it_arrives,
    every_rung_gives_the_figures_of_the_model,
    language_and_currency_are_switched_in_place_and_remembered,
    presets_of_the_address_are_where_it_starts,
    it_runs_under_any_sub_path,
    nothing_sticks_out_at_320_pixels_or_with_large_text,
    axe_finds_no_fault_in_light_and_dark,
    a_missing_file_leaves_the_static_text_and_says_so,
];

/// What is visible in the document.
fn text(browser: &Browser) -> String {
    let text = browser.script("return read(one('main'))", vec![]);
    text.as_str().unwrap().to_owned()
}

/// What the first answer does without.
const LATER: [&str; 13] = [
    "screen-",
    "below-",
    "panels",
    "config",
    "owner",
    "away",
    "handover-",
    "worker-",
    "evidence-",
    "later-",
    "simulate-",
    "en.more-",
    "ru.",
];

fn the_first_result_needs_no_click(browser: &Browser) {
    let site = Site::start();
    // One program, one text, one style: whatever else there is comes later, or never.
    for later in LATER {
        site.hold(later);
    }
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    let said = text(browser);
    assert!(
        said.contains("Customers of a clinic at standard prices expect about 74 out of 100."),
        "{said}"
    );
    let above = "return one('.verdict-sentence').getBoundingClientRect().bottom < innerHeight
        || one('.rung-forgone').getBoundingClientRect().bottom < innerHeight";
    assert_eq!(
        browser.script(above, vec![]),
        true,
        "the verdict is on the first screen"
    );
    for later in LATER {
        site.release(later);
    }
    let start = json!({ "segment": "clinic", "tier": "standard", "cheque": 120 });
    page.until_complete();
    page.expect_all(&model::outcome(start), MARKET);
    page.assert_clean();
}

/// From how far down the window a heading, the chairs and the answer start, CSS pixels; nothing while
/// not all of them stand there. The static text is there in every language, all but one hidden.
fn tops(browser: &Browser) -> Vec<f64> {
    let body = "const parts = ['h1', '.market', '.ladder', '.rung-forgone', '.verdict-sentence'];
        const seen = css => deep(document, css).find(e => e.getClientRects().length > 0);
        const found = parts.map(seen);
        return found.every(e => e) ? found.map(e => e.getBoundingClientRect().top) : []";
    serde_json::from_value(browser.script(body, vec![])).expect("numbers")
}

fn nothing_moves_while_it_arrives(browser: &Browser) {
    let site = Site::start();
    let late = [
        "app-",
        "screen-*.wasm",
        "screen-*.css",
        "below-*.wasm",
        "later-*.css",
    ];
    for (width, language) in [(360, "en"), (360, "ru"), (768, "ru"), (1200, "en")] {
        for part in late {
            site.hold(part);
        }
        let page = Page::visit_host(browser, &site, "", "");
        // From the page and once that is loaded: whether a driver waits for what an iframe still loads
        // is left to chance.
        let add = "const [width, src] = arguments;
            const frame = document.createElement('iframe');
            document.body.append(Object.assign(frame, { title: 'Calculator', width, height: 800, src }))";
        let path = format!("/?lang={language}");
        browser.script(add, vec![json!(width), json!(path)]);
        let look = "window.__looked = document.querySelector('iframe').contentDocument";
        let mut first = Vec::new();
        // Style sheets that are still coming hold back what is painted, but not what a script measures.
        page.until("the static answer stands", || {
            browser.script(look, vec![]);
            let before = tops(browser);
            sleep(Duration::from_millis(200));
            first = tops(browser);
            !first.is_empty() && first == before
        });
        for part in late {
            site.release(part);
            match part {
                "app-" => page.until_ready(),
                "screen-*.css" => page.until("the chart", || page.count(".chart-plot") > 0),
                "later-*.css" => page.until_complete(),
                // Nothing is drawn without its style.
                _ => {
                    let come = "const [start] = arguments[0].split('*');
                        return window.__looked.defaultView.performance.getEntriesByType('resource')
                            .some(e => e.name.includes(start) && e.name.endsWith('.wasm') && e.responseEnd > 0)";
                    page.until("it has come", || {
                        browser.script(come, vec![json!(part)]) == true
                    });
                    sleep(Duration::from_millis(300));
                }
            }
            let now = tops(browser);
            let stands = |(now, then): (&f64, &f64)| (now - then).abs() < 0.6;
            assert!(
                now.len() == first.len() && now.iter().zip(&first).all(stands),
                "{width} {language}: {first:?} moved to {now:?} with {part}"
            );
        }
    }
}

fn every_rung_gives_the_figures_of_the_model(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(
        browser,
        &site,
        "/?lang=ru&segment=restaurant&tier=economy&currency=EUR",
    );
    page.fill("customers", "1 200,0");
    page.fill("cheque", "90,5");
    for rung in [
        "terrible",
        "basic",
        "expected",
        "desired",
        "wow",
        "unbelievable",
    ] {
        page.choose("rung", rung);
        let inputs = json!({ "segment": "restaurant", "tier": "economy", "rung": rung, "customers": 1200, "cheque": 90.5 });
        page.expect_all(&model::outcome(inputs), &FIGURES);
    }
    page.assert_clean();
}

fn language_and_currency_are_switched_in_place_and_remembered(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/");
    page.fill("customers", "4321");
    page.choose("rung", "wow");
    page.until("it is over", || page.figure("verdict").value == "over");
    let figures = |page: &Page| {
        FIGURES
            .iter()
            .map(|name| page.figure(name).value)
            .collect::<Vec<_>>()
    };
    let english = figures(&page);
    page.choose("currency", "EUR");
    page.click("[data-language=ru]");
    page.until("the page is Russian", || page.count(".slc[lang=ru]") > 0);
    page.until("the verdict is Russian", || {
        page.figure("verdict").text == "Слишком много"
    });
    assert_eq!(figures(&page), english, "figures have no language");
    page.until("nothing is English any more", || {
        let said = text(browser);
        let english = ["Customers", "Your market", " the "];
        !english.iter().any(|word| said.contains(word))
    });
    page.click("[data-language=en]");
    page.until("the verdict is English", || {
        page.figure("verdict").text == "Too much"
    });
    page.click("[data-language=ru]");
    page.until("the verdict is Russian", || {
        page.figure("verdict").text == "Слишком много"
    });
    page.assert_clean();
    let again = Page::open(browser, &site, "/");
    again.until("Russian is remembered", || again.count(".slc[lang=ru]") > 0);
    assert!(text(browser).contains("Клиенты клиники с обычными ценами ждут примерно 74 из 100."));
    let currency = "return one('[name=currency]').value";
    assert_eq!(browser.script(currency, vec![]), "EUR");
    assert_eq!(
        browser.script("return document.documentElement.lang", vec![]),
        "ru"
    );
    again.assert_clean();
}

fn presets_of_the_address_are_where_it_starts(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(
        browser,
        &site,
        "/?lang=en&segment=hotel&tier=luxury&currency=GBP&theme=dark",
    );
    let inputs = json!({ "segment": "hotel", "tier": "luxury", "cheque": 240.0 * 0.8 });
    page.expect_all(&model::outcome(inputs), MARKET);
    assert_eq!(page.count(".slc[data-theme=dark]"), 1);
    let odd = Page::open(
        browser,
        &site,
        "/?lang=tlh&segment=circus&tier=cheap&currency=XXX&theme=pink",
    );
    odd.expect(
        &model::outcome(json!({ "segment": "clinic", "cheque": 120 })),
        &["expected"],
    );
    odd.assert_clean();
}

fn it_runs_under_any_sub_path(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/any/sub/path/?lang=ru");
    page.choose("rung", "desired");
    let inputs = json!({ "segment": "clinic", "rung": "desired", "cheque": 7200 });
    page.expect_all(&model::outcome(inputs), &FIGURES);
    page.click("[data-language=en]");
    page.until("the page is English", || page.count(".slc[lang=en]") > 0);
    page.assert_clean();
    let requests = site.requests();
    let outside = |path: &&String| !path.starts_with("/any/sub/path/") && *path != "/favicon.ico";
    let outside: Vec<_> = requests.iter().filter(outside).collect();
    assert!(
        outside.is_empty(),
        "requests outside of the sub-path: {outside:?}"
    );
}

/// Opens whatever the first screen discloses.
fn open_all(browser: &Browser, page: &Page) {
    page.open_lines();
    show(browser, page, "enquiries-box");
    show(browser, page, "made-of");
    show(browser, page, "signs");
    page.choose("by", "practices");
    page.until("the practices are there", || {
        page.count("input[name=practice-promise_kept]") > 0
    });
}

fn nothing_sticks_out_at_320_pixels_or_with_large_text(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
        open_all(browser, &page);
        assert_eq!(
            page.overflow(),
            0,
            "pixels too wide in {language}, all open"
        );
        page.choose("by", "rung");
        page.choose("rung", "wow");
        page.open_line("customers");
        page.choose("count", "turnover");
        page.until("it is over", || page.figure("verdict").value == "over");
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}, over");
        let page = Page::open_framed(browser, &site, 640, &format!("/?lang={language}"));
        browser.script("document.documentElement.style.fontSize = '200%'", vec![]);
        assert_eq!(
            page.overflow(),
            0,
            "pixels too wide in {language}, text of 200 %"
        );
        open_all(browser, &page);
        assert_eq!(
            page.overflow(),
            0,
            "pixels too wide in {language}, text of 200 %, all open"
        );
        page.assert_clean();
    }
}

fn assert_accessible(browser: &Browser, site: &Site) {
    for language in ["en", "ru"] {
        let page = Page::open(browser, site, &format!("/?lang={language}"));
        let faults = page.accessibility_faults();
        assert_eq!(faults, Vec::<String>::new(), "{language}");
        page.choose("rung", "basic");
        page.until("it is under, within a range", || {
            page.figure("verdict").value == "under" && page.count(".handle .likely") > 0
        });
        browser.script("one('.handle').focus()", vec![]);
        page.press(Key::PageUp);
        page.until("a level is looked at", || page.count("[name=adopt]") > 0);
        open_all(browser, &page);
        page.fill("cheque", "?");
        page.until("the result is grey", || page.count(".stale") > 0);
        let faults = page.accessibility_faults();
        assert_eq!(
            faults,
            Vec::<String>::new(),
            "{language}, all open, a wrong entry"
        );
    }
}

fn axe_finds_no_fault_in_light_and_dark(browser: &Browser) {
    let site = Site::start();
    assert_accessible(browser, &site);
    let dark = Preferences {
        dark: true,
        ..Preferences::default()
    };
    let dark = Browser::start_with(browser.engine(), dark);
    assert_accessible(&dark, &site);
}

fn a_missing_file_leaves_the_static_text_and_says_so(browser: &Browser) {
    for (language, title, apology) in [
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
    ] {
        for file in ["app-*.wasm", &format!("{language}.core-")] {
            for failure in [
                Failure::NotFound,
                Failure::ServerError,
                Failure::HtmlInstead,
            ] {
                let site = Site::start();
                site.fail(file, failure);
                let page = Page::visit(browser, &site, &format!("/?lang={language}"));
                page.until("the failure is said", || page.count("[role=alert]") > 0);
                let said = text(browser);
                assert!(
                    said.contains(title) && said.contains(apology),
                    "{file}, {failure:?}: {said}"
                );
                // Some browsers tell of the preloading of a file, too.
                let errors = page.errors();
                let preloading = |error: &String| error.starts_with("resource:");
                assert!(
                    errors.iter().all(preloading),
                    "{file}, {failure:?}: {errors:?}"
                );
                assert_eq!(
                    site.reports(),
                    Vec::<Value>::new(),
                    "violations of the policy"
                );
            }
        }
    }
}
