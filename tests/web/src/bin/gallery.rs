//! Takes the pictures in `docs/gallery/`: phone and desktop, both languages and themes; of the
//! calculator and of the configurator.
#![allow(
    clippy::expect_used,
    reason = "a command for maintainers: a failure ends it with its message"
)]

use std::fs;
use std::path::Path;

use serde_json::json;
use web::{Browser, Engine, Page, Site, paper, print};

/// What is chosen, and the ordinary day behind it; `panels` stands with every panel open.
const STATES: [(&str, Option<&str>); 5] = [
    ("first", None),
    ("under", Some("basic")),
    ("sufficient", Some("expected")),
    ("over", Some("wow")),
    ("panels", Some("basic")),
];

/// Businesses whose reports are samples: language, what is chosen, by whom, for whom, on which paper.
const REPORTS: [(&str, [&str; 5]); 3] = [
    (
        "under",
        [
            "en",
            "segment=clinic",
            "basic",
            "Smith & Partners",
            "Riverside Dental",
        ],
    ),
    (
        "sufficient",
        [
            "en",
            "segment=hotel&currency=EUR",
            "expected",
            "Smith & Partners",
            "Hotel Aurora",
        ],
    ),
    (
        "over",
        [
            "ru",
            "segment=restaurant&tier=economy&currency=RUB",
            "wow",
            "Смирнов и партнёры",
            "Кафе «Полдень»",
        ],
    ),
];

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/gallery");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("docs/gallery can be made");
    let site = Site::start();
    let browser = Browser::start(Engine::Chromium);
    for (name, business) in REPORTS {
        let report = report(&browser, &site, business);
        let name = format!("report-{name}.pdf");
        println!("docs/gallery/{name}: {} KB", report.len() / 1024);
        fs::write(folder.join(name), report).expect("docs/gallery can be written");
    }
    for (width, mobile) in [(390, true), (1440, false)] {
        let resize = |height: u64| {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
            browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
        };
        for (language, dark) in [("en", false), ("ru", true)] {
            browser.prefer_colours(dark);
            for (state, rung) in STATES {
                resize(900);
                let page = Page::open(&browser, &site, &format!("/?lang={language}"));
                show(&page, state, rung);
                // The panels as tall as the page, so that what sticks to an edge covers nothing.
                let body = "return document.documentElement.scrollHeight";
                let all = browser.script(body, vec![]).as_u64();
                resize(match all.filter(|_| state == "panels") {
                    Some(height) => height,
                    None if mobile => 2400,
                    None => 1300,
                });
                page.assert_clean();
                let theme = if dark { "dark" } else { "light" };
                let name = format!("{state}-{width}-{language}-{theme}.png");
                let picture = browser.screenshot();
                println!("docs/gallery/{name}: {} KB", picture.len() / 1024);
                fs::write(folder.join(name), picture).expect("docs/gallery can be written");
            }
            resize(if mobile { 1000 } else { 1500 });
            let device = if mobile { "phone" } else { "desktop" };
            let page = configure(&browser, &site, language);
            page.assert_clean();
            let name = format!("configurator-{device}-{language}.png");
            fs::write(folder.join(name), browser.screenshot())
                .expect("docs/gallery can be written");
        }
    }
}

/// The report of a business, as a file.
fn report(
    browser: &Browser,
    site: &Site,
    [language, business, rung, by, client]: [&str; 5],
) -> Vec<u8> {
    // Of a host's page: the browser's own dialogue is caught there.
    let attributes = business.replace('&', " ");
    let element = format!(
        "<script async src=/slc.js></script>\
         <service-level-calculator lang={language} print {attributes}></service-level-calculator>"
    );
    let page = Page::visit_host(browser, site, "", &element);
    page.until_complete();
    show(&page, "report", Some(rung));
    page.click("[data-panel=take]");
    page.expect_count("[name=take-report]", 1);
    page.click("[name=take-report]");
    page.expect_some(".paper .source .address");
    page.fill("report-by", by);
    page.fill("report-client", client);
    page.choose("report-size", "a4");
    let printed = print(&page, "report");
    paper(browser, site, &printed, "a4").expect("Chromium prints to a file")
}

/// The configurator with a firm's name and colour, and its preview.
fn configure<'a>(browser: &'a Browser, site: &'a Site, language: &str) -> Page<'a> {
    let page = Page::visit(
        browser,
        site,
        &format!("/configurator.html?lang={language}"),
    );
    page.expect_count("[name=name]", 1);
    let firm = if language == "ru" {
        "Смирнов и партнёры"
    } else {
        "Smith & Partners"
    };
    page.fill("name", firm);
    page.fill("accent", "#7a3e9d");
    page.choose("segment", "hotel");
    browser.enter_frame();
    page.until("the preview follows", |now| {
        now.text("body").contains(firm) && now.has("[data-complete]")
    });
    browser.leave_frame();
    browser.script("active()?.blur(); scrollTo(0, 0)", vec![]);
    page
}

/// Brings the page into a state, and waits until nothing of it is to come.
fn show(page: &Page, state: &str, rung: Option<&str>) {
    if let Some(rung) = rung {
        page.choose("rung", rung);
        page.until("the ranges are in", |now| {
            let gap = now.figure("gap_to_sufficient");
            gap.is_some_and(|gap| gap.text.contains('–'))
        });
        page.expect_some("[data-lever=survey]");
    }
    page.expect_some(".panel-toggle .small data");
    if state == "panels" {
        let panels = page.once("the panels", |now| Some(now.count(".panel-toggle")));
        for index in 0..panels {
            page.click(&format!(".panel:nth-child({}) .panel-toggle", index + 1));
        }
        page.expect_gone(".coming");
    }
}
