//! What the owner of a site decides: made in the configurator, saved as a config, and shown by the
//! calculator.

use serde_json::{Value, json};
use web::{Browser, Key, Now, Page, Site, expected};

use crate::element::{expect_verdict, visit};

tests![
    lines_are_made_from_nothing_and_work_in_all_four_ways: everywhere,
    the_preview_follows_and_says_what_is_refused,
    a_config_is_read_back_kept_and_forgotten,
    the_owners_look_is_shown_and_changes_lose_no_input,
];

/// Opens the configurator, and catches what it saves in `saved` instead of in a file.
fn configurator<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    let page = Page::visit(browser, site, "/configurator.html?lang=en");
    page.expect_some("[name=name]");
    in_preview(&page, || page.until_complete());
    let catch = "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return '#'; };
        HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";
    page.run(catch, vec![]);
    page
}

/// Does something in the preview.
fn in_preview<T>(page: &Page, does: impl FnOnce() -> T) -> T {
    page.browser().enter_frame();
    let done = does();
    page.browser().leave_frame();
    done
}

fn read(now: &Now, body: &str) -> String {
    let text = now.script(body, vec![]);
    text.as_str().unwrap_or_default().to_owned()
}

/// What a visitor reads of the whole page.
fn said(now: &Now) -> String {
    read(now, "return read(document.body)")
}

/// The lines as they are shown.
fn lines(now: &Now) -> String {
    read(now, "return one('.snippet').textContent")
}

/// Chooses from a list; WebKit's driver scrolls to none of its options.
fn pick(page: &Page, name: &str, value: &str) {
    let body = "one(`[name=${arguments[0]}]`).scrollIntoView({ block: 'center' })";
    page.run(body, vec![json!(name)]);
    page.choose(name, value);
}

/// The whole config as the page has it.
fn config(now: &Now) -> Value {
    serde_json::from_str(&read(now, "return one('#whole').value")).unwrap_or_default()
}

fn expect_config(page: &Page, wanted: &Value) {
    page.expect_eq("the config", wanted.clone(), config);
}

/// What would be saved.
fn saved(page: &Page) -> String {
    page.run("delete window.saved", vec![]);
    page.click("[name=download]:not(.needs *)");
    page.expect_eq("the name of the file", "config.json", |now| {
        read(now, "return window.savedAs ?? ''")
    });
    page.once("it is saved", |now| {
        Some(read(now, "return window.saved ?? ''")).filter(|saved| !saved.is_empty())
    })
}

/// Picks a file of this content, or drops it on the page; waits until it says what came of it.
fn read_back(page: &Page, content: &str, dropped: bool, told: &str) {
    let body = "const [content, dropped] = arguments;
        one('.back-told').textContent = '';
        const file = new File([content], 'config.json', { type: 'application/json' });
        if (dropped) {
            const drop = new Event('drop', { bubbles: true, cancelable: true });
            document.body.dispatchEvent(Object.assign(drop, { dataTransfer: { files: [file] } }));
        } else {
            const all = new DataTransfer();
            all.items.add(file);
            one('#back').files = all.files;
            one('#back').dispatchEvent(new Event('change'));
        }";
    page.run(body, vec![json!(content), json!(dropped)]);
    page.until(told, |now| {
        read(now, "return one('.back-told').textContent").contains(told)
    });
}

/// Writes the whole config.
fn write(page: &Page, config: &str) {
    let body = "const area = one('#whole'); area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(body, vec![json!(config)]);
}

/// How many calculators look as the first test configures them.
fn configured(now: &Now) -> usize {
    let body = "return deep(document, '.slc').filter((one) => {
        const has = (css) => one.querySelector(css) !== null;
        const accent = one.closest('[style]')?.style.getPropertyValue('--slc-accent') ?? '';
        return one.innerText.includes('Smith & Partners') && one.innerText.includes('Guests of a hotel')
            && has('[data-panel=queue]') && !has('[data-panel=kpi]') && accent.includes('#7a3e9d');
    }).length";
    let count = now.script(body, vec![]);
    serde_json::from_value(count).unwrap()
}

fn lines_are_made_from_nothing_and_work_in_all_four_ways(browser: &Browser) {
    let site = Site::start();
    let page = configurator(browser, &site);
    page.fill("name", "Smith & Partners");
    page.fill("accent", "#7a3e9d");
    pick(&page, "segment", "hotel");
    page.click("[data-card=sections] > summary");
    page.choose("hidden", "kpi");
    in_preview(&page, || {
        page.expect_eq("calculators in the preview", 1, configured);
    });
    let written = saved(&page);
    assert_eq!(
        serde_json::from_str::<Value>(&written).unwrap(),
        json!({ "name": "Smith & Partners", "accent": "#7a3e9d", "segment": "hotel", "hidden": ["kpi"] })
    );
    // The tabs follow the arrows.
    page.run("one('#tab-A').focus()", vec![]);
    let ways = [
        (Key::Left, "D", "<iframe"),
        (Key::Home, "A", "data-segment=\"hotel\""),
        (Key::Right, "B", "<service-level-calculator"),
        (Key::Right, "C", "<div data-service-level-calculator"),
    ];
    let all = ways.map(|(key, way, holds)| {
        page.press(key);
        page.expect_focus(&format!("#tab-{way}[aria-selected=true][tabindex='0']"));
        page.expect_count("[role=tab][aria-selected=true]", 1);
        page.expect_some(".needs:not([hidden])");
        page.once(holds, |now| {
            Some(lines(now)).filter(|lines| lines.contains(holds))
        })
    });
    assert!(all.iter().all(|lines| lines.contains(&site.address("/"))));
    page.press(Key::Tab);
    page.expect_focus("#way");
    // Whatever the clipboard of this browser allows, it is said what to do next.
    page.click("[name=copy]");
    page.until("it is said", |now| {
        let said = read(now, "return one('[name=copy] + [role=status]').textContent");
        said == "Copied" || said.starts_with("Marked")
    });
    page.assert_clean();
    in_preview(&page, || page.assert_clean());
    site.host_page("/config.json", written);
    let [framed, beside @ ..] = all;
    // The three ways that make an element, on one page.
    let host = Page::visit_host(browser, &site, "", &beside.concat());
    host.expect_count("service-level-calculator", 3);
    host.start_all();
    host.until_complete();
    host.expect_eq("calculators on the page", 3, configured);
    host.expect_none("errors", |now| now.told("slc:error"));
    host.assert_clean();
    let host = Page::visit_host(browser, &site, "", &framed);
    in_preview(&host, || {
        host.until_complete();
        host.expect_eq("calculators in the frame", 1, configured);
        host.assert_clean();
    });
    host.expect_none("errors", |now| now.told("slc:error"));
}

fn the_preview_follows_and_says_what_is_refused(browser: &Browser) {
    let site = Site::start();
    let page = configurator(browser, &site);
    in_preview(&page, || {
        // Not every driver finds its way to a place in a frame.
        page.run("one('[name=rung][value=basic]').click()", vec![]);
        expect_verdict(&page, "under");
    });
    let shows = |what: &str| {
        in_preview(&page, || {
            page.until(what, |now| {
                said(now).contains(what) && now.has("[name=rung][value=basic]:checked")
            });
        });
    };
    // It keeps what is entered in it.
    page.fill("name", "Smith");
    shows("Smith");
    pick(&page, "segment", "hotel");
    shows("Hotel");
    // And visitors may begin with it.
    page.click("[name=take]");
    page.until("the config has the state", |now| {
        let state = &config(now)["state"];
        state
            .as_str()
            .is_some_and(|state| state.starts_with("1;s=hotel;"))
    });
    // A text is found by what it says, and replaced.
    page.click("[data-card=texts] > summary");
    let search = "const field = one('#texts-search'); field.value = 'how good should';
        field.dispatchEvent(new Event('input'))";
    page.run(search, vec![]);
    page.click("textarea[id=\"text-page.question\"]");
    page.press("How good is enough?");
    in_preview(&page, || {
        page.until("the text is replaced", |now| {
            said(now).contains("How good is enough?")
        });
    });
    page.expect_eq(
        "the texts",
        json!({ "en": { "page.question": "How good is enough?" } }),
        |now| config(now)["texts"].clone(),
    );
    // What the calculator refuses is said where it was entered.
    write(&page, r#"{ "segment": "nowhere", "later": 1 }"#);
    page.until("both are refused", |now| {
        let faults = now.text(".faults");
        faults.contains("The calculator refuses: segment: \"nowhere\"") && faults.contains("later")
    });
    let at = "[data-path=segment] > .field-error:not([hidden])";
    page.expect_some(at);
    page.expect_some("[name=segment][aria-invalid=true]");
    // What is no JSON yet changes nothing.
    write(&page, "{ \"segment\": ");
    page.expect_some("#whole-fault:not([hidden])");
    page.expect_value("segment", "nowhere");
    pick(&page, "segment", "hotel");
    page.expect_gone(at);
    write(&page, "{}");
    page.expect_gone(".faults:not([hidden])");
    // What is only begun is not given to the calculator yet.
    page.click("[data-card=next] > summary");
    page.fill("call.text", "Talk it over");
    let lacks = |now: &Now| {
        read(
            now,
            "return one('[data-path=call] > [role=status]').textContent",
        )
    };
    page.until("it is said what is missing", |now| {
        lacks(now).contains("Where it leads")
    });
    page.fill("call.href", "tel:+123");
    in_preview(&page, || {
        page.until("the button is there", |now| {
            said(now).contains("Talk it over")
        });
    });
    page.expect_eq("what is missing", "", lacks);
    page.expect_gone(".faults:not([hidden])");
    // A hostile text stays a text.
    let hostile = "\"><script>alert(1)</script>";
    write(
        &page,
        &json!({ "name": hostile, "lang": hostile, "later": hostile }).to_string(),
    );
    page.fill("folder", hostile);
    in_preview(&page, || {
        page.until("the name is there", |now| said(now).contains(hostile));
    });
    page.expect_some(".faults:not([hidden])");
    page.always("what is refused makes no element", |now| {
        !now.has(".faults script")
    });
    page.until("the lines quote it", |now| {
        lines(now).contains("&quot;&gt;&lt;script&gt;alert")
    });
    page.assert_clean();
}

fn a_config_is_read_back_kept_and_forgotten(browser: &Browser) {
    let site = Site::start();
    let page = configurator(browser, &site);
    // A later version's key comes through, too.
    let given = json!({
        "name": "Smith", "segment": "taxi", "hidden": ["kpi", "queue"], "later": { "a": [1, null] },
        "call": { "text": "Talk", "href": "mailto:a@b.example" }, "texts": { "ru": { "page.brand": "Такси" } }
    });
    read_back(&page, &given.to_string(), false, "config.json");
    expect_config(&page, &given);
    page.expect_value("name", "Smith");
    assert_eq!(serde_json::from_str::<Value>(&saved(&page)).unwrap(), given);
    // A damaged file changes nothing.
    read_back(
        &page,
        "{\n  \"name\": \"Other\",\n}",
        true,
        "Line 3, column 1",
    );
    expect_config(&page, &given);
    read_back(&page, "{\"name\": \"Other\"}", true, "config.json");
    expect_config(&page, &json!({ "name": "Other" }));
    page.click("[name=undo]");
    expect_config(&page, &given);
    page.click("[name=reset]");
    expect_config(&page, &json!({}));
    page.click("[name=undo]");
    expect_config(&page, &given);
    page.fill("folder", "https://a.example/slc");
    page.assert_clean();
    // All of it survives a reload.
    let page = configurator(browser, &site);
    expect_config(&page, &given);
    page.until("the lines name the folder", |now| {
        lines(now).contains("\"https://a.example/slc/slc.js\"")
    });
    in_preview(&page, || {
        page.until("the preview has the name", |now| {
            said(now).contains("Smith")
        });
    });
    // In another language, too, and the preview follows it.
    page.click("[data-language=ru]");
    page.until("the page is Russian", |now| {
        said(now).contains("Получить код")
    });
    page.expect_value("name", "Smith");
    in_preview(&page, || page.expect_count(".slc[lang=ru]", 1));
    page.click("[name=forget]");
    page.expect_value("name", "");
    expect_config(&page, &json!({}));
    page.expect_eq("what is stored", Value::Null, |now| {
        now.script("return localStorage.getItem('slc.configurator')", vec![])
    });
    page.assert_clean();
}

/// A grey square.
const LOGO: &str =
    "data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='9'%20height='9'/%3E";

/// Runs a statement in which `it` is the element.
fn with(page: &Page, statement: &str) {
    let body = format!("const it = document.querySelector('#one'); {statement}");
    page.run(&body, vec![]);
}

/// Waits until the input is there.
fn expect_entered(page: &Page) {
    let entered = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    page.expect(&expected::outcome(entered), &["loss", "level"]);
    page.expect_value("cheque", "77");
}

fn the_owners_look_is_shown_and_changes_lose_no_input(browser: &Browser) {
    let site = Site::start();
    let config = json!({
        "name": "Иванова и партнёры", "logo": LOGO, "accent": "#ffd400", "hidden": ["breakdown", "kpi", "method"],
        "call": { "text": "Обсудить", "href": "tel:+79990000000" }, "nonsense": 1,
    });
    site.host_page("/config.json", config.to_string());
    let page = visit(browser, &site, "config=config.json", "");
    page.expect_eq("the name", "Иванова и партнёры", |now| {
        now.text(".brand").trim().to_owned()
    });
    page.until("the logo is loaded", |now| {
        now.script("return one('.brand img')?.naturalWidth > 0", vec![]) == true
    });
    // Yellow on white cannot be read: the accent is a darker yellow.
    let colour = "const probe = document.createElement('i'); one('.page').append(probe);
        probe.style.color = 'var(--accent)'; const colour = getComputedStyle(probe).color; probe.remove();
        return colour.match(/\\d+/g)?.map(Number) ?? []";
    page.until("the accent can be read", |now| {
        let colour: Vec<u32> = serde_json::from_value(now.script(colour, vec![])).unwrap();
        matches!(*colour, [red, green, 0] if red < 255 && red > green && green > 0)
    });
    let call = "const link = one('.call a'); return link && [link.innerText, link.href, link.rel]";
    page.expect_eq(
        "the call",
        json!(["Обсудить", "tel:+79990000000", "noopener"]),
        |now| now.script(call, vec![]),
    );
    page.expect_count("[data-panel=method], [data-panel=queue]", 2);
    page.expect_gone("[data-panel=kpi], #breakdown-title");
    page.expect_eq("what is refused", vec!["hidden.2", "nonsense"], |now| {
        let errors = now.told("slc:error").into_iter();
        let path = |(_, error): (String, Value)| {
            let message = error["message"].as_str().unwrap_or_default();
            message.split(':').next().unwrap_or_default().to_owned()
        };
        errors.map(path).collect::<Vec<_>>()
    });
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    expect_entered(&page);
    page.expect_accessible();
    with(
        &page,
        "it.setAttribute('lang', 'ru'); it.setAttribute('theme', 'dark')",
    );
    page.expect_some(".slc[lang=ru][data-theme=dark][data-complete]");
    expect_entered(&page);
    let texts = "it.config = { texts: { ru: { 'page.question': 'Наш вопрос' } } }";
    with(&page, texts);
    page.expect_eq("the question", "Наш вопрос", |now| {
        now.text(".slc h1")
    });
    expect_entered(&page);
    // Where nothing is entered the market is the page's.
    with(&page, "it.reset(); it.setAttribute('segment', 'hotel')");
    page.expect(
        &expected::outcome(json!({ "segment": "hotel" })),
        &["expected"],
    );
    page.expect_gone("[name=rung]:checked");
    page.expect_eq("events of one calculator", 1, |now| {
        now.told("slc:ready").len()
    });
    page.assert_clean();
}
