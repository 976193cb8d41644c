//! The calculator as a visitor meets it.

use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::browser::{Browser, Keys};
use crate::{Site, axe};

const PATIENCE: Duration = Duration::from_secs(60);

/// A page with a calculator on it.
pub struct Page<'a> {
    browser: &'a Browser,
    site: &'a Site,
}

impl<'a> Page<'a> {
    /// Opens a path of the site, such as `/?lang=ru`, and waits until the
    /// first screen is complete.
    pub fn open(browser: &'a Browser, site: &'a Site, path: &str) -> Self {
        let page = Self::visit(browser, site, path);
        page.until_complete();
        page
    }

    /// Opens a path without waiting, for pages that are not to become ready.
    ///
    /// The calculator's own page remembers nothing unless the path says so: what a test enters is not
    /// for the next visit.
    pub fn visit(browser: &'a Browser, site: &'a Site, path: &str) -> Self {
        let own = path == "/" || path.starts_with("/?");
        let path = if !own || path.contains("storage") {
            path.to_owned()
        } else {
            let joint = if path == "/" { '?' } else { '&' };
            format!("{path}{joint}storage=false")
        };
        browser.goto(&site.address(&path));
        Self { browser, site }
    }

    /// Opens a page of a host with this in its head and body, without waiting.
    pub fn visit_host(browser: &'a Browser, site: &'a Site, head: &str, body: &str) -> Self {
        let html = format!(
            "<!doctype html><html lang=en><head>{head}<title>Host</title></head><body><h1>Host</h1>{body}</body></html>"
        );
        site.host_page("/host.html", html);
        Self::visit(browser, site, "/host.html")
    }

    /// Opens a path in a frame of `width` CSS pixels, since no window of
    /// Firefox or WebKit is as narrow as a phone.
    pub fn open_framed(browser: &'a Browser, site: &'a Site, width: u32, path: &str) -> Self {
        let page = Self::visit_framed(browser, site, width, path);
        page.until_complete();
        page
    }

    /// The same without waiting.
    pub fn visit_framed(browser: &'a Browser, site: &'a Site, width: u32, path: &str) -> Self {
        let path = path.replace('&', "&amp;").replace('"', "&quot;");
        let html = format!(
            "<!doctype html><html lang=en><title>Host</title><iframe title=Calculator width={width} height=800 src=\"{path}\"></iframe>"
        );
        site.host_page("/frame.html", html);
        let page = Self::visit(browser, site, "/frame.html");
        browser.enter_frame();
        page
    }

    /// Brings every calculator of a host page now, however far from the window it is.
    pub fn start_all(&self) {
        let body = "const all = [...document.querySelectorAll('service-level-calculator')];
            const known = all.length > 0 && all.every(e => e.start);
            if (known) for (const e of all) e.start();
            window.__started = all.length;
            return known";
        self.until("the element is known", || {
            self.browser.script(body, vec![]) == true
        });
    }

    /// Waits until every calculator on the page is ready.
    pub fn until_ready(&self) {
        self.until_all("data-ready");
    }

    /// Waits until everything on the first screen is there, in every calculator on the page: of one
    /// that is still to draw there is nothing to ask, so after `start_all` they are counted.
    pub fn until_complete(&self) {
        self.until_all("data-complete");
    }

    fn until_all(&self, attribute: &str) {
        let body = "const all = deep(document, '.slc');
            return all.length >= (window.__started ?? 1) && all.every(e => e.hasAttribute(arguments[0]))";
        let ready = || self.browser.script(body, vec![json!(attribute)]) == true;
        if !patiently(ready) {
            let errors = self
                .browser
                .script("return window.__errors ?? null", vec![]);
            panic!(
                "no `.slc[{attribute}]` within {PATIENCE:?}\nerrors: {errors}\npolicy: {:?}\nrequests: {:?}",
                self.site.reports(),
                self.site.requests()
            );
        }
    }

    /// Waits until `condition` holds.
    pub fn until(&self, what: &str, condition: impl FnMut() -> bool) {
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
        self.browser
            .elements("return deep(document, arguments[0])", vec![json!(css)])
    }

    /// How many elements a selector finds: nothing that may be gone before it is looked at.
    pub fn count(&self, css: &str) -> usize {
        let body = "return deep(document, arguments[0]).length";
        let count = self.browser.script(body, vec![json!(css)]);
        serde_json::from_value(count).expect("a length")
    }

    /// Clicks the only element that a selector finds.
    pub fn click(&self, css: &str) {
        self.browser.click(css, &self.element(css));
    }

    /// Chooses a value of a select or of a group of radio buttons.
    pub fn choose(&self, name: &str, value: &str) {
        // A visitor clicks the label: the radio button itself may be hidden.
        let body = "return deep(document, `select[name=\"${arguments[0]}\"] > option, \
            select[name=\"${arguments[0]}\"] > optgroup > option, input[name=\"${arguments[0]}\"]`)
                .filter(e => e.value === arguments[1]).map(e => e.labels?.[0] ?? e)";
        // What was chosen before may have to be drawn first.
        let mut found = Vec::new();
        patiently(|| {
            found = self.browser.elements(body, vec![json!(name), json!(value)]);
            found.len() == 1
        });
        assert_eq!(found.len(), 1, "{name} offers {value} once");
        self.browser.click(name, &found[0]);
    }

    /// Replaces what is in a field by typing over it.
    pub fn fill(&self, name: &str, text: &str) {
        let css = format!("input[name=\"{name}\"]:not([type=range])");
        self.open_line(name);
        self.browser.click(name, &self.element(&css));
        // Not by Control and A: WebKit takes the whole page then, where the field is in a shadow root.
        let select = "const field = one(arguments[0]); field.focus(); field.select();
            window.__typed = false;
            const heard = (event) => { if (event.composedPath().includes(field)) window.__typed = true; };
            addEventListener('input', heard, { capture: true });";
        let keys = || {
            if text.is_empty() {
                Key::Backspace.into()
            } else {
                Keys::from(text)
            }
        };
        for _ in 0..3 {
            self.browser.script(select, vec![json!(css)]);
            self.press(keys());
            // WebKit's driver now and then presses keys that nobody gets: no page could keep them.
            // In a field that is empty already there is nothing to hear.
            let typed = || {
                let body =
                    "return window.__typed || (!arguments[1] && one(arguments[0])?.value === '')";
                self.browser.script(body, vec![json!(css), json!(text)]) == true
            };
            if (0..20).any(|_| {
                typed() || {
                    sleep(Duration::from_millis(50));
                    false
                }
            }) {
                return;
            }
        }
        panic!("the driver does not type `{text}` into {name}");
    }

    /// Opens the line of numbers that holds this field, where there is one and it is closed.
    pub fn open_line(&self, name: &str) {
        let css = format!("[data-line~=\"{name}\"][aria-expanded=false]");
        if self.count(&css) > 0 {
            self.click(&css);
            let field = format!("input[name=\"{name}\"]");
            self.until(&format!("the field {name} is there"), || {
                self.count(&field) > 0
            });
        }
    }

    /// Opens all of them.
    pub fn open_lines(&self) {
        for name in ["customers", "cheque", "margin", "retention"] {
            self.open_line(name);
        }
    }

    /// Presses a key, or types a text, where the focus is.
    pub fn press(&self, key: impl Into<Keys>) {
        self.browser.press(key);
        self.until_drawn();
    }

    /// Waits until what was entered under the finger is drawn in full: a frame later, and
    /// with simulations up to 40 ms.
    fn until_drawn(&self) {
        let body = "const done = arguments[arguments.length - 1];
            let drawn = () => { drawn = () => {}; done(true) };
            // Where no frame is painted: twice, or a busy thread would run it before what it waits for.
            setTimeout(() => setTimeout(() => drawn(), 200), 400);
            requestAnimationFrame(() => setTimeout(() => setTimeout(() => drawn(), 40)));";
        self.browser.script_async(body, vec![]);
    }

    /// Drags the only element that a selector finds, by CSS pixels to the right.
    pub fn drag(&self, css: &str, right: i64) {
        self.element(css);
        // What is sticky moves along with the page: it is scrolled only while it is out of sight.
        let body = "const e = one(arguments[0]), seen = () => e.getBoundingClientRect();
            if (seen().top < 60 || seen().bottom > innerHeight - 60) e.scrollIntoView({ block: 'center' });
            const { x, y, width, height } = seen();
            return [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let centre = || -> (i64, i64) {
            let centre = self.browser.script(body, vec![json!(css)]);
            serde_json::from_value(centre).expect("two numbers")
        };
        // It may still be on its way.
        self.until("it stands still", || {
            let before = centre();
            sleep(Duration::from_millis(100));
            centre() == before
        });
        self.browser.drag(centre(), right);
        self.until_drawn();
    }

    /// What went wrong in the page: uncaught errors, rejections, resources that did not load and
    /// violations of the policy, as the server's script collects them.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.browser.script("return window.__errors", vec![]);
        serde_json::from_value(errors).expect("every page of a site collects its errors")
    }

    /// What calculators have told by events of this name, in order: element's id and detail.
    pub fn told(&self, name: &str) -> Vec<(String, Value)> {
        let body =
            "return window.__told.filter(e => e.name === arguments[0]).map(e => [e.id, e.detail])";
        serde_json::from_value(self.browser.script(body, vec![json!(name)]))
            .expect("every page of a site collects events")
    }

    /// From now on everything is looked for in the calculator that a selector finds.
    pub fn look_in(&self, css: &str) {
        let body = "window.__looked = document.querySelector(arguments[0]).shadowRoot";
        self.browser.script(body, vec![json!(css)]);
    }

    /// From now on everything is looked for on the whole page.
    pub fn look_everywhere(&self) {
        self.browser.script("window.__looked = undefined", vec![]);
    }

    /// What stands in the field of this name.
    pub fn value(&self, name: &str) -> String {
        self.open_line(name);
        let body = "return one(`[name=\"${arguments[0]}\"]:not([type=range])`).value";
        let value = self.browser.script(body, vec![json!(name)]);
        value.as_str().expect("a field has a value").to_owned()
    }

    /// The browser that shows it.
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// Whether the focus is on what a selector finds.
    pub fn has_focus(&self, css: &str) -> bool {
        let body = "return !!active()?.matches(arguments[0])";
        self.browser.script(body, vec![json!(css)]) == true
    }

    /// What the page loaded from elsewhere than its own origin.
    pub fn foreign_resources(&self) -> Vec<String> {
        let body = "return performance.getEntriesByType('resource').map(e => e.name)
            .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
        serde_json::from_value(self.browser.script(body, vec![])).expect("addresses")
    }

    /// Asserts that nothing went wrong: no error, no violation, no other host.
    pub fn assert_clean(&self) {
        assert_eq!(self.errors(), Vec::<String>::new(), "errors in the page");
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

/// Whether the condition comes to hold while one may wait.
pub(crate) fn patiently(mut condition: impl FnMut() -> bool) -> bool {
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
