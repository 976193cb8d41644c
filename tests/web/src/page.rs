//! The calculator as a visitor meets it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::support::block_on;
use thirtyfour::{Key, WebElement};

use crate::browser::{Browser, Keys, wait};
use crate::{Site, axe, model};

const PATIENCE: Duration = Duration::from_secs(20);

/// Finds elements in the document and in open shadow roots, where embeds live.
const DEEP: &str = "const deep = (root, css) => [...root.querySelectorAll(css),
    ...[...root.querySelectorAll('*')].flatMap(e => e.shadowRoot ? deep(e.shadowRoot, css) : [])];";

/// A figure on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The unrounded value, as a number or a word.
    pub value: String,
    /// What the visitor reads.
    pub text: String,
}

impl Figure {
    /// The value as a number.
    pub fn number(&self) -> f64 {
        self.value
            .parse()
            .unwrap_or_else(|_| panic!("{} is not a number", self.value))
    }
}

/// A page with a calculator on it.
pub struct Page<'a> {
    browser: &'a Browser,
    site: &'a Site,
}

impl<'a> Page<'a> {
    /// Opens a path of the site, such as `/?lang=ru`, and waits until the
    /// calculator is ready.
    pub fn open(browser: &'a Browser, site: &'a Site, path: &str) -> Self {
        let page = Self::visit(browser, site, path);
        page.until_ready();
        page
    }

    /// Opens a path without waiting, for pages that are not to become ready.
    pub fn visit(browser: &'a Browser, site: &'a Site, path: &str) -> Self {
        browser.goto(&site.address(path));
        Self { browser, site }
    }

    /// Opens a path in a frame of `width` CSS pixels, since no window of
    /// Firefox or WebKit is as narrow as a phone.
    pub fn open_framed(browser: &'a Browser, site: &'a Site, width: u32, path: &str) -> Self {
        let path = path.replace('&', "&amp;").replace('"', "&quot;");
        let html = format!(
            "<!doctype html><html lang=en><title>Host</title><iframe title=Calculator width={width} height=800 src=\"{path}\"></iframe>"
        );
        site.host_page("/frame.html", html);
        let page = Self::visit(browser, site, "/frame.html");
        browser.enter_frame();
        page.until_ready();
        page
    }

    /// Waits until every calculator on the page is ready.
    pub fn until_ready(&self) {
        let body = format!(
            "{DEEP} const all = deep(document, '.slc');
            return all.length > 0 && all.every(e => e.hasAttribute('data-ready'))"
        );
        let ready = || self.browser.script(&body, vec![]) == true;
        if !patiently(ready) {
            let errors = self
                .browser
                .script("return window.__slcErrors ?? null", vec![]);
            panic!(
                "no `.slc[data-ready]` within {PATIENCE:?}\nerrors: {errors}\npolicy: {:?}\nrequests: {:?}",
                self.site.reports(),
                self.site.requests()
            );
        }
    }

    /// Waits until `condition` holds.
    pub fn until(&self, what: &str, condition: impl Fn() -> bool) {
        assert!(
            patiently(condition),
            "still not within {PATIENCE:?}: {what}"
        );
    }

    /// The only element that a selector finds.
    pub fn element(&self, css: &str) -> WebElement {
        let mut found = self.elements(css);
        assert_eq!(found.len(), 1, "`{css}` is to be on the page once");
        found.remove(0)
    }

    /// Every element that a selector finds, in open shadow roots too.
    pub fn elements(&self, css: &str) -> Vec<WebElement> {
        self.browser.elements(
            &format!("{DEEP} return deep(document, arguments[0])"),
            vec![json!(css)],
        )
    }

    /// Clicks the only element that a selector finds.
    pub fn click(&self, css: &str) {
        click(css, &self.element(css));
    }

    /// Chooses a value of a select or of a group of radio buttons.
    pub fn choose(&self, name: &str, value: &str) {
        // A visitor clicks the label: the radio button itself may be hidden.
        let body = format!(
            "{DEEP} return deep(document, `select[name=\"${{arguments[0]}}\"] > option, \
            select[name=\"${{arguments[0]}}\"] > optgroup > option, input[name=\"${{arguments[0]}}\"]`)
                .filter(e => e.value === arguments[1]).map(e => e.labels?.[0] ?? e)"
        );
        let find = || {
            self.browser
                .elements(&body, vec![json!(name), json!(value)])
        };
        // What was chosen before may have to be drawn first.
        patiently(|| find().len() == 1);
        let found = find();
        assert_eq!(found.len(), 1, "{name} offers {value} once");
        click(name, &found[0]);
    }

    /// Replaces what is in a field by typing over it.
    pub fn fill(&self, name: &str, text: &str) {
        let css = format!("input[name=\"{name}\"]:not([type=range])");
        click(name, &self.element(&css));
        self.browser.press_with(Key::Control, 'a');
        self.press(if text.is_empty() {
            Key::Backspace.into()
        } else {
            Keys::from(text)
        });
    }

    /// Presses a key, or types a text, where the focus is.
    pub fn press(&self, key: impl Into<Keys>) {
        self.browser.press(key);
    }

    /// The figure of this name; where it is shown several times, all agree.
    pub fn figure(&self, name: &str) -> Figure {
        let all = self.figures(name);
        let first = all
            .first()
            .unwrap_or_else(|| panic!("the page shows no figure {name}"));
        let same = all.iter().all(|figure| figure.value == first.value);
        assert!(same, "the figure {name} has several values: {all:?}");
        first.clone()
    }

    fn figures(&self, name: &str) -> Vec<Figure> {
        let body = format!(
            "{DEEP} return deep(document, `data[data-figure=\"${{arguments[0]}}\"]`)
                .map(e => [e.getAttribute('value') ?? '', e.innerText.trim()])"
        );
        let found: Vec<(String, String)> =
            serde_json::from_value(self.browser.script(&body, vec![json!(name)]))
                .expect("pairs of texts");
        found
            .into_iter()
            .map(|(value, text)| Figure { value, text })
            .collect()
    }

    /// Waits until the page shows the outcome's own values at these dotted paths.
    pub fn expect(&self, outcome: &Value, paths: &[&str]) {
        let faults = || -> Vec<String> {
            paths
                .iter()
                .map(|path| (path, model::at(outcome, path), self.figures(path)))
                .filter(|(_, wanted, shown)| {
                    shown.is_empty()
                        || !shown
                            .iter()
                            .all(|figure| model::agrees(&figure.value, wanted))
                })
                .map(|(path, wanted, shown)| {
                    format!("{path}: the model says {wanted}, the page {shown:?}")
                })
                .collect()
        };
        if !patiently(|| faults().is_empty()) {
            panic!("{}", faults().join("\n"));
        }
    }

    /// Waits until every figure on the page is the outcome's own value, those at `least` among them.
    /// Fails for figures that are no part of an outcome, as in panels.
    pub fn expect_all(&self, outcome: &Value, least: &[&str]) {
        let body = format!(
            "{DEEP} return deep(document, 'data[data-figure]')
                .map(e => [e.dataset.figure, e.getAttribute('value') ?? ''])"
        );
        let faults = || -> Vec<String> {
            let shown: Vec<(String, String)> =
                serde_json::from_value(self.browser.script(&body, vec![])).expect("pairs of texts");
            let missing = least
                .iter()
                .filter(|path| !shown.iter().any(|(name, _)| name == *path))
                .map(|path| format!("the page shows no figure {path}"));
            let wrong = shown.iter().filter_map(|(path, value)| {
                let wanted = model::at(outcome, path);
                let told = format!("{path}: the model says {wanted}, the page {value}");
                (!model::agrees(value, wanted)).then_some(told)
            });
            missing.chain(wrong).collect()
        };
        if !patiently(|| faults().is_empty()) {
            panic!("{}", faults().join("\n"));
        }
    }

    /// Drags the only element that a selector finds, by CSS pixels to the right.
    pub fn drag(&self, css: &str, right: i64) {
        let element = self.element(css);
        wait(css, element.scroll_into_view());
        self.browser.drag(&element, right);
    }

    /// What went wrong in the page: uncaught errors, rejections and violations
    /// of the policy, as its boot script collects them.
    pub fn errors(&self) -> Vec<Value> {
        let errors = self
            .browser
            .script("return window.__slcErrors ?? null", vec![]);
        errors
            .as_array()
            .expect("the boot script collects errors in window.__slcErrors")
            .clone()
    }

    /// What the page loaded from elsewhere than its own origin.
    pub fn foreign_resources(&self) -> Vec<String> {
        let body = "return performance.getEntriesByType('resource').map(e => e.name)
            .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
        serde_json::from_value(self.browser.script(body, vec![])).expect("addresses")
    }

    /// Asserts that nothing went wrong: no error, no violation, no other host.
    pub fn assert_clean(&self) {
        assert_eq!(self.errors(), Vec::<Value>::new(), "errors in the page");
        assert_eq!(
            self.site.reports(),
            Vec::<Value>::new(),
            "violations of the policy"
        );
        assert_eq!(
            self.foreign_resources(),
            Vec::<String>::new(),
            "requests to other hosts"
        );
    }

    /// What axe-core finds at fault by WCAG 2.2 AA, a line for each element.
    pub fn accessibility_faults(&self) -> Vec<String> {
        let body = format!("{}\n{}", *axe::SCRIPT, axe::CHECK);
        serde_json::from_value(self.browser.script_async(&body, vec![])).expect("lines")
    }

    /// How many CSS pixels the content is wider than what shows it; 0 when it fits.
    pub fn overflow(&self) -> u64 {
        let body = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        self.browser.script(body, vec![]).as_u64().expect("a width")
    }
}

/// Clicks in the middle of the window: at its edge the docked verdict would be in the way. Tries
/// again where the page has moved in between.
fn click(what: &str, element: &WebElement) {
    let attempt = || {
        block_on(async {
            element.scroll_into_view().await?;
            element.click().await
        })
    };
    let done = (0..3).any(|_| attempt().is_ok());
    if !done {
        wait(what, element.click());
    }
}

fn patiently(condition: impl Fn() -> bool) -> bool {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if condition() {
            return true;
        }
        if Instant::now() > deadline {
            return false;
        }
        sleep(Duration::from_millis(25));
    }
}
