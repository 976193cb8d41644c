//! What has been entered stays in the browser, goes into links and files, and is kept as cases to
//! compare.

use serde_json::{Value, json};
use service_level_calculator::session::cases::{Case, write};
use web::{Browser, Key, Now, Page, Site, expected};

use crate::element::{expect_verdict, open, visit};

tests![
    a_result_is_taken_away_in_files_and_in_a_link: everywhere,
    input_is_kept_where_the_owner_allows_it_until_it_is_forgotten,
    the_calculators_own_page_remembers_and_follows_its_address: everywhere,
    cases_are_kept_compared_arranged_by_keys_and_opened_again: everywhere,
    a_file_brings_cases_elsewhere_and_a_damaged_one_is_refused: everywhere,
    storage_that_is_full_damaged_or_shared_loses_no_case,
];

/// Keeps the files that the page makes in `made`, and follows no link to one.
const CATCH: &str = "window.made = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { made.push(file); return make.call(URL, file) };
    HTMLAnchorElement.prototype.click = function () { if (!this.download) this.dispatchEvent(new MouseEvent('click')) }";

/// Name, type and bytes of the file that was made at this place, once it is there.
fn made(page: &Page, at: usize) -> (String, String, Vec<u8>) {
    page.expect_eq("files made", json!(at + 1), |now| {
        now.script("return made.length", vec![])
    });
    let read = "const done = arguments[arguments.length - 1];
        const file = made[arguments[0]];
        const bytes = file.arrayBuffer().then((buffer) => [...new Uint8Array(buffer)]);
        bytes.then((all) => done([file.name, file.type, all]))";
    serde_json::from_value(page.browser().script_async(read, vec![json!(at)])).unwrap()
}

/// Kind, type, and what a file of it begins with.
const FILES: [(&str, &str, &[u8]); 5] = [
    ("csv", "text/csv", "\u{feff}".as_bytes()),
    (
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        b"PK\x03\x04",
    ),
    ("json", "application/json", b"{"),
    ("svg", "image/svg+xml", b"<svg"),
    ("png", "image/png", b"\x89PNG"),
];

fn a_result_is_taken_away_in_files_and_in_a_link(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "share print", "");
    open(&page, "take-files", "[name=file-csv]");
    open(&page, "take-share", "[name=share]");
    page.fill("cheque", "77");
    page.choose("rung", "wow");
    page.click("[name=share]");
    // Not every browser lets a page write to the clipboard: then the link is shown.
    page.expect_some("[data-share=done], [name=share-link]");
    let url = page.once("a link is shared", |now| {
        let shared = now.told("slc:share");
        Some(shared.first()?.1["url"].as_str()?.to_owned())
    });
    let start = site.address("/host.html#slcone=1;");
    assert!(url.starts_with(&start) && url.len() < 160, "{url}");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "wow", "cheque": 77 }));
    page.expect(&outcome, &["level", "loss"]);
    page.run(CATCH, vec![]);
    for (at, (kind, wanted, start)) in FILES.into_iter().enumerate() {
        page.click(&format!("[name=file-{kind}]"));
        let (name, found, bytes) = made(&page, at);
        assert!(
            name.starts_with("service-level-clinic-20") && name.ends_with(&format!(".{kind}")),
            "{name}"
        );
        assert!(found.starts_with(wanted), "{found}");
        assert!(
            bytes.starts_with(start),
            "{kind} of {} bytes begins with {:?}",
            bytes.len(),
            &bytes[..bytes.len().min(8)]
        );
        match kind {
            // No byte has become two: 22 bytes before the end is the directory's.
            "xlsx" => assert!(bytes[bytes.len() - 22..].starts_with(b"PK\x05\x06")),
            "json" => {
                let again = expected::outcome(serde_json::from_slice(&bytes).unwrap());
                assert_eq!(again["level"], outcome["level"]);
            }
            _ => {}
        }
    }
    page.assert_clean();
    // Of a damaged link the rest is used.
    browser.goto("about:blank");
    browser.goto(&format!("{url};p.dance=3;n.margin=%%"));
    page.until_complete();
    page.expect(&outcome, &["level", "loss"]);
    page.expect_count("[data-skipped] p", 2);
    // A page can do something of its own with a link.
    page.run(
        "addEventListener('slc:share', (event) => event.preventDefault())",
        vec![],
    );
    open(&page, "take-share", "[name=share]");
    for times in 1..=2 {
        page.click("[name=share]");
        page.expect_eq("links shared", times, |now| now.told("slc:share").len());
    }
    // What the first press came to would be there by the second.
    page.always("the calculator says nothing of a link", |now| {
        !now.has("[data-share=done], [name=share-link]")
    });
    page.assert_clean();
}

fn stored(now: &Now) -> Value {
    let body =
        "return Object.keys(localStorage).filter((name) => name.startsWith('slc.state')).length";
    now.script(body, vec![])
}

fn input_is_kept_where_the_owner_allows_it_until_it_is_forgotten(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "", "");
    for rung in ["wow", "basic"] {
        page.choose("rung", rung);
        page.until("the change is an event", |now| {
            let last = now.told("slc:change").pop();
            last.is_some_and(|(_, change)| change["state"].to_string().contains(rung))
        });
    }
    // What the first change stored would be there by the second.
    page.always("nothing is stored", |now| stored(now) == 0);
    let page = visit(browser, &site, "share storage", "");
    page.expect_some("[name=forget]");
    page.choose("rung", "wow");
    page.expect_eq("states stored", json!(1), stored);
    // A link that is looked at leaves it as it is.
    browser.goto("about:blank");
    browser.goto(&site.address("/host.html#slcone=1;s=clinic;t=standard;c=USD;r=basic"));
    page.until_complete();
    expect_verdict(&page, "under");
    page.until("the state is an event", |now| {
        !now.told("slc:change").is_empty()
    });
    let page = visit(browser, &site, "share storage", "");
    expect_verdict(&page, "over");
    page.click("[name=forget]");
    page.expect_eq("states stored", json!(0), stored);
    page.expect_gone("[name=rung]:checked");
    page.expect_some(".slc[data-complete]");
    let page = visit(browser, &site, "share storage", "");
    page.always("the next visit begins with nothing", |now| {
        !now.has("[name=rung]:checked")
    });
    page.assert_clean();
}

/// What has been entered, as the element says it.
fn state(now: &Now) -> String {
    let body = "return document.querySelector('service-level-calculator').state";
    text(now.script(body, vec![]))
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn the_calculators_own_page_remembers_and_follows_its_address(browser: &Browser) {
    let site = Site::start();
    let path = "/?lang=en&storage";
    let page = Page::open(browser, &site, path);
    page.fill("cheque", "77");
    page.choose("rung", "wow");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "wow", "cheque": 77 }));
    page.expect(&outcome, &["level", "loss"]);
    let page = Page::open(browser, &site, path);
    page.expect(&outcome, &["level", "loss"]);
    // A link within the page brings another state, and the way back the one before.
    page.run(
        "location.hash = '#slc=1;s=clinic;t=standard;c=USD;r=basic'",
        vec![],
    );
    expect_verdict(&page, "under");
    page.run("history.back()", vec![]);
    page.expect(&outcome, &["level", "loss"]);
    // What still comes is drawn together with what is entered: wait for all of it.
    page.expect_some(".slc[data-complete]");
    page.expect_some("[data-panel] .finding");
    page.expect_eq("the address", Value::from(""), |now| {
        now.script("return location.hash", vec![])
    });
    page.assert_clean();
    // From now on nothing is painted, and no pause in typing ends.
    let body = "const later = setTimeout;
        window.setTimeout = (then, after = 0, ...all) => after < 100 ? later(then, after, ...all) : 0;
        window.requestAnimationFrame = () => 0;
        document.querySelector('service-level-calculator').addEventListener('slc:change',
            ({ detail }) => sessionStorage.setItem('heard', detail.state));
        const field = one('input[name=cheque]:not([type=range])');
        field.value = '88';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    page.open_line("cheque");
    page.run(body, vec![]);
    let page = Page::open(browser, &site, path);
    page.until("what was typed last is kept", |now| {
        state(now).contains("n.cheque=88")
    });
    page.until("what was typed last was an event", |now| {
        text(now.script("return sessionStorage.getItem('heard')", vec![])).contains("n.cheque=88")
    });
}

/// Opens a calculator of a host page, and its cases.
fn with_cases<'a>(browser: &'a Browser, site: &'a Site, attributes: &str) -> Page<'a> {
    let page = visit(browser, site, attributes, "");
    open(&page, "take-compare", "[name=case-keep]");
    page
}

/// What is said of the cases last.
fn said(now: &Now) -> String {
    text(now.script("return one('[data-cases=said]')?.textContent ?? ''", vec![]))
}

/// What is said of how long they last.
fn lasting(now: &Now) -> String {
    text(now.script(
        "return one('[data-cases=lasting]')?.textContent ?? ''",
        vec![],
    ))
}

/// The names of the cases, in their order.
fn names(now: &Now) -> Vec<String> {
    let body = "return deep(document, '.case-row input').map((field) => field.value)";
    serde_json::from_value(now.script(body, vec![])).unwrap()
}

fn expect_names(page: &Page, wanted: &[&str]) {
    page.expect_eq("the cases", wanted, names);
}

fn keep(page: &Page, name: &str) {
    page.fill("case-name", name);
    page.click("[name=case-keep]");
    page.until("it is kept", |now| {
        names(now).iter().any(|kept| kept == name)
            && now.value("case-name").is_some_and(|left| left.is_empty())
    });
}

/// Keeps a business that serves too little, and one that serves too much.
fn keep_two(page: &Page) -> [Value; 2] {
    [("basic", "under"), ("wow", "over")].map(|(rung, verdict)| {
        page.choose("rung", rung);
        expect_verdict(page, verdict);
        keep(page, rung);
        expected::outcome(json!({ "segment": "clinic", "rung": rung }))
    })
}

fn cases_are_kept_compared_arranged_by_keys_and_opened_again(browser: &Browser) {
    let site = Site::start();
    let page = with_cases(browser, &site, "storage");
    let outcomes = keep_two(&page);
    let cells = "return deep(document, '[data-row=loss] td data:first-child').map((e) => e.value)";
    page.until("the table has the model's losses", |now| {
        let cells: Vec<String> = serde_json::from_value(now.script(cells, vec![])).unwrap();
        let mut pairs = cells.iter().zip(&outcomes);
        cells.len() == 2 && pairs.all(|(cell, outcome)| expected::agrees(cell, &outcome["loss"]))
    });
    page.expect_count(".case-dot", 2);
    // Pressed once more, nothing is added: all that follows counts two.
    page.click("[name=case-keep]");
    let press = |name: &str| {
        let css = format!("[name={name}]");
        page.expect_some(&css);
        page.run("one(arguments[0]).focus()", vec![json!(css)]);
        page.press(" ");
    };
    press("case-down-0");
    expect_names(&page, &["wow", "basic"]);
    // No case is below it, so the focus goes to the button that is left.
    page.expect_focus("[name=case-up-1]");
    page.press(" ");
    expect_names(&page, &["basic", "wow"]);
    page.fill("case-name-0", "Now");
    page.press(Key::Enter);
    page.expect_eq("what is said", "Renamed: Now.", said);
    page.expect_focus("[name=case-name-0]");
    // No name is none.
    page.fill("case-name-0", "");
    page.press(Key::Enter);
    expect_names(&page, &["Now", "wow"]);
    press("case-delete-0");
    expect_names(&page, &["wow"]);
    page.expect_focus("[name=cases-undo]");
    page.press(" ");
    expect_names(&page, &["Now", "wow"]);
    page.until("the record has the last change", |now| {
        let record = record(now);
        record.contains("Now") && record.contains("wow")
    });
    page.assert_clean();
    let page = with_cases(browser, &site, "storage");
    expect_names(&page, &["Now", "wow"]);
    page.choose("rung", "wow");
    expect_verdict(&page, "over");
    page.click("[name=case-open-0]");
    expect_verdict(&page, "under");
    page.until("it is said", |now| said(now).starts_with("Opened: Now."));
    page.click("[name=undo]");
    expect_verdict(&page, "over");
    page.assert_clean();
}

/// Chooses a file of this text in the field for one.
fn choose_file(page: &Page, text: &str) {
    let body = "const field = one('[name=cases-import]');
        const list = new DataTransfer();
        list.items.add(new File([arguments[0]], 'cases.json', { type: 'application/json' }));
        field.files = list.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run(body, vec![json!(text)]);
}

fn a_file_brings_cases_elsewhere_and_a_damaged_one_is_refused(browser: &Browser) {
    let site = Site::start();
    let page = with_cases(browser, &site, "");
    page.until("it is said how long cases last", |now| {
        lasting(now).contains("until this page is left")
    });
    keep_two(&page);
    page.run(CATCH, vec![]);
    page.click("[name=cases-export]");
    let (name, _, file) = made(&page, 0);
    let file = String::from_utf8(file).unwrap();
    assert!(
        name.starts_with("service-level-cases-20") && name.ends_with(".json"),
        "{name}"
    );
    let says = |what: &str| page.until(what, |now| said(now).contains(what));
    // Those that are there are not added again.
    choose_file(&page, &file);
    says("Cases added: 0");
    expect_names(&page, &["basic", "wow"]);
    page.click("[name=case-delete-0]");
    expect_names(&page, &["wow"]);
    choose_file(&page, &file);
    says("Cases added: 1");
    expect_names(&page, &["wow", "basic"]);
    choose_file(&page, &file[..60]);
    says("Nothing was added. The file is damaged at line 2, character ");
    choose_file(&page, &" ".repeat(300_000));
    says("Nothing was added. The file is larger than 256 KB");
    let more = |count: usize| {
        let case = |at: usize| Case {
            name: format!("number {at}"),
            state: format!("1;s=clinic;t=standard;c=USD;n.cheque={}", 50 + at),
        };
        write(&(0..count).map(case).collect::<Vec<_>>())
    };
    choose_file(&page, &more(5));
    says("Nothing was added. At most 6 cases fit; 1 of the file does not.");
    expect_names(&page, &["wow", "basic"]);
    choose_file(&page, &more(4));
    says("Cases added: 4");
    page.fill("case-name", "one too many");
    page.click("[name=case-keep]");
    page.until("there is no room", |now| said(now).contains("no room"));
    page.expect_eq("the name that was typed", "one too many", |now| {
        now.value("case-name").unwrap_or_default()
    });
    page.expect_count(".case-row", 6);
    page.assert_clean();
}

/// Under which name the browser keeps the cases.
const RECORD: &str = "slc.cases state /host.html one";

/// What the browser keeps of them.
fn record(now: &Now) -> String {
    text(now.script(
        "return localStorage.getItem(arguments[0])",
        vec![json!(RECORD)],
    ))
}

fn storage_that_is_full_damaged_or_shared_loses_no_case(browser: &Browser) {
    let site = Site::start();
    let page = with_cases(browser, &site, "storage");
    let full = "window.__set = Storage.prototype.setItem;
        Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    page.run(full, vec![]);
    keep(&page, "a");
    page.until("it is said", |now| lasting(now).contains("did not let"));
    keep(&page, "b");
    expect_names(&page, &["a", "b"]);
    // The language changes while a name is typed.
    page.fill("case-name", "being typed");
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru]");
    expect_names(&page, &["a", "b"]);
    page.expect_eq("the name", "being typed", |now| {
        now.value("case-name").unwrap_or_default()
    });
    page.assert_clean();
    let damage = "Storage.prototype.setItem = window.__set;
        localStorage.setItem(arguments[0], '{damaged')";
    page.run(damage, vec![json!(RECORD)]);
    let page = with_cases(browser, &site, "storage");
    page.until("the damage is said", |now| {
        let body = "return one('[data-cases=unread]')?.textContent ?? ''";
        text(now.script(body, vec![])).contains("damaged at line 1, character 2")
    });
    keep(&page, "here");
    page.until("it is stored", |now| record(now).contains("\"here\""));
    // Another window keeps a case of its own.
    let other = "const record = localStorage.getItem(arguments[0]);
        localStorage.setItem(arguments[0], record.replace('here', 'elsewhere'))";
    page.run(other, vec![json!(RECORD)]);
    page.fill("case-name", "later");
    page.click("[name=case-keep]");
    expect_names(&page, &["elsewhere", "later"]);
    page.until("both are stored", |now| {
        let record = record(now);
        record.contains("elsewhere") && record.contains("later")
    });
    page.assert_clean();
}
