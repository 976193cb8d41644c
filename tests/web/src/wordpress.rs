//! A real WordPress with our plugin in it: Debian's files, a database and a web server of its own.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::{env, process, thread};

use crate::page::patiently;
use crate::process::free_port;
use crate::program::{cache, find};
use crate::{Browser, Page, Site};

/// What everybody in it has as a password.
const PASSWORD: &str = "correct horse battery staple";

/// Starts both servers, and ends them and takes their files away once we are gone, in whatever way:
/// its input ends then.
const KEEPER: &str = "trap : TERM
    \"$1\" --no-defaults --user=root --datadir=\"$PWD/data\" --socket=\"$WORDPRESS_SOCKET\" \
        --skip-networking --skip-grant-tables --skip-log-bin --innodb-flush-log-at-trx-commit=0 &
    \"$2\" -S \"$3\" -t site &
    read -r end
    kill -- 0
    wait
    rm -rf -- \"$PWD\"";

/// A WordPress on a port of its own. It ends when dropped, or when the tests do.
pub struct WordPress {
    site: Site,
    folder: PathBuf,
    keeper: Child,
}

/// The one that all tests of a run share: installing takes a while.
static SHARED: Mutex<Option<WordPress>> = Mutex::new(None);

/// The tests' hold on it: for one at a time.
pub struct Shared(MutexGuard<'static, Option<WordPress>>);

impl WordPress {
    /// The shared one, set up as it was in the beginning.
    pub fn shared() -> Shared {
        let mut slot = SHARED.lock().unwrap_or_else(PoisonError::into_inner);
        let wordpress = slot.get_or_insert_with(Self::start);
        wordpress.php("delete_option('service_level_calculator'); update_option('WPLANG', '');");
        Shared(slot)
    }

    /// Installs it and our plugin. Takes some ten seconds.
    pub fn start() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
        let folder = root
            .join(target)
            .join("wordpress")
            .join(process::id().to_string());
        lay_out(&root, &folder);
        let folder = folder.canonicalize().expect("the folder was made");
        let port = free_port();
        let mut keeper = with_surroundings(Command::new("sh"), &folder, port);
        keeper
            .args(["-c", KEEPER, "keeper"])
            // Debian keeps it from the path of ordinary users.
            .arg(find("MARIADBD", &["mariadbd", "/usr/sbin/mariadbd"]))
            .arg(find("PHP", &["php"]))
            .arg(format!("127.0.0.1:{port}"))
            .current_dir(&folder)
            .stdin(Stdio::piped())
            .stdout(fs::File::create(folder.join("log")).expect("a log can be written"))
            .stderr(fs::File::create(folder.join("errors")).expect("a log can be written"))
            // Several requests at a time, as any web server; and one group, to be ended as one.
            .env("PHP_CLI_SERVER_WORKERS", "4")
            .process_group(0);
        let wordpress = Self {
            site: Site::elsewhere(SocketAddr::from((Ipv4Addr::LOCALHOST, port))),
            keeper: keeper.spawn().expect("there is a shell"),
            folder,
        };
        let answers = || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok();
        assert!(
            patiently(|| socket(&wordpress.folder).exists() && answers()),
            "MariaDB and PHP do not start:\n{}",
            fs::read_to_string(wordpress.folder.join("errors")).unwrap_or_default()
        );
        let said = wordpress.run(&["site/install.php"]);
        assert!(said.ends_with("installed"), "WordPress says: {said}");
        // The addresses by name are taken up by the next request.
        wordpress.php("flush_rewrite_rules();");
        wordpress
    }

    /// What serves it.
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// Runs PHP within WordPress, and returns what that prints.
    pub fn php(&self, code: &str) -> String {
        let code = format!("require 'site/wp-load.php'; {code}");
        self.run(&["-r", &code])
    }

    fn run(&self, arguments: &[&str]) -> String {
        let port = self.site.port();
        let mut php = with_surroundings(Command::new(find("PHP", &["php"])), &self.folder, port);
        let output = php
            .args(arguments)
            .current_dir(&self.folder)
            .output()
            .expect("PHP runs");
        let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(
            output.status.success(),
            "PHP: {}\n{}",
            said(&output.stderr),
            said(&output.stdout)
        );
        said(&output.stdout)
    }

    /// Publishes a page with this in it, and returns its path.
    pub fn page(&self, content: &str) -> String {
        let content = content.replace('\\', "\\\\").replace('\'', "\\'");
        self.php(&format!(
            "kses_remove_filters();
            $id = wp_insert_post(wp_slash(['post_type' => 'page', 'post_status' => 'publish',
                'post_title' => 'Check your service', 'post_content' => '{content}']), true);
            if (is_wp_error($id)) exit($id->get_error_message());
            echo wp_make_link_relative(get_permalink($id));"
        ))
    }

    /// Logs somebody in as the form of WordPress does, and goes to a path.
    pub fn log_in<'a>(&'a self, browser: &'a Browser, name: &str, path: &str) -> Page<'a> {
        Page::visit(browser, &self.site, "/wp-login.php");
        // Not by a press: no script may be run while the page is on its way to the next one.
        let body = "const [name, password, done] = arguments;
            const form = document.querySelector('#loginform');
            [form.log.value, form.pwd.value] = [name, password];
            fetch(form.action, { method: 'POST', body: new FormData(form) })
                .then((answer) => done(answer.redirected && answer.url.includes('/wp-admin/')))";
        let is_in = browser.script_async(body, vec![name.into(), PASSWORD.into()]);
        assert_eq!(is_in, true, "{name} cannot log in");
        Page::visit(browser, &self.site, path)
    }
}

impl std::ops::Deref for Shared {
    type Target = WordPress;

    fn deref(&self) -> &WordPress {
        self.0.as_ref().expect("it is there while it is held")
    }
}

impl Drop for Shared {
    /// What PHP complains of in our plugin fails the test that made it.
    fn drop(&mut self) {
        if thread::panicking() {
            return;
        }
        let complaints = fs::read_to_string(self.folder.join("site/complaints"));
        let complaints = complaints.unwrap_or_default();
        let ours = |line: &&str| line.contains("plugins/service-level-calculator");
        let ours: Vec<&str> = complaints.lines().filter(ours).collect();
        assert!(ours.is_empty(), "PHP complains: {ours:#?}");
    }
}

impl Drop for WordPress {
    fn drop(&mut self) {
        // The end of its input is what it waits for; how it ends is of no interest any more.
        drop(self.keeper.stdin.take());
        let _ = self.keeper.wait();
    }
}

fn socket(folder: &Path) -> PathBuf {
    folder.join("socket")
}

/// What the servers and every script of it have to know.
fn with_surroundings(mut command: Command, folder: &Path, port: u16) -> Command {
    command
        .env("WORDPRESS_SOCKET", socket(folder))
        .env("WORDPRESS_ADDRESS", format!("http://127.0.0.1:{port}"))
        .env("WORDPRESS_PASSWORD", PASSWORD);
    command
}

/// WordPress, our plugin with the calculator in it, and what watches over both.
fn lay_out(root: &Path, folder: &Path) {
    let debian = cache().join("wordpress/usr/share/wordpress");
    assert!(
        debian.is_dir(),
        "Debian's WordPress is not there: `cargo xtask setup --everywhere` fetches it"
    );
    assert!(
        root.join("dist/slc.js").is_file(),
        "there is no dist/slc.js: run `cargo xtask build` first"
    );
    let site = folder.join("site");
    let content = site.join("wp-content");
    let ours = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::create_dir_all(folder.join("data")).expect("target/wordpress can be written");
    copy(&debian, &site);
    let plugin = content.join("plugins/service-level-calculator");
    copy(
        &root.join("integrations/wordpress/service-level-calculator"),
        &plugin,
    );
    copy(&root.join("dist"), &plugin.join("dist"));
    fs::create_dir_all(content.join("mu-plugins")).expect("the folder can be made");
    for (from, to) in [
        ("wordpress/wp-config.php", "wp-config.php"),
        ("wordpress/install.php", "install.php"),
        ("wordpress/watch.php", "wp-content/mu-plugins/watch.php"),
        ("src/collect.js", "collect.js"),
    ] {
        fs::copy(ours.join(from), site.join(to)).unwrap_or_else(|error| panic!("{from}: {error}"));
    }
}

/// Copies a folder, with what its links lead to.
fn copy(from: &Path, to: &Path) {
    let status = Command::new("cp").args(["-rL"]).arg(from).arg(to).output();
    let output = status.expect("cp runs");
    // One link of Debian's leads to a file of the web server's that there need not be.
    assert!(to.is_dir(), "{}", String::from_utf8_lossy(&output.stderr));
}
