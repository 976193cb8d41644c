//! Takes the pictures of the plugin in WordPress: `docs/gallery/wordpress-*.png`.
#![allow(
    clippy::expect_used,
    reason = "a command for maintainers: a failure ends it with its message"
)]

use std::fs;
use std::path::Path;

use serde_json::json;
use web::{Browser, Engine, Page, WordPress};

/// A consultant's config, in few words.
const CONFIG: &str = r##"{
  "name": "Smith & Partners",
  "hidden": ["queue", "scale"],
  "call": { "text": "Talk it over with us", "href": "mailto:hello@smith.example" }
}"##;

const BLOCK: &str =
    "<!-- wp:paragraph --><p>Take your market and what an ordinary day is like with you.</p><!-- /wp:paragraph -->
<!-- wp:service-level-calculator/calculator {\"tier\":\"premium\",\"align\":\"wide\"} /-->";

fn main() {
    let wordpress = WordPress::start();
    let browser = Browser::start(Engine::Chromium);
    let settings =
        json!({ "segment": "hotel", "currency": "EUR", "accent": "#7a3e9d", "config": CONFIG });
    wordpress.php(&format!(
        "update_option('service_level_calculator', json_decode(<<<'JSON'\n{settings}\nJSON, true));"
    ));
    let path = wordpress.page(BLOCK);
    for (name, width, mobile) in [("phone", 390, true), ("desktop", 1440, false)] {
        resize(&browser, width, 900, mobile);
        let page = Page::open(&browser, wordpress.site(), &path);
        page.choose("rung", "basic");
        page.until("the ranges are in", |now| {
            let gap = now.figure("gap_to_sufficient");
            gap.is_some_and(|gap| gap.text.contains('–'))
        });
        page.expect_some(".panel-toggle .small data");
        browser.script("document.activeElement?.blur(); scrollTo(0, 0)", vec![]);
        resize(&browser, width, if mobile { 2400 } else { 1500 }, mobile);
        page.assert_clean();
        keep(&browser, name);
    }
    resize(&browser, 1440, 1250, false);
    let address = "/wp-admin/options-general.php?page=service-level-calculator";
    let page = wordpress.log_in(&browser, "admin", address);
    page.expect_count(".wp-color-result", 1);
    keep(&browser, "settings");

    resize(&browser, 1440, 900, false);
    let id = wordpress.php("echo get_posts(['post_type' => 'page', 'numberposts' => 1])[0]->ID;");
    let address = format!("/wp-admin/post.php?post={id}&action=edit");
    let page = Page::visit(&browser, wordpress.site(), &address);
    let select = "const editor = window.wp?.data?.select('core/block-editor');
        const block = editor?.getBlocks().find(({ name }) => name.startsWith('service-level'));
        if (!block) return false;
        wp.data.dispatch('core/block-editor').selectBlock(block.clientId);
        wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
        return true";
    page.until("the block is in the editor", |now| {
        now.script(select, vec![]) == true && now.count(".block-editor-block-inspector select") > 4
    });
    keep(&browser, "editor");
    browser.goto("about:blank");
}

fn resize(browser: &Browser, width: u64, height: u64, mobile: bool) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
    browser.devtools("Emulation.setDeviceMetricsOverride", metrics);
}

fn keep(browser: &Browser, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/gallery");
    let picture = browser.screenshot();
    println!(
        "docs/gallery/wordpress-{name}.png: {} KB",
        picture.len() / 1024
    );
    fs::write(folder.join(format!("wordpress-{name}.png")), picture)
        .expect("docs/gallery can be written");
}
