//! The calculator in an iframe, with `slc-frame.js` beside it: its height, its events, and whose
//! messages are ignored.

use serde_json::{from_value, json};
use web::{Browser, Now, Page, Site, expected};

tests![
    it_is_as_high_as_its_content_and_emits_events: everywhere,
    a_page_that_the_config_does_not_name_gets_no_events,
    the_page_ignores_strangers_and_floods,
    the_calculator_takes_one_port_of_its_parent,
    sandboxed_without_an_origin_it_works: everywhere,
    events_before_frame_js_is_loaded_are_emitted_later,
];

fn height(now: &Now, frame: &str) -> f64 {
    let body = "return document.querySelector(arguments[0]).getBoundingClientRect().height";
    now.script(body, vec![json!(frame)]).as_f64().unwrap()
}

/// How many events of a name an iframe has emitted.
fn emitted(now: &Now, frame: &str, name: &str) -> usize {
    let all = now.told(name);
    all.iter().filter(|(id, _)| id == frame).count()
}

fn until_emitted(page: &Page, frame: &str, name: &str) {
    page.until(&format!("{frame} emits {name}"), |now| {
        emitted(now, frame, name) > 0
    });
}

/// Waits until the first iframe is as high as the page in it, and that is no wider than the iframe.
fn until_as_high(browser: &Browser, page: &Page) {
    page.until("it is as high as its content", |now| {
        browser.enter_frame();
        let body = "const e = document.documentElement; return [e.offsetHeight, e.scrollWidth - innerWidth]";
        let (within, beyond): (f64, f64) = from_value(now.script(body, vec![])).unwrap();
        browser.leave_frame();
        within > 1000.0 && (height(now, "iframe") - within).abs() <= 1.0 && beyond <= 0.0
    });
}

/// Presses by a script: not every driver scrolls to a place in a frame that is higher than the window.
fn press(page: &Page, css: &str) {
    page.expect_some(css);
    page.run("one(arguments[0]).click()", vec![json!(css)]);
}

fn it_is_as_high_as_its_content_and_emits_events(browser: &Browser) {
    let (files, host) = (Site::start(), Site::start());
    let source = files.address("/");
    // The iframe before the script: the page knocks. In the next test it is the other way round.
    let body = format!(
        "<iframe id=frame title=Calculator style='border:0;width:800px' src='{source}?lang=en&segment=hotel'></iframe>
        <script src='{source}slc-frame.js'></script>"
    );
    let page = Page::visit_host(browser, &host, "", &body);
    until_emitted(&page, "frame", "slc:ready");
    until_as_high(browser, &page);
    browser.enter_frame();
    page.until_complete();
    press(&page, "[name=rung][value=basic]");
    let outcome = expected::outcome(json!({ "segment": "hotel", "rung": "basic" }));
    page.expect(&outcome, &["loss"]);
    press(&page, "[data-panel=method]");
    page.expect_some("#panel-method > *");
    browser.leave_frame();
    until_as_high(browser, &page);
    page.until("the result is that of the model", |now| {
        let results = now.told("slc:result");
        let loss = results.last().map(|(_, detail)| detail["loss"].to_string());
        loss.is_some_and(|loss| expected::agrees(&loss, &outcome["loss"]))
    });
    until_emitted(&page, "frame", "slc:change");
    page.always("it is ready once", |now| {
        emitted(now, "frame", "slc:ready") == 1 && now.errors().is_empty()
    });
}

fn a_page_that_the_config_does_not_name_gets_no_events(browser: &Browser) {
    let (files, host) = (Site::start(), Site::start());
    let config = |origin: String| json!({ "origins": [origin] }).to_string();
    files.host_page("/named.json", config(host.address("")));
    files.host_page("/other.json", config(files.address("")));
    let source = files.address("/");
    let frame = |id: &str| {
        format!(
            "<iframe id={id} title=Calculator style='border:0;height:99px' src='{source}?config={id}.json&lang=en'></iframe>"
        )
    };
    let body = format!(
        "<script>
            window.sizes = {{ named: 0, other: 0 }};
            addEventListener('slc:resize', ({{ target }}) => {{ sizes[target.id] += 1; }});
        </script>
        <script src='{source}slc-frame.js'></script>{}{}",
        frame("other"),
        frame("named")
    );
    let page = Page::visit_host(browser, &host, "", &body);
    browser.enter_frame();
    page.until_complete();
    press(&page, "[name=rung][value=wow]");
    page.expect_some("[data-figure=verdict][value=over]");
    browser.leave_frame();
    until_emitted(&page, "named", "slc:ready");
    page.until("it is high", |now| height(now, "#named") > 1000.0);
    // What the other one sends would be here before what this one sends now.
    let named = |now: &Now| now.script("return sizes.named", vec![]).as_u64();
    let before = page.once("it has emitted its size", named);
    page.run(
        "document.querySelector('#named').style.width = '600px'",
        vec![],
    );
    page.until("it emits another size", |now| named(now) > Some(before));
    page.always("the other one is as it was", |now| {
        let names = ["slc:ready", "slc:change", "slc:result"];
        let silent = names.iter().all(|name| emitted(now, "other", name) == 0);
        let sizes = now.script("return sizes.other", vec![]);
        silent && sizes == 0 && height(now, "#other") == 99.0
    });
}

/// A page that is no calculator: greets as one does, and sends what is wrong and far too much.
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
        parent.postMessage('sent', '*');
    });
    parent.postMessage({ slc: 1, type: 'hello' }, '*');
    </script>";

/// How many messages the page takes in a second.
const MOST_MESSAGES: usize = 200;

/// How many messages FLOOD sends before the events.
const BAD_MESSAGES: usize = 13;

fn the_page_ignores_strangers_and_floods(browser: &Browser) {
    let (files, stranger, host) = (Site::start(), Site::start(), Site::start());
    files.host_page("/flood.html", FLOOD);
    stranger.host_page("/flood.html", FLOOD);
    // The iframe's own address stays that of our file.
    let elsewhere = stranger.address("/flood.html");
    let moved = format!(
        "<!doctype html><html lang=en><title>Moved</title><script>location.replace('{elsewhere}')</script>"
    );
    files.host_page("/moved.html", moved);
    let frame = |id: &str, source: String| {
        format!("<iframe id={id} title=Flood src='{source}' style='height:99px;border:0'></iframe>")
    };
    // One second lasts for ever, however slow the machine is.
    let body = format!(
        "<script>
            window.heard = [];
            addEventListener('message', ({{ data }}) => heard.push(data.type ?? data));
            Object.defineProperty(Event.prototype, 'timeStamp', {{ get: () => 500 }});
        </script>
        <script src='{}'></script>{}{}{}",
        files.address("/slc-frame.js"),
        frame("stranger", elsewhere.clone()),
        frame("moved", files.address("/moved.html")),
        frame("ours", files.address("/flood.html")),
    );
    let page = Page::visit_host(browser, &host, "", &body);
    let heard = json!(["hello", "hello", "hello", "sent"]);
    page.expect_eq("what is heard", heard, |now| {
        now.script("return window.heard.toSorted()", vec![])
    });
    page.expect_eq("changes", MOST_MESSAGES - BAD_MESSAGES, |now| {
        emitted(now, "ours", "slc:change")
    });
    page.always("the rest is ignored", |now| {
        now.told("slc:ready").is_empty()
            && ["stranger", "moved"].iter().all(|id| {
                emitted(now, id, "slc:change") == 0 && height(now, &format!("#{id}")) == 99.0
            })
            && height(now, "#ours") == 20_000.0
            && now.errors().is_empty()
    });
}

fn the_calculator_takes_one_port_of_its_parent(browser: &Browser) {
    let (files, host) = (Site::start(), Site::start());
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
    // A frame beside it is not its parent.
    let beside = "const other = document.createElement('iframe'); other.title = 'Other';
        document.body.append(other);
        other.contentWindow.eval(`
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => { parent.got.beside = 1; };
            parent.document.querySelector('#frame').contentWindow.postMessage({ slc: 1, type: 'port' }, '*', [port2]);
        `)";
    page.run(beside, vec![]);
    let first = |now: &Now| now.script("return window.got.first ?? 0", vec![]).as_u64();
    page.until("the first port is used", |now| first(now) > Some(0));
    browser.enter_frame();
    page.until_complete();
    browser.leave_frame();
    let before = page.once("messages", first);
    browser.enter_frame();
    press(&page, "[name=rung][value=wow]");
    browser.leave_frame();
    page.until("it is used again", |now| first(now) > Some(before));
    page.always("no other port is used", |now| {
        now.script("return Object.keys(window.got)", vec![]) == json!(["first"])
    });
}

fn sandboxed_without_an_origin_it_works(browser: &Browser) {
    // Such a page has no origin, so nothing is of its own: the files allow all origins, and there is
    // no policy that allows its own alone.
    let files = Site::start().cross_origin().without_policy();
    let host = Site::start();
    let source = files.address("/");
    let body = format!(
        "<script src='{source}slc-frame.js'></script>
        <iframe id=frame title=Calculator sandbox='allow-scripts' style='border:0;width:800px' src='{source}?lang=en'></iframe>"
    );
    let page = Page::visit_host(browser, &host, "", &body);
    until_emitted(&page, "frame", "slc:ready");
    until_as_high(browser, &page);
}

fn events_before_frame_js_is_loaded_are_emitted_later(browser: &Browser) {
    let site = Site::start();
    site.hold("frame-");
    let script = "<script src=/slc-frame.js></script>";
    let page = Page::visit_host(browser, &site, "", script);
    // Added once the page is loaded: drivers wait for what an iframe still loads.
    let add = "const frame = Object.assign(document.createElement('iframe'),
            { id: 'frame', title: 'Calculator', width: 800, height: 600, src: '/?lang=en' });
        frame.style.border = '0';
        document.body.append(frame)";
    page.run(add, vec![]);
    let choose = "const inside = document.querySelector('#frame').contentDocument;
        const root = inside?.querySelector('service-level-calculator')?.shadowRoot;
        if (!root?.querySelector('[data-complete]')) return false;
        const chair = root.querySelector('[name=rung][value=wow]');
        if (!chair.checked) chair.click();
        return chair.checked";
    page.until("a level is chosen", |now| {
        now.script(choose, vec![]) == true
    });
    page.always("nothing is emitted yet", |now| {
        emitted(now, "frame", "slc:ready") == 0
    });
    site.release("frame-");
    for name in ["slc:ready", "slc:change", "slc:result"] {
        until_emitted(&page, "frame", name);
    }
    until_as_high(browser, &page);
    page.always("once each", |now| {
        let once = |name: &&str| emitted(now, "frame", name) == 1;
        ["slc:ready", "slc:change"].iter().all(once)
    });
}
