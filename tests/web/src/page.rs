//! The calculator as a visitor meets it.

use std::fmt::Debug;
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Key, WebElement};

use crate::browser::{Browser, Keys};
use crate::{Site, axe};

/// How long a condition may take to hold. One limit for all: it bounds a failing test, and no passing
/// test waits for it.
pub(crate) const PATIENCE: Duration = Duration::from_secs(45);

/// How long until keys that the page did not hear are pressed again.
const KEYS: Duration = Duration::from_secs(2);

/// How often a condition is looked at.
const POLL: Duration = Duration::from_millis(20);

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
        self.until("the element is known", |now| {
            now.script(body, vec![]) == true
        });
    }

    /// Waits until every calculator on the page is ready.
    pub fn until_ready(&self) {
        self.until_all("data-ready");
    }

    /// Waits until everything on the first screen is there, in every calculator on the page. After
    /// `start_all` the calculators are counted, because one that has not drawn yet has no attribute.
    pub fn until_complete(&self) {
        self.until_all("data-complete");
    }

    fn until_all(&self, attribute: &str) {
        let body = "const all = deep(document, '.slc');
            return all.length >= (window.__started ?? 1) && all.every(e => e.hasAttribute(arguments[0]))";
        if !patiently(|| self.now().script(body, vec![json!(attribute)]) == true) {
            panic!(
                "no `.slc[{attribute}]` within {PATIENCE:?}\nerrors: {:?}\npolicy: {:?}\nrequests: {:?}",
                self.now().errors(),
                self.site.reports(),
                self.site.requests()
            );
        }
    }

    fn now(&self) -> Now<'_> {
        Now { page: self }
    }

    /// Waits until a condition of the page holds.
    pub fn until(&self, what: &str, mut condition: impl FnMut(&Now) -> bool) {
        assert!(
            patiently(|| condition(&self.now())),
            "still not within {PATIENCE:?}: {what}"
        );
    }

    /// Waits until the page has a value to give, and returns it.
    pub fn once<T>(&self, what: &str, mut read: impl FnMut(&Now) -> Option<T>) -> T {
        let mut found = None;
        patiently(|| {
            found = read(&self.now());
            found.is_some()
        });
        found.unwrap_or_else(|| panic!("still not within {PATIENCE:?}: {what}"))
    }

    /// Waits until what is read equals what is wanted; a failure prints both.
    pub fn expect_eq<W: Debug, T: PartialEq<W> + Debug>(
        &self,
        what: &str,
        wanted: W,
        mut read: impl FnMut(&Now) -> T,
    ) {
        let mut last = None;
        let equal = patiently(|| {
            let found = read(&self.now());
            let equal = found == wanted;
            last = Some(found);
            equal
        });
        assert!(equal, "{what}: {last:?}, not {wanted:?}");
    }

    /// Waits until a list of faults is empty; a failure prints what is left.
    pub fn expect_none<T: Debug>(&self, what: &str, mut read: impl FnMut(&Now) -> Vec<T>) {
        let mut last = Vec::new();
        let none = patiently(|| {
            last = read(&self.now());
            last.is_empty()
        });
        assert!(none, "{what}: {last:#?}");
    }

    /// Waits until a selector finds so many elements.
    pub fn expect_count(&self, css: &str, count: usize) {
        self.expect_eq(css, count, |now| now.count(css));
    }

    /// Waits until a selector finds something.
    pub fn expect_some(&self, css: &str) {
        self.until(css, |now| now.has(css));
    }

    /// Waits until a selector finds nothing.
    pub fn expect_gone(&self, css: &str) {
        self.expect_count(css, 0);
    }

    /// Waits until the field of this name holds a text.
    pub fn expect_value(&self, name: &str, text: &str) {
        self.open_line(name);
        self.expect_eq(name, Some(text.to_owned()), |now| now.value(name));
    }

    /// Waits until what a selector finds has the focus.
    pub fn expect_focus(&self, css: &str) {
        self.expect_eq("the focus", true, |now| now.has_focus(css));
    }

    /// Asserts what must hold at every moment, so that one look cannot come too early.
    pub fn always(&self, what: &str, condition: impl FnOnce(&Now) -> bool) {
        assert!(condition(&self.now()), "{what}");
    }

    /// Runs the body of a function in the page.
    pub fn run(&self, body: &str, arguments: Vec<Value>) {
        self.browser.script(body, arguments);
    }

    /// The only element that a selector finds, once it is there.
    pub(crate) fn element(&self, css: &str) -> WebElement {
        let mut found = Vec::new();
        patiently(|| {
            found = self.elements(css);
            found.len() == 1
        });
        assert_eq!(found.len(), 1, "`{css}` is to be on the page once");
        found.remove(0)
    }

    /// Every element that a selector finds, in open shadow roots too.
    pub(crate) fn elements(&self, css: &str) -> Vec<WebElement> {
        self.browser
            .elements("return deep(document, arguments[0])", vec![json!(css)])
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
            // WebKit's driver now and then presses keys that no page hears, so they are pressed again.
            // An empty field hears nothing when it is emptied.
            let body =
                "return window.__typed || (!arguments[1] && one(arguments[0])?.value === '')";
            let heard = || self.browser.script(body, vec![json!(css), json!(text)]) == true;
            if within(KEYS, heard) {
                return;
            }
        }
        panic!("the driver does not type `{text}` into {name}");
    }

    /// Opens the line of numbers that holds this field, where there is one and it is closed.
    pub fn open_line(&self, name: &str) {
        let css = format!("[data-line~=\"{name}\"][aria-expanded=false]");
        if self.now().has(&css) {
            self.click(&css);
            self.expect_some(&format!("input[name=\"{name}\"]"));
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
    }

    /// Drags the only element that a selector finds, by CSS pixels to the right.
    pub fn drag(&self, css: &str, right: i64) {
        self.element(css);
        // A sticky element moves with the page, so it is scrolled only while it is out of sight.
        let body = "const e = one(arguments[0]), seen = () => e.getBoundingClientRect();
            const outside = () => seen().top < 60 || seen().bottom > innerHeight - 60;
            if (outside()) e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const { x, y, width, height } = seen();
            return outside() ? null : [Math.round(x + width / 2), Math.round(y + height / 2)]";
        let centre = || -> Option<(i64, i64)> {
            let centre = self.browser.script(body, vec![json!(css)]);
            serde_json::from_value(centre).expect("two numbers or nothing")
        };
        // The page may still be scrolling, or growing above the element.
        let mut before = centre();
        self.until("the element is in sight and stands still", |_| {
            sleep(POLL);
            let now = centre();
            let still = now.is_some() && now == before;
            before = now;
            still
        });
        let before = before.expect("a place in the window");
        self.browser.drag(before, right);
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

    /// The browser that shows it.
    pub fn browser(&self) -> &'a Browser {
        self.browser
    }

    /// Asserts that nothing went wrong so far: no error, no violation, no request to another host.
    pub fn assert_clean(&self) {
        let now = self.now();
        assert_eq!(now.errors(), Vec::<String>::new(), "errors in the page");
        assert_eq!(
            self.site.reports(),
            Vec::<Value>::new(),
            "violations of the policy"
        );
        assert_eq!(
            now.foreign_resources(),
            Vec::<String>::new(),
            "requests to other hosts"
        );
    }

    /// Waits until axe-core finds nothing at fault by WCAG 2.2 AA.
    pub fn expect_accessible(&self) {
        self.expect_none("faults of WCAG 2.2 AA", |now| now.accessibility_faults());
    }

    /// Waits until the content is no wider than what shows it.
    pub fn expect_fits(&self) {
        self.expect_eq("pixels too wide", 0, |now| now.overflow());
    }
}

/// What the page shows at one moment. Tests get it only while they wait, so that none of them reads
/// once what is drawn a frame later.
pub struct Now<'a> {
    page: &'a Page<'a>,
}

impl Now<'_> {
    /// Runs the body of a function and returns what it returns.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        self.page.browser.script(body, arguments)
    }

    /// How many elements a selector finds.
    pub fn count(&self, css: &str) -> usize {
        let count = self.script(
            "return deep(document, arguments[0]).length",
            vec![json!(css)],
        );
        serde_json::from_value(count).expect("a length")
    }

    /// Whether a selector finds anything.
    pub fn has(&self, css: &str) -> bool {
        self.count(css) > 0
    }

    /// What a visitor reads in the first element that a selector finds; empty where there is none.
    pub fn text(&self, css: &str) -> String {
        let body = "const e = one(arguments[0]); return e ? read(e) : ''";
        let text = self.script(body, vec![json!(css)]);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// What the field of this name holds; none where there is no such field.
    pub fn value(&self, name: &str) -> Option<String> {
        let body = "return one(`[name=\"${arguments[0]}\"]:not([type=range])`)?.value ?? null";
        let value = self.script(body, vec![json!(name)]);
        value.as_str().map(str::to_owned)
    }

    /// Whether the focus is on what a selector finds.
    pub fn has_focus(&self, css: &str) -> bool {
        self.script("return !!active()?.matches(arguments[0])", vec![json!(css)]) == true
    }

    /// What went wrong in the page: uncaught errors, rejections, resources that did not load and
    /// violations of the policy, as the server's script collects them.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.script("return window.__errors", vec![]);
        serde_json::from_value(errors).expect("every page of a site collects its errors")
    }

    /// What calculators have emitted by events of this name, in order: the element's id and detail.
    pub fn told(&self, name: &str) -> Vec<(String, Value)> {
        let body =
            "return window.__told.filter(e => e.name === arguments[0]).map(e => [e.id, e.detail])";
        serde_json::from_value(self.script(body, vec![json!(name)]))
            .expect("every page of a site collects events")
    }

    /// What the page loaded from elsewhere than its own origin.
    pub fn foreign_resources(&self) -> Vec<String> {
        let body = "return performance.getEntriesByType('resource').map(e => e.name)
            .filter(name => !name.startsWith(location.origin + '/') && !name.startsWith('data:'))";
        serde_json::from_value(self.script(body, vec![])).expect("addresses")
    }

    /// What axe-core finds at fault by WCAG 2.2 AA, a line for each element.
    pub fn accessibility_faults(&self) -> Vec<String> {
        let body = format!("{}\n{}", *axe::SCRIPT, axe::CHECK);
        serde_json::from_value(self.page.browser.script_async(&body, vec![])).expect("lines")
    }

    /// How many CSS pixels the content is wider than what shows it; 0 when it fits.
    pub fn overflow(&self) -> u64 {
        let body = "const { scrollWidth, clientWidth } = document.documentElement; return scrollWidth - clientWidth";
        self.script(body, vec![]).as_u64().expect("a width")
    }
}

/// Whether the condition comes to hold while a test may wait.
pub(crate) fn patiently(condition: impl FnMut() -> bool) -> bool {
    within(PATIENCE, condition)
}

fn within(limit: Duration, mut condition: impl FnMut() -> bool) -> bool {
    let deadline = Instant::now() + limit;
    loop {
        if condition() {
            return true;
        }
        if Instant::now() > deadline {
            return false;
        }
        sleep(POLL);
    }
}
