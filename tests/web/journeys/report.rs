//! What is printed sheet by sheet, on real paper as far as a browser goes; and the tally at the counter.

use serde_json::json;
use service_level_calculator::model::{DRAWS, Inputs, SEED, Tables, uncertainty};
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};
use web::{Browser, Engine, Page, Printed, Site, paper, print};

tests![
    a_report_fills_two_to_four_pages_with_its_head_on_each,
    the_list_for_monday_and_the_slips_fill_one_page,
    what_has_just_been_typed_is_printed,
    no_line_of_twenty_businesses_overflows,
    the_tally_narrows_the_range_takes_back_and_outlives_a_reload,
    both_fit_a_phone_and_have_no_fault,
];

const SCRIPT: &str = "<script async src=/slc.js></script>";

const LONG: [(&str, &str, &str); 2] = [
    (
        "en",
        "Bartholomew, Featherstonehaugh & Cholmondeley-Warner Consultants",
        "The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Tea Room",
    ),
    (
        "ru",
        "Консультационное бюро «Преображенский, Вознесенский и Богоявленский»",
        "ООО «Верхненижнегорскспецсантехпромстроймонтажкомплектация»",
    ),
];

fn visit<'a>(browser: &'a Browser, site: &'a Site, language: &str, attributes: &str) -> Page<'a> {
    let element = format!(
        "<service-level-calculator id=one lang={language} {attributes}></service-level-calculator>"
    );
    let page = Page::visit_host(browser, site, "", &format!("{SCRIPT}{element}"));
    page.until_complete();
    page
}

/// Opens one of the things that can be taken away.
fn open(page: &Page, name: &str) {
    page.click("[data-panel=take]");
    page.until("it is brought", || {
        page.count(&format!("[name={name}]")) == 1
    });
    page.click(&format!("[name={name}]"));
    page.until("it is open", || page.count(".preview .paper") == 1);
}

/// How many pages the file has that the browser makes of it; none where no driver makes one.
fn pages(browser: &Browser, site: &Site, printed: &Printed, size: &str) -> Option<usize> {
    paper(browser, site, printed, size).map(|file| web::pages_of(&file))
}

/// At once, not letter by letter: each would draw the report anew.
fn name_both(page: &Page, by: &str, client: &str) {
    let body = "const names = { 'report-by': arguments[0], 'report-client': arguments[1] };
        for (const [name, value] of Object.entries(names)) {
            const field = one(`[name=${name}]`);
            field.value = value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        }";
    page.browser().script(body, vec![json!(by), json!(client)]);
}

/// One on each side, and one between.
const RUNGS: [&str; 3] = ["basic", "expected", "wow"];

fn a_report_fills_two_to_four_pages_with_its_head_on_each(browser: &Browser) {
    let site = Site::start();
    for (at, rung) in RUNGS.into_iter().enumerate() {
        let (language, by, client) = LONG[at % 2];
        let page = visit(browser, &site, language, "print");
        page.choose("rung", rung);
        page.until("the ranges are in", || {
            page.figure("gap_to_sufficient").text.contains('–')
        });
        open(&page, "take-report");
        name_both(&page, by, client);
        page.until("the sources are there", || {
            page.count(".paper .source .address") > 0
        });
        page.until("the day is told", || {
            let day = "return one('.paper .cover-owner').textContent";
            browser.script(day, vec![]).as_str().unwrap().contains("20")
        });
        for size in ["a4", "letter"] {
            page.choose("report-size", size);
            let printed = print(&page, "report");
            assert_eq!(printed.faults, Vec::<String>::new(), "{rung} {size}");
            assert!(
                (2..=4).contains(&printed.sheets),
                "{rung}: {}",
                printed.sheets
            );
            let heads = printed.html.matches("<header").count() as u64;
            let named = printed.html.matches(&client.replace('&', "&amp;")).count() as u64;
            assert_eq!(heads, printed.sheets);
            assert!(named > printed.sheets, "{named}");
            assert!(printed.html.contains(&format!("{0} / {0}", printed.sheets)));
            page.assert_clean();
            if size == "letter" && rung != "wow" {
                continue;
            }
            let name = format!("report-{rung}-{language}-{size}");
            if let Some(pages) = pages(browser, &site, &printed, size) {
                assert_eq!(pages as u64, printed.sheets, "{name}");
            }
            break;
        }
    }
}

fn the_list_for_monday_and_the_slips_fill_one_page(browser: &Browser) {
    let site = Site::start();
    for (at, (language, by, client)) in LONG.into_iter().enumerate() {
        let size = ["a4", "letter"][at];
        let page = visit(browser, &site, language, "print");
        page.choose("rung", "basic");
        open(&page, "take-report");
        name_both(&page, by, client);
        page.choose("report-kind", "monday");
        page.choose("report-size", size);
        let printed = print(&page, "monday");
        assert_eq!(printed.faults, Vec::<String>::new());
        assert_eq!(printed.sheets, 1);
        assert!(printed.html.matches("class=\"line\"").count() >= 20);
        let found = pages(browser, &site, &printed, size);
        assert!(found.is_none_or(|pages| pages == 1), "{found:?}");
        let page = visit(browser, &site, language, "");
        open(&page, "take-ask");
        page.choose("ask-size", size);
        let printed = print(&page, "slips");
        assert_eq!(printed.faults, Vec::<String>::new());
        assert_eq!(printed.html.matches("class=\"slip\"").count(), 10);
        let question = ["dissatisfied with us?", "недовольны?"][at];
        assert_eq!(printed.html.matches(question).count(), 10);
        let found = pages(browser, &site, &printed, size);
        assert!(found.is_none_or(|pages| pages == 1), "{found:?}");
    }
}

fn what_has_just_been_typed_is_printed(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "en", "print");
    page.choose("rung", "basic");
    open(&page, "take-report");
    page.fill("customers", "1200");
    page.until("it is there", || {
        let body = "return one('.preview .paper').textContent.includes('1,200')";
        browser.script(body, vec![]) == true
    });
    // Nothing comes to rest any more: pressing alone has it drawn, what is answered already and what
    // is not.
    let body = "const [done, later] = [arguments[arguments.length - 1], setTimeout];
        window.setTimeout = (then, after = 0, ...all) => after < 100 ? later(then, after, ...all) : 0;
        const until = (is, then) => is() ? then() : later(until, 5, is, then);
        const says = (css, what) => one(css).textContent.includes(what);
        const options = { bubbles: true, composed: true };
        const field = one('input[name=customers]:not([type=range])');
        const type = (text) => {
            field.value = text;
            field.dispatchEvent(new InputEvent('input', options));
        };
        const press = (what, then) => {
            one('[name=print-report]').dispatchEvent(new PointerEvent('pointerdown', options));
            until(() => says('.preview .paper', what), then);
        };
        const several = () => {
            type('4321');
            press('4,321', () => done(true));
        };
        type('7654');
        until(() => says('[data-line~=customers]', '7,654'), () => press('7,654', several));";
    assert_eq!(browser.script_async(body, vec![]), true);
}

/// Any business, as a text; the same at each run.
fn random(seed: u64, language: &str) -> String {
    let tables = Tables::built_in();
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut below = |most: usize| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    let number = |field, value: f64| Action::Number(field, Entry::Number(value));
    let segment = &tables.segments[below(tables.segments.len())];
    let tier = &tables.tiers[below(tables.tiers.len())];
    let mut actions = vec![
        Action::Segment(segment.id.to_string()),
        Action::Tier(tier.id.to_string()),
        number(Field::Customers, (1 + below(1_000_000)) as f64),
        number(Field::Cheque, (1 + below(10_000_000)) as f64 / 100.0),
        number(Field::Margin, 0.02 + below(90) as f64 / 100.0),
    ];
    match below(4) {
        0 => actions.push(Action::Rung(tables.ladder[below(6)].id.to_string())),
        1 => {
            for index in 0..10 {
                let answer = u8::try_from(below(5)).unwrap();
                actions.push(Action::Practice(index, Some(answer)));
            }
            for index in 0..5 {
                actions.push(Action::Sign(index, Some(below(2) as f64)));
            }
        }
        _ => actions.extend([
            Action::By(DeliveredBy::Level),
            number(Field::Level, below(101) as f64),
        ]),
    }
    for _ in 0..below(4) {
        let row = &tables.parameters[below(tables.parameters.len())];
        let at = [row.range.low, row.range.high][below(2)];
        actions.push(Action::Parameter(row.id.to_string(), Some(at)));
    }
    for index in 0..below(3) {
        actions.push(Action::AddIdea);
        let name = "Личный менеджер каждому постоянному клиенту, днём и ночью";
        actions.push(Action::NameIdea(index, name.into()));
    }
    let start = Session::new(Entries::start(tables, language));
    let session = actions
        .into_iter()
        .fold(start, |session, action| session.apply(action, tables));
    session.to_text(tables)
}

fn no_line_of_twenty_businesses_overflows(browser: &Browser) {
    let site = Site::start();
    // WebKit takes long for each page: it sees a few of them.
    let businesses = match browser.engine() {
        Engine::WebKit => 4,
        Engine::Chromium | Engine::Firefox => 20,
    };
    for seed in 0..businesses {
        let (language, by, client) = LONG[seed % 2];
        let state = random(seed as u64, language);
        let page = visit(
            browser,
            &site,
            language,
            &format!("print state=\"{state}\""),
        );
        open(&page, "take-report");
        name_both(&page, by, client);
        page.until("the sources are there", || {
            page.count(".paper .source .address") > 0
        });
        page.choose("report-size", ["a4", "letter"][seed / 2 % 2]);
        let printed = print(&page, "report");
        assert_eq!(printed.faults, Vec::<String>::new(), "{state}");
        assert!(
            (2..=4).contains(&printed.sheets),
            "{state}: {}",
            printed.sheets
        );
        page.choose("report-kind", "monday");
        let printed = print(&page, "monday");
        assert_eq!(printed.faults, Vec::<String>::new(), "{state}");
        assert_eq!(printed.sheets, 1, "{state}");
    }
}

/// The ends of a range such as "$8K–27K", or of one of nothing.
fn width(page: &Page) -> f64 {
    let body = "return one('[data-tally=range] data').textContent";
    let text = page.browser().script(body, vec![]);
    let text = text.as_str().unwrap();
    let amount = |text: &str| {
        let digits: String = text
            .chars()
            .filter(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        let factor = if text.contains('M') {
            1e6
        } else if text.contains('K') {
            1e3
        } else {
            1.0
        };
        digits.parse::<f64>().unwrap() * factor
    };
    let (low, high) = text.split_once('–').unwrap_or((text, text));
    amount(high) - amount(low)
}

/// The width of the range of what is lost, as the native model has it for a clinic.
fn native_width(dissatisfied: f64, surveyed: u32) -> f64 {
    let inputs =
        json!({ "segment": "clinic", "dissatisfied_measured": dissatisfied, "surveyed": surveyed });
    let inputs: Inputs = serde_json::from_value(inputs).unwrap();
    let said = uncertainty(&inputs, DRAWS as f64, SEED, Tables::built_in()).unwrap();
    said.loss[2] - said.loss[0]
}

/// Whether the page shows a range as wide, but for rounding.
fn shows(page: &Page, wide: f64) -> bool {
    (width(page) / wide - 1.0).abs() < 0.03
}

fn said(page: &Page) -> String {
    let body = "return one('[data-tally=said]').textContent";
    page.browser()
        .script(body, vec![])
        .as_str()
        .unwrap()
        .to_owned()
}

/// Presses, each time once the last press has been counted.
fn press(page: &Page, name: &str, times: usize) {
    for _ in 0..times {
        page.until("what was counted is known", || {
            page.count(&format!("[name={name}]:enabled")) == 1
        });
        let before = said(page);
        let body = "one(arguments[0]).click()";
        page.browser()
            .script(body, vec![json!(format!("[name={name}]"))]);
        page.until("it is counted", || said(page) != before);
    }
}

fn the_tally_narrows_the_range_takes_back_and_outlives_a_reload(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "en", "storage");
    page.choose("rung", "basic");
    let told = |page: &Page| {
        page.told("slc:result")
            .last()
            .map(|(_, detail)| detail.clone())
    };
    page.until("the result is told", || {
        told(&page).is_some_and(|r| r["verdict"] == "under")
    });
    let before = told(&page).unwrap();
    open(&page, "take-ask");
    press(&page, "tally-yes", 1);
    press(&page, "tally-no", 3);
    assert!(said(&page).contains("too few"), "{}", said(&page));
    assert_eq!(told(&page).unwrap(), before, "four answers change nothing");
    press(&page, "tally-no", 1);
    let five = native_width(0.2, 5);
    page.until("the range of five is in", || shows(&page, five));
    assert_ne!(told(&page).unwrap()["level"], before["level"]);
    assert!(said(&page).contains("1 of 5"));
    press(&page, "tally-yes", 7);
    press(&page, "tally-no", 28);
    assert!(said(&page).contains("8 of 40"));
    let forty = native_width(0.2, 40);
    page.until("the range of forty is in", || shows(&page, forty));
    assert!(forty < 0.7 * five, "{forty} {five}");
    page.click("[name=tally-undo]");
    page.until("one is taken back", || said(&page).contains("8 of 39"));
    // A press at the counter that the browser keeps, and nothing else does.
    let page = visit(browser, &site, "en", "storage");
    open(&page, "take-ask");
    page.until("the answers are back", || said(&page).contains("8 of 39"));
    page.until("the level is theirs", || {
        told(&page).is_none_or(|result| result["level"] != before["level"])
    });
    page.click("[name=tally-anew]");
    page.until("it begins anew", || said(&page).contains("No answers yet"));
    page.click("[name=tally-undo]");
    page.until("and that is taken back", || said(&page).contains("8 of 39"));
    page.assert_clean();
}

fn both_fit_a_phone_and_have_no_fault(browser: &Browser) {
    let site = Site::start();
    site.host_page("/config.json", json!({ "print": true }).to_string());
    for language in ["en", "ru"] {
        let path = format!("/?lang={language}&config=config.json");
        let page = Page::open_framed(browser, &site, 320, &path);
        for name in ["take-report", "take-ask"] {
            if page.count("[data-panel=take][aria-expanded=true]") == 0 {
                page.click("[data-panel=take]");
            }
            page.until("it is brought", || {
                page.count(&format!("[name={name}]")) == 1
            });
            page.click(&format!("[name={name}]"));
        }
        page.until("both are open", || page.count(".preview .paper") == 2);
        page.until("they are dressed", || {
            let height = "return one('[name=tally-yes]').getBoundingClientRect().height";
            browser.script(height, vec![]).as_f64().unwrap() >= 88.0
        });
        assert_eq!(page.overflow(), 0, "{language}");
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}
