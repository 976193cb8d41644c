//! What is behind the figures, the self-assessment's results, the KPI sheet, method and sources.

use serde_json::json;
use service_level_calculator::model::Tables;
use web::{Browser, Failure, Key, Page, Site, model};

tests![
    the_keyboard_opens_an_explanation_and_escape_gives_the_focus_back,
    an_override_moves_the_figures_and_one_click_takes_it_back,
    evidence_that_cannot_be_had_says_so_and_comes_on_request,
    answers_show_where_they_are_weakest,
    the_sheet_shows_the_models_figures_and_takes_a_measurement,
    the_method_lists_every_parameter_and_its_sources,
    explanations_fit_a_narrow_screen_and_have_no_fault,
];

const LOSS: &str = ".amounts button.figure:has(> data[data-figure=loss])";

fn open(page: &Page, css: &str) {
    if css == LOSS && page.count(LOSS) == 0 {
        page.choose("rung", "basic");
        page.until("the loss is there", || page.count(LOSS) == 1);
    }
    page.click(css);
    page.until("the explanation is open", || page.count(".explain") == 1);
}

fn second_layer(page: &Page) {
    page.click("[name=more-explanation]");
    page.until("the second layer is open", || {
        page.count(".explain .formula") > 0
    });
}

fn the_keyboard_opens_an_explanation_and_escape_gives_the_focus_back(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.choose("rung", "basic");
    // Before the ranges come, and again.
    for _ in 0..2 {
        browser.script("one(arguments[0]).focus()", vec![json!(LOSS)]);
        page.press(Key::Enter);
        page.until("the focus is in the explanation", || {
            page.has_focus("#explain-title")
        });
        assert_eq!(page.count(&format!("{LOSS}[aria-expanded=true]")), 1);
        page.press(Key::Escape);
        page.until("it is closed", || page.count(".explain") == 0);
        page.until("the focus is back", || page.has_focus(LOSS));
        assert_eq!(page.count("[aria-expanded=true].figure"), 0);
    }
    open(&page, LOSS);
    // Another figure takes the place of the first; the same one closes it.
    let level = ".verdict-sentence button.figure:has(> data[data-figure=level])";
    open(&page, level);
    page.until("it is about the level", || {
        browser.script("return one('#explain-title').textContent", vec![]) == "Your level"
    });
    page.click(level);
    page.until("it is closed", || page.count(".explain") == 0);
    page.assert_clean();
}

fn an_override_moves_the_figures_and_one_click_takes_it_back(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.choose("rung", "basic");
    open(&page, LOSS);
    second_layer(&page);
    let before = page.figure("loss").number();
    page.fill("explain-leave_after_bad", "28");
    page.press(Key::Enter);
    page.until("the loss is larger", || {
        page.figure("loss").number() > before
    });
    assert_eq!(page.count(".parameter.changed"), 1);
    page.fill("explain-leave_after_bad", "90");
    page.press(Key::Enter);
    page.until("the fault stands beside it", || {
        page.count(".parameter .field-error") > 0
    });
    page.click("[data-parameter-back=leave_after_bad]");
    page.until("the loss is as before", || {
        page.figure("loss").number() == before
    });
    assert!(page.count(".parameter.changed, .parameter .field-error") == 0);
    page.assert_clean();
}

fn evidence_that_cannot_be_had_says_so_and_comes_on_request(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=ru");
    open(&page, LOSS);
    second_layer(&page);
    page.until("the evidence is there", || {
        page.count(".explain .evidence a[target=_blank][rel~=noopener]") > 2
    });
    assert_eq!(page.foreign_resources(), Vec::<String>::new());
    page.assert_clean();
    site.fail("evidence-", Failure::HtmlInstead);
    let page = Page::open(browser, &site, "/?lang=en&again=1");
    open(&page, LOSS);
    second_layer(&page);
    page.until("the failure is said", || {
        page.count("[name=fetch-evidence]") == 1
    });
    let before = site.asked_for("evidence-");
    page.click("[name=fetch-evidence]");
    page.until("it was asked for again", || {
        site.asked_for("evidence-") > before
    });
}

fn answers_show_where_they_are_weakest(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.choose("by", "practices");
    page.choose("practice-promise_kept", "0");
    page.choose("practice-problems_solved", "1");
    page.choose("practice-listens_without_pushing", "1");
    page.click("[name=assessment]");
    page.until("the results are there", || {
        page.count("[data-assessment]") == 1
    });
    let text = browser.script("return one('[data-assessment]').innerText", vec![]);
    let text = text.as_str().unwrap();
    assert!(
        text.contains("Reliability.") && text.contains("pushed"),
        "{text}"
    );
    assert_eq!(
        page.figure("assessment.dimensions.reliability").number(),
        0.125
    );
    let outcome = model::outcome(json!({ "segment": "clinic", "practices": {
            "promise_kept": 0, "problems_solved": 1, "answers_quickly": 3, "no_needless_wait": 3,
            "honest_advice": 3, "knows_and_polite": 3, "listens_without_pushing": 1,
            "remembers_without_nagging": 3, "clear_information": 3, "clean_and_tidy": 3,
        } }));
    assert!(model::agrees(
        &page.figure("level").value,
        model::at(&outcome, "level")
    ));
    page.assert_clean();
}

fn the_sheet_shows_the_models_figures_and_takes_a_measurement(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en");
    page.choose("rung", "basic");
    page.click("[data-panel=kpi]");
    page.until("the sheet is there", || page.count("#panel-kpi table") == 1);
    let cheque = model::outcome(json!({ "segment": "clinic", "rung": "basic" }));
    page.expect(
        &cheque,
        &[
            "dissatisfied",
            "service_churn",
            "retention",
            "level",
            "sufficient",
        ],
    );
    page.fill("nps", "35");
    page.click("[name=measured]");
    page.until("the field is there", || {
        page.count("#panel-kpi input[name=kpi-dissatisfied_measured]") == 1
    });
    page.fill("kpi-dissatisfied_measured", "30");
    let measured = model::outcome(json!({ "segment": "clinic", "dissatisfied_measured": 0.3 }));
    page.expect(&measured, &["level", "dissatisfied"]);
    page.assert_clean();
}

fn the_method_lists_every_parameter_and_its_sources(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open(browser, &site, &format!("/?lang={language}"));
        page.click("[data-panel=method]");
        page.until("the parameters are there", || {
            page.count("#panel-method .parameter") == Tables::built_in().parameters.len()
        });
        page.until("the essays' statements are there", || {
            page.count("#panel-method [data-seen=ESSAY]") >= 12
        });
        page.click("[name=all-sources]");
        page.until("every source is there", || {
            page.count("#all-sources .evidence > li") > 200
        });
        page.fill("method-cost_exponent", "3");
        page.press(Key::Enter);
        page.until("it is marked", || page.count("#panel-method .changed") == 1);
        page.click("[name=all-parameters-back]");
        page.until("all are back", || page.count("#panel-method .changed") == 0);
        page.assert_clean();
    }
}

fn explanations_fit_a_narrow_screen_and_have_no_fault(browser: &Browser) {
    let site = Site::start();
    for language in ["en", "ru"] {
        let page = Page::open_framed(browser, &site, 320, &format!("/?lang={language}"));
        open(&page, LOSS);
        second_layer(&page);
        page.until("the evidence is there", || {
            page.count(".explain .evidence") > 0
        });
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
        page.click("[data-panel=method]");
        page.until("the parameters are there", || {
            page.count("#panel-method .parameter") > 0
        });
        assert_eq!(page.overflow(), 0, "pixels too wide in {language}");
        let page = Page::open(browser, &site, &format!("/?lang={language}"));
        open(&page, LOSS);
        second_layer(&page);
        page.click("[data-panel=kpi]");
        page.until("the sheet is there", || page.count("#panel-kpi table") == 1);
        assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    }
}
