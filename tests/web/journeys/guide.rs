//! `docs/embed.md` does what it says: each of its snippets is put into a page as it stands there.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use web::{Browser, Page, Site, guide};

use crate::handover::hand_over_in_script;

tests![every_snippet_of_the_guide_works, every_example_is_worn];

/// Hands a lead over, as a visitor does, and looks where it has gone.
fn hand_over(browser: &Browser, page: &Page, site: &Site, way: &str, framed: bool) {
    if framed {
        browser.leave_frame();
        page.until("the frame and the page know each other", || {
            !page.told("slc:ready").is_empty()
        });
        browser.enter_frame();
    }
    // No test opens a mail program.
    let catch = "addEventListener('click', (event) => {
        const link = event.composedPath()[0];
        if (String(link.href).startsWith('mailto:')) { window.__mail = link.href; event.preventDefault(); }
    }, true)";
    browser.script(catch, vec![]);
    hand_over_in_script(browser, page);
    page.until("it is handed over", || page.count("[data-lead=done]") == 1);
    if framed {
        browser.leave_frame();
    }
    let title = || browser.script("return document.title", vec![]);
    match way {
        "lead-event" | "lead-iframe" => {
            page.until("the page has it", || title() == "ann@example.com: under")
        }
        "lead-post" => assert!(site.posted()[0].contains("email=ann%40example.com")),
        _ => {
            let mail = browser.script("return decodeURIComponent(window.__mail)", vec![]);
            assert!(mail.as_str().unwrap().contains("ann@example.com"), "{mail}");
        }
    }
    if framed {
        browser.enter_frame();
    }
}

fn every_snippet_of_the_guide_works(browser: &Browser) {
    let site = Site::start();
    let snippets = guide::snippets("embed.md");
    assert!(snippets.len() >= 7, "{snippets:?}");
    for (mark, snippet) in snippets {
        let here = snippet.replace("https://your-site.example/slc/", &site.address("/"));
        assert_ne!(here, snippet, "it names the folder");
        // The page's own origin is the one that may listen, as the guide says of its config.
        let lead = json!({ "lead": "", "origins": [site.address("")] });
        site.host_page("/lead.json", lead.to_string());
        let page = Page::visit_host(browser, &site, "", &here);
        let framed = snippet.contains("<iframe");
        if framed {
            browser.enter_frame();
        }
        page.until_complete();
        match &*mark {
            "told" => page.until("the host has been told", || {
                let title = browser.script("return document.title", vec![]);
                title == "sufficient: 74 of 100"
            }),
            "state" => page.until("the state is taken up", || page.value("cheque") == "25"),
            "owned" => {
                let said = browser.script("return read(document.body)", vec![]);
                let said = said.as_str().unwrap();
                for words in [
                    "Smith & Partners",
                    "How good should your service be?",
                    "Talk it over with us",
                ] {
                    assert!(said.contains(words), "{words}: {said}");
                }
                assert_eq!(page.count("[data-panel=queue], [data-panel=scale]"), 0);
            }
            "market" => {
                let said = browser.script("return read(document.body)", vec![]);
                let said = said.as_str().unwrap();
                assert!(said.contains("Patients of a dental practice"), "{said}");
                let expected = page.figure("expected").number();
                assert!((expected - 80.0).abs() < 0.01, "{expected}");
                // Whoever looks for it reads where the figures come from.
                let says = |css: &str, source: &str| {
                    let body = "return one(arguments[0])?.innerText ?? ''";
                    page.until(source, || {
                        let said = browser.script(body, vec![json!(css)]);
                        said.as_str().unwrap().contains(source)
                    });
                };
                page.click("[data-panel=method]");
                says("#panel-method", "Survey of 24 practices");
                page.choose("rung", "basic");
                page.click(".amounts button.figure:has(> data[data-figure=loss])");
                page.click("[name=more-explanation]");
                says(".explain", "2,400 patients asked");
            }
            lead if lead.starts_with("lead-") => hand_over(browser, &page, &site, lead, framed),
            "" => {}
            other => panic!("`{other}` says nothing to the tests"),
        }
        if framed {
            browser.leave_frame();
        } else {
            assert!(page.told("slc:error").is_empty(), "{snippet}");
        }
        assert_eq!(page.errors(), Vec::<String>::new(), "{snippet}");
    }
}

fn every_example_is_worn(browser: &Browser) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples");
    for entry in fs::read_dir(folder).unwrap() {
        let config = fs::read_to_string(entry.unwrap().path()).unwrap();
        let wanted: Value = serde_json::from_str(&config).unwrap();
        let site = Site::start();
        // No picture of another host's is there in the tests.
        let mut served = wanted.clone();
        served.as_object_mut().unwrap().remove("logo");
        site.host_page("/config.json", served.to_string());
        let body = "<script async src=/slc.js></script>
            <service-level-calculator config=config.json></service-level-calculator>";
        let page = Page::visit_host(browser, &site, "", body);
        page.until_complete();
        let said = browser.script("return read(document.body)", vec![]);
        let said = said.as_str().unwrap();
        for words in [&wanted["name"], &wanted["call"]["text"]] {
            assert!(said.contains(words.as_str().unwrap()), "{words}: {said}");
        }
        for hidden in wanted["hidden"].as_array().unwrap() {
            let css = format!("[data-panel={}]", hidden.as_str().unwrap());
            assert_eq!(page.count(&css), 0);
        }
        page.choose("rung", "wow");
        page.until("it answers", || page.figure("verdict").value == "over");
        assert_eq!(page.overflow(), 0);
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
        page.assert_clean();
        assert!(
            page.told("slc:error").is_empty(),
            "{:?}",
            page.told("slc:error")
        );
    }
}
