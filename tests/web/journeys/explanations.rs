//! What is behind a figure, and the method: opened by keys, with parameters to change and evidence
//! that is loaded on demand.

use model::Tables;
use serde_json::{Value, from_str, json, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::session::{Action, Entries, Session};
use web::{Browser, Failure, Key, Now, Page, Site, expected};

tests![
    keys_open_an_explanation_and_escape_gives_the_focus_back: everywhere,
    a_parameter_is_changed_and_taken_back,
    evidence_that_does_not_load_says_so_and_loads_on_request,
];

const LOSS: &str = ".amounts button.figure:has(> data[data-figure=loss])";
const LEVEL: &str = ".verdict-sentence button.figure:has(> data[data-figure=level])";

/// Opens a page on which a loss is shown.
fn open<'a>(browser: &'a Browser, site: &'a Site, language: &str) -> Page<'a> {
    let market = "segment=clinic&tier=standard&currency=USD";
    let page = Page::open(browser, site, &format!("/?lang={language}&{market}"));
    page.choose("rung", "basic");
    page.expect_some(LOSS);
    page
}

/// Opens the explanation of the loss with all that it tells on demand.
fn explain_loss(page: &Page) {
    page.click(LOSS);
    page.click("[name=more-explanation]");
    page.expect_some(".explain .formula");
}

fn keys_open_an_explanation_and_escape_gives_the_focus_back(browser: &Browser) {
    let site = Site::start();
    // Ranges change the text of the figure while its explanation is open.
    site.hold("worker-");
    let page = open(browser, &site, "en");
    let open_by_key = || {
        page.press(Key::Enter);
        page.expect_focus("#explain-title");
        page.expect_count(&format!("{LOSS}[aria-expanded=true]"), 1);
    };
    let close_by_key = || {
        page.press(Key::Escape);
        page.expect_gone(".explain, .figure[aria-expanded=true]");
        page.expect_focus(LOSS);
    };
    page.run("one(arguments[0]).focus()", vec![json!(LOSS)]);
    open_by_key();
    close_by_key();
    open_by_key();
    site.release("worker-");
    page.until("the loss is a range", |now| now.text(LOSS).contains('–'));
    page.expect_focus("#explain-title");
    close_by_key();

    // Another figure takes the place of the first; the same one closes it.
    let title = |now: &Now| now.text("#explain-title");
    page.click(LOSS);
    page.expect_count(".explain", 1);
    page.click(LEVEL);
    page.expect_eq("the title", "Your level", title);
    page.expect_count(".explain", 1);
    page.click(LEVEL);
    page.expect_gone(".explain");
    page.assert_clean();
}

/// The native outcome of the same business, where a parameter is given.
fn outcome(leave_after_bad: Option<f64>) -> Value {
    let tables = Tables::built_in();
    let actions = [
        Action::Rung("basic".into()),
        Action::Parameter("leave_after_bad".into(), leave_after_bad),
    ];
    let start = Session::new(Entries::start(tables, "en"));
    let apply = |session: Session, action| session.apply(action, tables);
    let session = actions.into_iter().fold(start, apply);
    to_value(Answer::new(&session, tables).unwrap().outcome).unwrap()
}

fn a_parameter_is_changed_and_taken_back(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, "en");
    explain_loss(&page);
    // The highest share of its range, and one beyond it.
    let parameters = &Tables::built_in().parameters;
    let row = parameters.iter().find(|row| row.id == "leave_after_bad");
    let high = row.unwrap().range.high;
    let percent = format!("{:.1}", 100.0 * high);
    let beyond = format!("{:.1}", 100.0 * high + 1.0);
    let figures = ["loss", "sufficient", "verdict"];
    let (given, changed) = (outcome(None), outcome(Some(high)));
    assert_ne!(expected::at(&given, "loss"), expected::at(&changed, "loss"));
    page.expect(&given, &figures);
    page.fill("explain-leave_after_bad", &percent);
    page.press(Key::Enter);
    page.expect(&changed, &figures);
    page.expect_count(".parameter.changed", 1);
    page.fill("explain-leave_after_bad", &beyond);
    page.press(Key::Enter);
    page.expect_some(".parameter .field-error");
    page.expect(&changed, &figures);
    page.click("[data-parameter-back=leave_after_bad]");
    page.expect_gone(".parameter.changed, .parameter .field-error");
    page.expect(&given, &figures);

    // The method lists all of them, this one a second time on the page.
    page.click("[data-panel=method]");
    page.expect_count("#panel-method .parameter", parameters.len());
    page.fill("method-leave_after_bad", &percent);
    // A field that is left is read too.
    page.press(Key::Tab);
    page.expect(&changed, &figures);
    page.expect_count(".explain .changed", 1);
    page.click("[name=all-parameters-back]");
    page.expect_gone(".parameter.changed");
    page.expect(&given, &figures);
    page.assert_clean();
}

fn evidence_that_does_not_load_says_so_and_loads_on_request(browser: &Browser) {
    let site = Site::start();
    site.fail("evidence-", Failure::HtmlInstead);
    let page = open(browser, &site, "ru");
    explain_loss(&page);
    page.expect_count("[name=fetch-evidence]", 1);
    site.recover();
    page.click("[name=fetch-evidence]");
    page.expect_some(".explain .evidence a[target=_blank][rel~=noopener]");
    page.expect_gone(".explain .evidence a:not([target=_blank][rel~=noopener])");

    let all: Vec<Value> =
        from_str(include_str!("../../../crates/model/data/evidence.json")).unwrap();
    let essays = all.iter().filter(|row| row["seen_or_memory"] == "ESSAY");
    page.click("[data-panel=method]");
    page.expect_count("#panel-method [data-seen=ESSAY]", essays.count());
    page.click("[name=all-sources]");
    page.expect_count("#all-sources .evidence > li", all.len());
    page.assert_clean();
}
