//! Nothing sticks out, runs into its neighbour or is too small to press, whatever the width, the
//! language and the font.

use serde_json::{Value, json};
use web::{Browser, Page, Site};

tests![
    nothing_sticks_out_or_overlaps_from_a_phone_to_a_wall,
    every_figure_is_large_enough_to_press,
];

const WIDTHS: [u32; 6] = [320, 390, 600, 960, 1440, 2560];

/// Families whose letters differ in width; every machine has some of each.
const FAMILIES: [&str; 3] = ["sans-serif", "serif", "monospace"];

/// Words of the chart that run into each other, or out of the drawing's card.
const COLLIDING: &str = "
    const texts = deep(document, '.chart text, .money-axis span, .wings span, .axis-title')
        .filter((e) => e.textContent.trim() && e.getClientRects().length);
    const box = (e) => {
        const range = document.createRange();
        range.selectNodeContents(e);
        const { left, right, top, bottom } = e.localName === 'text' ? e.getBoundingClientRect() : range.getBoundingClientRect();
        return { left, right, top, bottom };
    };
    const boxes = texts.map((e) => [e.textContent.trim(), box(e)]);
    const card = deep(document, '.chart')[0].getBoundingClientRect();
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

fn texts(browser: &Browser, body: &str) -> Vec<String> {
    serde_json::from_value(browser.script(body, vec![])).unwrap()
}

fn set_font(browser: &Browser, family: &str) {
    let body = "deep(document, '.slc')[0].style.setProperty('--font', arguments[0])";
    browser.script(body, vec![json!(family)]);
}

fn nothing_sticks_out_or_overlaps_from_a_phone_to_a_wall(browser: &Browser) {
    let site = Site::start();
    let mut faults: Vec<Value> = Vec::new();
    for language in ["en", "ru"] {
        for width in WIDTHS {
            let path = format!("/?lang={language}&segment=clinic");
            let page = Page::open_framed(browser, &site, width, &path);
            page.choose("rung", "basic");
            page.until("the ranges are in", || {
                page.figure("gap_to_sufficient").text.contains('–')
            });
            for family in FAMILIES {
                set_font(browser, family);
                let too_wide = page.overflow();
                let colliding = texts(browser, COLLIDING);
                if too_wide != 0 || !colliding.is_empty() {
                    faults.push(json!([language, width, family, too_wide, colliding]));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

fn every_figure_is_large_enough_to_press(browser: &Browser) {
    let site = Site::start();
    for width in [320, 1440] {
        let page = Page::open_framed(browser, &site, width, "/?lang=en&segment=clinic");
        page.choose("rung", "expected");
        page.until("the costs are there", || {
            page.count("[data-figure=loss]") > 0
        });
        for family in FAMILIES {
            set_font(browser, family);
            let small = texts(browser, SMALL);
            assert_eq!(small, Vec::<String>::new(), "{width}, {family}");
        }
        page.assert_clean();
    }
}
