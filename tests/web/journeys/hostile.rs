//! Hosts as they are: what their rules, directions and policies do to a calculator, which is nothing.

use serde_json::{Value, json};
use web::{Browser, Page, Site, model};

tests![
    no_rule_of_a_host_reaches_in,
    on_a_dark_page_it_can_be_dark,
    strict_policies_let_it_run,
    on_a_page_of_the_jquery_era_it_runs,
    no_focus_no_scroll_and_no_name_is_taken,
];

/// Rules that real sites have, each of which has broken a widget.
const RULES: [(&str, &str); 8] = [
    (
        "spacing",
        "* { letter-spacing: .3em !important; word-spacing: 1em; text-transform: uppercase !important; box-sizing: content-box !important }",
    ),
    ("rem", "html { font-size: 62.5% }"),
    (
        "buttons",
        "button, input, select { width: 100%; height: 9px; float: left; background: red !important; border-radius: 50px; text-transform: lowercase }",
    ),
    ("hidden", "[hidden] { display: block !important }"),
    (
        "reset",
        "div, p, span, label, section, svg, ul, li { margin: 13px; padding: 7px; font: 700 30px/3 cursive !important; color: red; line-height: 0; text-align: right; white-space: nowrap }",
    ),
    (
        "names",
        ".card, .page, .row, .chip, .small, .field { display: none !important; position: absolute; opacity: .1 } #chart-title, #day-title { color: red }",
    ),
    (
        "inherited",
        "body { direction: rtl; text-align: right; font: italic 9px/1 serif; color: #eee; visibility: visible; cursor: wait; text-indent: 4em; word-break: break-all; -webkit-user-select: none; user-select: none; tab-size: 1; quotes: none; list-style: square }",
    ),
    (
        "variables",
        ":root { --bg: red; --ink: red; --surface: red; --accent: red; --zone: red; --touch: 1px; --small: 4px }",
    ),
];

/// How each thing in the calculator looks and where it stands in it.
const LOOKS: &str = "
    const root = document.querySelector('service-level-calculator').shadowRoot;
    const origin = root.querySelector('.slc').getBoundingClientRect();
    return [...root.querySelectorAll('.slc, .slc *')].filter(e => !(e instanceof SVGElement) || e.localName === 'svg').map(e => {
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        const at = box.width && [box.x - origin.x, box.y - origin.y, box.width, box.height].map(n => Math.round(n));
        const say = ['color', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'textTransform', 'direction', 'textAlign', 'boxSizing', 'backgroundColor', 'opacity', 'cursor', 'display'];
        return `${e.localName}.${e.getAttribute('class')} ${at} ${say.map(name => style[name]).join(' ')}`;
    })";

fn looks(browser: &Browser, page: &Page) -> Vec<Value> {
    page.until_complete();
    page.until("it stands still", || {
        let sheets = "return document.querySelector('service-level-calculator').shadowRoot.adoptedStyleSheets.length";
        let findings = page.count("[data-panel] .finding:not(.stale)") > 5;
        browser.script(sheets, vec![]) == 4 && findings
    });
    let looks = browser.script(LOOKS, vec![]);
    looks.as_array().unwrap().clone()
}

fn no_rule_of_a_host_reaches_in(browser: &Browser) {
    let site = Site::start();
    let body = "<script async src=/slc.js></script>
        <div style='width:700px;padding:0;margin:0;float:none'><service-level-calculator lang=en style='display:block;margin:0;padding:0'></service-level-calculator></div>";
    // Width and place are the host's to give: every rule leaves the same ones.
    let room = "<style>body > div { position: absolute !important; top: 40px; left: 0; width: 700px !important; margin: 0 !important; padding: 0 !important } service-level-calculator { width: 700px !important }</style>";
    let plain = looks(browser, &Page::visit_host(browser, &site, room, body));
    assert!(plain.len() > 200, "{}", plain.len());
    for (name, rules) in RULES {
        let head = format!("<style>{rules}</style>{room}");
        let page = Page::visit_host(browser, &site, &head, body);
        let here = looks(browser, &page);
        let differ = plain.iter().zip(&here).find(|(plain, here)| plain != here);
        assert!(differ.is_none(), "{name}: {differ:#?}");
        assert_eq!(plain.len(), here.len(), "{name}");
        page.assert_clean();
    }
}

fn background(browser: &Browser) -> Value {
    let body = "const root = document.querySelector('service-level-calculator').shadowRoot;
        return getComputedStyle(root.querySelector('.slc')).backgroundColor";
    browser.script(body, vec![])
}

fn on_a_dark_page_it_can_be_dark(browser: &Browser) {
    let site = Site::start();
    let dark = "<style>html { background: #111; color-scheme: dark }</style>";
    let element = |theme: &str| {
        format!(
            "<script async src=/slc.js></script><service-level-calculator {theme}></service-level-calculator>"
        )
    };
    let colours = ["theme=dark", "theme=light"].map(|theme| {
        let page = Page::visit_host(browser, &site, dark, &element(theme));
        page.until_complete();
        background(browser)
    });
    assert_eq!(
        colours,
        [json!("rgb(20, 23, 28)"), json!("rgb(246, 245, 241)")]
    );
    // Until it is there nothing of its own is painted: the page shows through.
    let site = Site::start();
    site.hold("app-");
    let page = Page::visit_host(browser, &site, dark, &element("theme=dark"));
    page.until("it is asked for", || site.asked_for("app-") > 0);
    let own = "const e = document.querySelector('service-level-calculator');
        return [e, ...e.shadowRoot.querySelectorAll('*')].filter(e => getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)').length";
    assert_eq!(browser.script(own, vec![]), 0);
    site.release("app-");
}

/// Where a policy or a page's habits could break it: it answers, tells no error, and draws ranges.
fn works(page: &Page, policy: &str) {
    page.until_complete();
    page.choose("rung", "basic");
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    page.expect(&outcome, &["loss", "level"]);
    page.until("there are ranges", || page.count(".handle .likely") > 0);
    // Where no worker may be started the browser itself says so.
    let errors = page.errors();
    let allowed = |error: &String| error.starts_with("policy: require-trusted-types-for");
    assert!(errors.iter().all(allowed), "{policy}: {errors:?}");
    assert!(
        page.told("slc:error").is_empty(),
        "{policy}: {:?}",
        page.told("slc:error")
    );
}

fn strict_policies_let_it_run(browser: &Browser) {
    let site = Site::start();
    let policies = [
        (
            "own",
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; worker-src 'self'; img-src 'self'",
        ),
        (
            "nonce",
            "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'none'; connect-src 'self'; worker-src 'self'; img-src 'self'",
        ),
        (
            "trusted types",
            "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
        ),
    ];
    for (name, policy) in policies {
        // What the tests collect comes first: the policy counts from where it stands.
        let head = format!("<meta http-equiv=Content-Security-Policy content=\"{policy}\">");
        let body = "<script async nonce=abc src=/slc.js></script><service-level-calculator></service-level-calculator>";
        let page = Page::visit_host(browser, &site, &head, body);
        works(&page, name);
    }
}

fn on_a_page_of_the_jquery_era_it_runs(browser: &Browser) {
    let site = Site::start();
    // Prototypes that are added to, names that are taken, a document written as it loads.
    let head = "<script>
            Array.prototype.last = function () { return this[this.length - 1]; };
            Object.defineProperty(Object.prototype, 'own', { value() { return 1; }, writable: true, configurable: true });
            Function.prototype.delay = function (time) { return setTimeout(this, time); };
            Element.prototype.hide = function () { this.style.display = 'none'; };
            window.$ = window.jQuery = (what) => [].slice.call(document.querySelectorAll(what));
            var name = 'x', status = 'y', event = {}, top2 = 1, Calculator = 1, slc = 2;
        </script>";
    let body = "<table><tr><td><script>document.write('<div data-service-level-calculator>Wait</div>')</script>
        </td></tr></table><script src=/slc.js></script>";
    let page = Page::visit_host(browser, &site, head, body);
    works(&page, "jquery");
}

fn no_focus_no_scroll_and_no_name_is_taken(browser: &Browser) {
    let site = Site::start();
    let body = "<form id=form><input id=cheque name=rung value=mine autofocus></form><div style='height:3000px'></div>
        <script async src=/slc.js></script><service-level-calculator id=one></service-level-calculator>";
    let page = Page::visit_host(browser, &site, "", body);
    page.start_all();
    page.until_complete();
    let quiet = "return [scrollY, document.activeElement.id, new FormData(form).getAll('rung'), location.hash, history.length > 0,
        document.querySelectorAll('#cheque').length]";
    let before = browser.script(quiet, vec![]);
    assert_eq!(before[0], 0);
    assert_eq!(before[2], json!(["mine"]));
    page.look_in("#one");
    page.choose("rung", "wow");
    page.until("it answers", || page.figure("verdict").value == "over");
    let after = browser.script(quiet, vec![]);
    for at in [2, 3, 5] {
        assert_eq!(after[at], before[at]);
    }
    page.assert_clean();
}
