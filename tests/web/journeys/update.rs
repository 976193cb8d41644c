//! A new build takes the place of the one that an open page has begun with: the page never mixes them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use web::{Browser, Page, Site, expected, guide};

tests![an_open_page_keeps_to_its_own_build];

/// The old files that have their content's hash in their name, and what the new build calls them.
type Names = BTreeMap<String, String>;

/// A folder that is served, and beside it the next build of the same.
struct Served {
    folder: PathBuf,
    next: PathBuf,
    names: Names,
}

/// "app-0123456789.js" as "app-9876543210.js".
fn renamed(name: &str) -> Option<String> {
    let (stem, rest) = name.rsplit_once('-')?;
    let (hash, extension) = rest.split_once('.')?;
    let other: String = hash.chars().rev().collect();
    (hash.len() == 10).then(|| format!("{stem}-{other}.{extension}"))
}

fn served(browser: &Browser) -> Served {
    let scratch =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("update-{}", browser.engine().name()));
    let _ = fs::remove_dir_all(&scratch);
    let [folder, next] = ["now", "next"].map(|folder| scratch.join(folder));
    let files: Vec<String> = Site::start().files();
    let names: Names = files
        .iter()
        .filter_map(|file| Some((file.clone(), renamed(file)?)))
        .collect();
    assert!(names.len() > 20 && names.iter().all(|(old, new)| old != new));
    fs::create_dir_all(&folder).unwrap();
    fs::create_dir_all(&next).unwrap();
    for file in files {
        let from = guide::dist().join(&file);
        fs::copy(&from, folder.join(&file)).unwrap();
        let to = next.join(names.get(&file).unwrap_or(&file));
        if ["js", "html"].iter().any(|kind| file.ends_with(kind)) {
            let text = fs::read_to_string(&from).unwrap();
            let replaced = |text: String, (old, new): (&String, &String)| text.replace(old, new);
            fs::write(to, names.iter().fold(text, replaced)).unwrap();
        } else {
            fs::copy(&from, to).unwrap();
        }
    }
    Served {
        folder,
        next,
        names,
    }
}

impl Served {
    /// Adds the next build, as the guide says.
    fn update(&self) {
        let commands = guide::block("hosting.md", "An update", "sh");
        let here = commands
            .replace("dist/", &format!("{}/", self.next.display()))
            .replace("/var/www/slc/", &format!("{}/", self.folder.display()));
        let done = Command::new("sh").args(["-e", "-c", &here]).status();
        assert!(done.unwrap().success(), "{here}");
        assert!(
            self.names
                .values()
                .all(|new| self.folder.join(new).is_file())
        );
    }

    /// Removes the old files.
    fn clear(&self) {
        for old in self.names.keys() {
            fs::remove_file(self.folder.join(old)).unwrap();
        }
    }

    /// How many files with a hash were asked for, of the old build and of the new one.
    fn asked(&self, requests: &[String]) -> (usize, usize) {
        let count = |names: Vec<&String>| {
            let of_it = |path: &&String| names.iter().any(|name| path.contains(name.as_str()));
            requests.iter().filter(of_it).count()
        };
        (
            count(self.names.keys().collect()),
            count(self.names.values().collect()),
        )
    }
}

/// Opens a page that fetches nothing before it is wanted, and enters what must stay.
fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    let saving = "<script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>";
    let line = "<script async src=/slc.js data-lang=en></script>";
    let page = Page::visit_host(browser, site, saving, line);
    page.until_complete();
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    expect_entered(&page);
    page
}

fn expect_entered(page: &Page) {
    let inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    page.expect(&expected::outcome(inputs), &["loss", "level"]);
    page.expect_value("cheque", "77");
}

fn an_open_page_keeps_to_its_own_build(browser: &Browser) {
    let served = served(browser);
    let site = Site::serving(&served.folder);
    let page = open(browser, &site);
    served.update();
    let before = site.requests().len();
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru]");
    page.click("[data-language=en]");
    page.expect_some(".slc[lang=en]");
    expect_entered(&page);
    // Some pages insert the line once more later: the first one stays in force.
    let again = "const script = document.createElement('script'); script.src = '/slc.js?again';
        script.dataset.segment = 'hotel'; script.id = 'again'; document.body.prepend(script)";
    page.run(again, vec![]);
    page.expect_count(".slc[data-complete]", 2);
    page.run(
        "document.querySelector('#again + service-level-calculator').remove()",
        vec![],
    );
    page.always("no error", |now| now.told("slc:error").is_empty());
    page.assert_clean();

    // Where the old files are gone, the place says so.
    served.clear();
    page.click("[data-panel=kpi]");
    page.expect_some("#panel-kpi [role=alert] [data-again]");
    page.until("it says what helps", |now| {
        now.text("#panel-kpi").contains("reload")
    });
    expect_entered(&page);
    let asked = site.asked_for("panels-*.wasm");
    page.click("#panel-kpi [data-again]");
    page.until("it asks again", |_| site.asked_for("panels-*.wasm") > asked);
    page.expect_some("#panel-kpi [role=alert] [data-again]");
    expect_entered(&page);
    page.always("each error is one of a missing file", |now| {
        let missing = |(_, detail): &(String, Value)| {
            let code = detail["code"].as_str().unwrap();
            ["part_missing", "texts_missing"].contains(&code) && detail["fatal"] == false
        };
        let errors = now.told("slc:error");
        !errors.is_empty() && errors.iter().all(missing)
    });
    let (old, new) = served.asked(&site.requests()[before..]);
    assert!(old > 1, "it asks for the old build");
    assert_eq!(new, 0, "and for nothing of the new one");

    // Opened anew the page is of the new build alone.
    let before = site.requests().len();
    let page = open(browser, &site);
    page.click("[data-panel=kpi]");
    page.expect_some("#panel-kpi table");
    let (old, new) = served.asked(&site.requests()[before..]);
    assert!(new > 5 && old == 0, "{old} old files, {new} new ones");
    page.assert_clean();
}
