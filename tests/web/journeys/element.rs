//! A host page with one calculator on it, and what can be taken away from there.

use web::{Browser, Page, Site};

const SCRIPT: &str = "<script async src=/slc.js></script>";

/// Opens a host page with an English calculator of these attributes, and more HTML below it.
pub fn visit<'a>(browser: &'a Browser, site: &'a Site, attributes: &str, more: &str) -> Page<'a> {
    visit_in("en", browser, site, attributes, more)
}

/// The same in any language.
pub fn visit_in<'a>(
    language: &str,
    browser: &'a Browser,
    site: &'a Site,
    attributes: &str,
    more: &str,
) -> Page<'a> {
    let element = format!(
        "<service-level-calculator id=one lang={language} {attributes}></service-level-calculator>"
    );
    let page = Page::visit_host(browser, site, "", &format!("{SCRIPT}{element}{more}"));
    page.until_complete();
    page
}

/// Opens one of the things that can be taken away, such as `take-report`, until `css` is there.
pub fn open(page: &Page, name: &str, css: &str) {
    let closed = page.once("something can be taken away", |now| {
        now.has("[data-panel=take]")
            .then(|| now.has("[data-panel=take][aria-expanded=false]"))
    });
    if closed {
        page.click("[data-panel=take]");
    }
    page.click(&format!("[name={name}]"));
    page.expect_some(css);
}

/// Waits until the page shows this verdict.
pub fn expect_verdict(page: &Page, verdict: &str) {
    page.expect_eq("the verdict", Some(verdict.to_owned()), |now| {
        now.figure("verdict").map(|figure| figure.value)
    });
}
