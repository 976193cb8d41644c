//! What is printed sheet by sheet, on real paper as far as a browser goes; and the tally of customers
//! who are asked.

use model::{DRAWS, Inputs, SEED, Tables, uncertainty};
use serde_json::json;
use service_level_calculator::session::cases::{Case, write};
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};
use web::{Browser, Now, Page, Printed, Site, paper, print};

use crate::element::{expect_verdict, open, visit, visit_in};

tests![
    report_list_and_slips_fill_whole_sheets: everywhere,
    no_line_of_any_business_overflows,
    what_has_just_been_typed_is_printed,
    the_tally_narrows_the_range_takes_back_and_outlives_a_reload,
];

/// Language, paper, and the longest names of who prepares a report and for whom.
const LONG: [(&str, &str, &str, &str); 2] = [
    (
        "en",
        "letter",
        "Bartholomew, Featherstonehaugh & Cholmondeley-Warner Consultants",
        "The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Tea Room",
    ),
    (
        "ru",
        "a4",
        "Консультационное бюро «Преображенский, Вознесенский и Богоявленский»",
        "ООО «Верхненижнегорскспецсантехпромстроймонтажкомплектация»",
    ),
];

/// Opens the report with these names on it. They come at once, not letter by letter: each would draw
/// the report anew.
fn open_report(page: &Page, by: &str, client: &str) {
    open(page, "take-report", ".preview .paper");
    let body = "const names = { 'report-by': arguments[0], 'report-client': arguments[1] };
        for (const [name, value] of Object.entries(names)) {
            const field = one(`[name=${name}]`);
            field.value = value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
        }";
    page.run(body, vec![json!(by), json!(client)]);
    page.expect_some(".paper .source .address");
    page.until("names and day are on it", |now| {
        let owner = text(now, ".paper .cover-owner");
        owner.contains(by) && owner.contains("20")
    });
}

/// What an element holds, in sight or not.
fn text(now: &Now, css: &str) -> String {
    let text = now.script(
        "return one(arguments[0])?.textContent ?? ''",
        vec![json!(css)],
    );
    text.as_str().unwrap_or_default().to_owned()
}

/// Prints the report; it has two to four sheets without a fault, each with the client in its head.
fn print_report(page: &Page, client: &str, of: &str) -> Printed {
    let printed = print(page, "report");
    assert_eq!(printed.faults, Vec::<String>::new(), "{of}");
    let sheets = printed.sheets;
    assert!((2..=4).contains(&sheets), "{of}: {sheets}");
    let count = |part: &str| printed.html.matches(part).count() as u64;
    assert_eq!(count("<header"), sheets, "{of}");
    assert!(count(&client.replace('&', "&amp;")) > sheets, "{of}");
    assert_eq!(count(&format!("{sheets} / {sheets}")), 1, "{of}");
    printed
}

/// Prints the list for Monday, which is one sheet without a fault.
fn print_list(page: &Page, of: &str) -> Printed {
    let printed = print(page, "monday");
    assert_eq!(printed.faults, Vec::<String>::new(), "{of}");
    assert_eq!(printed.sheets, 1, "{of}");
    printed
}

fn report_list_and_slips_fill_whole_sheets(browser: &Browser) {
    for (at, (language, size, by, client)) in LONG.into_iter().enumerate() {
        let site = Site::start();
        let page = visit_in(language, browser, &site, "print", "");
        let mut files = Vec::new();
        // One too low, one sufficient, one too high.
        let rungs: &[&str] = [&["basic", "wow"][..], &["expected"][..]][at];
        for rung in rungs {
            page.choose("rung", rung);
            page.until("the ranges are in", |now| {
                let gap = now.figure("gap_to_sufficient");
                gap.is_some_and(|gap| gap.text.contains('–'))
            });
            if files.is_empty() {
                open_report(&page, by, client);
                page.choose("report-size", size);
            }
            files.push(print_report(&page, client, rung));
        }
        page.choose("report-kind", "monday");
        let list = print_list(&page, language);
        assert!(list.html.matches("class=\"line\"").count() >= 20);
        files.push(list);
        open(&page, "take-ask", "[data-paper=slips]");
        page.choose("ask-size", size);
        let slips = print(&page, "slips");
        assert_eq!(slips.faults, Vec::<String>::new());
        assert_eq!(slips.sheets, 1);
        assert_eq!(slips.html.matches("class=\"slip\"").count(), 10);
        let question = ["dissatisfied with us?", "недовольны?"][at];
        assert_eq!(slips.html.matches(question).count(), 10);
        page.assert_clean();
        // What the browser makes of it has as many pages.
        for printed in files.iter().chain([&slips]) {
            if let Some(file) = paper(browser, &site, printed, size) {
                let pages = web::pages_of(&file) as u64;
                assert_eq!(pages, printed.sheets, "{language}, {size}");
            }
        }
    }
}

/// Any business; the same at each run.
fn random(seed: u64, language: &str) -> Session {
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
    actions
        .into_iter()
        .fold(start, |session, action| session.apply(action, tables))
}

/// Gives the page a file of these businesses as cases, to be opened one by one.
fn bring(page: &Page, businesses: &[Session]) {
    let case = |(at, session): (usize, &Session)| Case {
        name: format!("number {at}"),
        state: session.to_link(Tables::built_in()),
    };
    let cases: Vec<_> = businesses.iter().enumerate().map(case).collect();
    open(page, "take-compare", "[name=cases-import]");
    let body = "const field = one('[name=cases-import]');
        const list = new DataTransfer();
        list.items.add(new File([arguments[0]], 'cases.json', { type: 'application/json' }));
        field.files = list.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(body, vec![json!(write(&cases))]);
    page.expect_count(".case-row", businesses.len());
}

fn no_line_of_any_business_overflows(browser: &Browser) {
    for (at, (language, _, by, client)) in LONG.into_iter().enumerate() {
        let site = Site::start();
        let page = visit_in(language, browser, &site, "print", "");
        let businesses: Vec<_> = (0..4)
            .map(|seed| random(2 * seed + at as u64, language))
            .collect();
        bring(&page, &businesses);
        open_report(&page, by, client);
        for (at, business) in businesses.iter().enumerate() {
            let of = business.to_link(Tables::built_in());
            page.click(&format!("[name=case-open-{at}]"));
            page.until(&of, |now| {
                let body = "return document.querySelector('#one').state";
                let state = now.script(body, vec![]);
                state.as_str().is_some_and(|state| state.starts_with(&of))
            });
            page.choose("report-size", ["a4", "letter"][at % 2]);
            page.choose("report-kind", "report");
            print_report(&page, client, &of);
            page.choose("report-kind", "monday");
            print_list(&page, &of);
        }
        page.assert_clean();
    }
}

fn what_has_just_been_typed_is_printed(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "print", "");
    page.choose("rung", "basic");
    open(&page, "take-report", ".preview .paper");
    page.fill("customers", "1200");
    page.until("it is on the report", |now| {
        text(now, ".preview .paper").contains("1,200")
    });
    // From now on no pause in typing ends: pressing alone has the report drawn, with what is answered
    // already and what is not.
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

/// The width of a range such as "$8K–27K"; 0 where there is one amount.
fn width(text: &str) -> f64 {
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
        digits.parse::<f64>().unwrap_or(f64::NAN) * factor
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

/// What is said of the answers so far.
fn counted(now: &Now) -> String {
    text(now, "[data-tally=said]")
}

fn expect_counted(page: &Page, what: &str) {
    page.until(what, |now| counted(now).contains(what));
}

/// Presses so many times, without a pause.
fn press(page: &Page, name: &str, times: usize) {
    let css = format!("[name={name}]");
    page.expect_some(&format!("{css}:enabled"));
    for _ in 0..times {
        page.run("one(arguments[0]).click()", vec![json!(css)]);
    }
}

fn the_tally_narrows_the_range_takes_back_and_outlives_a_reload(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "storage", "");
    page.choose("rung", "basic");
    expect_verdict(&page, "under");
    let by_rung = page.figure("level").value;
    let expect_level = |page: &Page, wanted: &str| {
        page.expect_eq("the level", Some(wanted.to_owned()), |now| {
            now.figure("level").map(|figure| figure.value)
        });
    };
    open(&page, "take-ask", "[name=tally-yes]");
    press(&page, "tally-yes", 1);
    press(&page, "tally-no", 3);
    expect_counted(&page, "1 of 4 dissatisfied: too few yet");
    press(&page, "tally-no", 1);
    expect_counted(&page, "1 of 5");
    page.until_moved("level", &by_rung);
    let by_answers = page.figure("level").value;
    let wanted = native_width(0.2, 5);
    page.until("the range is the model's, but for rounding", |now| {
        let shown = width(&text(now, "[data-tally=range] data"));
        (shown / wanted - 1.0).abs() < 0.03
    });
    // Too few again, the answers decide nothing.
    page.click("[name=tally-undo]");
    expect_counted(&page, "1 of 4");
    expect_level(&page, &by_rung);
    press(&page, "tally-no", 1);
    expect_level(&page, &by_answers);
    page.until("the browser keeps them", |now| {
        let body = "return Object.keys(localStorage).some((name) => name.startsWith('slc.tally'))";
        now.script(body, vec![]) == true
    });
    let page = visit(browser, &site, "storage", "");
    expect_level(&page, &by_answers);
    open(&page, "take-ask", "[name=tally-yes]");
    expect_counted(&page, "1 of 5");
    page.click("[name=tally-anew]");
    expect_counted(&page, "No answers yet");
    page.click("[name=tally-undo]");
    expect_counted(&page, "1 of 5");
    page.assert_clean();
}
