//! On a page of somebody else: by a tag or by one line, moved about, and without a trace outside.

use serde_json::json;
use web::{Browser, Page, Site, model};

tests![
    one_line_brings_a_calculator_of_its_market,
    moved_or_taken_out_and_put_back_it_keeps_its_state,
    in_another_document_it_keeps_its_styles_and_its_state,
    outside_of_it_nothing_changes,
];

/// Opens a page of a host with this body.
fn open<'a>(browser: &'a Browser, site: &'a Site, body: &str) -> Page<'a> {
    let page = Page::visit_host(browser, site, "", body);
    page.until_complete();
    page
}

const TAG: &str = "<script async src=/slc.js></script>
    <div id=here><service-level-calculator id=one>Wait</service-level-calculator></div><div id=there></div>";

fn one_line_brings_a_calculator_of_its_market(browser: &Browser) {
    let site = Site::start();
    let line = "<p>Before</p><script async src=/slc.js data-segment=hotel data-tier=luxury data-lang=ru></script><p>After</p>";
    let page = open(browser, &site, line);
    assert_eq!(page.count(".slc[lang=ru]"), 1);
    let hotel = json!({ "segment": "hotel", "tier": "luxury", "cheque": 240 * 60 });
    page.expect(&model::outcome(hotel), &["expected", "loss_lines.leavers"]);
    let place = "const e = document.querySelector('service-level-calculator');
        return [e.previousElementSibling.localName, e.nextElementSibling.innerText]";
    assert_eq!(browser.script(place, vec![]), json!(["script", "After"]));
    page.assert_clean();
}

/// Fills in what must not be lost.
fn fill(page: &Page) {
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    expect_filled(page);
}

fn expect_filled(page: &Page) {
    let inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    page.expect(&model::outcome(inputs), &["loss", "level"]);
    assert_eq!(page.value("cheque"), "77");
}

fn moved_or_taken_out_and_put_back_it_keeps_its_state(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, TAG);
    fill(&page);
    let move_it = "document.querySelector('#there').append(document.querySelector('#one'))";
    browser.script(move_it, vec![]);
    expect_filled(&page);
    browser.script(
        "(window.kept = document.querySelector('#one')).remove()",
        vec![],
    );
    page.until("it is out", || page.count(".slc") == 0);
    browser.script(
        "document.querySelector('#here').append(window.kept)",
        vec![],
    );
    expect_filled(&page);
    page.choose("rung", "wow");
    page.until("it still answers", || {
        page.figure("verdict").value == "over"
    });
    assert_eq!(page.told("slc:ready").len(), 1, "it was started once");
    page.assert_clean();
}

fn in_another_document_it_keeps_its_styles_and_its_state(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, TAG);
    fill(&page);
    let looks = "const e = window.kept.shadowRoot.querySelector('.page');
        const style = e.ownerDocument.defaultView.getComputedStyle(e);
        return [style.display, style.maxWidth, style.fontFamily]";
    browser.script("window.kept = document.querySelector('#one')", vec![]);
    let before = browser.script(looks, vec![]);
    let adopt = "const frame = document.createElement('iframe');
        frame.title = 'Frame'; frame.width = 1200; frame.height = 800;
        document.body.append(frame);
        frame.contentDocument.documentElement.lang = 'en';
        frame.contentDocument.body.append(window.kept)";
    browser.script(adopt, vec![]);
    let sheets = "return window.kept.shadowRoot.adoptedStyleSheets.length";
    page.until("it has its sheets again", || {
        browser.script(sheets, vec![]) == 4
    });
    assert_eq!(browser.script(looks, vec![]), before);
    let inside = "const field = window.kept.shadowRoot.querySelector('#cheque');
        return [field.ownerDocument === document, field.value]";
    assert_eq!(browser.script(inside, vec![]), json!([false, "77"]));
    // WebKit now and then drops a press in a document that it has only just made.
    let choose = "const wow = window.kept.shadowRoot.querySelector('input[name=rung][value=wow]');
        if (!wow.checked) wow.click()";
    let verdict = "return window.kept.shadowRoot.querySelector('[data-figure=verdict]').value";
    page.until("it still answers", || {
        browser.script(choose, vec![]);
        browser.script(verdict, vec![]) == "over"
    });
    page.assert_clean();
}

/// What of a document a calculator might touch: not its own element. It does hear of the page being
/// left, when what has been entered last is kept; that keeps no page from coming back as it was.
const TRACES: &str = "
    const out = [...document.querySelectorAll('*')].filter(e => !e.closest('#one, script'));
    const style = getComputedStyle(document.body);
    return [
        document.styleSheets.length, document.adoptedStyleSheets.length,
        out.map(e => [...e.attributes].map(a => `${e.localName} ${a.name}=${a.value}`)),
        out.length, document.title, location.href, localStorage.length, document.cookie,
        [style.margin, style.font, style.color, style.overflow].join(),
        Object.keys(window).filter(name => !/^__|^kept$|^listened$|^cdc_|^ret_nodes$|^se_/.test(name)).sort(),
        window.listened.filter(([who, what]) => who !== 'self' && what !== 'pagehide'),
    ]";

fn outside_of_it_nothing_changes(browser: &Browser) {
    let site = Site::start();
    let body = "<script>
            window.listened = [];
            const listen = EventTarget.prototype.addEventListener;
            EventTarget.prototype.addEventListener = function (type, ...rest) {
                const outside = this === window || this === document ||
                    (this instanceof Element && this.isConnected && !(this.getRootNode() instanceof ShadowRoot) && this.id !== 'one');
                // The tests' own watch over where a press lands.
                if (outside && !['guard', 'heard'].includes(rest[0]?.name)) window.listened.push([this.localName ?? this.constructor.name, type]);
                return listen.call(this, type, ...rest);
            };
        </script><style>body { color: rgb(1, 2, 3) }</style><p id=own>Own</p>
        <service-level-calculator id=one>Wait</service-level-calculator>";
    let page = Page::visit_host(browser, &site, "", body);
    let before = browser.script(TRACES, vec![]);
    let start = "const script = document.createElement('script'); script.src = '/slc.js'; document.body.append(script)";
    browser.script(start, vec![]);
    page.until_complete();
    fill(&page);
    page.click("[data-panel=kpi]");
    page.until("a panel is there", || page.count("#panel-kpi table") > 0);
    page.click("[data-language=ru]");
    page.until("it is Russian", || page.count(".slc[lang=ru]") > 0);
    assert_eq!(browser.script(TRACES, vec![]), before);
    page.assert_clean();
}
