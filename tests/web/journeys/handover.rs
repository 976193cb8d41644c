//! What a visitor takes away or hands over: with his consent, to whom the owner says, and nowhere else.

use serde_json::{Value, json};
use web::{Browser, Failure, Page, Site, model};

tests![
    a_lead_is_asked_for_after_the_result_and_not_before,
    nothing_goes_without_consent_and_a_way_to_answer,
    the_page_takes_a_lead_once,
    a_lead_is_posted_to_the_owner_and_tried_again_where_that_fails,
    a_lead_becomes_a_message_of_the_visitors_own,
    what_is_written_outlives_another_look,
    from_an_iframe_a_lead_goes_only_to_a_page_that_is_named,
    a_link_brings_everything_back,
    what_is_entered_is_kept_where_it_may_be_and_forgotten_on_one_press,
    a_link_that_is_looked_at_costs_nothing_that_is_kept,
    it_fits_a_phone_and_has_no_fault,
];

const SCRIPT: &str = "<script async src=/slc.js></script>";

fn visit<'a>(browser: &'a Browser, site: &'a Site, attributes: &str, more: &str) -> Page<'a> {
    let element = format!(
        "<service-level-calculator id=one lang=en {attributes}></service-level-calculator>"
    );
    let page = Page::visit_host(browser, site, "", &format!("{SCRIPT}{element}{more}"));
    page.until_complete();
    page
}

/// Picks a day, and waits for the form that follows.
fn until_asked(page: &Page) {
    page.choose("rung", "basic");
    page.until("the form is there", || page.count(".lead form") == 1);
}

/// A page that takes leads.
const TAKE: &str =
    "<script>addEventListener('slc:lead', (event) => event.preventDefault())</script>";

fn write(page: &Page) {
    page.fill("lead-name", "Ann Lee");
    page.fill("lead-email", "ann@example.com");
}

fn press(page: &Page) {
    page.click("[name=lead-send]");
}

fn agree(page: &Page) {
    page.click("[name=lead-consent]");
}

fn until_done(page: &Page) {
    page.until("it is handed over", || page.count("[data-lead=done]") == 1);
}

/// Hands a lead over where no driver presses well: in a frame higher than the window.
pub fn hand_over_in_script(browser: &Browser, page: &Page) {
    browser.script("one('[name=rung][value=basic]').click()", vec![]);
    page.until("the form is there", || page.count(".lead form") == 1);
    let write = "const field = one('[name=lead-email]'); field.value = 'ann@example.com';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        one('[name=lead-consent]').click()";
    browser.script(write, vec![]);
    page.until("it is taken up", || {
        page.value("lead-email") == "ann@example.com"
    });
    browser.script("one('[name=lead-send]').click()", vec![]);
}

fn leads(page: &Page) -> Vec<Value> {
    let told = page.told("slc:lead").into_iter();
    told.map(|(_, detail)| detail).collect()
}

fn until_refused(page: &Page) {
    page.until("it is said what is wrong", || {
        page.count(".lead [role=alert]") == 1
    });
}

fn a_lead_is_asked_for_after_the_result_and_not_before(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead", "");
    page.until("all of it is there", || {
        page.count("[data-panel=method]") == 1
    });
    assert_eq!(page.count(".lead"), 0);
    until_asked(&page);
    let ticked = "return one('[name=lead-consent]').checked";
    assert_eq!(browser.script(ticked, vec![]), false);
    assert!(leads(&page).is_empty());
    page.assert_clean();
}

fn nothing_goes_without_consent_and_a_way_to_answer(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead=/lead", "");
    until_asked(&page);
    press(&page);
    until_refused(&page);
    page.fill("lead-name", "Ann Lee");
    agree(&page);
    for wrong in ["ann", "ann@example"] {
        page.fill("lead-email", wrong);
        press(&page);
        page.until("the address is named", || {
            let said = browser.script("return one('.lead [role=alert]')?.innerText", vec![]);
            said.as_str()
                .is_some_and(|said| said.contains(&format!("“{wrong}”")))
        });
    }
    page.fill("lead-email", "ann@example.com");
    agree(&page);
    press(&page);
    page.until("consent is asked for", || {
        let said = browser.script("return one('.lead [role=alert]')?.innerText", vec![]);
        said.as_str()
            .is_some_and(|said| said.contains("Tick the box"))
    });
    assert_eq!(page.value("lead-name"), "Ann Lee");
    assert!(leads(&page).is_empty());
    assert!(site.posted().is_empty());
    page.assert_clean();
}

fn the_page_takes_a_lead_once(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead", TAKE);
    until_asked(&page);
    write(&page);
    agree(&page);
    let shown = browser.script("return one('.handed').innerText", vec![]);
    // As fast as nobody can.
    browser.script(
        "const send = one('[name=lead-send]'); send.click(); send.click()",
        vec![],
    );
    until_done(&page);
    let leads = leads(&page);
    assert_eq!(leads.len(), 1, "{leads:?}");
    let lead = &leads[0];
    assert_eq!(lead["v"], 1);
    assert!(lead["id"].as_str().unwrap().len() > 8);
    assert_eq!(lead["name"], "Ann Lee");
    assert_eq!(lead["email"], "ann@example.com");
    assert_eq!(lead["phone"], "");
    assert!(lead["consent"].as_str().unwrap().starts_with("I agree"));
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    for (name, path) in [
        ("loss", "loss"),
        ("level", "level"),
        ("expected", "expected"),
    ] {
        let value = lead[name].as_f64().unwrap().to_string();
        assert!(model::agrees(&value, model::at(&outcome, path)), "{name}");
    }
    // What was shown is what goes, line by line; and what was shown of the state.
    let shown = shown.as_str().unwrap();
    let summary = lead["summary"].as_str().unwrap();
    for line in summary.lines().skip(3) {
        let (_, value) = line.split_once(": ").unwrap();
        assert!(shown.contains(value), "{line} in {shown}");
    }
    assert!(shown.contains(lead["state"].as_str().unwrap()));
    assert!(summary.contains("Ann Lee") && summary.contains("ann@example.com"));
    page.assert_clean();
}

fn a_lead_is_posted_to_the_owner_and_tried_again_where_that_fails(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead=/lead", "");
    until_asked(&page);
    write(&page);
    agree(&page);
    site.fail("lead", Failure::ServerError);
    press(&page);
    until_refused(&page);
    assert_eq!(page.told("slc:error")[0].1["code"], "lead");
    assert_eq!(page.value("lead-email"), "ann@example.com");
    site.recover();
    press(&page);
    until_done(&page);
    let posted = site.posted();
    assert_eq!(posted.len(), 1, "{posted:?}");
    for pair in [
        "name=Ann+Lee",
        "email=ann%40example.com",
        "segment=clinic",
        "v=1",
    ] {
        assert!(posted[0].split('&').any(|other| other == pair), "{pair}");
    }
    let leads = leads(&page);
    assert_eq!(leads.len(), 2);
    assert_eq!(leads[0]["id"], leads[1]["id"], "the same lead");
    assert_eq!(page.foreign_resources(), Vec::<String>::new());
}

fn a_lead_becomes_a_message_of_the_visitors_own(browser: &Browser) {
    let site = Site::start();
    // No test opens a mail program.
    let catch = "<script>addEventListener('click', (event) => {
            const link = event.composedPath()[0];
            if (String(link.href).startsWith('mailto:')) { window.__mail = link.href; event.preventDefault(); }
        }, true)</script>";
    let page = visit(browser, &site, "lead=mailto:hello@smith.example", catch);
    until_asked(&page);
    write(&page);
    agree(&page);
    press(&page);
    until_done(&page);
    let mail = browser.script("return decodeURIComponent(window.__mail)", vec![]);
    let mail = mail.as_str().unwrap();
    assert!(mail.starts_with("mailto:hello@smith.example?subject=Talk this result over&body="));
    assert!(mail.contains("\r\nE-mail: ann@example.com\r\n"), "{mail}");
    page.assert_clean();
}

fn what_is_written_outlives_another_look(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead", TAKE);
    until_asked(&page);
    write(&page);
    page.until("the change is told", || !page.told("slc:change").is_empty());
    let darken = "document.querySelector('#one').setAttribute('theme', 'dark')";
    browser.script(darken, vec![]);
    page.until("it has begun anew", || {
        page.count(".slc[data-theme=dark][data-complete] .lead form") == 1
    });
    page.until("what was written is there", || {
        page.value("lead-email") == "ann@example.com" && page.value("lead-name") == "Ann Lee"
    });
    page.assert_clean();
}

fn from_an_iframe_a_lead_goes_only_to_a_page_that_is_named(browser: &Browser) {
    for named in [true, false] {
        let files = Site::start();
        let host = Site::start();
        let mut config = json!({ "lead": "" });
        if named {
            config["origins"] = json!([host.address("")]);
        }
        files.host_page("/config.json", config.to_string());
        let source = files.address("/");
        let body = format!(
            "<script src='{source}slc-frame.js'></script><iframe id=frame title=Calculator style='border:0;width:800px'
                src='{source}?lang=en&config=config.json'></iframe>"
        );
        let page = Page::visit_host(browser, &host, "", &body);
        page.until("it is ready", || !page.told("slc:ready").is_empty());
        browser.enter_frame();
        page.until_complete();
        hand_over_in_script(browser, &page);
        if named {
            until_done(&page);
        } else {
            until_refused(&page);
        }
        browser.leave_frame();
        if named {
            // It travels as a message.
            page.until("the page is told", || !leads(&page).is_empty());
        }
        let told = leads(&page);
        assert_eq!(told.len(), usize::from(named), "{told:?}");
        if named {
            assert_eq!(told[0]["email"], "ann@example.com");
        }
    }
}

/// Opens what passes a link on.
fn offered(page: &Page) {
    page.click("[data-panel=take]");
    page.until("it is brought", || page.count("[name=take-share]") == 1);
    page.click("[name=take-share]");
    page.until("it is offered", || page.count("[name=share]") == 1);
}

fn a_link_brings_everything_back(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "share", "");
    offered(&page);
    page.fill("cheque", "77");
    page.choose("rung", "wow");
    page.click("[name=share]");
    // Not every browser of the tests lets a page write to the clipboard: then the link stands there.
    page.until("there is a link", || {
        page.count("[data-share=done], [name=share-link]") == 1
    });
    let told = page.told("slc:share");
    let url = told[0].1["url"].as_str().unwrap().to_owned();
    assert!(
        url.starts_with(&site.address("/host.html#slcone=1;")),
        "{url}"
    );
    assert!(url.len() < site.address("/host.html").len() + 120, "{url}");
    browser.goto("about:blank");
    browser.goto(&url);
    page.until_complete();
    let outcome = model::outcome(json!({ "segment": "clinic", "rung": "wow", "cheque": 77 }));
    page.expect(&outcome, &["level", "loss"]);
    // A page can make a link of its own.
    let own = "addEventListener('slc:share', (event) => event.preventDefault())";
    browser.script(own, vec![]);
    offered(&page);
    page.click("[name=share]");
    page.until("it is told", || !page.told("slc:share").is_empty());
    assert_eq!(page.count("[data-share=done], [name=share-link]"), 0);
    page.assert_clean();
}

fn what_is_entered_is_kept_where_it_may_be_and_forgotten_on_one_press(browser: &Browser) {
    let site = Site::start();
    let stored =
        "return Object.keys(localStorage).filter((name) => name.startsWith('slc.state')).length";
    let page = visit(browser, &site, "", "");
    page.choose("rung", "wow");
    page.until("the change is told", || !page.told("slc:change").is_empty());
    assert_eq!(browser.script(stored, vec![]), 0);
    let page = visit(browser, &site, "storage", "");
    page.until("it is said", || page.count("[name=forget]") == 1);
    page.choose("rung", "wow");
    page.until("it is kept", || browser.script(stored, vec![]) == 1);
    let page = visit(browser, &site, "storage", "");
    page.until("it is back", || page.figure("verdict").value == "over");
    page.until("it is said", || page.count("[name=forget]") == 1);
    page.click("[name=forget]");
    page.until("nothing is kept", || browser.script(stored, vec![]) == 0);
    page.until("nothing is picked", || {
        page.count("[name=rung]:checked") == 0 && page.count(".slc[data-complete]") == 1
    });
    let page = visit(browser, &site, "storage", "");
    assert_eq!(page.count("[name=rung]:checked"), 0);
    page.assert_clean();
}

fn a_link_that_is_looked_at_costs_nothing_that_is_kept(browser: &Browser) {
    let site = Site::start();
    let verdict = |page: &Page, verdict: &str| {
        page.until(verdict, || page.figure("verdict").value == verdict);
    };
    let page = visit(browser, &site, "share storage", "");
    page.choose("rung", "wow");
    verdict(&page, "over");
    page.until("the change is told", || !page.told("slc:change").is_empty());
    browser.goto("about:blank");
    browser.goto(&site.address("/host.html#slcone=1;s=clinic;t=standard;c=USD;r=basic"));
    page.until_complete();
    verdict(&page, "under");
    page.until("it is told", || !page.told("slc:change").is_empty());
    let page = visit(browser, &site, "share storage", "");
    verdict(&page, "over");
    // Forgotten by the page it is forgotten for good.
    browser.script("document.querySelector('#one').reset()", vec![]);
    page.until("nothing is picked", || {
        page.count("[name=rung]:checked") == 0
    });
    let page = visit(browser, &site, "share storage", "");
    assert_eq!(page.count("[name=rung]:checked"), 0);
    page.assert_clean();
}

fn it_fits_a_phone_and_has_no_fault(browser: &Browser) {
    let site = Site::start();
    let config = json!({
        "name": "Lindqvist Klinikrådgivning & Partners",
        "lead": { "to": "/lead", "fields": ["name", "email", "phone", "company", "message"], "privacy": "privacy.html" },
        "share": true, "storage": true, "print": true
    });
    site.host_page("/config.json", config.to_string());
    for language in ["en", "ru"] {
        let path = format!("/?lang={language}&config=config.json");
        let page = Page::visit_framed(browser, &site, 320, &path);
        page.until_complete();
        until_asked(&page);
        assert_eq!(page.overflow(), 0, "{language}");
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}
