//! Another build takes the place of the one that an open page has begun with: never a mix of both.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use web::{Browser, Page, Site, guide, model};

tests![
    an_open_page_goes_on_with_the_files_it_began_with,
    where_those_are_gone_the_place_says_so_and_what_was_entered_stays,
];

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

fn served(browser: &Browser, name: &str) -> Served {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join(format!("update-{name}-{}", browser.engine().name()));
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
    /// Brings the next build, as the guide says.
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

    /// Throws the old files away.
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

/// Opens a page, on which nothing is fetched before it is wanted, and enters what must stay.
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
    page.expect(&model::outcome(inputs), &["loss", "level"]);
    assert_eq!(page.value("cheque"), "77");
}

fn until_there(page: &Page, css: &str) {
    page.until(css, || page.count(css) > 0);
}

fn an_open_page_goes_on_with_the_files_it_began_with(browser: &Browser) {
    let served = served(browser, "kept");
    let site = Site::serving(&served.folder);
    let page = open(browser, &site);
    served.update();
    let before = site.requests().len();
    page.click("[data-panel=kpi]");
    until_there(&page, "#panel-kpi table");
    page.click("[data-language=ru]");
    until_there(&page, ".slc[lang=ru]");
    expect_entered(&page);
    // Some pages put the line in once more as they go on: the first one stays in force.
    let again = "const script = document.createElement('script'); script.src = '/slc.js?again';
        script.dataset.segment = 'hotel'; document.body.prepend(script)";
    browser.script(again, vec![]);
    page.until("there are two", || page.count(".slc[data-complete]") == 2);
    let (old, new) = served.asked(&site.requests()[before..]);
    assert!(old > 1, "what came later is of the old build");
    assert_eq!(new, 0, "and nothing of the new one");
    page.assert_clean();
    assert!(page.told("slc:error").is_empty());
    expect_the_new_one(browser, &site, &served);
}

fn where_those_are_gone_the_place_says_so_and_what_was_entered_stays(browser: &Browser) {
    let served = served(browser, "gone");
    let site = Site::serving(&served.folder);
    let page = open(browser, &site);
    served.update();
    served.clear();
    let before = site.requests().len();
    page.click("[data-panel=kpi]");
    until_there(&page, "#panel-kpi [role=alert] [data-again]");
    let said = browser.script("return one('#panel-kpi').innerText", vec![]);
    assert!(said.as_str().unwrap().contains("reload"), "{said}");
    let told = page.told("slc:error");
    let missing = |(_, detail): &(String, serde_json::Value)| {
        ["part_missing", "texts_missing"].contains(&detail["code"].as_str().unwrap())
            && detail["fatal"] == false
    };
    assert!(!told.is_empty() && told.iter().all(missing), "{told:?}");
    page.click("[data-language=ru]");
    page.until("so does the language", || page.count("[data-again]") == 2);
    assert_eq!(page.count(".slc[lang=en]"), 1);
    expect_entered(&page);
    page.choose("rung", "wow");
    page.until("it answers", || page.figure("verdict").value == "over");
    page.choose("rung", "basic");
    let asked = site.asked_for("panels-*.wasm");
    page.click("#panel-kpi [data-again]");
    page.until("it asks again", || site.asked_for("panels-*.wasm") > asked);
    until_there(&page, "#panel-kpi [role=alert] [data-again]");
    expect_entered(&page);
    let (old, new) = served.asked(&site.requests()[before..]);
    assert!(old > 1, "it asks for what it began with");
    assert_eq!(new, 0, "and takes nothing else for it");
    expect_the_new_one(browser, &site, &served);
}

/// Opened anew the page is of the new build alone.
fn expect_the_new_one(browser: &Browser, site: &Site, served: &Served) {
    let before = site.requests().len();
    let page = open(browser, site);
    page.click("[data-panel=kpi]");
    until_there(&page, "#panel-kpi table");
    let (old, new) = served.asked(&site.requests()[before..]);
    assert!(new > 5 && old == 0, "{old} old files, {new} new ones");
    page.assert_clean();
}
