//! A visitor hands a result over to the owner of the site: after the result, with consent, and to
//! nobody else.

use serde_json::{Value, json};
use web::{Browser, Failure, Now, Page, Site, expected};

use crate::element::visit;

tests![
    a_lead_is_posted_after_the_result_with_consent_and_once_more_where_that_fails: everywhere,
    the_page_takes_a_lead_once_and_another_becomes_a_message,
    from_an_iframe_a_lead_goes_only_to_a_page_that_is_named,
];

/// Picks a rung, and waits for the form that follows.
fn until_asked(page: &Page) {
    page.choose("rung", "basic");
    page.expect_count(".lead form", 1);
}

fn write(page: &Page) {
    page.fill("lead-name", "Ann Lee");
    page.fill("lead-email", "ann@example.com");
}

fn agree(page: &Page) {
    page.click("[name=lead-consent]");
}

fn send(page: &Page) {
    page.click("[name=lead-send]");
}

fn until_done(page: &Page) {
    page.expect_count("[data-lead=done]", 1);
}

/// Waits until the form says this of what is wrong.
fn until_refused(page: &Page, why: &str) {
    page.until(why, |now| now.text(".lead [role=alert]").contains(why));
}

/// Hands a lead over where no driver presses well: in a frame higher than the window.
pub fn hand_over_in_script(page: &Page) {
    page.run("one('[name=rung][value=basic]').click()", vec![]);
    page.expect_count(".lead form", 1);
    let write = "const field = one('[name=lead-email]'); field.value = 'ann@example.com';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        one('[name=lead-consent]').click()";
    page.run(write, vec![]);
    page.expect_eq("the address", "ann@example.com", |now| {
        now.value("lead-email").unwrap_or_default()
    });
    page.run("one('[name=lead-send]').click()", vec![]);
}

fn leads(now: &Now) -> Vec<Value> {
    let all = now.told("slc:lead").into_iter();
    all.map(|(_, detail)| detail).collect()
}

fn a_lead_is_posted_after_the_result_with_consent_and_once_more_where_that_fails(
    browser: &Browser,
) {
    let site = Site::start();
    let page = visit(browser, &site, "lead=/lead", "");
    page.expect_some("[data-panel=method]");
    page.always("nothing is asked for before the result", |now| {
        !now.has(".lead")
    });
    until_asked(&page);
    page.always("consent is the visitor's to give", |now| {
        !now.has("[name=lead-consent]:checked")
    });
    send(&page);
    until_refused(&page, "Enter a way to answer you");
    page.fill("lead-name", "Ann Lee");
    agree(&page);
    page.fill("lead-email", "ann@example");
    send(&page);
    until_refused(&page, "“ann@example”");
    page.fill("lead-email", "ann@example.com");
    agree(&page);
    send(&page);
    until_refused(&page, "Tick the box");
    page.always("nothing has left the page", |now| leads(now).is_empty());
    assert_eq!(site.posted(), Vec::<String>::new());
    page.assert_clean();
    agree(&page);
    site.fail("lead", Failure::ServerError);
    send(&page);
    until_refused(&page, "Nothing you wrote is lost");
    page.expect_eq("the error's code", json!("lead"), |now| {
        let first = now.told("slc:error").into_iter().next();
        first.map_or(Value::Null, |(_, error)| error["code"].clone())
    });
    page.expect_eq("what was written", ["Ann Lee", "ann@example.com"], |now| {
        ["lead-name", "lead-email"].map(|name| now.value(name).unwrap_or_default())
    });
    site.recover();
    send(&page);
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
    page.expect_eq("the same lead, twice", true, |now| {
        let leads = leads(now);
        leads.len() == 2 && leads[0]["id"] == leads[1]["id"]
    });
    page.expect_none("requests to other hosts", |now| now.foreign_resources());
}

/// A page that takes leads, as long as `takes` is set; and no test opens a mail program.
const HOST: &str = "<script>
    window.takes = true;
    addEventListener('slc:lead', (event) => { if (window.takes) event.preventDefault(); });
    addEventListener('click', (event) => {
        const link = event.composedPath()[0];
        if (String(link.href).startsWith('mailto:')) { window.mail = link.href; event.preventDefault(); }
    }, true)</script>";

fn the_page_takes_a_lead_once_and_another_becomes_a_message(browser: &Browser) {
    let site = Site::start();
    let page = visit(browser, &site, "lead", HOST);
    until_asked(&page);
    write(&page);
    page.until("the change is an event", |now| {
        !now.told("slc:change").is_empty()
    });
    // What is written outlives a start in another theme.
    let darken = "document.querySelector('#one').setAttribute('theme', 'dark')";
    page.run(darken, vec![]);
    page.expect_some(".slc[data-theme=dark][data-complete] .lead form");
    page.expect_eq("what was written", ["Ann Lee", "ann@example.com"], |now| {
        ["lead-name", "lead-email"].map(|name| now.value(name).unwrap_or_default())
    });
    agree(&page);
    let shown = page.once("it is shown what is handed over", |now| {
        Some(now.text(".handed")).filter(|shown| shown.contains("1;s=clinic"))
    });
    // Twice, faster than a hand can.
    let twice = "const send = one('[name=lead-send]'); send.click(); send.click()";
    page.run(twice, vec![]);
    until_done(&page);
    let leads_of = |count: usize| {
        page.once("the leads", |now| {
            Some(leads(now)).filter(|leads| leads.len() == count)
        })
    };
    let lead = leads_of(1).remove(0);
    assert_eq!(lead["v"], 1);
    assert!(lead["id"].as_str().unwrap().len() > 8);
    assert_eq!(lead["name"], "Ann Lee");
    assert_eq!(lead["email"], "ann@example.com");
    assert_eq!(lead["phone"], "");
    assert!(lead["consent"].as_str().unwrap().starts_with("I agree"));
    let outcome = expected::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    for name in ["loss", "level", "expected"] {
        let value = lead[name].as_f64().unwrap().to_string();
        assert!(expected::agrees(&value, &outcome[name]), "{name}");
    }
    // What was shown is what goes, line by line; and what was shown of the state.
    let summary = lead["summary"].as_str().unwrap();
    for line in summary.lines().skip(3) {
        let (_, value) = line.split_once(": ").unwrap();
        assert!(shown.contains(value), "{line} in {shown}");
    }
    assert!(shown.contains(lead["state"].as_str().unwrap()));
    assert!(summary.contains("Ann Lee") && summary.contains("ann@example.com"));
    // The next lead is another, and goes into a message where the page does not take it.
    let mail = "window.takes = false;
        document.querySelector('#one').setAttribute('lead', 'mailto:hello@smith.example')";
    page.run(mail, vec![]);
    page.expect_count(".lead form", 1);
    page.expect_eq("the new form", "", |now| {
        now.value("lead-email").unwrap_or("none".to_owned())
    });
    write(&page);
    agree(&page);
    send(&page);
    until_done(&page);
    let mail = page.once("there is a message", |now| {
        let mail = now.script("return decodeURIComponent(window.mail ?? '')", vec![]);
        mail.as_str()
            .filter(|mail| !mail.is_empty())
            .map(str::to_owned)
    });
    assert!(mail.starts_with("mailto:hello@smith.example?subject=Talk this result over&body="));
    assert!(mail.contains("\r\nE-mail: ann@example.com\r\n"), "{mail}");
    assert_ne!(leads_of(2)[1]["id"], lead["id"]);
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
        page.until("frame and page know each other", |now| {
            !now.told("slc:ready").is_empty()
        });
        browser.enter_frame();
        page.until_complete();
        hand_over_in_script(&page);
        if named {
            until_done(&page);
        } else {
            page.expect_count(".lead [role=alert]", 1);
        }
        browser.leave_frame();
        if named {
            page.expect_eq("who wrote", vec![json!("ann@example.com")], |now| {
                let leads = leads(now);
                leads
                    .iter()
                    .map(|lead| lead["email"].clone())
                    .collect::<Vec<_>>()
            });
        } else {
            // The error comes over the same port after the lead that does not.
            page.until("the page hears of the error", |now| {
                !now.told("slc:error").is_empty()
            });
            page.always("the page has no lead", |now| leads(now).is_empty());
        }
    }
}
