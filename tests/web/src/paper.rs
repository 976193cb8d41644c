//! What a calculator prints, caught before the dialogue, and as a file.

use crate::{Browser, Page, Site};

/// What stood in the frame when its dialogue was to open.
pub struct Printed {
    /// The frame's style.
    pub css: String,
    /// What its body held.
    pub html: String,
    /// How many sheets there are.
    pub sheets: u64,
    /// What sticks out, is empty, or stands alone.
    pub faults: Vec<String>,
}

/// Prints the report, the list or the slips, and takes what would have been printed.
pub fn print(page: &Page, kind: &str) -> Printed {
    let watch = "
        window.printed = null;
        const { shadowRoot } = document.querySelector('service-level-calculator');
        new MutationObserver((_, observer) => {
            const frame = shadowRoot.querySelector('iframe');
            if (!frame) return;
            observer.disconnect();
            frame.contentWindow.print = () => {
                const paper = frame.contentDocument;
                const faults = [];
                for (const sheet of paper.querySelectorAll('.sheet')) {
                    const body = sheet.querySelector('.sheet-body');
                    if (body.scrollHeight > body.clientHeight + 1) faults.push('a sheet is too full');
                    if (!body.textContent.trim()) faults.push('a sheet is empty');
                    const space = sheet.getBoundingClientRect();
                    const style = frame.contentWindow.getComputedStyle(sheet);
                    const right = space.right - parseFloat(style.paddingRight);
                    const walker = paper.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
                    while (walker.nextNode()) {
                        const range = paper.createRange();
                        range.selectNodeContents(walker.currentNode);
                        for (const line of range.getClientRects()) {
                            if (line.width > 1 && (line.right > right + 1 || line.bottom > space.bottom)) faults.push(walker.currentNode.data);
                        }
                    }
                    for (const cell of sheet.querySelectorAll('td, th, p, .amounts > div, .slip')) {
                        if (cell.scrollWidth > cell.clientWidth + 1) faults.push(`wider than its place: ${cell.textContent}`);
                    }
                    const kids = [...body.children];
                    if (kids.at(-1)?.matches('.with-next')) faults.push(`alone at the end: ${kids.at(-1).textContent}`);
                }
                window.printed = {
                    css: paper.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n'),
                    html: paper.body.innerHTML,
                    sheets: paper.querySelectorAll('.sheet').length,
                    faults,
                };
            };
        }).observe(shadowRoot, { childList: true });";
    let browser = page.browser();
    browser.script(watch, vec![]);
    page.click(&format!("[name=print-{kind}]"));
    page.until("it is printed", |now| {
        now.script("return !!window.printed", vec![]) == true
    });
    page.expect_gone("iframe");
    let printed = browser.script("return window.printed", vec![]);
    let text = |name: &str| printed[name].as_str().unwrap().to_owned();
    Printed {
        css: text("css"),
        html: text("html"),
        sheets: printed["sheets"].as_u64().unwrap(),
        faults: serde_json::from_value(printed["faults"].clone()).unwrap(),
    }
}

/// The file that the browser makes of it, in A4 or Letter; none where no driver makes one.
pub fn paper(browser: &Browser, site: &Site, printed: &Printed, size: &str) -> Option<Vec<u8>> {
    let Printed { css, html, .. } = printed;
    let page = format!(
        "<!doctype html><html lang=en><head><title>Paper</title><style>{css}</style></head><body>{html}</body></html>"
    );
    site.host_page("/paper.html", page);
    browser.goto(&site.address("/paper.html"));
    let (width, height) = if size == "a4" {
        (21.0, 29.7)
    } else {
        (21.59, 27.94)
    };
    browser.pdf(width, height)
}
