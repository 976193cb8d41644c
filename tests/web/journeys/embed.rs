//! The element on a page of somebody else, from the line that brings it to its last method.

use serde_json::{Value, json};
use web::{Browser, Failure, Now, Page, Site, expected};

use crate::business::usual_cheque_in;

tests![
    far_from_the_window_only_the_entry_is_fetched: everywhere,
    a_line_and_marked_divs_become_calculators,
    config_and_state_set_before_the_script_count,
    what_is_typed_while_it_starts_anew_is_kept: everywhere,
    the_methods_do_what_the_guide_says: everywhere,
    moved_it_keeps_its_state_and_its_styles: everywhere,
    outside_of_it_nothing_changes,
];

const ENTRY: &str = "<script async src=/slc.js></script>";

/// Opens a page with one element in sight, and waits until all of it is drawn.
fn one<'a>(browser: &'a Browser, site: &'a Site, head: &str) -> Page<'a> {
    let body = format!(
        "{ENTRY}<div id=here><service-level-calculator id=one>Wait</service-level-calculator></div><div id=there></div>"
    );
    let page = Page::visit_host(browser, site, head, &body);
    page.until_complete();
    page
}

/// Runs a statement in which `it` is the element, also where the element is out of the document.
fn with(page: &Page, statement: &str) {
    page.run(&about_it(statement), vec![]);
}

/// The value of an expression in which `it` is the element.
fn of_it(now: &Now, expression: &str) -> Value {
    now.script(&about_it(&format!("return {expression}")), vec![])
}

fn about_it(statement: &str) -> String {
    format!("const it = (window.kept ??= document.querySelector('#one')); {statement}")
}

fn enter(page: &Page, cheque: u32) {
    page.fill("cheque", &cheque.to_string());
    page.choose("rung", "basic");
    expect_entered(page, cheque);
}

fn expect_entered(page: &Page, cheque: u32) {
    let inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": cheque });
    page.expect(&expected::outcome(inputs), &["loss", "level"]);
    page.expect_value("cheque", &cheque.to_string());
}

fn until_emitted(page: &Page, cheque: u32) {
    page.until("the change is emitted", |now| {
        let emitted = now.told("slc:change");
        let last = emitted
            .last()
            .map(|(_, detail)| detail["state"].to_string());
        last.is_some_and(|state| {
            state.contains(&format!("cheque={cheque}")) && state.contains("basic")
        })
    });
}

fn expect_verdict(page: &Page, verdict: &str) {
    page.expect_eq("the verdict", Some(verdict.to_owned()), |now| {
        now.figure("verdict").map(|figure| figure.value)
    });
}

/// Waits until the page shows a text, whether the calculator's or its own.
fn expect_text(page: &Page, text: &str) {
    page.until(text, |now| now.text("body").contains(text));
}

fn far_from_the_window_only_the_entry_is_fetched(browser: &Browser) {
    let site = Site::start();
    let head = "<style>service-level-calculator::part(question) { letter-spacing: 7px }</style>";
    let body = format!(
        "{ENTRY}<div style='height:5000px'></div>
        <service-level-calculator id=one>What it says without scripts</service-level-calculator>
        <p>After</p>"
    );
    let page = Page::visit_host(browser, &site, head, &body);
    page.until("the element is known", |now| {
        of_it(now, "!!it.start") == true
    });
    page.until("room is kept for it", |now| {
        of_it(now, "it.offsetHeight").as_f64() >= Some(640.0)
    });
    expect_text(&page, "What it says without scripts");
    // The browser calls observers in the order of their making: after ours the element's own has
    // been called too.
    with(
        &page,
        "new IntersectionObserver(() => fetch('/after')).observe(it)",
    );
    page.until("the observers are called", |_| site.asked_for("after") > 0);
    page.always("nothing else is fetched", |_| {
        let ours = |path: &String| !["/host.html", "/favicon.ico"].contains(&path.as_str());
        let mut asked = site.requests();
        asked.retain(ours);
        asked == ["/slc.js", "/after"]
    });
    page.run("scrollTo(0, 4000)", vec![]);
    page.until_complete();
    for (css, spacing) in [("[part=question]", "7px"), ("[part=answer]", "normal")] {
        page.expect_eq(css, json!(spacing), |now| {
            let body = "return getComputedStyle(one(arguments[0])).letterSpacing";
            now.script(body, vec![json!(css)])
        });
    }
    page.assert_clean();
}

/// Waits until so many calculators are complete, and brings those that are far from the window.
fn until_complete(page: &Page, count: usize) {
    page.until(&format!("{count} calculators are complete"), |now| {
        let start =
            "for (const e of document.querySelectorAll('service-level-calculator')) e.start?.()";
        now.script(start, vec![]);
        now.count(".slc[data-complete]") == count
    });
}

fn a_line_and_marked_divs_become_calculators(browser: &Browser) {
    let site = Site::start();
    let line = "<p>Before</p><script async src=/slc.js data-segment=hotel data-tier=luxury data-lang=ru></script><p>After</p>";
    let marked =
        "<div id=marked data-service-level-calculator data-segment=hotel data-lang=ru>Wait</div>";
    // The entry again, and once more under another address: the first one stays in force.
    let again = format!("{ENTRY}<script async src='/slc.js?again' data-lang=en></script>");
    let page = Page::visit_host(browser, &site, "", &format!("{line}{marked}{again}"));
    until_complete(&page, 3);
    page.expect_eq("the place of the line", json!(["script", "After"]), |now| {
        let body = "const e = document.querySelector('service-level-calculator');
            return [e.previousElementSibling.localName, e.nextElementSibling.innerText]";
        now.script(body, vec![])
    });
    let add = "const late = document.createElement('section');
        late.innerHTML = '<div id=late data-service-level-calculator data-lang=en></div>';
        document.querySelector('h1').before(late)";
    page.run(add, vec![]);
    until_complete(&page, 4);
    page.expect_count("service-level-calculator", 4);
    let calculators = [
        (
            "script",
            "ru",
            json!({ "segment": "hotel", "tier": "luxury", "cheque": usual_cheque_in("hotel", "RUB") }),
        ),
        (
            "#marked",
            "ru",
            json!({ "segment": "hotel", "cheque": usual_cheque_in("hotel", "RUB") }),
        ),
        ("#late", "en", json!({ "segment": "clinic" })),
    ];
    for (place, language, inputs) in calculators {
        page.look_in(&format!(
            "{place} > service-level-calculator, {place} + service-level-calculator"
        ));
        page.expect_some(&format!(".slc[lang={language}]"));
        page.expect(
            &expected::outcome(inputs),
            &["expected", "loss_lines.leavers"],
        );
    }
    assert_eq!(site.asked_for("app-*.wasm"), 1, "they share one program");
    page.assert_clean();
}

fn config_and_state_set_before_the_script_count(browser: &Browser) {
    let site = Site::start();
    site.hold("app-");
    let body = "<service-level-calculator id=one>Wait</service-level-calculator><script>
            const it = document.querySelector('#one');
            it.config = { segment: 'hotel', theme: 'dark' };
            it.state = '1;s=taxi;t=standard;c=USD;n.cheque=77';
        </script>";
    let page = Page::visit_host(browser, &site, "", &format!("{body}{ENTRY}"));
    page.until("the program is asked for", |_| site.asked_for("app-") > 0);
    // Ended before it is drawn, it can still be started.
    with(&page, "it.destroy(); it.start()");
    site.release("app-");
    page.until_complete();
    let ready = "const done = arguments[arguments.length - 1];
        document.querySelector('#one').ready.then(() => done('ready'), () => done('refused'))";
    assert_eq!(browser.script_async(ready, vec![]), "ready");
    page.expect_some(".slc[data-theme=dark]");
    page.expect_value("cheque", "77");
    let taxi = json!({ "segment": "taxi", "cheque": 77 });
    page.expect(&expected::outcome(taxi), &["expected"]);
    page.expect_eq("it is ready once", 1, |now| now.told("slc:ready").len());
    page.assert_clean();
}

fn what_is_typed_while_it_starts_anew_is_kept(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site, "");
    enter(&page, 66);
    until_emitted(&page, 66);
    // Texts that do not come leave what is shown.
    site.fail("ru.core", Failure::NotFound);
    with(&page, "it.setAttribute('lang', 'ru')");
    let missing = (json!("texts_missing"), json!(false));
    page.expect_eq("the error", vec![missing], |now| {
        let errors = now.told("slc:error").into_iter();
        errors
            .map(|(_, detail)| (detail["code"].clone(), detail["fatal"].clone()))
            .collect::<Vec<_>>()
    });
    expect_entered(&page, 66);
    site.recover();
    // First the part that reads attributes is slow, then the texts are.
    let changes = [
        (
            "config",
            "it.setAttribute('lang', 'en'); it.setAttribute('theme', 'dark')",
            "[lang=en][data-theme=dark]",
            77,
        ),
        (
            "ru.core",
            "it.setAttribute('lang', 'ru')",
            "[lang=ru][data-theme=dark]",
            88,
        ),
    ];
    for (held, change, shown, cheque) in changes {
        page.choose("rung", "wow");
        expect_verdict(&page, "over");
        site.hold(held);
        let before = site.asked_for(held);
        with(&page, change);
        page.until(held, |_| site.asked_for(held) > before);
        enter(&page, cheque);
        until_emitted(&page, cheque);
        site.release(held);
        page.expect_count(&format!(".slc{shown}[data-complete]"), 1);
        expect_entered(&page, cheque);
    }
    page.always("no error", |now| now.errors().is_empty());
}

fn the_methods_do_what_the_guide_says(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site, "");
    page.expect_eq("the state at first", json!(""), |now| {
        of_it(now, "it.getState()")
    });
    enter(&page, 77);
    until_emitted(&page, 77);
    let state = page.once("the state", |now| {
        let both = of_it(now, "[it.state, it.getState()]");
        (both[0] == both[1]).then(|| both[0].clone())
    });
    with(&page, "it.reset()");
    page.expect_gone("[name=rung]:checked");
    page.expect_eq("the state after reset", json!(""), |now| {
        of_it(now, "it.getState()")
    });
    with(&page, &format!("it.setState({state})"));
    page.expect_some("[name=rung]:checked");
    expect_entered(&page, 77);
    prints_alone(&page);
    expect_entered(&page, 77);
    // What of a state cannot be used is emitted as an error; the rest counts.
    with(&page, "it.state = '1;s=nowhere;n.cheque=55'");
    page.expect_eq("the code", vec![json!("state")], |now| {
        let errors = now.told("slc:error").into_iter();
        errors
            .map(|(_, detail)| detail["code"].clone())
            .collect::<Vec<_>>()
    });
    page.expect_value("cheque", "55");
    with(&page, "it.destroy()");
    page.expect_gone(".slc");
    expect_text(&page, "Wait");
    // Put into the page anew it starts again.
    with(
        &page,
        "const place = it.parentNode; it.remove(); place.append(it)",
    );
    page.until_complete();
    page.assert_clean();
}

/// Prints, and reads what the frame made for it holds when its dialogue opens.
fn prints_alone(page: &Page) {
    let print = "window.printed = [];
        new MutationObserver(() => {
            const frame = it.shadowRoot.querySelector('iframe');
            if (!frame || frame.watched) return;
            frame.watched = true;
            frame.contentWindow.print = () => {
                const copy = frame.contentDocument.querySelector('service-level-calculator');
                const picked = copy.shadowRoot.querySelector('[name=rung]:checked');
                printed.push([picked?.value, frame.contentDocument.body.children.length]);
            };
        }).observe(it.shadowRoot, { childList: true });
        it.print().then(() => printed.push('over'), (error) => printed.push(String(error)))";
    with(page, print);
    page.expect_eq("what is printed", json!([["basic", 1], "over"]), |now| {
        now.script("return window.printed", vec![])
    });
    page.expect_gone("iframe");
}

fn moved_it_keeps_its_state_and_its_styles(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site, "");
    enter(&page, 77);
    with(&page, "document.querySelector('#there').append(it)");
    expect_entered(&page, 77);
    with(&page, "it.remove()");
    page.expect_gone(".slc");
    with(&page, "document.querySelector('#here').append(it)");
    expect_entered(&page, 77);
    page.choose("rung", "wow");
    expect_verdict(&page, "over");
    page.expect_eq("it is started once", 1, |now| now.told("slc:ready").len());
    // Style sheets belong to a document: in another one the calculator needs new ones.
    let looks = |now: &Now| {
        let root = "it.shadowRoot";
        let sheets = of_it(now, &format!("{root}.adoptedStyleSheets.length"));
        let style = format!(
            "(({{ display, maxWidth, fontFamily }}) => [display, maxWidth, fontFamily])
            (it.ownerDocument.defaultView.getComputedStyle({root}.querySelector('.page')))"
        );
        (sheets == 4).then(|| of_it(now, &style))
    };
    let before = page.once("its style", looks);
    let adopt = "const frame = document.createElement('iframe');
        Object.assign(frame, { title: 'Frame', width: 1200, height: 800 });
        document.body.append(frame);
        frame.contentDocument.documentElement.lang = 'en';
        frame.contentDocument.body.append(it)";
    with(&page, adopt);
    page.expect_eq("its style", Some(before), looks);
    page.expect_eq("its field", json!([false, "77"]), |now| {
        let field = "it.shadowRoot.querySelector('#cheque')";
        of_it(
            now,
            &format!("[{field}.ownerDocument === document, {field}.value]"),
        )
    });
    // WebKit now and then drops a press in a document that has just been made: press again.
    page.until("it still answers", |now| {
        let body = about_it(
            "const find = (css) => it.shadowRoot.querySelector(css);
            const basic = find('input[name=rung][value=basic]');
            if (!basic.checked) basic.click();
            return find('[data-figure=verdict]').value",
        );
        now.script(&body, vec![]) == "under"
    });
    page.assert_clean();
}

/// Everything of a document that a calculator might touch outside of its own element, what has the
/// focus included. It listens to `pagehide`, to save what has been entered last; that does not keep
/// the page out of the back/forward cache.
const TRACES: &str = "
    const out = [...document.querySelectorAll('*')].filter(e => !e.closest('#one, script'));
    const style = getComputedStyle(document.body);
    return [
        document.styleSheets.length, document.adoptedStyleSheets.length,
        out.map(e => [...e.attributes].map(a => `${e.localName} ${a.name}=${a.value}`)),
        out.length, document.title, location.href, history.length, localStorage.length, document.cookie,
        [style.margin, style.font, style.color, style.overflow].join(),
        Object.keys(window).filter(name => !/^__|^kept$|^listened$|^cdc_|^ret_nodes$|^se_/.test(name)).sort(),
        window.listened.filter(([who, what]) => who !== 'self' && what !== 'pagehide'),
        new FormData(document.forms[0]).getAll('rung'), document.querySelectorAll('#cheque').length,
    ]";

fn outside_of_it_nothing_changes(browser: &Browser) {
    let site = Site::start();
    let body = "<script>
            window.listened = [];
            const listen = EventTarget.prototype.addEventListener;
            EventTarget.prototype.addEventListener = function (type, ...rest) {
                const outside = this === window || this === document ||
                    (this instanceof Element && this.isConnected && !(this.getRootNode() instanceof ShadowRoot) && this.id !== 'one');
                // Two functions of these tests listen too.
                if (outside && !['guard', 'heard'].includes(rest[0]?.name)) window.listened.push([this.localName ?? this.constructor.name, type]);
                return listen.call(this, type, ...rest);
            };
        </script><style>body { color: rgb(1, 2, 3) }</style>
        <form><input id=cheque name=rung value=mine></form><div style='height:3000px'></div>
        <service-level-calculator id=one>Wait</service-level-calculator>";
    let page = Page::visit_host(browser, &site, "", body);
    page.run("document.querySelector('#cheque').focus()", vec![]);
    let traces = |now: &Now| now.script(TRACES, vec![]);
    let before = page.once("what there is", |now| Some(traces(now)));
    let start = "const script = document.createElement('script'); script.src = '/slc.js'; document.body.append(script)";
    page.run(start, vec![]);
    page.start_all();
    page.until_complete();
    page.expect_eq("scrolling and focus", json!([0, "cheque", "mine"]), |now| {
        let body = "const { id, value } = document.activeElement; return [scrollY, id, value]";
        now.script(body, vec![])
    });
    page.look_in("#one");
    enter(&page, 77);
    page.click("[data-panel=kpi]");
    page.expect_some("#panel-kpi table");
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru]");
    page.look_everywhere();
    page.expect_eq("what there is", before, traces);
    page.assert_clean();
}
