//! In a plain iframe: as high as it is, telling what happens, and deaf to whoever else speaks.

use serde_json::{Value, from_value, json};
use web::{Browser, Page, Site, model};

tests![
    it_is_as_high_as_the_calculator_and_tells_what_happens,
    without_the_script_it_is_a_page_that_scrolls,
    a_page_that_may_not_listen_hears_nothing,
    the_page_hears_no_stranger_and_no_flood,
    the_calculator_takes_one_port_of_its_parent,
    sandboxed_without_an_origin_it_works,
    what_happens_before_it_can_be_told_is_told_later,
];

fn height(browser: &Browser) -> f64 {
    let body = "return document.querySelector('iframe').getBoundingClientRect().height";
    browser.script(body, vec![]).as_f64().unwrap()
}

/// The names of the events that the iframe itself has raised.
fn heard(page: &Page, name: &str) -> usize {
    let told = page.told(name);
    told.iter().filter(|(id, _)| id == "frame").count()
}

/// How high the page in the iframe is, and how wide it is beyond its window.
fn inside(browser: &Browser) -> (f64, f64) {
    browser.enter_frame();
    let body =
        "const e = document.documentElement; return [e.offsetHeight, e.scrollWidth - innerWidth]";
    let (height, beyond): (f64, f64) = from_value(browser.script(body, vec![])).unwrap();
    browser.leave_frame();
    (height, beyond)
}

fn until_as_high(browser: &Browser, page: &Page) {
    page.until("it is as high as what is in it", || {
        let (within, beyond) = inside(browser);
        within > 1000.0 && (height(browser) - within).abs() <= 1.0 && beyond <= 0.0
    });
}

fn it_is_as_high_as_the_calculator_and_tells_what_happens(browser: &Browser) {
    let files = Site::start();
    let host = Site::start();
    let source = files.address("/");
    // The script first, the iframe first: either way they find each other.
    for script_first in [true, false] {
        let script = format!("<script src='{source}slc-frame.js'></script>");
        let frame = format!(
            "<iframe id=frame title=Calculator style='border:0;width:800px' src='{source}?lang=en&segment=hotel'></iframe>"
        );
        let mut both = [script, frame];
        if !script_first {
            both.reverse();
        }
        let body = both.concat();
        let page = Page::visit_host(browser, &host, "", &body);
        page.until("it is ready", || heard(&page, "slc:ready") == 1);
        until_as_high(browser, &page);
        browser.enter_frame();
        page.until_complete();
        // Not every driver finds its way to a place in a frame higher than the window.
        let press = |css: &str| browser.script(&format!("one('{css}').click()"), vec![]);
        press("[name=rung][value=basic]");
        let outcome = model::outcome(json!({ "segment": "hotel", "rung": "basic" }));
        page.expect(&outcome, &["loss"]);
        press("[data-panel=method]");
        page.until("a panel is open", || page.count("#panel-method > *") > 0);
        browser.leave_frame();
        until_as_high(browser, &page);
        page.until("the answer is told", || {
            let told = page.told("slc:result");
            let last = told.last().map(|(_, detail)| detail["loss"].clone());
            last == Some(outcome["loss"].clone())
        });
        page.until("the change is told", || heard(&page, "slc:change") > 0);
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}

fn without_the_script_it_is_a_page_that_scrolls(browser: &Browser) {
    let files = Site::start();
    let host = Site::start();
    let source = files.address("/?lang=ru");
    let frame = format!("<iframe title=Calculator width=360 height=700 src='{source}'></iframe>");
    let page = Page::visit_host(browser, &host, "", &frame);
    browser.enter_frame();
    page.until_complete();
    page.choose("rung", "wow");
    page.until("it answers", || page.figure("verdict").value == "over");
    assert_eq!(page.overflow(), 0);
    browser.leave_frame();
    assert_eq!(height(browser), 704.0, "700 and the frame's border");
}

fn a_page_that_may_not_listen_hears_nothing(browser: &Browser) {
    let files = Site::start();
    let host = Site::start();
    let other = Site::start();
    for (at, allowed) in [(&host, true), (&other, false)] {
        let config = json!({ "origins": [host.address("")] });
        files.host_page("/config.json", config.to_string());
        let source = files.address("/");
        let body = format!(
            "<script src='{source}slc-frame.js'></script>
            <iframe id=frame title=Calculator style='border:0' src='{source}?config=config.json&lang=en'></iframe>"
        );
        let page = Page::visit_host(browser, at, "", &body);
        browser.enter_frame();
        page.until_complete();
        browser.leave_frame();
        if allowed {
            until_as_high(browser, &page);
            page.until("it is ready", || heard(&page, "slc:ready") > 0);
        }
        assert_eq!(heard(&page, "slc:ready"), usize::from(allowed));
        assert_eq!(height(browser) > 500.0, allowed);
    }
}

/// A page at our address that is no calculator, or not a well-behaved one: shakes hands and floods.
const FLOOD: &str = "<!doctype html><html lang=en><title>Flood</title><script>
    addEventListener('message', ({ data, ports: [port] }) => {
        if (data?.type !== 'port') return;
        const event = (name, detail) => port.postMessage({ slc: 1, type: 'event', name, detail });
        for (const bad of [null, 7, 'x', {}, { slc: 2, type: 'height', height: 9 }, { slc: 1, type: 'height', height: 'NaN' },
            { slc: 1, type: 'height', height: -5 }, { slc: 1, type: 'height', height: 1e308 }, { slc: 1, type: 'close' }])
            port.postMessage(bad);
        event('click', {});
        event('slc:ready', null);
        event('slc:ready', 'text');
        event('slc:ready', { v: 1, much: 'x'.repeat(300000) });
        for (let i = 0; i < 1000; i += 1) event('slc:change', { v: 1, state: String(i) });
        port.postMessage('over');
        window.over = true;
    });
    parent.postMessage({ slc: 1, type: 'hello' }, '*');
    </script>";

fn the_page_hears_no_stranger_and_no_flood(browser: &Browser) {
    let files = Site::start();
    files.host_page("/flood.html", FLOOD);
    let host = Site::start();
    // The same page from elsewhere is none of ours.
    let stranger = Site::start();
    stranger.host_page("/flood.html", FLOOD);
    for (at, ours) in [(&files, true), (&stranger, false)] {
        let script = files.address("/slc-frame.js");
        let source = at.address("/flood.html");
        let body = format!(
            "<script src='{script}'></script>
            <iframe id=frame title=Flood src='{source}' style='height:99px;border:0'></iframe>"
        );
        let page = Page::visit_host(browser, &host, "", &body);
        if ours {
            page.until("it has flooded", || heard(&page, "slc:change") > 0);
            browser.enter_frame();
            page.until("all is sent", || {
                browser.script("return window.over", vec![]) == true
            });
            browser.leave_frame();
        }
        // Nothing tells that nothing more comes: whatever was sent before this is there after it.
        let turn = "const done = arguments[arguments.length - 1]; setTimeout(done, 500)";
        browser.script_async(turn, vec![]);
        let heard = heard(&page, "slc:change");
        assert!(heard <= 400, "{heard} of a thousand in a second or two");
        assert_eq!(page.told("slc:ready").len(), 0);
        assert_eq!(height(browser), if ours { 20_000.0 } else { 99.0 });
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}

fn the_calculator_takes_one_port_of_its_parent(browser: &Browser) {
    let files = Site::start();
    let host = Site::start();
    let source = files.address("/?lang=en");
    let body = format!(
        "<script>
            window.got = {{}};
            const offer = (name, data) => {{
                const {{ port1, port2 }} = new MessageChannel();
                port1.onmessage = () => {{ got[name] = (got[name] ?? 0) + 1; }};
                document.querySelector('#frame').contentWindow.postMessage(data, '*', [port2]);
            }};
            let done = false;
            addEventListener('message', ({{ data, source }}) => {{
                if (done || data?.type !== 'hello') return;
                done = true;
                offer('version', {{ slc: 2, type: 'port' }});
                offer('kind', {{ slc: 1, type: 'door' }});
                offer('text', 'port');
                source.postMessage({{ slc: 1, type: 'port' }}, '*');
                offer('first', {{ slc: 1, type: 'port' }});
                offer('again', {{ slc: 1, type: 'port' }});
            }});
        </script>
        <iframe id=frame title=Calculator width=800 src='{source}'></iframe>"
    );
    let page = Page::visit_host(browser, &host, "", &body);
    // One beside it is not its parent.
    let beside = "const other = document.createElement('iframe'); other.title = 'Other';
        document.body.append(other);
        other.contentWindow.eval(`
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => { parent.got.beside = 1; };
            parent.document.querySelector('#frame').contentWindow.postMessage({ slc: 1, type: 'port' }, '*', [port2]);
        `)";
    browser.script(beside, vec![]);
    browser.enter_frame();
    page.until_complete();
    browser.leave_frame();
    page.until("the first is used", || {
        browser.script("return window.got.first > 1", vec![]) == true
    });
    let got: Value = browser.script("return Object.keys(window.got)", vec![]);
    assert_eq!(got, json!(["first"]));
}

fn sandboxed_without_an_origin_it_works(browser: &Browser) {
    // Nothing is its own origin's then: files for all, and no policy that knows only its own.
    let files = Site::start().cross_origin().without_policy();
    let host = Site::start();
    let source = files.address("/");
    let body = format!(
        "<script src='{source}slc-frame.js'></script>
        <iframe id=frame title=Calculator sandbox='allow-scripts' style='border:0;width:800px' src='{source}?lang=en'></iframe>"
    );
    let page = Page::visit_host(browser, &host, "", &body);
    page.until("it is ready", || heard(&page, "slc:ready") == 1);
    until_as_high(browser, &page);
}

fn what_happens_before_it_can_be_told_is_told_later(browser: &Browser) {
    let site = Site::start();
    site.hold("frame-");
    let script = "<script src=/slc-frame.js></script>";
    let page = Page::visit_host(browser, &site, "", script);
    // From the page and once that is loaded: drivers wait for what an iframe still loads.
    let add = "const frame = Object.assign(document.createElement('iframe'),
            { id: 'frame', title: 'Calculator', width: 800, height: 600, src: '/?lang=en' });
        frame.style.border = '0';
        document.body.append(frame)";
    browser.script(add, vec![]);
    let choose = "const inside = document.querySelector('#frame').contentDocument;
        const root = inside?.querySelector('service-level-calculator')?.shadowRoot;
        if (!root?.querySelector('[data-complete]')) return false;
        const chair = root.querySelector('[name=rung][value=wow]');
        if (!chair.checked) chair.click();
        return chair.checked";
    page.until("a chair is chosen", || {
        browser.script(choose, vec![]) == true
    });
    assert_eq!(heard(&page, "slc:ready"), 0);
    site.release("frame-");
    page.until("it is ready", || heard(&page, "slc:ready") == 1);
    page.until("the change is told", || heard(&page, "slc:change") == 1);
    page.until("the answer is told", || heard(&page, "slc:result") > 0);
    until_as_high(browser, &page);
}
