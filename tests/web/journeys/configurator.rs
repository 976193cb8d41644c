//! The configurator: from nothing to lines that work on a page, and nothing is lost on the way.

use serde_json::{Value, json};
use web::{Browser, Key, Page, Site};

tests![
    from_nothing_to_lines_that_work_in_all_four_ways,
    the_preview_keeps_what_is_entered_in_it,
    what_is_saved_is_read_back_and_a_damaged_file_loses_nothing,
    what_the_calculator_refuses_is_said_where_it_was_entered,
    a_hostile_text_stays_a_text,
    a_text_is_found_by_what_it_says_and_replaced,
    the_work_survives_a_reload_until_it_is_forgotten,
    the_tabs_follow_the_arrows,
    it_is_accessible_and_fits_a_phone_in_both_languages,
];

/// Opens it, and keeps what it would save in `__saved` instead of in a file.
fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    let page = Page::visit(browser, site, "/configurator.html?lang=en");
    until_there(&page);
    let catch = "URL.createObjectURL = (blob) => { blob.text().then((text) => { window.__saved = text; }); return '#'; };
        HTMLAnchorElement.prototype.click = function () { window.__name = this.download; };";
    browser.script(catch, vec![]);
    page
}

fn until_there(page: &Page) {
    page.until("the form is there", || page.count("[name=name]") == 1);
    in_preview(page, || page.until_complete());
}

/// Does something in the preview.
fn in_preview<T>(page: &Page, does: impl FnOnce() -> T) -> T {
    page.browser().enter_frame();
    let done = does();
    page.browser().leave_frame();
    done
}

fn text(browser: &Browser, body: &str) -> String {
    let text = browser.script(body, vec![]);
    text.as_str().unwrap_or_default().to_owned()
}

/// All that a visitor reads.
fn said(browser: &Browser) -> String {
    text(browser, "return read(document.body)")
}

/// The lines as they are shown now.
fn lines(browser: &Browser) -> String {
    text(browser, "return one('.snippet').textContent")
}

/// Chooses from a list; WebKit's driver scrolls to none of its options.
fn pick(page: &Page, name: &str, value: &str) {
    let body = "one(`[name=${arguments[0]}]`).scrollIntoView({ block: 'center' })";
    page.browser().script(body, vec![json!(name)]);
    page.choose(name, value);
}

/// The whole config as the page has it.
fn config(browser: &Browser) -> Value {
    serde_json::from_str(&text(browser, "return one('#whole').value")).unwrap()
}

/// What would be saved.
fn saved(page: &Page) -> String {
    page.click("[name=download]:not(.needs *)");
    page.until("it is saved", || {
        !text(page.browser(), "return window.__saved").is_empty()
    });
    assert_eq!(text(page.browser(), "return window.__name"), "config.json");
    text(page.browser(), "return window.__saved")
}

/// Picks a file of this content, or drops it on the page.
fn read_back(page: &Page, content: &str, dropped: bool) {
    let body = "const [content, dropped] = arguments;
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
    let told = "return one('.back-told').textContent";
    page.browser()
        .script("one('.back-told').textContent = ''", vec![]);
    page.browser()
        .script(body, vec![json!(content), json!(dropped)]);
    page.until("it says what came of it", || {
        !text(page.browser(), told).is_empty()
    });
}

/// Writes the whole config.
fn write(page: &Page, config: &str) {
    let body = "const area = one('#whole'); area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }))";
    page.browser().script(body, vec![json!(config)]);
}

/// Whether a calculator is worn as the first test wants it.
fn is_worn(page: &Page) -> bool {
    let browser = page.browser();
    let accent = "return deep(document, 'div').map(e => e.style.getPropertyValue('--slc-accent')).find(Boolean) ?? ''";
    let said = said(browser);
    said.contains("Smith & Partners")
        && said.contains("Guests of a hotel")
        && page.count("[data-panel=queue]") == 1
        && page.count("[data-panel=kpi]") == 0
        && text(browser, accent).contains("#7a3e9d")
}

fn from_nothing_to_lines_that_work_in_all_four_ways(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.fill("name", "Smith & Partners");
    page.fill("accent", "#7a3e9d");
    pick(&page, "segment", "hotel");
    page.click("[data-card=sections] > summary");
    page.choose("hidden", "kpi");
    in_preview(&page, || {
        page.until("the preview follows", || is_worn(&page));
    });
    let written = saved(&page);
    assert_eq!(
        serde_json::from_str::<Value>(&written).unwrap(),
        json!({ "name": "Smith & Partners", "accent": "#7a3e9d", "segment": "hotel", "hidden": ["kpi"] })
    );
    let mut all = Vec::new();
    for way in ["A", "B", "C", "D"] {
        page.click(&format!("#tab-{way}"));
        assert_eq!(page.count(".needs:not([hidden])"), 1, "it says what to do");
        all.push(lines(browser));
    }
    assert!(all.iter().all(|lines| lines.contains(&site.address("/"))));
    page.assert_clean();
    in_preview(&page, || page.assert_clean());
    site.host_page("/config.json", written);
    for lines in all {
        let host = Page::visit_host(browser, &site, "", &lines);
        let framed = lines.contains("<iframe");
        if framed {
            browser.enter_frame();
        }
        host.until_complete();
        host.until("it is worn as configured", || is_worn(&host));
        host.assert_clean();
        if framed {
            browser.leave_frame();
        }
        assert!(host.told("slc:error").is_empty(), "{lines}");
    }
}

fn the_preview_keeps_what_is_entered_in_it(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    in_preview(&page, || {
        // Not every driver finds its way to a place in a frame.
        browser.script("one('[name=rung][value=basic]').click()", vec![]);
        page.until("it answers", || page.figure("verdict").value == "under");
    });
    let kept = |page: &Page| page.count("[name=rung][value=basic]:checked") == 1;
    page.fill("name", "Smith");
    in_preview(&page, || {
        page.until("the name is there", || {
            said(browser).contains("Smith") && kept(&page)
        });
    });
    pick(&page, "segment", "hotel");
    in_preview(&page, || {
        page.until("the market is there", || {
            said(browser).contains("Hotel") && kept(&page)
        });
    });
    // And visitors may begin with it.
    page.click("[name=take]");
    page.until("it is taken", || config(browser)["state"].is_string());
    let state = config(browser)["state"].as_str().unwrap().to_owned();
    assert!(state.starts_with("1;s=hotel;"), "{state}");
    page.assert_clean();
}

fn what_is_saved_is_read_back_and_a_damaged_file_loses_nothing(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    // A later version's key comes through, too.
    let given = json!({
        "name": "Smith", "segment": "taxi", "hidden": ["kpi", "queue"], "later": { "a": [1, null] },
        "call": { "text": "Talk", "href": "mailto:a@b.example" }, "texts": { "ru": { "page.brand": "Такси" } }
    });
    read_back(&page, &given.to_string(), false);
    assert_eq!(config(browser), given);
    assert_eq!(page.value("name"), "Smith");
    assert_eq!(serde_json::from_str::<Value>(&saved(&page)).unwrap(), given);
    for (damaged, place) in [
        ("{\n  \"name\": \"Other\",\n}", "Line 3, column 1"),
        ("[]", "Line 1, column 1"),
        ("\u{0}PNG", "Line 1, column 1"),
    ] {
        read_back(&page, damaged, true);
        let told = text(browser, "return one('.back-told').textContent");
        assert!(
            told.contains(place) && told.contains("nothing has changed"),
            "{told}"
        );
        assert_eq!(config(browser), given, "{damaged}");
    }
    read_back(&page, "{\"name\": \"Other\"}", true);
    assert_eq!(config(browser), json!({ "name": "Other" }));
    page.click("[name=undo]");
    assert_eq!(config(browser), given);
    page.click("[name=reset]");
    assert_eq!(config(browser), json!({}));
    page.click("[name=undo]");
    assert_eq!(config(browser), given);
    page.assert_clean();
}

fn what_the_calculator_refuses_is_said_where_it_was_entered(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    write(&page, r#"{ "segment": "nowhere", "later": 1 }"#);
    page.until("both are refused", || {
        let said = text(browser, "return one('.faults').innerText");
        said.contains("The calculator refuses: segment: \"nowhere\"") && said.contains("later")
    });
    let at = "[data-path=segment] > .field-error:not([hidden])";
    assert_eq!(page.count(at), 1);
    assert_eq!(page.count("[name=segment][aria-invalid=true]"), 1);
    // What is no JSON yet changes nothing.
    write(&page, "{ \"segment\": ");
    assert_eq!(page.count("#whole-fault:not([hidden])"), 1);
    assert_eq!(
        text(browser, "return one('[name=segment]').value"),
        "nowhere"
    );
    pick(&page, "segment", "hotel");
    page.until("only the other is refused", || page.count(at) == 0);
    write(&page, "{}");
    page.until("nothing is refused", || {
        page.count(".faults:not([hidden])") == 0
    });
    // What is only begun is not given to the calculator yet.
    page.click("[data-card=next] > summary");
    page.fill("call.text", "Talk it over");
    let lacks = "return one('[data-path=call] > [role=status]').textContent";
    assert!(text(browser, lacks).contains("Where it leads"));
    page.fill("call.href", "tel:+123");
    in_preview(&page, || {
        page.until("the button is there", || {
            said(browser).contains("Talk it over")
        });
    });
    assert_eq!(text(browser, lacks), "");
    assert_eq!(page.count(".faults:not([hidden])"), 0);
    page.assert_clean();
}

fn a_hostile_text_stays_a_text(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    let hostile = "\"><script>alert(1)</script>";
    page.fill("name", hostile);
    page.fill("folder", hostile);
    write(
        &page,
        &json!({ "name": hostile, "lang": hostile, "later": hostile }).to_string(),
    );
    // As a browser reads the lines: the scripts of ours, and nobody else's.
    let scripts =
        "const lines = one('.snippet').textContent.replace(/style=[^>]*/, ''); // Not by our policy.
        const page = new DOMParser().parseFromString(lines, 'text/html');
        return [...page.scripts].map(e => e.textContent).join('|') + page.body.innerText.trim()";
    for way in ["A", "B", "C", "D"] {
        page.click(&format!("#tab-{way}"));
        let lines = lines(browser);
        assert!(lines.contains("&quot;&gt;&lt;script&gt;alert"), "{lines}");
        assert!(!lines.contains("<script>"), "{lines}");
        let read = text(browser, scripts);
        assert!(!read.contains("alert"), "{way}: {read}");
    }
    in_preview(&page, || {
        page.until("the name is there", || said(browser).contains(hostile));
    });
    assert_eq!(
        text(
            browser,
            "return one('.faults').querySelector('script')?.localName"
        ),
        ""
    );
    page.assert_clean();
}

fn a_text_is_found_by_what_it_says_and_replaced(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.click("[data-card=texts] > summary");
    let body = "const field = one('#texts-search'); field.value = 'how good should';
        field.dispatchEvent(new Event('input'))";
    browser.script(body, vec![]);
    let area = "textarea[id=\"text-page.question\"]";
    assert_eq!(page.count(area), 1);
    page.click(area);
    page.press("How good is enough?");
    in_preview(&page, || {
        page.until("it is said", || {
            said(browser).contains("How good is enough?")
        });
    });
    assert_eq!(
        config(browser)["texts"],
        json!({ "en": { "page.question": "How good is enough?" } })
    );
    page.assert_clean();
}

fn the_work_survives_a_reload_until_it_is_forgotten(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    page.fill("name", "Smith");
    page.fill("folder", "https://a.example/slc");
    let page = open(browser, &site);
    assert_eq!(page.value("name"), "Smith");
    assert!(lines(browser).contains("\"https://a.example/slc/slc.js\""));
    in_preview(&page, || {
        page.until("the preview has the name", || {
            said(browser).contains("Smith")
        });
    });
    // In another language, too, and the preview follows it.
    page.click("[data-language=ru]");
    page.until("it is Russian", || said(browser).contains("Получить код"));
    assert_eq!(page.value("name"), "Smith");
    in_preview(&page, || {
        page.until("the preview is Russian", || {
            page.count(".slc[lang=ru]") == 1
        });
    });
    page.click("[name=forget]");
    assert_eq!(page.value("name"), "");
    assert_eq!(
        browser.script("return localStorage.getItem('slc.configurator')", vec![]),
        Value::Null
    );
    let page = open(browser, &site);
    assert_eq!(config(browser), json!({}));
    page.assert_clean();
}

fn the_tabs_follow_the_arrows(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    browser.script("one('#tab-A').focus()", vec![]);
    for (key, way, holds) in [
        (Key::Right, "B", "<service-level-calculator"),
        (Key::Right, "C", "<div data-service-level-calculator"),
        (Key::End, "D", "<iframe"),
        (Key::Right, "A", "data-lang=\"en\""),
        (Key::Left, "D", "<iframe"),
        (Key::Home, "A", "data-lang=\"en\""),
    ] {
        page.press(key);
        let chosen = format!("#tab-{way}[aria-selected=true][tabindex='0']");
        page.until("the tab is chosen", || page.has_focus(&chosen));
        assert_eq!(page.count("[role=tab][aria-selected=true]"), 1);
        assert!(lines(browser).contains(holds), "{way}");
    }
    page.press(Key::Tab);
    assert!(page.has_focus("#way"), "the panel is the next stop");
    // Whatever the clipboard of this browser allows, it says what to do next.
    page.click("[name=copy]");
    page.until("it says so", || {
        let said = text(
            browser,
            "return one('[name=copy] + [role=status]').textContent",
        );
        said == "Copied" || said.starts_with("Marked")
    });
    page.assert_clean();
}

/// What can be pressed and is less than 44 pixels high.
const SMALL: &str = "
    const pressed = 'button, summary, select, .check, .segmented label, label.button, a.button, input:not([type=file], [type=checkbox], [type=radio])';
    return deep(document, pressed).filter((e) => e.getClientRects().length)
        .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect().height])
        .filter(([, height]) => height < 41.5)";

fn it_is_accessible_and_fits_a_phone_in_both_languages(browser: &Browser) {
    let site = Site::start();
    for (language, width) in [("en", 320), ("ru", 320), ("ru", 1280)] {
        let path = format!("/configurator.html?lang={language}");
        let page = Page::visit_framed(browser, &site, width, &path);
        page.until("the form is there", || page.count("[name=name]") == 1);
        let open = "deep(document, 'details').forEach(e => { e.open = true })";
        browser.script(open, vec![]);
        write(
            &page,
            r#"{ "name": "Smith", "logo": "https://a.example/a.png", "later": 1 }"#,
        );
        page.until("it is refused", || page.count(".faults:not([hidden])") == 1);
        assert_eq!(page.overflow(), 0, "{language}, {width}");
        assert_eq!(browser.script(SMALL, vec![]), json!([]), "{language}");
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
        assert_eq!(page.errors(), Vec::<String>::new());
    }
}
