//! A breakdown of the program: the page goes on, and the calculator comes back as it was.

use serde_json::{from_value, json};
use web::{Browser, Page, Site, model};

tests![
    after_a_breakdown_it_comes_back_as_it_was,
    the_second_breakdown_within_ten_seconds_brings_the_text_back,
    a_breakdown_long_after_another_is_forgiven,
];

const HOST: &str = "<!doctype html><html lang=en><title>Host</title>
    <script async src=/slc.js></script>
    <h1>Host</h1><button onclick='this.value = +this.value + 1' value=0>Count</button>
    <service-level-calculator id=one>The text of one</service-level-calculator>
    <service-level-calculator id=two lang=ru>The text of two</service-level-calculator></html>";

/// From now on, one of what the program draws with throws once; and the clock stands, so
/// that a slow machine does not matter.
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

fn open<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    site.host_page("/host.html", HOST);
    let page = Page::visit(browser, site, "/host.html");
    page.start_all();
    until_two(&page);
    page.look_in("#two");
    page.fill("cheque", "66");
    page.look_in("#one");
    page.fill("cheque", "77");
    let inputs = json!({ "segment": "clinic", "cheque": 77 });
    page.expect(&model::outcome(inputs), &["loss_lines.leavers"]);
    // What writes a state down comes when there is something to write.
    let states = "return ['one', 'two'].map(id => document.getElementById(id).state ?? '')";
    page.until("both have told their states", || {
        let states: Vec<String> = from_value(browser.script(states, vec![])).unwrap();
        states[0].contains("n.cheque=77") && states[1].contains("n.cheque=66")
    });
    page
}

fn until_two(page: &Page) {
    page.look_everywhere();
    // What a program that has broken down drew stands there, inert, until there is something new.
    page.until("both are complete", || {
        page.count("[inert]") == 0 && page.count(".slc[data-complete]") == 2
    });
}

/// Breaks the program by what a visitor does, in the same task: nothing else is drawn between.
fn break_down(browser: &Browser, page: &Page, function: &str, time: u32) {
    let before = page.told("slc:error").len();
    page.look_in("#one");
    browser.script(BREAK, vec![json!(function), json!(time)]);
    page.until("the breakdown is told", || {
        page.told("slc:error").len() >= before + 2
    });
    page.look_everywhere();
}

fn after_a_breakdown_it_comes_back_as_it_was(browser: &Browser) {
    for function in ["cloneNode", "insertBefore", "createTextNode"] {
        let site = Site::start();
        let page = open(browser, &site);
        break_down(browser, &page, function, 1000);
        let told = page.told("slc:error");
        assert_eq!(told.len(), 2, "one for each: {told:?}");
        assert!(
            told.iter()
                .all(|(_, detail)| detail["code"] == "panic" && detail["fatal"] == false),
            "{told:?}"
        );
        until_two(&page);
        for (id, cheque, language) in [("#one", "77", "en"), ("#two", "66", "ru")] {
            page.look_in(id);
            assert_eq!(page.value("cheque"), cheque, "{function}");
            assert_eq!(page.count(&format!(".slc[lang={language}]")), 1);
        }
        page.look_in("#one");
        page.choose("rung", "basic");
        let inputs = json!({ "segment": "clinic", "cheque": 77, "rung": "basic" });
        page.expect(&model::outcome(inputs), &["loss"]);
        page.look_everywhere();
        page.click("body > button");
        let counted = "return document.querySelector('button').value";
        assert_eq!(browser.script(counted, vec![]), "1", "the host goes on");
        assert_eq!(page.errors(), Vec::<String>::new(), "{function}");
    }
}

fn the_second_breakdown_within_ten_seconds_brings_the_text_back(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    break_down(browser, &page, "insertBefore", 1000);
    until_two(&page);
    break_down(browser, &page, "insertBefore", 9000);
    page.until("both say so", || page.count("[role=alert]") == 2);
    assert!(page.count(".slc") == 0);
    let said = browser.script("return read(document.body)", vec![]);
    let said = said.as_str().unwrap();
    for text in [
        "The text of one",
        "The text of two",
        "The calculator could not start",
        "Калькулятор не запустился",
    ] {
        assert!(said.contains(text), "{text}: {said}");
    }
    let fatal = page.told("slc:error");
    let fatal = fatal.iter().filter(|(_, detail)| detail["fatal"] == true);
    assert_eq!(fatal.count(), 2);
    assert_eq!(page.errors(), Vec::<String>::new());
}

fn a_breakdown_long_after_another_is_forgiven(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site);
    for time in [1000, 12_000] {
        break_down(browser, &page, "insertBefore", time);
        until_two(&page);
        page.look_in("#one");
        assert_eq!(page.value("cheque"), "77");
    }
    assert_eq!(page.told("slc:error").len(), 4);
    assert_eq!(page.errors(), Vec::<String>::new());
}
