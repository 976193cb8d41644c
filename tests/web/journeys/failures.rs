//! What is broken or missing: there is always something to read, the host is told, and the console
//! says what to change.

use serde_json::{Value, from_value, json};
use web::{Browser, Failure, Now, Page, Site, expected};

tests![
    each_fatal_fault_leaves_the_children_and_one_line_of_advice,
    faults_that_are_not_fatal_leave_it_working,
    without_the_advice_the_line_names_the_fault,
    in_an_old_browser_the_children_stay,
    without_any_one_file_there_is_something_to_read,
    after_a_panic_it_comes_back_as_it_was: everywhere,
];

/// Keeps what is written to the console as warnings.
const LISTEN: &str = "<script>
        window.lines = [];
        console.warn = (...words) => window.lines.push(words.join(' '));
    </script>";

const ELEMENT: &str = "<script async src=/slc.js></script>
    <service-level-calculator id=one lang=en><p>Call us</p></service-level-calculator>";

fn lines(now: &Now) -> Vec<String> {
    from_value(now.script("return window.lines", vec![])).unwrap()
}

/// Waits for one line on the console, which begins with a code, and returns it.
fn only_line(page: &Page, code: &str) -> String {
    let start = format!("service-level-calculator: {code}: ");
    let line = page.once(&format!("one line with {code}"), |now| {
        let lines = lines(now);
        (lines.len() == 1).then(|| lines[0].clone())
    });
    assert!(line.starts_with(&start) && !line.contains('\n'), "{line}");
    line
}

/// The codes of the errors that calculators have emitted, and whether each is fatal.
fn emitted(now: &Now) -> Vec<(String, bool)> {
    let read = |(_, detail): (String, Value)| {
        let code = detail["code"].as_str().unwrap().to_owned();
        (code, detail["fatal"] == true)
    };
    now.told("slc:error").into_iter().map(read).collect()
}

fn expect_text(page: &Page, text: &str) {
    page.until(text, |now| now.text("body").contains(text));
}

fn expect_verdict(page: &Page, verdict: &str) {
    page.expect_eq("the verdict", Some(verdict.to_owned()), |now| {
        now.figure("verdict").map(|figure| figure.value)
    });
}

fn each_fatal_fault_leaves_the_children_and_one_line_of_advice(browser: &Browser) {
    let folder = "copy the whole folder";
    let policy =
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'self' 'unsafe-inline'\">";
    let faults = [
        ("app-*.wasm", Failure::Damaged, "program_missing", folder),
        (
            "app-*.js",
            Failure::OtherType,
            "program_missing",
            "text/javascript",
        ),
        (
            "calculator-",
            Failure::HtmlInstead,
            "program_missing",
            folder,
        ),
        ("style-", Failure::NotFound, "program_missing", folder),
        ("en.core-", Failure::Damaged, "program_missing", folder),
        ("en.core-", Failure::HtmlInstead, "texts_missing", folder),
        ("", Failure::NotFound, "policy", "'wasm-unsafe-eval'"),
    ];
    for (file, failure, code, words) in faults {
        let site = Site::start();
        let mut head = LISTEN.to_owned();
        if file.is_empty() {
            head += policy;
        } else {
            site.fail(file, failure);
        }
        let page = Page::visit_host(browser, &site, &head, ELEMENT);
        let line = only_line(&page, code);
        assert!(
            line.contains("What to change: ") && line.contains(words),
            "{line}"
        );
        page.expect_eq("the errors", vec![(code.to_owned(), true)], emitted);
        expect_text(&page, "Call us");
        expect_text(&page, "Reload");
        page.expect_gone(".slc");
        let ready = "const done = arguments[arguments.length - 1];
            document.querySelector('#one').ready.then(() => done('ready'), () => done('refused'))";
        assert_eq!(browser.script_async(ready, vec![]), "refused");
        // Fetched files come once the host has repaired them, without a reload. Not every browser
        // asks again for a module that has failed, and half a file is kept like a whole one.
        if ["style-", "en.core-"].contains(&file) && !matches!(failure, Failure::Damaged) {
            site.recover();
            page.run(
                "const it = document.querySelector('#one'); it.destroy(); it.start()",
                vec![],
            );
            page.until_complete();
        }
    }
}

fn faults_that_are_not_fatal_leave_it_working(browser: &Browser) {
    let site = Site::start();
    site.fail("app-*.wasm", Failure::OtherType);
    let element = ELEMENT.replace("lang=en", "lang=en segment=bakery state=nonsense");
    let page = Page::visit_host(browser, &site, LISTEN, &element);
    page.until_complete();
    let wanted = [
        "serve .wasm as application/wasm, not application/octet-stream",
        "config: ",
        "docs/config.md",
        "state: ",
        "slc:change",
    ];
    page.until("a line for each fault", |now| {
        let lines = lines(now);
        lines.len() == 3 && wanted.iter().all(|words| lines.concat().contains(words))
    });
    page.until("both errors are emitted", |now| {
        let mut errors = emitted(now);
        errors.sort();
        errors == [("config".to_owned(), false), ("state".to_owned(), false)]
    });
    page.choose("rung", "basic");
    expect_verdict(&page, "under");
}

fn without_the_advice_the_line_names_the_fault(browser: &Browser) {
    let site = Site::start();
    site.fail("app-*.wasm", Failure::NotFound);
    site.fail("advice-", Failure::NotFound);
    let page = Page::visit_host(browser, &site, LISTEN, ELEMENT);
    let line = only_line(&page, "program_missing");
    assert!(line.ends_with("app.wasm: 404"), "{line}");
    expect_text(&page, "Call us");
}

fn in_an_old_browser_the_children_stay(browser: &Browser) {
    let lacks = [
        ("no WebAssembly", "delete window.WebAssembly"),
        (
            "no adoptedStyleSheets",
            "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets;
            window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }",
        ),
        (
            "no customElements",
            "delete window.customElements; delete Window.prototype.customElements",
        ),
    ];
    for (lack, script) in lacks {
        let site = Site::start();
        let head = format!("{LISTEN}<script>{script}</script>");
        let page = Page::visit_host(browser, &site, &head, ELEMENT);
        let line = only_line(&page, "old_browser");
        let start = "service-level-calculator: old_browser: too old. What to change: ";
        assert!(line.starts_with(start), "{lack}: {line}");
        let known = lack != "no customElements";
        let errors = known.then(|| ("old_browser".to_owned(), true));
        page.expect_eq("the errors", Vec::from_iter(errors), emitted);
        expect_text(&page, "Call us");
        page.always("there is no calculator", |now| {
            !now.has(".slc") && now.errors().is_empty()
        });
        assert_eq!(site.asked_for("calculator-"), 0, "it is fetched in vain");
    }
}

/// What becomes of the page without a file.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    /// The calculator answers.
    Answers,
    /// The static text is there, and a sentence that says why.
    Sentence,
    /// The static text alone.
    Text,
}

fn end(page: &Page, file: &str) -> End {
    if file.starts_with("page-") && file.ends_with(".js") {
        // Nothing of ours runs.
        return End::Text;
    }
    page.once(&format!("without {file} something is shown"), |now| {
        let ends = [
            (".slc[data-ready]", End::Answers),
            ("[role=alert]", End::Sentence),
        ];
        let found = ends.into_iter().find(|(css, _)| now.has(css));
        found.map(|(_, end)| end)
    })
}

/// Uses what needs more files, as far as they come.
fn use_all(page: &Page, file: &str) {
    let is_whole = page.once(
        &format!("without {file} the first screen has an end"),
        |now| {
            let ends = [(".slc[data-complete]", true), (".slc [data-again]", false)];
            let found = ends.into_iter().find(|(css, _)| now.has(css));
            found.map(|(_, whole)| whole)
        },
    );
    if !is_whole {
        // There is the first answer alone, with a sentence about the part that did not come.
        return;
    }
    page.click("[data-panel=method]");
    page.expect_some("#panel-method .parameter, #panel-method [data-again]");
    if [".js", ".wasm"].iter().any(|kind| file.ends_with(kind)) {
        page.click("[data-panel=certainty]");
        page.expect_some(
            "#panel-certainty [data-figure=\"certainty.loss.0\"], #panel-certainty .notice-caution, #panel-certainty [data-again]",
        );
    }
    page.click("[data-language=ru]");
    page.expect_some(".slc[lang=ru], .slc[lang=en] [data-again]");
    page.choose("rung", "basic");
    expect_verdict(page, "under");
}

/// Files without which the page has a sentence alone.
const NEEDED: [&str; 4] = ["app-", "style-", "calculator-", "en.core-"];

/// The files of the build that a visit asks for. The many pieces of the program that are fetched
/// together fail alike, and so do those without which there is no calculator: one of each is taken.
fn files_of_a_visit(browser: &Browser) -> Vec<String> {
    let site = Site::start();
    let page = Page::visit(browser, &site, "/?lang=en");
    page.until_ready();
    let first = site.requests().len();
    page.until_complete();
    let second = site.requests().len();
    use_all(&page, "no.js");
    let asked = site.requests();
    let built = site.files();
    let (first, rest) = asked.split_at(first);
    let (second, third) = rest.split_at(second - first.len());
    let mut files = Vec::<String>::new();
    for together in [first, second, third] {
        let names = together.iter().filter_map(|path| path.rsplit('/').next());
        let (pieces, others): (Vec<&str>, Vec<&str>) = names
            .filter(|name| built.iter().any(|file| file == name))
            .partition(|name| name.ends_with(".wasm") && !name.starts_with("worker-"));
        files.extend(
            pieces
                .last()
                .into_iter()
                .chain(&others)
                .map(|name| (*name).to_owned()),
        );
    }
    let is_needed = |file: &String| NEEDED.iter().any(|start| file.starts_with(start));
    files.retain(|file| !is_needed(file) || file.starts_with("style-"));
    files.sort();
    files.dedup();
    assert!(files.len() > 10, "{files:?}");
    files
}

fn without_any_one_file_there_is_something_to_read(browser: &Browser) {
    let failures = [Failure::NotFound, Failure::HtmlInstead];
    let files = files_of_a_visit(browser);
    for (file, failure) in files.iter().zip(failures.iter().cycle()) {
        // An origin of its own: browsers keep what they have had from an earlier one.
        let site = Site::start();
        site.fail(file, *failure);
        let page = Page::visit(browser, &site, "/?lang=en");
        let end = end(&page, file);
        if end == End::Answers {
            use_all(&page, file);
        }
        page.until(&format!("without {file} there is a text"), |now| {
            let text = now.text("main");
            let texts = ["Customers of a clinic", "Клиенты клиники"];
            texts.iter().any(|words| text.contains(words))
        });
        let is_needed = NEEDED.iter().any(|start| file.starts_with(start));
        assert_eq!(end == End::Sentence, is_needed, "{file}: {end:?}");
        page.expect_eq(file, usize::from(is_needed), |now| {
            emitted(now).iter().filter(|(_, fatal)| *fatal).count()
        });
        page.always(
            &format!("without {file} there is no error but that"),
            |now| {
                let of_it = |error: &String| error.starts_with("resource:") && error.contains(file);
                now.errors().iter().all(of_it)
            },
        );
    }
}

/// Makes a function of the DOM throw once while the program draws. The clock stands still, so that a
/// slow machine does not matter.
const BREAK: &str = "
    const [name, time] = arguments;
    const { prototype } = name === 'createTextNode' ? Document : Node;
    performance.now = () => time;
    const real = prototype[name];
    prototype[name] = function () {
        prototype[name] = real;
        throw new Error('broken on purpose');
    };
    one('input[name=by][value=level]').click()";

/// Breaks the program by a visitor's press, in the same task: nothing else is drawn in between.
fn break_down(page: &Page, function: &str, time: u32) {
    let before = page.once("errors", |now| Some(emitted(now).len()));
    page.look_in("#one");
    page.run(BREAK, vec![json!(function), json!(time)]);
    page.look_everywhere();
    page.expect_eq(function, before + 2, |now| emitted(now).len());
}

/// Waits until both calculators are complete. What a panicked program drew stays, inert, until there
/// is something new.
fn until_both(page: &Page) {
    page.until("both are complete", |now| {
        now.count("[inert]") == 0 && now.count(".slc[data-complete]") == 2
    });
}

fn after_a_panic_it_comes_back_as_it_was(browser: &Browser) {
    let site = Site::start();
    let body = "<script async src=/slc.js></script>
        <button onclick='this.value = +this.value + 1' value=0>Count</button>
        <service-level-calculator id=one>The text of one</service-level-calculator>
        <service-level-calculator id=two lang=ru>The text of two</service-level-calculator>";
    let page = Page::visit_host(browser, &site, "", body);
    page.start_all();
    until_both(&page);
    for (id, cheque) in [("#two", "66"), ("#one", "77")] {
        page.look_in(id);
        page.fill("cheque", cheque);
    }
    page.look_everywhere();
    page.until("both have emitted their states", |now| {
        let states = "return ['one', 'two'].map(id => document.getElementById(id).state ?? '')";
        let states: Vec<String> = from_value(now.script(states, vec![])).unwrap();
        states[0].contains("n.cheque=77") && states[1].contains("n.cheque=66")
    });
    // Each panic is long after the one before.
    let panics = [
        ("cloneNode", 1_000, "basic"),
        ("insertBefore", 12_000, "wow"),
        ("createTextNode", 23_000, "basic"),
    ];
    for (function, time, rung) in panics {
        break_down(&page, function, time);
        until_both(&page);
        for (id, cheque, language) in [("#two", "66", "ru"), ("#one", "77", "en")] {
            page.look_in(id);
            page.expect_some(&format!(".slc[lang={language}]"));
            page.expect_value("cheque", cheque);
        }
        page.choose("rung", rung);
        let inputs = json!({ "segment": "clinic", "cheque": 77, "rung": rung });
        page.expect(&expected::outcome(inputs), &["level"]);
        page.look_everywhere();
    }
    page.click("body > button");
    page.expect_eq("the host goes on", json!("1"), |now| {
        now.script("return document.querySelector('button').value", vec![])
    });
    let each = vec![("panic".to_owned(), false); 6];
    page.expect_eq("the errors", each, emitted);
    // A second panic within ten seconds is no accident.
    break_down(&page, "insertBefore", 31_000);
    page.expect_count("[role=alert]", 2);
    page.expect_gone(".slc");
    for text in [
        "The text of one",
        "The text of two",
        "The calculator could not start",
        "Калькулятор не запустился",
    ] {
        expect_text(&page, text);
    }
    page.expect_eq("fatal errors", 2, |now| {
        emitted(now).iter().filter(|(_, fatal)| *fatal).count()
    });
    page.always("no error", |now| now.errors().is_empty());
}
