//! Ideas side by side, as a visitor meets them.

use serde_json::{Value, from_value, json};
use service_level_calculator::model::{Idea, Inputs, Tables, idea};
use web::{Browser, Page, Site};

tests![
    the_results_are_those_of_the_model_and_ranked,
    every_answer_takes_a_risk_away,
    a_wrong_entry_keeps_the_last_result_of_its_idea,
    an_example_is_one_click_and_so_is_its_removal,
    it_fits_a_phone_and_axe_finds_no_fault,
];

const FIELDS: [&str; 5] = ["one_off", "monthly", "minutes", "d_level", "d_consistency"];

fn open(page: &Page) {
    // When the headings tell what was found the page moves, and a click may miss what it aims at.
    page.until("the headings tell", || {
        page.count(".panel-toggle .small data") > 0
    });
    page.click("[data-panel=idea]");
    page.until("the panel is open", || page.count("[data-idea=add]") > 0);
    // When the ranges come in the page moves, and a click may miss what it aims at.
    let is_told = page.count("[data-figure=loss]") > 0;
    page.until("the ranges are in", || {
        !is_told || page.figure("loss").text.contains('–')
    });
}

fn count(page: &Page, css: &str, many: usize) {
    page.until(css, || page.count(css) == many);
}

/// What the model says of ideas, at 15 an hour, in a restaurant of 1,200 customers.
fn expected(ideas: &[[f64; 5]]) -> Value {
    let business = json!({ "segment": "restaurant", "tier": "standard", "rung": "basic", "customers": 1200, "cheque": 20 });
    let inputs: Inputs = from_value(business).unwrap();
    let of = |[one_off, monthly, minutes, d_level, percent]: &[f64; 5]| {
        let asked = Idea {
            one_off: *one_off,
            monthly: *monthly,
            minutes: *minutes,
            wage: 15.0,
            d_level: *d_level,
            d_consistency: percent / 100.0,
        };
        idea(&inputs, &asked, Tables::built_in()).unwrap()
    };
    json!({ "idea": ideas.iter().map(of).collect::<Vec<_>>() })
}

fn the_results_are_those_of_the_model_and_ranked(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en&segment=restaurant&tier=standard");
    page.choose("rung", "basic");
    page.fill("customers", "1200");
    page.fill("cheque", "20");
    open(&page);
    let ideas = [
        [50_000.0, 2000.0, 5.0, 1.0, 0.0],
        [500.0, 20.0, 0.5, 6.0, 10.0],
        [0.0, -100.0, -1.0, 0.0, 0.0],
    ];
    for (index, numbers) in ideas.iter().enumerate() {
        page.click("[data-idea=add]");
        count(&page, ".idea", index + 1);
        page.fill(&format!("idea-{index}-name"), &format!("Number {index}"));
        for (field, value) in FIELDS.iter().zip(numbers) {
            page.fill(&format!("idea-{index}-{field}"), &value.to_string());
        }
    }
    page.fill("idea-wage", "15");
    let model = expected(&ideas);
    let paths = ["net", "yearly_gain", "yearly_cost"];
    let paths: Vec<String> = (0..ideas.len())
        .flat_map(|index| paths.map(|path| format!("idea.{index}.{path}")))
        .collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    page.expect(&model, &paths);
    let body =
        "return [...deep(document, '#panel-idea tbody tr')].map(row => row.cells[0].innerText)";
    let ranked: Vec<String> = from_value(browser.script(body, vec![])).unwrap();
    let net = |name: &String| {
        let index: usize = name.trim_start_matches("Number ").parse().unwrap();
        model["idea"][index]["net"].as_f64().unwrap()
    };
    assert_eq!(ranked.len(), ideas.len());
    assert!(ranked.is_sorted_by(|a, b| net(a) >= net(b)), "{ranked:?}");
    page.assert_clean();
}

fn every_answer_takes_a_risk_away(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=ru");
    open(&page);
    page.click("[data-idea=add]");
    for answered in 0..5 {
        count(&page, ".risks li", 5 - answered);
        page.click(&format!("input[name=idea-0-question-{answered}]"));
    }
    count(&page, ".risks li", 0);
    page.assert_clean();
}

fn a_wrong_entry_keeps_the_last_result_of_its_idea(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    page.click("[data-idea=add]");
    count(&page, ".idea", 1);
    page.click("[data-idea=add]");
    count(&page, ".idea", 2);
    let before = page.figure("idea.0.net");
    // Nothing that is valid while only its first characters stand there.
    for wrong in ["much", "x5", ""] {
        page.fill("idea-0-d_level", wrong);
        count(&page, "#idea-0-d_level-error", 1);
        // In its card and in its row.
        count(&page, "#panel-idea .stale", 2);
        assert_eq!(page.figure("idea.0.net"), before);
    }
    page.fill("idea-0-d_level", "5");
    count(&page, "#panel-idea .stale", 0);
    page.assert_clean();
}

fn an_example_is_one_click_and_so_is_its_removal(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    open(&page);
    assert_eq!(page.count(".idea"), 0);
    page.click("[data-example=adds]");
    count(&page, ".idea", 1);
    page.click("[data-example=trims]");
    count(&page, ".idea", 2);
    assert!(page.figure("idea.1.yearly_cost").number() < 0.0);
    page.click("[data-remove=\"0\"]");
    count(&page, ".idea", 1);
    assert!(page.figure("idea.0.yearly_cost").number() < 0.0);
    page.assert_clean();
}

fn it_fits_a_phone_and_axe_finds_no_fault(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        open(&page);
        page.click("[data-example=adds]");
        count(&page, ".idea", 1);
        page.click("[data-example=trims]");
        count(&page, "#panel-idea tbody tr", 2);
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}
