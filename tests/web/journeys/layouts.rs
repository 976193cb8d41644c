//! Layouts: nothing sticks out, overlaps, is too small to press or hard to read, whatever the width,
//! the language, the font and the colours.

use serde_json::{Value, json};
use web::{Browser, Engine, Now, Page, Site};

tests![
    everything_open_fits_a_phone_and_is_accessible: everywhere,
    nothing_overlaps_from_a_phone_to_a_wall: everywhere,
    the_configurator_fits_a_phone_and_is_accessible: everywhere,
];

/// Makes the frame that shows the page wider or narrower: no window of Firefox or WebKit is as narrow
/// as a phone.
fn resize(page: &Page, width: u32) {
    page.run("frameElement.width = arguments[0]", vec![json!(width)]);
    page.expect_eq("the width", json!(width), |now| {
        now.script("return innerWidth", vec![])
    });
}

/// Shows the page in dark colours: those of the system where the driver can change them.
fn set_dark(page: &Page) {
    if page.browser().engine() == Engine::Chromium {
        page.browser().prefer_colours(true);
    } else {
        page.run("one('.slc').dataset.theme = 'dark'", vec![]);
    }
}

fn speak(page: &Page, language: &str) {
    page.click(&format!("[data-language={language}]"));
    page.expect_some(&format!(".slc[lang={language}]"));
}

/// Enters texts into fields, all at once: one by one they are typed in other tests.
fn enter(page: &Page, fields: &[(&str, &str)]) {
    let body = "for (const [name, value] of arguments[0]) {
        const field = one(`[name='${name}']:not([type=range])`);
        field.value = value;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }";
    page.run(body, vec![json!(fields)]);
}

/// Opens everything that is closed, and waits until it is there; but no explanation of a figure, of
/// which only one is open at a time.
fn open_all(page: &Page, when: &str) {
    let body = "const closed = deep(document, 'button[aria-expanded=false]:not(.figure, [name=more-explanation])');
        window.__pressed ??= new WeakSet();
        // Each is pressed once: it is drawn open a moment later.
        for (const e of closed) if (!window.__pressed.has(e)) { window.__pressed.add(e); e.click(); }
        return closed.map((e) => e.outerHTML.slice(0, 80)).concat(deep(document, '.coming').map(read))";
    page.expect_none(&format!("closed or not there yet, {when}"), |now| {
        lines(now, body)
    });
}

fn lines(now: &Now, body: &str) -> Vec<String> {
    serde_json::from_value(now.script(body, vec![])).expect("lines of text")
}

/// The innermost elements that make the page wider than its window.
const TOO_WIDE: &str = "
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = deep(document, 'body *, .slc *').filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5);
    const inner = out.filter((e) => !out.some((other) => other !== e && e.contains(other)));
    return [`${scrollWidth - clientWidth} pixels`, ...inner.slice(0, 8).map((e) => e.outerHTML.slice(0, 160))]";

/// The outermost elements that are wider than their panel, which cuts them off without making the page
/// wider. What scrolls, or is hidden, is cut off by itself.
const CUT_OFF: &str = "
    const beyond = (e, edge) => {
        if (e instanceof SVGElement) return [];
        if (e.getBoundingClientRect().right > edge + 0.5) return [e.outerHTML.slice(0, 160)];
        const shows = getComputedStyle(e).overflowX === 'visible';
        return shows ? [...e.children].flatMap((child) => beyond(child, edge)) : [];
    };
    return deep(document, '.panel-body').flatMap((panel) => {
        const { right } = panel.getBoundingClientRect();
        return [...panel.children].flatMap((child) => beyond(child, right));
    });";

fn expect_fits(page: &Page, when: &str) {
    page.expect_none(&format!("too wide, {when}"), |now| {
        [TOO_WIDE, CUT_OFF].map(|body| lines(now, body)).concat()
    });
}

/// Checks the page without most of the hundreds of sources, which are all alike: the checker would need
/// three times as long.
fn expect_accessible(page: &Page) {
    let show = "for (const e of deep(document, '.evidence > li:nth-child(n+6)')) e.style.display = arguments[0]";
    page.run(show, vec![json!("none")]);
    page.expect_accessible();
    page.run(show, vec![json!("")]);
}

/// Keeps what is entered as a case.
fn keep_case(page: &Page, name: &str, count: usize) {
    page.expect_some("[name=case-name]");
    enter(page, &[("case-name", name)]);
    page.expect_value("case-name", name);
    page.click("[name=case-keep]");
    page.expect_count(".case-row", count);
}

/// For each language long names: who prepared a report, and for whom.
const LONG: [(&str, &str, &str); 2] = [
    (
        "en",
        "Bartholomew, Featherstonehaugh & Cholmondeley-Warner Consultants",
        "The Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch Tea Room",
    ),
    (
        "ru",
        "Консультационное бюро «Преображенский, Вознесенский и Богоявленский»",
        "ООО «Верхненижнегорскспецсантехпромстроймонтажкомплектация»",
    ),
];

/// Opens everything that there is: panels, explanation, ideas, cases, report, tally and lead form.
fn open_everything(page: &Page, long: &str) {
    page.choose("rung", "basic");
    open_all(page, "with a rung");
    keep_case(page, long, 1);
    page.choose("rung", "wow");
    page.expect_eq("the verdict", Some("over".to_owned()), |now| {
        now.figure("verdict").map(|figure| figure.value)
    });
    keep_case(page, "", 2);
    page.choose("count", "turnover");
    expect_fits(page, "over");
    page.choose("by", "practices");
    page.expect_some("input[name=practice-promise_kept]");
    let answer = "for (const e of deep(document, 'input[name^=practice-][value=\"1\"]')) e.click()";
    page.run(answer, vec![]);
    page.expect_some("[name=assessment]");
    open_all(page, "with ten practices");
    keep_case(page, long, 3);
    for (example, count) in [("adds", 1), ("trims", 2)] {
        page.click(&format!("[data-example={example}]"));
        page.expect_count(".idea", count);
    }
    page.click(".amounts button.figure:has(> data[data-figure=loss])");
    // Before it takes the focus it closes what more there is.
    page.expect_focus("#explain-title");
    page.click("[name=more-explanation]");
    for css in [
        ".lead form",
        ".explain .formula",
        ".explain .evidence",
        ".paper .source .address",
        ".paper.slips",
        "#panel-certainty [data-figure='certainty.loss.0']",
        "#panel-method .parameter",
        "#panel-kpi table",
        "[data-assessment]",
    ] {
        page.expect_some(css);
    }
    page.until("the style of the tally is there", |now| {
        let body = "return one('[name=tally-yes]').getBoundingClientRect().height >= 88";
        now.script(body, vec![]) == true
    });
}

fn everything_open_fits_a_phone_and_is_accessible(browser: &Browser) {
    let site = Site::start();
    let config = json!({
        "name": "Lindqvist Klinikrådgivning & Partners",
        "lead": { "to": "/lead", "fields": ["name", "email", "phone", "company", "message"], "privacy": "privacy.html" },
        "share": true, "storage": true, "print": true
    });
    site.host_page("/config.json", config.to_string());
    let page = Page::open_framed(browser, &site, 320, "/?lang=en&config=config.json");
    expect_fits(&page, "closed");
    open_everything(&page, LONG[0].2);
    // Everything stays open in another language.
    for (language, by, client) in LONG {
        speak(&page, language);
        enter(&page, &[("report-by", by), ("report-client", client)]);
        open_all(&page, language);
        expect_fits(&page, language);
        if language == "en" {
            expect_accessible(&page);
        }
    }
    // The last results are grey, and the entry at fault says why; now in dark colours.
    enter(&page, &[("cheque", "много")]);
    page.expect_some("#cheque-error");
    page.expect_some(".panel .stale");
    expect_fits(&page, "with an entry at fault");
    set_dark(&page);
    expect_accessible(&page);
    // A phone for a visitor whose text is twice as large.
    page.run("document.documentElement.style.fontSize = '200%'", vec![]);
    resize(&page, 640);
    for language in ["ru", "en"] {
        speak(&page, language);
        expect_fits(&page, &format!("{language}, large text"));
    }
    page.assert_clean();
}

/// Families whose letters differ in width; every machine has some of each.
const FAMILIES: [&str; 3] = ["sans-serif", "serif", "monospace"];

/// Words of the chart that overlap, or leave the drawing's card.
const OVERLAPPING: &str = "
    const texts = deep(document, '.chart text, .money-axis span, .wings span, .axis-title')
        .filter((e) => e.textContent.trim() && e.getClientRects().length);
    const box = (e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        const { left, right, top, bottom } = e.localName === 'text' ? e.getBoundingClientRect() : range.getBoundingClientRect();
        return { left, right, top, bottom };
    };
    const boxes = texts.map((e) => [e.textContent.trim(), box(e)]);
    const card = one('.chart').getBoundingClientRect();
    const found = boxes
        .filter(([, b]) => b.left < card.left - 1 || b.right > card.right + 1)
        .map(([text]) => text + ' leaves the card');
    for (let i = 0; i < boxes.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
            const [one, two] = [boxes[i][1], boxes[j][1]];
            const across = Math.min(one.right, two.right) - Math.max(one.left, two.left);
            const down = Math.min(one.bottom, two.bottom) - Math.max(one.top, two.top);
            if (across > 1 && down > 3) found.push(boxes[i][0] + ' | ' + boxes[j][0]);
        }
    }
    return found;";

/// Figures that explain themselves and are less than 24 pixels wide or high.
const SMALL: &str = "
    return deep(document, 'button.figure')
        .filter((e) => e.getClientRects().length)
        .map((e) => [e.textContent, e.getBoundingClientRect()])
        .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
        .map(([text, box]) => `${text}: ${box.width} × ${box.height}`);";

fn nothing_overlaps_from_a_phone_to_a_wall(browser: &Browser) {
    let site = Site::start();
    let page = Page::open_framed(browser, &site, 320, "/?lang=en&segment=clinic");
    page.choose("rung", "basic");
    // Ranges are longer than single figures.
    page.until("the ranges are there", |now| {
        let figure = now.figure("gap_to_sufficient");
        figure.is_some_and(|figure| figure.text.contains('–'))
    });
    let check = |language: &str, width: u32| {
        resize(&page, width);
        for family in FAMILIES {
            let set = "one('.slc').style.setProperty('--font', arguments[0])";
            page.run(set, vec![json!(family)]);
            page.expect_none(&format!("{language}, {width}, {family}"), |now| {
                [TOO_WIDE, OVERLAPPING, SMALL]
                    .map(|body| lines(now, body))
                    .concat()
            });
        }
    };
    for language in ["en", "ru"] {
        speak(&page, language);
        for width in [320, 390, 600, 960, 1440, 2560] {
            check(language, width);
        }
    }
    // The figures are short here: some are nothing.
    page.choose("rung", "expected");
    page.expect_eq("the level", Some(74.0), |now| now.number("level"));
    for width in [1440, 320] {
        check("ru", width);
    }
    page.assert_clean();
}

/// What can be pressed in the configurator and is less than 44 pixels high.
const LOW: &str = "
    const pressed = 'button, summary, select, .check, .segmented label, label.button, a.button, input:not([type=file], [type=checkbox], [type=radio])';
    return deep(document, pressed).filter((e) => e.getClientRects().length)
        .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
        .filter(([, height]) => height < 41.5)
        .map(([html, height]) => `${html}: ${height}`)";

fn the_configurator_fits_a_phone_and_is_accessible(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let path = format!("/configurator.html?lang={language}");
        let page = Page::visit_framed(browser, &site, 320, &path);
        page.expect_some("[name=name]");
        let open = "deep(document, 'details').forEach((e) => { e.open = true })";
        page.run(open, vec![]);
        // A key that it does not know is refused.
        let write = "const area = one('#whole'); area.value = arguments[0];
            area.dispatchEvent(new Event('input', { bubbles: true }))";
        let config = r#"{ "name": "Smith", "logo": "https://a.example/a.png", "later": 1 }"#;
        page.run(write, vec![json!(config)]);
        page.expect_some(".faults:not([hidden])");
        expect_fits(&page, language);
        page.expect_none(language, |now| lines(now, LOW));
        page.expect_accessible();
        if language == "ru" {
            resize(&page, 1280);
            expect_fits(&page, "wide");
            page.expect_none("wide", |now| lines(now, LOW));
        }
        page.expect_eq("errors", json!([]), |now| -> Value { json!(now.errors()) });
    }
}
