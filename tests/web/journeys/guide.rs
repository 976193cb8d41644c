//! `docs/embed.md` and `docs/sites.md` do what they say: each of their snippets is put into a page as
//! it is, and those for builders of sites as these put it there.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use web::{Browser, Page, Site, guide};

tests![
    the_ways_to_embed_work,
    events_properties_and_config_do_what_the_guide_says,
    leads_go_where_the_guide_says,
    iframes_emit_what_the_guide_says,
    the_examples_are_applied,
    the_snippets_for_builders_work: everywhere,
    put_in_as_a_text_the_line_knows_its_address,
];

/// The snippets of a guide with one of these marks, for a folder at this address.
fn snippets(name: &str, marks: &[&str], address: &str) -> Vec<String> {
    let all = guide::snippets(name).into_iter();
    let found: Vec<String> = all
        .filter(|(mark, _)| marks.contains(&mark.as_str()))
        .map(|(_, snippet)| {
            let here = snippet.replace("https://your-site.example/slc/", address);
            assert_ne!(here, snippet, "it names the folder");
            here
        })
        .collect();
    assert!(found.len() >= marks.len(), "{name} has snippets {marks:?}");
    found
}

/// Numbers the calculators of the page, and brings them all.
fn number(page: &Page, count: usize) {
    page.expect_count("service-level-calculator", count);
    let number = "document.querySelectorAll('service-level-calculator').forEach((e, at) => { e.dataset.at = at; })";
    page.run(number, vec![]);
    page.start_all();
    page.until_complete();
}

/// Waits until each calculator of the page has answered.
fn expect_answers(page: &Page, count: usize) {
    for at in 0..count {
        page.look_in(&format!("[data-at='{at}']"));
        expect_answer(page);
    }
    page.look_everywhere();
    expect_no_error(page);
}

fn expect_answer(page: &Page) {
    page.choose("rung", "wow");
    page.expect_some("[data-figure=verdict][value=over]");
}

fn expect_no_error(page: &Page) {
    page.always("no error", |now| {
        now.told("slc:error").is_empty() && now.errors().is_empty()
    });
}

fn expect_title(page: &Page, title: &str) {
    page.expect_eq("the title", json!(title), |now| {
        now.script("return document.title", vec![])
    });
}

fn expect_text(page: &Page, css: &str, text: &str) {
    page.until(text, |now| now.text(css).contains(text));
}

/// What the guides may mark a snippet with: each of them is run below.
const MARKS: [&str; 12] = [
    "",
    "told",
    "state",
    "owned",
    "market",
    "lead-event",
    "lead-post",
    "lead-mail",
    "lead-iframe",
    "late",
    "lazy",
    "sandboxed",
];

fn the_ways_to_embed_work(browser: &Browser) {
    for name in ["embed.md", "sites.md"] {
        for (mark, _) in guide::snippets(name) {
            assert!(
                MARKS.contains(&mark.as_str()),
                "`{mark}` in {name} is run nowhere"
            );
        }
    }
    let site = Site::start();
    let mut ways = snippets("embed.md", &[""], &site.address("/"));
    ways.retain(|way| !way.contains("<iframe"));
    assert!(ways.len() >= 4, "{ways:#?}");
    let page = Page::visit_host(browser, &site, "", &ways.concat());
    number(&page, ways.len());
    expect_answers(&page, ways.len());
}

fn events_properties_and_config_do_what_the_guide_says(browser: &Browser) {
    let site = Site::start();
    for mark in ["told", "state", "owned", "market"] {
        let snippet = snippets("embed.md", &[mark], &site.address("/")).concat();
        let page = Page::visit_host(browser, &site, "", &snippet);
        page.until_complete();
        match mark {
            "told" => expect_title(&page, "sufficient: 74 of 100"),
            "state" => page.expect_value("cheque", "25"),
            "owned" => {
                for words in [
                    "Smith & Partners",
                    "How good should your service be?",
                    "Talk it over with us",
                ] {
                    expect_text(&page, "body", words);
                }
                page.expect_some("[data-panel=method]");
                page.expect_gone("[data-panel=queue], [data-panel=scale]");
            }
            _ => {
                expect_text(&page, "body", "Patients of a dental practice");
                page.until("80 are expected", |now| {
                    now.number("expected")
                        .is_some_and(|expected| (expected - 80.0).abs() < 0.01)
                });
                // The visitor can read where the figures come from.
                page.click("[data-panel=method]");
                expect_text(&page, "#panel-method", "Survey of 24 practices");
                page.choose("rung", "basic");
                page.click(".amounts button.figure:has(> data[data-figure=loss])");
                page.click("[name=more-explanation]");
                expect_text(&page, ".explain", "2,400 patients asked");
            }
        }
        expect_no_error(&page);
    }
}

/// Hands a lead over by a script: in a frame that is higher than the window not every driver presses.
fn hand_over(page: &Page) {
    // No test opens a mail program.
    let catch = "addEventListener('click', (event) => {
        const link = event.composedPath()[0];
        if (String(link.href).startsWith('mailto:')) { window.__mail = decodeURIComponent(link.href); event.preventDefault(); }
    }, true);
    one('[name=rung][value=basic]').click()";
    page.run(catch, vec![]);
    page.expect_some(".lead form");
    let write = "const field = one('[name=lead-email]'); field.value = 'ann@example.com';
        field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
        one('[name=lead-consent]').click()";
    page.run(write, vec![]);
    page.expect_eq("the address", Some("ann@example.com".to_owned()), |now| {
        now.value("lead-email")
    });
    page.expect_some("[name=lead-consent]:checked");
    page.run("one('[name=lead-send]').click()", vec![]);
    page.expect_some("[data-lead=done]");
}

fn leads_go_where_the_guide_says(browser: &Browser) {
    let site = Site::start();
    let address = site.address("/");
    let event = snippets("embed.md", &["lead-event"], &address).concat();
    let page = Page::visit_host(browser, &site, "", &event);
    page.until_complete();
    hand_over(&page);
    expect_title(&page, "ann@example.com: under");
    expect_no_error(&page);
    let others = ["lead-post", "lead-mail"];
    let both = others.map(|mark| snippets("embed.md", &[mark], &address).concat());
    let page = Page::visit_host(browser, &site, "", &both.concat());
    number(&page, 2);
    for at in 0..2 {
        page.look_in(&format!("[data-at='{at}']"));
        hand_over(&page);
    }
    assert!(site.posted().concat().contains("email=ann%40example.com"));
    page.until("the mail is made", |now| {
        let mail = now.script("return window.__mail ?? ''", vec![]);
        mail.as_str()
            .is_some_and(|mail| mail.contains("ann@example.com"))
    });
    expect_no_error(&page);
}

fn iframes_emit_what_the_guide_says(browser: &Browser) {
    let site = Site::start();
    // The page's own origin may listen, as the guide says of its config.
    let lead = json!({ "lead": "", "origins": [site.address("")] });
    site.host_page("/lead.json", lead.to_string());
    let mut frames = snippets("embed.md", &["lead-iframe"], &site.address("/"));
    frames.extend(snippets("embed.md", &[""], &site.address("/")));
    frames.retain(|snippet| snippet.contains("<iframe"));
    assert_eq!(frames.len(), 2);
    let page = Page::visit_host(browser, &site, "", &frames.concat());
    // What is far from the window does not start: each comes into sight in turn.
    let mut at = 0;
    page.until("both are ready", |now| {
        at = 1 - at;
        let scroll = "document.querySelectorAll('iframe')[arguments[0]].scrollIntoView()";
        now.script(scroll, vec![json!(at)]);
        now.told("slc:ready").len() == 2
    });
    page.until("they have another height", |now| {
        let high =
            "return [...document.querySelectorAll('iframe')].every(e => e.offsetHeight > 1000)";
        now.script(high, vec![]) == true
    });
    browser.enter_frame();
    page.until_complete();
    hand_over(&page);
    browser.leave_frame();
    expect_title(&page, "ann@example.com: under");
    page.always("no error", |now| now.errors().is_empty());
}

fn the_examples_are_applied(browser: &Browser) {
    let site = Site::start();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples");
    let mut examples: Vec<Value> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap())
        .map(|config| serde_json::from_str(&config).unwrap())
        .collect();
    let mut body = "<script async src=/slc.js></script>".to_owned();
    for (at, config) in examples.iter_mut().enumerate() {
        // In the tests there is no picture of another host.
        config.as_object_mut().unwrap().remove("logo");
        site.host_page(&format!("/{at}.json"), config.to_string());
        body += &format!("<service-level-calculator config={at}.json></service-level-calculator>");
    }
    let page = Page::visit_host(browser, &site, "", &body);
    number(&page, examples.len());
    for (at, config) in examples.iter().enumerate() {
        page.look_in(&format!("[data-at='{at}']"));
        for words in [&config["name"], &config["call"]["text"]] {
            expect_text(&page, ".slc", words.as_str().unwrap());
        }
        page.expect_some("[data-panel]");
        for hidden in config["hidden"].as_array().unwrap() {
            page.expect_gone(&format!("[data-panel={}]", hidden.as_str().unwrap()));
        }
    }
    expect_answers(&page, examples.len());
    page.expect_fits();
    page.expect_accessible();
    page.assert_clean();
}

/// What a builder of this kind makes of a snippet: a part of a page's body.
fn built(kind: &str, at: usize, snippet: &str) -> String {
    // A template's scripts run when clones of them are inserted.
    let insert = format!(
        "const at = (name) => document.getElementById(name + {at});
        const insert = () => at('place').append(at('code').content.cloneNode(true));"
    );
    let parts = format!(
        "<div class=t123><div id=place{at}></div></div><template id=code{at}>{snippet}</template>"
    );
    match kind {
        // Drawn by a script after the page has been loaded.
        "late" => {
            format!("{parts}<script>{{ {insert} addEventListener('load', insert); }}</script>")
        }
        // Drawn when the visitor has scrolled to it.
        "lazy" => format!(
            "<div style='height:3000px'></div>{parts}<script>{{ {insert}
                const seen = new IntersectionObserver(([{{ isIntersecting }}]) => {{
                    if (isIntersecting) {{ seen.disconnect(); insert(); }}
                }});
                at('place').style.minHeight = '1px';
                seen.observe(at('place'));
            }}</script>"
        ),
        _ => snippet.to_owned(),
    }
}

fn the_snippets_for_builders_work(browser: &Browser) {
    let files = Site::start().cross_origin();
    let (host, frames) = (Site::start(), Site::start());
    let address = files.address("/");
    let plain = snippets("sites.md", &[""], &address);
    let (framed, plain): (Vec<_>, Vec<_>) =
        plain.into_iter().partition(|it| it.contains("<iframe"));
    // A module does not know which script it is: it is put into a page of its own.
    let (modules, plain): (Vec<_>, Vec<_>) = plain
        .into_iter()
        .partition(|it| it.contains("type=\"module\""));
    let kinds = [
        ("late", snippets("sites.md", &["late"], &address)),
        ("", plain),
        ("lazy", snippets("sites.md", &["lazy"], &address)),
    ];
    let all: Vec<(&str, String)> = kinds
        .into_iter()
        .flat_map(|(kind, snippets)| snippets.into_iter().map(move |snippet| (kind, snippet)))
        .collect();
    let parts = all
        .iter()
        .enumerate()
        .map(|(at, (kind, snippet))| built(kind, at, snippet));
    let page = Page::visit_host(browser, &host, "", &parts.collect::<String>());
    page.expect_count("service-level-calculator", all.len() - 1);
    page.run("scrollTo(0, document.body.scrollHeight)", vec![]);
    number(&page, all.len());
    expect_answers(&page, all.len());

    let page = Page::visit_host(browser, &host, "", &modules.concat());
    number(&page, 1);
    expect_answers(&page, 1);

    // In a frame of an origin that is neither the page's nor the folder's.
    let sandboxed = snippets("sites.md", &["sandboxed"], &address).concat();
    frames.host_page(
        "/frame.html",
        format!("<!doctype html><html><head></head><body>{sandboxed}</body></html>"),
    );
    let source = frames.address("/frame.html");
    let sandboxed = format!(
        "<iframe title=Embed sandbox='allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock'
        style='width:100%;height:900px' src='{source}'></iframe>"
    );
    for frame in [framed.concat(), sandboxed] {
        let page = Page::visit_host(browser, &host, "", &frame);
        browser.enter_frame();
        page.until_complete();
        expect_answer(&page);
        expect_no_error(&page);
        browser.leave_frame();
    }
}

fn put_in_as_a_text_the_line_knows_its_address(browser: &Browser) {
    let site = Site::start();
    // So jQuery runs the scripts of what it inserts, where they are of the page's own origin.
    let body = "<div id=place></div><script>
        place.innerHTML = '<script src=/slc.js data-segment=hotel data-lang=en><\\/script>';
        fetch('/slc.js').then((answer) => answer.text()).then((text) => {
            const script = document.createElement('script');
            script.text = text;
            document.head.append(script);
            script.remove();
        });
    </script>";
    let page = Page::visit_host(browser, &site, "", body);
    number(&page, 1);
    page.expect_eq("the market of the line", Some("Hotel".to_owned()), |now| {
        now.value("segment")
    });
    expect_answers(&page, 1);
}
