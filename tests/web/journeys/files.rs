//! Files that a visitor takes away are made in the browser, whole and of the right kind.

use serde_json::{Value, json};
use web::{Browser, Page, Site, model};

tests![
    each_press_gives_a_file,
    the_page_itself_remembers,
    what_is_typed_as_the_page_is_left_is_kept_and_told,
    a_damaged_link_is_named_and_the_rest_opens
];

/// Keeps what is made, whose links no browser of the tests is to follow.
const CATCH: &str = "window.made = [];
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => { made.push(file); return make.call(URL, file) };
    HTMLAnchorElement.prototype.click = function () { if (!this.download) this.dispatchEvent(new MouseEvent('click')) }";

const READ: &str = "const done = arguments[arguments.length - 1];
    const file = made[arguments[0]];
    const bytes = file.arrayBuffer().then((buffer) => [...new Uint8Array(buffer)]);
    bytes.then((all) => done([file.name, file.type, all]))";

fn opened<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    let page = Page::open(browser, site, "/?lang=en");
    page.choose("rung", "basic");
    page.click("[data-panel=take]");
    page.until("it is brought", || page.count("[name=take-files]") == 1);
    page.click("[name=take-files]");
    page.until("it is offered", || page.count("[name=file-csv]") == 1);
    page
}

fn each_press_gives_a_file(browser: &Browser) {
    let site = Site::start();
    let page = opened(browser, &site);
    browser.script(CATCH, vec![]);
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    for (at, kind) in ["csv", "xlsx", "json", "svg", "png"]
        .into_iter()
        .enumerate()
    {
        page.click(&format!("[name=file-{kind}]"));
        page.until(kind, || {
            browser.script("return made.length", vec![]) == at + 1
        });
        let read = browser.script_async(READ, vec![json!(at)]);
        let (name, of, bytes): (String, String, Vec<u8>) = serde_json::from_value(read).unwrap();
        assert!(
            name.starts_with("service-level-clinic-20") && name.ends_with(&format!(".{kind}")),
            "{name}"
        );
        let start: &[u8] = match kind {
            "csv" => "\u{feff}".as_bytes(),
            "xlsx" => b"PK\x03\x04",
            "json" => b"{",
            "svg" => b"<svg",
            _ => b"\x89PNG",
        };
        assert!(bytes.starts_with(start), "{kind} of {} bytes", bytes.len());
        let wanted = match kind {
            "csv" => "text/csv",
            "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "json" => "application/json",
            "svg" => "image/svg+xml",
            _ => "image/png",
        };
        assert!(of.starts_with(wanted), "{of}");
        if kind == "json" {
            let input: Value = serde_json::from_slice(&bytes).unwrap();
            let again = model::outcome(input);
            for figure in ["level", "loss", "expected"] {
                let (got, wanted) = (
                    again[figure].as_f64().unwrap(),
                    outcome[figure].as_f64().unwrap(),
                );
                assert!(
                    (got - wanted).abs() <= 1e-6 * wanted.abs(),
                    "{figure}: {got} {wanted}"
                );
            }
        }
    }
    page.assert_clean();
}

fn what_is_typed_as_the_page_is_left_is_kept_and_told(browser: &Browser) {
    let site = Site::start();
    let visit = || {
        let page = Page::visit(browser, &site, "/?lang=en&storage");
        page.until_complete();
        page
    };
    let page = visit();
    // What still comes is drawn together with what is entered: let all of it be here.
    page.until("the closed panels say what they find", || {
        page.count("[data-panel] .finding") > 0
    });
    page.fill("cheque", "77");
    let state = "return document.querySelector('service-level-calculator').state";
    let says = |what: &str| {
        browser
            .script(state, vec![])
            .as_str()
            .unwrap()
            .contains(what)
    };
    page.until("it is told", || says("n.cheque=77"));
    // Nothing is painted any more, and nothing comes to rest.
    let body = "const later = setTimeout;
        window.setTimeout = (then, after = 0, ...all) => after < 100 ? later(then, after, ...all) : 0;
        window.requestAnimationFrame = () => 0;
        document.querySelector('service-level-calculator').addEventListener('slc:change',
            ({ detail }) => sessionStorage.setItem('heard', detail.state));
        const field = one('input[name=cheque]:not([type=range])');
        field.value = '88';
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
    browser.script(body, vec![]);
    assert!(!says("n.cheque=88"));
    visit();
    assert!(says("n.cheque=88"));
    let heard = browser.script("return sessionStorage.getItem('heard')", vec![]);
    assert!(heard.as_str().unwrap().contains("n.cheque=88"), "{heard}");
}

fn the_page_itself_remembers(browser: &Browser) {
    let site = Site::start();
    let visit = |path: &str| {
        browser.goto(&site.address(path));
        let page = Page::visit(browser, &site, "/?lang=en&storage");
        page.until_complete();
        page
    };
    let page = visit("/?lang=en&storage");
    page.fill("cheque", "77");
    page.choose("rung", "wow");
    page.until("it is told", || page.figure("verdict").value == "over");
    let page = visit("/?lang=en&storage");
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "wow", "cheque": 77 }));
    page.expect(&outcome, &["level", "loss"]);
    page.until("it can be forgotten", || page.count("[name=forget]") == 1);
    page.click("[name=forget]");
    page.until("nothing is picked", || {
        page.count("[name=rung]:checked") == 0
    });
    // A link within the page brings another state, and the way back the one before.
    page.choose("rung", "basic");
    page.until("it is under", || page.figure("verdict").value == "under");
    browser.script(
        "location.hash = '#slc=1;s=clinic;t=standard;c=USD;r=wow'",
        vec![],
    );
    page.until("the link counts", || {
        page.count(".slc[data-complete]") == 1 && page.figure("verdict").value == "over"
    });
    browser.script("history.back()", vec![]);
    page.until("the way back counts", || {
        page.count(".slc[data-complete]") == 1 && page.figure("verdict").value == "under"
    });
    page.assert_clean();
}

fn a_damaged_link_is_named_and_the_rest_opens(browser: &Browser) {
    let site = Site::start();
    let path =
        "/?lang=en&storage=false#slc=1;s=clinic;t=standard;c=USD;r=wow;p.dance=3;n.cheque=%%";
    let page = Page::visit(browser, &site, path);
    page.until_complete();
    page.until("what could not be used is named", || {
        page.count("[data-skipped] p") == 2
    });
    assert_eq!(page.figure("verdict").value, "over");
}
