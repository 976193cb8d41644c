//! The one line with the hash of `slc.js` in it, as `docs/hosting.md` says.

use std::process::Command;

use serde_json::json;
use web::{Browser, Page, Site, guide};

tests![
    pinned_to_what_is_there_it_works,
    pinned_to_something_else_what_stands_there_stays,
];

/// The hash of a file of the build, by the guide's own command.
fn hash(file: &str) -> String {
    let command = guide::block("hosting.md", "Pinning", "sh");
    let path = guide::dist().join(file);
    let here = command.replace("dist/slc.js", &path.display().to_string());
    assert_ne!(here, command);
    let done = Command::new("sh").args(["-c", &here]).output().unwrap();
    let hash = String::from_utf8(done.stdout).unwrap().trim().to_owned();
    assert_eq!(hash.len(), 64, "{hash}");
    hash
}

/// A host page with the guide's line.
fn open<'a>(browser: &'a Browser, host: &'a Site, files: &Site, hash: &str) -> Page<'a> {
    let line = guide::block("hosting.md", "Pinning", "html");
    let here = line
        .replace("https://your-site.example/slc/", &files.address("/"))
        .replace("sha384-…", &format!("sha384-{hash}"));
    let body = format!(
        "{here}<service-level-calculator id=own><p>Call us</p></service-level-calculator>
        <script>window.onload = () => window.went = 'on'</script>"
    );
    Page::visit_host(browser, host, "", &body)
}

fn pinned_to_what_is_there_it_works(browser: &Browser) {
    let (host, files) = (Site::start(), Site::start().cross_origin());
    let page = open(browser, &host, &files, &hash("slc.js"));
    page.start_all();
    page.until_complete();
    assert_eq!(page.count(".slc"), 2, "of the line, and the element");
    assert_eq!(page.errors(), Vec::<String>::new());
}

fn pinned_to_something_else_what_stands_there_stays(browser: &Browser) {
    let (host, files) = (Site::start(), Site::start().cross_origin());
    let page = open(browser, &host, &files, &hash("slc-frame.js"));
    page.until("the page goes on", || {
        browser.script("return window.went ?? null", vec![]) == "on"
    });
    let state = "return [document.body.innerText.includes('Call us'), !!customElements.get('service-level-calculator')]";
    assert_eq!(browser.script(state, vec![]), json!([true, false]));
    assert_eq!(page.count(".slc"), 0);
    let errors = page.errors();
    let of_it = |error: &String| error.starts_with("resource:") && error.contains("/slc.js");
    assert!(errors.len() == 1 && errors.iter().all(of_it), "{errors:?}");
    assert_eq!(files.asked_for("calculator-"), 0, "nothing of it is run");
}
