//! Every file that a visit asks for fails once: there is always something to read, and nothing uncaught.

use web::{Browser, Failure, Page, Site};

tests![whatever_is_missing_there_is_something_to_read];

/// What becomes of the page.
#[derive(Debug, PartialEq)]
enum End {
    /// The calculator answers.
    Answers,
    /// The static text is there, and a sentence that says why.
    Sentence,
    /// The static text alone.
    Text,
}

fn end(page: &Page, file: &str) -> End {
    if file.starts_with("page-") && file.ends_with(".js") {
        // Nothing of ours runs: what the server sent is what there is.
        return End::Text;
    }
    let is_there = |css: &str| page.count(css) > 0;
    page.until(&format!("without {file} something is shown"), || {
        is_there(".slc[data-ready], [role=alert]")
    });
    if is_there(".slc[data-ready]") {
        End::Answers
    } else {
        End::Sentence
    }
}

/// Uses whatever needs more files, as far as they come.
fn use_all(page: &Page, file: &str) {
    let is_there = |css: &str| page.count(css) > 0;
    let until_there = |css: &str| page.until(&format!("{css} without {file}"), || is_there(css));
    until_there(".slc[data-complete], [data-again]");
    if !is_there(".slc[data-complete]") {
        // The first answer alone, and what says which part did not come.
        return;
    }
    page.click("[data-panel=method]");
    until_there("#panel-method .parameter, #panel-method [data-again]");
    page.click("[data-panel=certainty]");
    until_there(
        "#panel-certainty [data-figure=\"certainty.loss.0\"], #panel-certainty .notice-caution, #panel-certainty [data-again]",
    );
    page.click("[data-language=ru]");
    until_there(".slc[lang=ru], .slc[lang=en] [data-again]");
    page.choose("rung", "basic");
    page.until("the verdict follows", || {
        page.figure("verdict").value == "under"
    });
}

/// The files of the build that are asked for where none fails.
fn asked_for(browser: &Browser) -> Vec<String> {
    let site = Site::start();
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_complete();
    use_all(&page, "none missing");
    let mut files = site.files();
    files.retain(|file| file != "index.html" && site.asked_for(file) > 0);
    assert!(files.len() > 20, "{files:?}");
    files
}

fn whatever_is_missing_there_is_something_to_read(browser: &Browser) {
    let failures = [Failure::NotFound, Failure::HtmlInstead];
    let files = asked_for(browser);
    for (file, failure) in files.iter().zip(failures.iter().cycle()) {
        // An origin of its own: some browsers keep what they had from an earlier one.
        let site = Site::start();
        site.fail(file, *failure);
        let page = Page::visit(browser, &site, "/?lang=en");
        let end = end(&page, file);
        if end == End::Answers {
            use_all(&page, file);
        }
        let said = browser.script("return read(one('main'))", vec![]);
        let said = said.as_str().unwrap();
        assert!(
            ["Customers of a clinic", "Клиенты клиники"]
                .iter()
                .any(|text| said.contains(text)),
            "{file}: {end:?}: {said}"
        );
        let fatal = page.told("slc:error");
        let fatal = fatal
            .iter()
            .filter(|(_, detail)| detail["fatal"] == true)
            .count();
        let wanted = usize::from(end == End::Sentence);
        assert_eq!(fatal, wanted, "{file}: {end:?}");
        let needed = ["app-", "style-", "calculator-", "en.core-"];
        let is_needed = needed.iter().any(|start| file.starts_with(start));
        assert_eq!(end == End::Sentence, is_needed, "{file}: {end:?}");
        let errors = page.errors();
        let of_it =
            |error: &String| error.starts_with("resource:") && error.contains(file.as_str());
        assert!(errors.iter().all(of_it), "{file}: {errors:?}");
    }
}
