//! Cases are kept under names, stand side by side, and travel in a file.

use serde_json::{Value, json};
use web::{Browser, Page, Site, model};

tests![
    cases_are_kept_compared_and_opened_again,
    they_are_renamed_moved_deleted_and_taken_back_by_keys,
    a_file_brings_them_elsewhere_and_a_damaged_one_is_refused,
    storage_that_is_full_or_damaged_costs_nothing_but_the_keeping,
    what_another_window_has_kept_stays,
    it_fits_a_phone_and_has_no_fault
];

const SCRIPT: &str = "<script async src=/slc.js></script>";

/// A calculator of a host page, with its cases open.
fn visit<'a>(browser: &'a Browser, site: &'a Site, attributes: &str) -> Page<'a> {
    let element = format!(
        "<service-level-calculator id=one lang=en {attributes}></service-level-calculator>"
    );
    let page = Page::visit_host(browser, site, "", &format!("{SCRIPT}{element}"));
    page.until_complete();
    open(&page);
    page
}

fn open(page: &Page) {
    page.click("[data-panel=take]");
    page.until("it is brought", || page.count("[name=take-compare]") == 1);
    page.click("[name=take-compare]");
    page.until("it is open", || page.count("[name=case-keep]") == 1);
}

fn said(page: &Page) -> String {
    let body = "return one('[data-cases=said]')?.textContent ?? ''";
    text(page.browser().script(body, vec![]))
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn keep(page: &Page, name: &str) {
    let before = names(page).len();
    page.fill("case-name", name);
    page.click("[name=case-keep]");
    page.until("it is kept", || names(page).len() == before + 1);
}

/// The names of the cases, in their order.
fn names(page: &Page) -> Vec<String> {
    let body = "return deep(document, '.case-row input').map((field) => field.value)";
    serde_json::from_value(page.browser().script(body, vec![])).unwrap()
}

/// What stands in a row of the table, a cell a case.
fn row(page: &Page, id: &str) -> Vec<f64> {
    let body = "return deep(document, `[data-row='${arguments[0]}'] td data:first-child`).map((e) => Number(e.value))";
    serde_json::from_value(page.browser().script(body, vec![json!(id)])).unwrap()
}

/// Keeps a business that serves too little, and one that serves too much.
fn keep_two(page: &Page) -> [Value; 2] {
    ["basic", "wow"].map(|rung| {
        page.choose("rung", rung);
        page.until("it is answered", || {
            page.figure("verdict").value == if rung == "basic" { "under" } else { "over" }
        });
        keep(page, rung);
        model::outcome(json!({ "segment": "clinic", "rung": rung }))
    })
}

fn cases_are_kept_compared_and_opened_again(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "storage");
    let outcomes = keep_two(&page);
    for (id, of) in [
        ("level", "/level"),
        ("loss", "/loss"),
        ("exceeding.extra_cost", "/exceeding/extra_cost"),
    ] {
        let expected = outcomes
            .each_ref()
            .map(|o| o.pointer(of).and_then(Value::as_f64).unwrap());
        let shown = row(&page, id);
        assert_eq!(shown.len(), 2, "{id}");
        for (shown, expected) in shown.iter().zip(expected) {
            assert!(
                (shown - expected).abs() <= 1e-6 * expected.abs().max(1.0),
                "{id}: {shown} {expected}"
            );
        }
    }
    assert_eq!(page.count(".case-dot"), 2);
    // Pressed once more, as by a hand that trembles.
    page.click("[name=case-keep]");
    page.until("it is there already", || said(&page) == "Kept: wow.");
    assert_eq!(names(&page), ["basic", "wow"]);
    // The browser has them when one comes back.
    let page = visit(browser, &site, "storage");
    page.until("they are back", || names(&page) == ["basic", "wow"]);
    page.click("[name=case-open-0]");
    page.until("it is opened", || page.figure("verdict").value == "under");
    assert!(said(&page).starts_with("Opened: basic."));
    page.click("[name=undo]");
    page.until("what was there is back", || {
        page.figure("verdict").value == "over"
    });
    page.assert_clean();
}

fn they_are_renamed_moved_deleted_and_taken_back_by_keys(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "");
    keep_two(&page);
    let lasting = "return one('[data-cases=lasting]').textContent";
    assert!(text(browser.script(lasting, vec![])).contains("until this page is left"));
    let press = |name: &str, key: &str| {
        let body = "one(arguments[0]).focus()";
        browser.script(body, vec![json!(format!("[name={name}]"))]);
        page.press(key);
    };
    press("case-down-0", " ");
    page.until("it is moved", || names(&page) == ["wow", "basic"]);
    // There is nothing below it: the focus goes to what is left.
    page.until("the focus goes with it", || {
        page.has_focus("[name=case-up-1]")
    });
    page.press(" ");
    page.until("it is back", || names(&page) == ["basic", "wow"]);
    page.fill("case-name-0", "Now");
    page.press(web::Key::Enter);
    page.until("it is renamed", || said(&page) == "Renamed: Now.");
    assert!(page.has_focus("[name=case-name-0]"));
    page.fill("case-name-0", "");
    page.press(web::Key::Enter);
    page.until("none is no name", || names(&page) == ["Now", "wow"]);
    press("case-delete-0", " ");
    page.until("it is gone", || names(&page) == ["wow"]);
    page.until("it can be undone at once", || {
        page.has_focus("[name=cases-undo]")
    });
    page.press(" ");
    page.until("it is back", || names(&page) == ["Now", "wow"]);
    for _ in 0..4 {
        keep(&page, "Client");
    }
    page.fill("case-name", "one too many");
    page.click("[name=case-keep]");
    page.until("there is no room", || said(&page).contains("no room"));
    assert_eq!(page.value("case-name"), "one too many", "nothing is lost");
    assert_eq!(
        names(&page)[2..],
        ["Client", "Client 2", "Client 3", "Client 4"]
    );
    page.assert_clean();
}

/// Chooses a file of this text in the field for one.
fn choose_file(page: &Page, text: &str) {
    let body = "const field = one('[name=cases-import]');
        const list = new DataTransfer();
        list.items.add(new File([arguments[0]], 'cases.json', { type: 'application/json' }));
        field.files = list.files;
        field.dispatchEvent(new Event('change', { bubbles: true }))";
    page.browser().script(body, vec![json!(text)]);
}

fn a_file_brings_them_elsewhere_and_a_damaged_one_is_refused(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "");
    keep_two(&page);
    let watch = "window.made = [];
        const make = URL.createObjectURL;
        URL.createObjectURL = (file) => { made.push(file); return make.call(URL, file) };
        HTMLAnchorElement.prototype.click = function () {}";
    browser.script(watch, vec![]);
    page.click("[name=cases-export]");
    page.until("it is made", || {
        browser.script("return made.length", vec![]) == 1
    });
    let read = "const done = arguments[arguments.length - 1];
        made[0].text().then((text) => done([made[0].name, text]))";
    let (name, file): (String, String) =
        serde_json::from_value(browser.script_async(read, vec![])).unwrap();
    assert!(
        name.starts_with("service-level-cases-20") && name.ends_with(".json"),
        "{name}"
    );
    let page = visit(browser, &site, "");
    page.choose("rung", "expected");
    keep(&page, "Here");
    choose_file(&page, &file);
    page.until("they are added", || {
        names(&page) == ["Here", "basic", "wow"]
    });
    assert!(said(&page).contains("Cases added: 2"));
    choose_file(&page, &file);
    page.until("nothing comes twice", || {
        said(&page).contains("Cases added: 0")
    });
    assert_eq!(names(&page).len(), 3);
    for (damaged, reason) in [
        (
            file.replace("s=clinic;t=standard;c=USD;r=wow", "s=circus"),
            "Nothing was added. Case 2: “s” names something that is not there here.",
        ),
        (
            file[..60].to_owned(),
            "Nothing was added. The file is damaged at line 2, character ",
        ),
        (
            "{}".to_owned(),
            "Nothing was added. The file holds no cases of this calculator.",
        ),
        (
            " ".repeat(300_000),
            "Nothing was added. The file is larger than 256 KB",
        ),
    ] {
        choose_file(&page, &damaged);
        page.until(reason, || said(&page).starts_with(reason));
        assert_eq!(names(&page), ["Here", "basic", "wow"]);
    }
    page.assert_clean();
}

/// The record of the cases that the browser has.
const RECORD: &str = "return localStorage.getItem('slc.cases state /host.html one')";

fn storage_that_is_full_or_damaged_costs_nothing_but_the_keeping(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "storage");
    let lasting = || text(browser.script("return one('[data-cases=lasting]').textContent", vec![]));
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }";
    browser.script(full, vec![]);
    keep(&page, "a");
    page.until("it says so", || lasting().contains("did not let"));
    keep(&page, "b");
    assert_eq!(names(&page), ["a", "b"]);
    // Its language changes half-way.
    page.fill("case-name", "being typed");
    page.click("[data-language=ru]");
    page.until("it is Russian", || page.count(".slc[lang=ru]") == 1);
    assert_eq!(names(&page), ["a", "b"]);
    assert_eq!(page.value("case-name"), "being typed");
    visit(browser, &site, "storage");
    assert_eq!(browser.script(RECORD, vec![]), Value::Null);
    let damage = "localStorage.setItem('slc.cases state /host.html one', '{damaged')";
    browser.script(damage, vec![]);
    let page = visit(browser, &site, "storage");
    let unread = "return one('[data-cases=unread]')?.textContent ?? ''";
    page.until("it is named", || {
        text(browser.script(unread, vec![])).contains("damaged at line 1, character 2")
    });
    keep(&page, "c");
    page.until("it is kept", || {
        text(browser.script(RECORD, vec![])).contains("\"c\"")
    });
    page.assert_clean();
}

fn what_another_window_has_kept_stays(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "storage");
    keep(&page, "here");
    page.until("it is kept", || {
        text(browser.script(RECORD, vec![])).contains("here")
    });
    let other = "const name = 'slc.cases state /host.html one';
        localStorage.setItem(name, localStorage.getItem(name).replace('here', 'elsewhere'))";
    browser.script(other, vec![]);
    page.fill("case-name", "later");
    page.click("[name=case-keep]");
    page.until("both are there", || names(&page) == ["elsewhere", "later"]);
    page.until("and kept", || {
        let record = text(browser.script(RECORD, vec![]));
        record.contains("elsewhere") && record.contains("later")
    });
    page.assert_clean();
}

fn it_fits_a_phone_and_has_no_fault(browser: &Browser) {
    let site = Site::start();
    for (language, long) in [
        (
            "en",
            "The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Tea Room",
        ),
        (
            "ru",
            "ООО «Верхненижнегорскспецсантехпромстроймонтажкомплектация»",
        ),
    ] {
        for width in [320, 1280] {
            let page = Page::open_framed(browser, &site, width, &format!("/?lang={language}"));
            open(&page);
            for (rung, name) in [("basic", long), ("expected", ""), ("wow", long)] {
                page.choose("rung", rung);
                keep(&page, name);
            }
            assert_eq!(page.overflow(), 0, "{language} {width}");
            assert_eq!(
                page.accessibility_faults(),
                Vec::<String>::new(),
                "{language} {width}"
            );
            page.assert_clean();
            browser.leave_frame();
        }
    }
}
