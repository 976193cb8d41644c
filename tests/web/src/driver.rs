//! The three engines and the driver processes in front of them.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::browser::Preferences;
use crate::program::{find, mini_browser};

const START: Duration = Duration::from_secs(30);

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
        let deadline = Instant::now() + START;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(
                Instant::now() < deadline,
                "the driver of {engine:?} does not answer within {START:?}"
            );
            if let Some(status) = driver
                .0
                .try_wait()
                .expect("the driver's state can be asked")
            {
                panic!("the driver of {engine:?} ended at once: {status}");
            }
            sleep(Duration::from_millis(20));
        }
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

/// A child process that does not outlive its owner.
struct Process(Child);

impl Process {
    fn start(command: &mut Command) -> Self {
        let program = Path::new(command.get_program()).to_owned();
        let child = command.stdin(Stdio::null()).stderr(Stdio::null()).spawn();
        Self(child.unwrap_or_else(|error| panic!("{} does not start: {error}", program.display())))
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|socket| socket.local_addr())
        .expect("a port is free")
        .port()
}
