//! One browser session.

use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::extensions::addons::firefox::FirefoxTools;
use thirtyfour::support::block_on;
use thirtyfour::{Capabilities, Key, WebDriver, WebElement};

use crate::driver::{Driver, Engine};

/// What every script of a test can call.
const PRELUDE: &str = include_str!("prelude.js");

/// How many pages a session may open. WebKit keeps something of each: 900 MB after 200 pages.
const PAGES: usize = 60;

/// How often a press may find that its element has moved.
const TRIES: usize = 20;

/// What the visitor's system prefers; fixed for a session, since only
/// Chromium could change it later.
#[derive(Clone, Copy, Debug)]
pub struct Preferences {
    /// The visitor's language as a tag with a region, such as `ru-RU`. WebKit
    /// stays with English where the system has no such locale.
    pub language: &'static str,
    /// Whether the system's colours are dark.
    pub dark: bool,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: "en-US",
            dark: false,
        }
    }
}

/// A browser with one window, closed when dropped.
pub struct Browser {
    engine: Engine,
    preferences: Preferences,
    session: WebDriver,
    opened: AtomicUsize,
    _driver: Driver,
}

impl Browser {
    /// Starts a browser in English with light colours.
    pub fn start(engine: Engine) -> Self {
        Self::start_with(engine, Preferences::default())
    }

    /// Starts a browser of a visitor with these preferences.
    pub fn start_with(engine: Engine, preferences: Preferences) -> Self {
        let driver = Driver::start(engine, &preferences);
        let wanted: Capabilities = serde_json::from_value(engine.capabilities(&preferences))
            .expect("capabilities are an object");
        let session = block_on(WebDriver::new(driver.address.clone(), wanted))
            .unwrap_or_else(|error| panic!("{engine:?} does not start: {error}"));
        let browser = Self {
            engine,
            preferences,
            session,
            opened: AtomicUsize::new(0),
            _driver: driver,
        };
        browser.reset();
        browser
    }

    /// Which engine this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Whether it has opened so many pages that the next test should have a new one.
    pub fn is_worn(&self) -> bool {
        self.opened.load(Ordering::Relaxed) > PAGES
    }

    /// An empty page in a window of the usual size, for the next test.
    pub fn reset(&self) {
        wait("leave the frame", self.session.enter_default_frame());
        self.goto("about:blank");
        self.resize(1280, 900);
        if self.engine == Engine::Chromium {
            self.devtools("Emulation.clearDeviceMetricsOverride", json!({}));
            self.prefer_colours(self.preferences.dark);
        }
    }

    /// Loads an address.
    pub fn goto(&self, address: &str) {
        self.opened.fetch_add(1, Ordering::Relaxed);
        let done = block_on(self.session.goto(address));
        // WebKit's driver now and then waits for what a test holds back. The page is there all the
        // same, and whoever opened it waits for what he needs.
        let late = |error: &WebDriverError| error.to_string().contains("timed out");
        match done {
            Err(error) if self.engine == Engine::WebKit && late(&error) => {}
            done => done.unwrap_or_else(|error| panic!("{address}: {error}")),
        }
    }

    /// Sets the outer size of the window in CSS pixels. Firefox makes it no
    /// narrower than 500, WebKit than 447: see [`crate::Page::open_framed`].
    pub fn resize(&self, width: u32, height: u32) {
        wait(
            "resize the window",
            self.session.set_window_rect(0, 0, width, height),
        );
    }

    /// Goes into the first frame of the page.
    pub fn enter_frame(&self) {
        wait("enter the frame", self.session.enter_frame(0));
    }

    /// Goes back to the page around it.
    pub fn leave_frame(&self) {
        wait("leave the frame", self.session.enter_default_frame());
    }

    /// Runs the body of a function and returns what it returns.
    pub fn script(&self, body: &str, arguments: Vec<Value>) -> Value {
        let body = format!("{PRELUDE}{body}");
        wait("run a script", self.session.execute(body, arguments))
            .json()
            .clone()
    }

    /// Whether it still answers.
    #[must_use]
    pub fn lives(&self) -> bool {
        block_on(self.session.execute("return true", vec![])).is_ok()
    }

    /// Runs the body of a function that calls its last argument with the result.
    pub fn script_async(&self, body: &str, arguments: Vec<Value>) -> Value {
        let body = format!("{PRELUDE}{body}");
        wait("run a script", self.session.execute_async(body, arguments))
            .json()
            .clone()
    }

    /// Runs the body of a function that returns elements.
    pub fn elements(&self, body: &str, arguments: Vec<Value>) -> Vec<WebElement> {
        let body = format!("{PRELUDE}{body}");
        wait("find elements", async {
            self.session.execute(body, arguments).await?.elements()
        })
    }

    /// Presses a key, or types a text, where the focus is.
    pub fn press(&self, key: impl Into<Keys>) {
        wait(
            "press a key",
            self.session
                .action_chain()
                .send_keys(key.into().0)
                .perform(),
        );
    }

    /// Clicks in the middle of the window: at its edge the docked verdict would be in the way. Tries
    /// again where the page has moved in between: a press that would land on something else does
    /// not get there.
    pub fn click(&self, what: &str, element: &WebElement) {
        let mut refused = 0;
        for _ in 0..TRIES {
            self.guard(element);
            let done = block_on(async {
                element.scroll_into_view().await?;
                if refused > 2 && self.engine == Engine::WebKit {
                    // Its driver takes the inside of a field in a shadow root for another element.
                    let chain = self.session.action_chain().move_to_element_center(element);
                    chain.click().perform().await
                } else {
                    element.click().await
                }
            });
            if self.has_landed(done.is_ok()) && done.is_ok() {
                return;
            }
            if let Err(error) = done {
                assert!(refused < 5, "{what}: {error}");
                refused += 1;
                sleep(Duration::from_millis(100));
            }
        }
        panic!("a press on `{what}` lands elsewhere {TRIES} times");
    }

    /// Whether the press that was let through has come to its element. What no press was heard of
    /// for a while was one that the page does not hear, as on an option.
    fn has_landed(&self, pressed: bool) -> bool {
        let hit = || self.script("return window.__hit ?? null", vec![]);
        let waits = if pressed { 20 } else { 0 };
        let _ = (0..waits).any(|_| {
            !hit().is_null() || {
                sleep(Duration::from_millis(50));
                false
            }
        });
        let body = "window.__unguard?.(); const hit = window.__hit; delete window.__hit; return hit !== false";
        self.script(body, vec![]) == true
    }

    /// Lets the next press through to this element only, and notes in `__hit` whether it was there.
    fn guard(&self, element: &WebElement) {
        let body = "const [element] = arguments;
            // A driver chooses an option without pressing it.
            if (element.localName === 'option') { window.__hit = true; return; }
            window.__unguard?.();
            const types = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
            const guard = (event) => {
                const hit = event.composedPath().includes(element);
                window.__hit = window.__hit !== false && hit;
                if (!hit) { event.preventDefault(); event.stopImmediatePropagation(); }
                if (event.type === 'click') window.__unguard?.();
            };
            window.__unguard = () => {
                for (const type of types) removeEventListener(type, guard, true);
                delete window.__unguard;
            };
            delete window.__hit;
            for (const type of types) addEventListener(type, guard, true);";
        let element = element.to_json().expect("an element");
        self.script(body, vec![element]);
    }

    /// Drags with the mouse from a point of the window, by CSS pixels to the right, in two steps.
    pub fn drag(&self, (x, y): (i64, i64), right: i64) {
        // Not from the element: some drivers scroll to it then.
        let chain = self.session.action_chain().move_to(x, y);
        let half = right / 2;
        let moved = chain
            .click_and_hold()
            .move_by_offset(half, 0)
            .move_by_offset(right - half, 0);
        wait("drag", moved.release().perform());
    }

    /// The whole page as a PNG (WebKit: what the window shows).
    pub fn screenshot(&self) -> Vec<u8> {
        match self.engine {
            Engine::Chromium => {
                let shot = self.devtools(
                    "Page.captureScreenshot",
                    json!({ "captureBeyondViewport": true }),
                );
                let encoded = shot["data"].as_str().expect("a screenshot has data");
                thirtyfour::support::base64_decode(encoded).expect("a screenshot is base64")
            }
            Engine::Firefox => wait(
                "take a screenshot",
                FirefoxTools::new(Arc::clone(self.session.handle())).full_screenshot_as_png(),
            ),
            Engine::WebKit => wait("take a screenshot", self.session.screenshot_as_png()),
        }
    }

    /// The page as a PDF on paper of so many centimetres, without margins of the browser's own; none
    /// where the driver makes none (WebKit).
    pub fn pdf(&self, width: f64, height: f64) -> Option<Vec<u8>> {
        let parameters = PrintParameters {
            background: true,
            page: PrintPage { width, height },
            margin: PrintMargins {
                top: 0.0,
                bottom: 0.0,
                left: 0.0,
                right: 0.0,
            },
            shrink_to_fit: false,
            ..PrintParameters::default()
        };
        let handle = self.session.handle();
        (self.engine != Engine::WebKit).then(|| wait("print", handle.print_page(parameters)))
    }

    /// Sends a command of the DevTools protocol (Chromium only).
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium, "only Chromium has DevTools");
        wait(command, self.session.cdp().send_raw(command, parameters))
    }

    /// Switches the system's colours (Chromium only; elsewhere a [`Preferences`]).
    pub fn prefer_colours(&self, dark: bool) {
        let scheme = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
        self.devtools(
            "Emulation.setEmulatedMedia",
            json!({ "features": features }),
        );
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that has crashed cannot be closed; its driver is killed anyway.
        let _ = block_on(self.session.clone().quit());
    }
}

/// Keys to press: a [`Key`] or a text.
pub struct Keys(String);

impl From<Key> for Keys {
    fn from(key: Key) -> Self {
        Self(key.value().to_string())
    }
}

impl From<&str> for Keys {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// Waits for the driver's answer; a refusal fails the test.
pub(crate) fn wait<T: Send>(
    what: &str,
    answer: impl Future<Output = WebDriverResult<T>> + Send,
) -> T {
    block_on(answer).unwrap_or_else(|error| panic!("{what}: {error}"))
}
