//! The three engines and the driver processes in front of them.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::browser::Preferences;
use crate::process::{Process, free_port};
use crate::program::{find, mini_browser};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver, on a virtual screen.
    WebKit,
}

impl Engine {
    /// Every engine that the calculator is tested in.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The name in lower case, for the names of tests and files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What the driver is asked for.
    pub(crate) fn capabilities(self, wanted: &Preferences) -> Value {
        let mut capabilities = self.own_capabilities(wanted);
        // Under load a script may take its time; but none may hang.
        capabilities["timeouts"] = json!({ "script": 60_000, "pageLoad": 60_000, "implicit": 0 });
        capabilities
    }

    fn own_capabilities(self, wanted: &Preferences) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:chromeOptions": {
                    "binary": find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome"]),
                    "args": [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                        "--no-first-run", "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", format!("--lang={}", wanted.language),
                    ],
                    "prefs": { "intl.accept_languages": wanted.language },
                },
            }),
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {
                    "binary": find("FIREFOX", &["firefox-esr", "firefox"]),
                    "args": ["-headless"],
                    "prefs": {
                        "intl.accept_languages": wanted.language,
                        "layout.css.prefers-color-scheme.content-override": i32::from(!wanted.dark),
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "timeouts": { "pageLoad": 30_000 },
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        }
    }
}

/// A running driver, with the virtual screen it needs; both end when it is dropped.
pub(crate) struct Driver {
    pub(crate) address: String,
    // Dropped in this order: the driver before its screen.
    _driver: Process,
    _screen: Option<Process>,
}

impl Driver {
    pub(crate) fn start(engine: Engine, wanted: &Preferences) -> Self {
        let port = free_port();
        let mut screen = None;
        let mut command = match engine {
            Engine::Chromium => Command::new(find("CHROMEDRIVER", &["chromedriver"])),
            Engine::Firefox => {
                let mut command = Command::new(find("GECKODRIVER", &["geckodriver"]));
                // The default is one fixed port, and several sessions may run at a time.
                command.arg(format!("--websocket-port={}", free_port()));
                command
            }
            Engine::WebKit => {
                let (process, display) = virtual_screen();
                screen = Some(process);
                let mut command = Command::new(find("WEBKITWEBDRIVER", &["WebKitWebDriver"]));
                command
                    .env("DISPLAY", display)
                    .env_remove("LC_ALL")
                    .env(
                        "LANG",
                        format!("{}.UTF-8", wanted.language.replace('-', "_")),
                    )
                    .env(
                        "GTK_THEME",
                        if wanted.dark {
                            "Adwaita:dark"
                        } else {
                            "Adwaita"
                        },
                    );
                command
            }
        };
        let mut driver =
            Process::start(command.arg(format!("--port={port}")).stdout(Stdio::null()));
        driver.until_listening(&format!("the driver of {engine:?}"), port);
        Self {
            address: format!("http://127.0.0.1:{port}"),
            _driver: driver,
            _screen: screen,
        }
    }
}

/// Starts a virtual screen and says which display it is.
fn virtual_screen() -> (Process, String) {
    let mut command = Command::new(find("XVFB", &["Xvfb"]));
    command.args([
        "-displayfd",
        "1",
        "-screen",
        "0",
        "1920x1400x24",
        "-nolisten",
        "tcp",
    ]);
    let mut process = Process::start(command.stdout(Stdio::piped()));
    let mut number = String::new();
    let output = process.0.stdout.take().expect("the output is piped");
    BufReader::new(output)
        .read_line(&mut number)
        .expect("Xvfb says its display");
    (process, format!(":{}", number.trim()))
}
