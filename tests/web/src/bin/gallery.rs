//! Takes the pictures in `docs/gallery/`: every width, language and colour scheme.
#![allow(
    clippy::expect_used,
    reason = "a command for maintainers: a failure ends it with its message"
)]

use std::fs;
use std::path::Path;

use serde_json::json;
use web::{Browser, Engine, Page, Site};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/gallery");
    fs::create_dir_all(&folder).expect("docs/gallery can be made");
    let site = Site::start();
    let browser = Browser::start(Engine::Chromium);
    for (width, mobile) in [(360, true), (768, true), (1440, false)] {
        let resize = |height: u64| {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
            browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
        };
        for language in ["en", "ru"] {
            for dark in [false, true] {
                browser.prefer_colours(dark);
                resize(800);
                let page = Page::open(&browser, &site, &format!("/?lang={language}"));
                page.until("the ranges are in", || {
                    page.figure("loss").text.contains('–')
                });
                // As tall as the page, so that the line that sticks to the bottom covers nothing.
                let height = browser.script("return document.documentElement.scrollHeight", vec![]);
                resize(height.as_u64().expect("a page has a height"));
                page.assert_clean();
                let name = format!(
                    "{width}-{language}-{}.png",
                    if dark { "dark" } else { "light" }
                );
                let picture = browser.screenshot();
                println!("docs/gallery/{name}: {} KB", picture.len() / 1024);
                fs::write(folder.join(name), picture).expect("docs/gallery can be written");
            }
        }
    }
}
