//! Pages of other people: what their style sheets, colours and scripts do to the calculator, which is
//! nothing.

use serde_json::json;
use web::{Browser, Page, Site, expected};

tests![
    no_rule_of_a_host_reaches_in: everywhere,
    on_a_dark_page_it_is_as_dark_as_it_should_be,
    on_a_page_of_the_jquery_era_it_runs,
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

/// Lists what differs in the calculator where only the rules of these ids are in force. It looks both
/// times in one task: nothing is drawn in between.
const DIFFERENCES: &str = "
    const on = arguments[0];
    const root = document.querySelector('service-level-calculator').shadowRoot;
    const names = ['color', 'fontSize', 'fontWeight', 'fontStyle', 'letterSpacing', 'textTransform', 'direction', 'textAlign', 'boxSizing', 'backgroundColor', 'opacity', 'cursor', 'display'];
    const look = (rules) => {
        for (const style of document.querySelectorAll('style[id]')) style.disabled = !rules.includes(style.id);
        root.host.getBoundingClientRect();
        // Transitions that have begun would still show the values before.
        for (const animation of document.getAnimations()) {
            try { animation.finish(); } catch { /* It has no end. */ }
        }
        const origin = root.querySelector('.slc').getBoundingClientRect();
        const all = [...root.querySelectorAll('.slc, .slc *')].filter(e => !(e instanceof SVGElement) || e.localName === 'svg');
        return all.map(e => {
            const box = e.getBoundingClientRect(), style = getComputedStyle(e);
            const at = box.width && [box.x - origin.x, box.y - origin.y, box.width, box.height].map(n => Math.round(n));
            return `${e.localName}.${e.getAttribute('class')} ${at} ${names.map(name => style[name]).join(' ')}`;
        });
    };
    const plain = look([]);
    const here = look(on);
    if (plain.length < 200) return ['there is too little to compare'];
    return plain.flatMap((line, at) => line === here[at] ? [] : [[line, here[at]]]).slice(0, 3)";

fn no_rule_of_a_host_reaches_in(browser: &Browser) {
    let site = Site::start();
    // Width and place are the host's to give: every rule leaves the same ones.
    let room = "<style>body > div { position: absolute !important; top: 40px; left: 0; width: 700px !important; margin: 0 !important; padding: 0 !important } service-level-calculator { width: 700px !important }</style>";
    // All are in force while it is drawn.
    let rules = RULES.map(|(name, rules)| format!("<style id={name}>{rules}</style>"));
    let head = rules.concat() + room;
    let body = "<script async src=/slc.js></script>
        <div style='width:700px;padding:0;margin:0;float:none'><service-level-calculator lang=en style='display:block;margin:0;padding:0'></service-level-calculator></div>";
    let page = Page::visit_host(browser, &site, &head, body);
    page.until_complete();
    page.until("its findings are drawn", |now| {
        now.count("[data-panel] .finding:not(.stale)") > 5
    });
    let all = RULES.map(|(name, _)| name);
    let each = all.iter().map(std::slice::from_ref);
    for rules in each.chain([all.as_slice()]) {
        page.expect_none(&rules.join(", "), |now| {
            let differences = now.script(DIFFERENCES, vec![json!(rules)]);
            differences.as_array().unwrap().clone()
        });
    }
    page.assert_clean();
}

fn on_a_dark_page_it_is_as_dark_as_it_should_be(browser: &Browser) {
    let site = Site::start();
    site.hold("app-");
    let head = "<style>html { background: #111; color-scheme: dark }</style>";
    let body = "<script async src=/slc.js></script>
        <service-level-calculator id=dark theme=dark></service-level-calculator>
        <service-level-calculator id=light theme=light></service-level-calculator>";
    let page = Page::visit_host(browser, &site, head, body);
    page.start_all();
    page.until("the program is asked for", |_| site.asked_for("app-") > 0);
    page.always("until it is drawn the page shows through", |now| {
        let painted = "return [...document.querySelectorAll('service-level-calculator')]
            .flatMap(e => [e, ...e.shadowRoot.querySelectorAll('*')])
            .filter(e => getComputedStyle(e).backgroundColor !== 'rgba(0, 0, 0, 0)').length";
        now.script(painted, vec![]) == 0
    });
    site.release("app-");
    page.until_complete();
    for (id, colour) in [
        ("#dark", "rgb(20, 23, 28)"),
        ("#light", "rgb(246, 245, 241)"),
    ] {
        page.look_in(id);
        page.expect_eq(id, json!(colour), |now| {
            now.script(
                "return getComputedStyle(one('.slc')).backgroundColor",
                vec![],
            )
        });
    }
    page.assert_clean();
}

fn on_a_page_of_the_jquery_era_it_runs(browser: &Browser) {
    let site = Site::start();
    // Prototypes that are added to, names that are taken, a document written while it loads.
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
    page.until_complete();
    page.choose("rung", "basic");
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    page.expect(&outcome, &["loss", "level"]);
    page.expect_some(".handle .likely");
    page.always("no error", |now| now.told("slc:error").is_empty());
    page.assert_clean();
}
