//! What whoever builds a page reads on its console: one line a fault, which says what to change.

use web::{Browser, Failure, Page, Site};

tests![
    each_fault_says_in_one_line_what_to_change,
    without_the_advice_the_fault_alone_is_said,
    what_works_in_spite_of_its_type_says_so_and_nothing_is_told,
    in_an_old_browser_what_stands_there_stays_and_one_line_says_so,
];

/// Keeps what is warned of.
const LISTEN: &str = "<script>
        window.lines = [];
        console.warn = (...words) => window.lines.push(words.join(' '));
    </script>";

const ELEMENT: &str = "<script async src=/slc.js></script>
    <service-level-calculator id=one lang=en><p>Call us</p></service-level-calculator>";

fn lines(browser: &Browser) -> Vec<String> {
    serde_json::from_value(browser.script("return window.lines", vec![])).unwrap()
}

/// Waits for the one line, and gives it.
fn line(browser: &Browser, page: &Page, code: &str) -> String {
    page.until(&format!("a line says {code}"), || {
        !lines(browser).is_empty()
    });
    page.until("the host is told too", || {
        !page.told("slc:error").is_empty()
    });
    let lines = lines(browser);
    assert_eq!(lines.len(), 1, "{lines:?}");
    let start = format!("service-level-calculator: {code}: ");
    assert!(lines[0].starts_with(&start), "{lines:?}");
    assert!(!lines[0].contains('\n'), "{lines:?}");
    lines[0].clone()
}

fn says_children(browser: &Browser, page: &Page) {
    let said = browser.script("return read(document.body)", vec![]);
    assert!(said.as_str().unwrap().contains("Call us"), "{said}");
    assert_eq!(page.count(".slc"), 0);
}

fn each_fault_says_in_one_line_what_to_change(browser: &Browser) {
    let folder = "copy the whole folder";
    let files = [
        ("app-*.wasm", Failure::NotFound, "program_missing", folder),
        (
            "app-*.js",
            Failure::OtherType,
            "program_missing",
            "text/javascript",
        ),
        ("en.core-", Failure::NotFound, "texts_missing", folder),
    ];
    for (pattern, failure, code, words) in files {
        let site = Site::start();
        site.fail(pattern, failure);
        let page = Page::visit_host(browser, &site, LISTEN, ELEMENT);
        let line = line(browser, &page, code);
        assert!(
            line.contains("What to change: ") && line.contains(words),
            "{line}"
        );
        says_children(browser, &page);
    }
    let policy =
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self' 'unsafe-inline'\">";
    let given = [
        (
            LISTEN.to_owned() + policy,
            ELEMENT.to_owned(),
            "policy",
            "'wasm-unsafe-eval'",
        ),
        (
            LISTEN.to_owned(),
            ELEMENT.replace("lang=en", "segment=bakery"),
            "config",
            "docs/config.md",
        ),
        (
            LISTEN.to_owned(),
            ELEMENT.replace("lang=en", "state=nonsense"),
            "state",
            "slc:change",
        ),
    ];
    for (head, body, code, words) in given {
        let site = Site::start();
        let page = Page::visit_host(browser, &site, &head, &body);
        let line = line(browser, &page, code);
        assert!(
            line.contains("What to change: ") && line.contains(words),
            "{line}"
        );
    }
}

fn without_the_advice_the_fault_alone_is_said(browser: &Browser) {
    let site = Site::start();
    site.fail("app-*.wasm", Failure::NotFound);
    site.fail("advice-", Failure::NotFound);
    let page = Page::visit_host(browser, &site, LISTEN, ELEMENT);
    let line = line(browser, &page, "program_missing");
    assert!(line.ends_with("app.wasm: 404"), "{line}");
    says_children(browser, &page);
}

fn what_works_in_spite_of_its_type_says_so_and_nothing_is_told(browser: &Browser) {
    let site = Site::start();
    site.fail("app-*.wasm", Failure::OtherType);
    let page = Page::visit_host(browser, &site, LISTEN, ELEMENT);
    page.until_complete();
    let lines = lines(browser);
    assert_eq!(lines.len(), 1, "{lines:?}");
    for words in [
        "application/octet-stream",
        "serve .wasm as application/wasm",
    ] {
        assert!(lines[0].contains(words), "{lines:?}");
    }
    assert!(page.told("slc:error").is_empty());
}

fn in_an_old_browser_what_stands_there_stays_and_one_line_says_so(browser: &Browser) {
    let lacks = [
        ("no WebAssembly", "delete window.WebAssembly"),
        (
            "no adoptedStyleSheets",
            "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;
            window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }",
        ),
        (
            "no customElements",
            "delete window.customElements; delete Window.prototype.customElements",
        ),
    ];
    for (lack, script) in lacks {
        let site = Site::start();
        let head = format!("{LISTEN}<script>{script}</script>");
        let page = Page::visit_host(browser, &site, &head, ELEMENT);
        page.until(lack, || !lines(browser).is_empty());
        let lines = lines(browser);
        assert_eq!(lines.len(), 1, "{lines:?}");
        let start = "service-level-calculator: old_browser: too old. What to change: ";
        assert!(lines[0].starts_with(start), "{lack}: {lines:?}");
        let known = lack != "no customElements";
        let told = page.told("slc:error");
        assert_eq!(told.len(), usize::from(known), "{told:?}");
        assert!(
            told.iter()
                .all(|(_, detail)| detail["code"] == "old_browser" && detail["fatal"] == true)
        );
        says_children(browser, &page);
        assert_eq!(page.errors(), Vec::<String>::new(), "{lack}");
        assert_eq!(
            site.asked_for("calculator-"),
            0,
            "nothing is fetched in vain"
        );
    }
}
