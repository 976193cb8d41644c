//! The panels below the answer, opened and used: their figures are those of the native model.

use l10n::format::TableFormat;
use l10n::text::{Catalog, Piece};
use model::{
    Counter, DRAWS, Idea, Inputs, Orders, Raise, SEED, Study, Tables, Uncertainty, assessment,
    forecast, gestures, idea, neighbours, queue, scale, treadmill, uncertainty,
};
use serde_json::{Map, Value, from_value, json, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::present::finding::{PANELS, finding};
use service_level_calculator::session::{Action, DeliveredBy, Entries, Entry, Field, Session};
use web::{Browser, Failure, Key, Now, Page, Site, expected};

use crate::business::{pick_segment, usual_cheque};

tests![
    the_worker_simulates_what_the_native_model_does: everywhere,
    a_worker_that_does_not_load_leaves_the_answer: everywhere,
    closed_panels_say_what_they_find_and_open_ones_show_it,
    the_panels_of_a_day_s_work_share_their_numbers,
    ideas_come_and_go_and_are_ranked,
    practices_and_measurements_give_the_level,
];

fn tables() -> &'static Tables {
    Tables::built_in()
}

/// The inputs of a business as they are entered on a page of its market.
fn inputs(segment: &str, tier: &str, rung: &str) -> Inputs {
    let inputs =
        json!({ "segment": segment, "tier": tier, "rung": rung, "customers": 1200, "cheque": 90 });
    from_value(inputs).unwrap()
}

/// Opens a page of a market, and enters the business.
fn open<'a>(browser: &'a Browser, site: &'a Site, market: &str, rung: &str) -> Page<'a> {
    let page = Page::open(browser, site, &format!("/any/sub/path/?{market}"));
    page.choose("rung", rung);
    page.fill("customers", "1200");
    page.fill("cheque", "90");
    page
}

/// Opens a panel.
fn open_panel(page: &Page, id: &str) {
    page.click(&format!("[data-panel={id}]"));
    page.until(&format!("the panel {id} is open"), |now| {
        now.has(&format!("#panel-{id}:not([hidden])")) && !now.has(&format!("#panel-{id} .coming"))
    });
}

/// Waits until the page shows these figures to the last bit: the program that the worker runs is
/// not that of the page.
fn expect_exactly(page: &Page, wanted: &Uncertainty) {
    let wanted = to_value(wanted).unwrap();
    page.expect_none("simulated figures", |now| {
        let mut faults = Vec::new();
        let mut compared = 0;
        for figure in ["loss", "gap", "level", "extra_cost", "loss_within_year"] {
            for place in 0..3 {
                let name = format!("certainty.{figure}.{place}");
                let wanted = wanted[figure][place].as_f64();
                // A range that is one number is not shown.
                if let Some(shown) = now.number(&name) {
                    compared += 1;
                    if Some(shown) != wanted {
                        faults.push(format!("{name}: {shown}, not {wanted:?}"));
                    }
                }
            }
        }
        for verdict in ["under", "sufficient", "over"] {
            let name = format!("certainty.of_100.{verdict}");
            let share = wanted["verdict"][verdict].as_f64().unwrap();
            let (shown, wanted) = (now.number(&name), (100.0 * share).round());
            if shown != Some(wanted) {
                faults.push(format!("{name}: {shown:?}, not {wanted}"));
            }
        }
        if compared < 9 {
            faults.push(format!("only {compared} figures"));
        }
        faults
    });
}

/// Waits until all simulations are made, and the page shows these figures to the last bit.
fn expect_all_made(page: &Page, wanted: &Uncertainty) {
    expect_exactly(page, wanted);
    page.expect_some("[name=certainty-redraw]");
    page.expect_eq("the simulations made", Some(DRAWS as f64), |now| {
        now.number("certainty.done")
    });
}

fn simulated(inputs: &Inputs) -> Uncertainty {
    uncertainty(inputs, DRAWS as f64, SEED, tables()).unwrap()
}

fn the_worker_simulates_what_the_native_model_does(browser: &Browser) {
    let site = Site::start();
    let page = open(
        browser,
        &site,
        "lang=en&segment=clinic&tier=premium",
        "basic",
    );
    open_panel(&page, "certainty");
    let clinic = inputs("clinic", "premium", "basic");
    let own = simulated(&clinic);
    expect_all_made(&page, &own);
    let bar = "const bar = one('#certainty-progress'); return bar.value === bar.max";
    page.until("the progress is complete", |now| {
        now.script(bar, vec![]) == true
    });
    assert!(site.asked_for("worker-*.wasm") > 0, "no worker was started");

    // Another level is looked at: it has simulations of its own.
    page.run("one('[role=slider]').focus()", vec![]);
    let level = page.figure("level").value;
    page.press(Key::Home);
    page.until_moved("level", &level);
    let level = page.figure("level").value;
    page.press(Key::PageUp);
    page.until_moved("level", &level);
    let study = Study {
        looked_at: Some(page.figure("level").number()),
        ..Study::new(&clinic, tables()).unwrap()
    };
    let draws: Vec<_> = study.draws(SEED).take(DRAWS).collect();
    expect_all_made(&page, &Uncertainty::of(&draws));
    page.press(Key::Escape);
    expect_all_made(&page, &own);

    // Stopped simulations leave the last result. The order to go on after the first of them is held
    // back, else they may end before they are stopped.
    page.run(
        "const { prototype } = Worker;
        window.__post = prototype.postMessage;
        prototype.postMessage = function (order) { if (!order.on) window.__post.call(this, order) }",
        vec![],
    );
    page.click("[name=certainty-redraw]");
    page.click("[name=certainty-cancel]");
    page.expect_some("#panel-certainty .notice-caution");
    expect_exactly(&page, &own);
    page.run("Worker.prototype.postMessage = window.__post", vec![]);
    page.click("[name=certainty-redraw]");
    page.expect_gone("#panel-certainty .notice-caution");
    expect_all_made(&page, &own);

    pick_segment(&page, "hotel");
    page.choose("rung", "wow");
    expect_all_made(&page, &simulated(&inputs("hotel", "premium", "wow")));
    page.assert_clean();
}

fn a_worker_that_does_not_load_leaves_the_answer(browser: &Browser) {
    for (file, failure) in [
        ("worker-*.js", Failure::NotFound),
        ("worker-*.wasm", Failure::HtmlInstead),
    ] {
        let site = Site::start();
        site.fail(file, failure);
        let page = Page::open(browser, &site, "/?lang=en&segment=clinic&tier=standard");
        page.choose("rung", "expected");
        open_panel(&page, "certainty");
        page.expect_some("#panel-certainty .notice-caution");
        let cheque = usual_cheque("clinic");
        let inputs = json!({ "segment": "clinic", "tier": "standard", "rung": "expected", "cheque": cheque });
        page.expect(&expected::outcome(inputs), &["verdict", "loss"]);
        assert_eq!(
            site.reports(),
            Vec::<Value>::new(),
            "violations of the policy"
        );
    }
}

/// The native session of a market to which the same happens as on its page.
fn native(segment: &str, tier: &str, actions: &[Action]) -> Session {
    let start = Entries {
        segment: segment.into(),
        tier: tier.into(),
        ..Entries::start(tables(), "en")
    };
    let apply = |session: Session, action: &Action| session.apply(action.clone(), tables());
    actions.iter().fold(Session::new(start), apply)
}

/// The figures that a closed panel says, in the order of the English text.
fn found(answer: &Answer, id: &str) -> Vec<f64> {
    let Some(message) = finding(answer, tables(), id) else {
        return Vec::new();
    };
    let english = Catalog::embedded("en").unwrap();
    let pieces = english.pieces(&message, &TableFormat::new("en", "USD"));
    let value = |piece| match piece {
        Piece::Figure(shown) => Some(shown.value),
        _ => None,
    };
    pieces.into_iter().filter_map(value).collect()
}

/// Waits until every heading says what its panel finds for an answer.
fn expect_found(page: &Page, answer: &Answer) {
    let said = |now: &Now, id: &str| -> Vec<f64> {
        let body = "return deep(document, `[data-panel=${arguments[0]}] .finding:not(.stale) data`)
            .map(e => Number(e.value))";
        from_value(now.script(body, vec![json!(id)])).unwrap()
    };
    page.expect_none("headings", |now| {
        let pairs = PANELS.map(|id| (id, said(now, id), found(answer, id)));
        let near = |(a, b): (&f64, &f64)| (a - b).abs() <= 1e-9 * b.abs();
        let differ = |(_, shown, wanted): &(&str, Vec<f64>, Vec<f64>)| {
            shown.len() != wanted.len() || !shown.iter().zip(wanted).all(near)
        };
        pairs.into_iter().filter(differ).collect()
    });
}

/// The treadmill's figures.
fn raised(inputs: &Inputs, raise: Value, cost_of_one: f64) -> Value {
    let raise: Raise = from_value(raise).unwrap();
    let mut all = to_value(treadmill(inputs, &raise, tables()).unwrap()).unwrap();
    let gestures = gestures(inputs, cost_of_one, tables()).unwrap();
    all["gestures_per_year"] = json!(gestures.gestures_per_year);
    json!({ "treadmill": all })
}

fn closed_panels_say_what_they_find_and_open_ones_show_it(browser: &Browser) {
    let site = Site::start();
    let page = open(
        browser,
        &site,
        "lang=en&segment=clinic&tier=standard",
        "wow",
    );
    let number = |field, value| Action::Number(field, Entry::Number(value));
    let answer = |rung: &str| {
        let actions = [
            Action::Rung(rung.into()),
            number(Field::Customers, 1200.0),
            number(Field::Cheque, 90.0),
        ];
        Answer::new(&native("clinic", "standard", &actions), tables()).unwrap()
    };
    expect_found(&page, &answer("wow"));
    page.choose("rung", "basic");
    expect_found(&page, &answer("basic"));
    let inputs = inputs("clinic", "standard", "basic");

    open_panel(&page, "treadmill");
    page.expect_gone("[data-panel=treadmill] .finding");
    page.fill("raised_by", "12");
    page.fill("months_raised", "18");
    page.fill("cost_of_one", "40");
    let figures = [
        "treadmill.cumulative",
        "treadmill.path.17.delta",
        "treadmill.gestures_per_year",
    ];
    let raise = json!({ "raised_by": 12, "months_raised": 18 });
    page.expect(&raised(&inputs, raise, 40.0), &figures);
    page.choose("treadmill-from", "own");
    let own = page.figure("level").number();
    let raise = json!({ "from": own, "raised_by": 12, "months_raised": 18 });
    let model = raised(&inputs, raise, 40.0);
    page.expect(&model, &figures);
    page.fill("months_raised", "many");
    page.expect_some("#panel-treadmill .stale");
    page.expect_some("#months_raised-error");
    page.expect(&model, &figures);
    // Half a month is refused too; what is typed first, two months, is valid.
    page.fill("months_raised", "2.5");
    page.expect_some("#months_raised-error");
    page.fill("months_raised", "18");
    page.expect_gone("#panel-treadmill .stale, #months_raised-error");
    page.expect(&model, &figures);

    open_panel(&page, "forecast");
    let years = |controlled| forecast(&inputs, 5.0, controlled, tables()).unwrap();
    let model = json!({ "forecast": { "controlled": years(true), "uncontrolled": years(false) } });
    for (control, other) in [
        ("controlled", "uncontrolled"),
        ("uncontrolled", "controlled"),
    ] {
        page.choose("forecast-control", control);
        let year = |year| {
            ["expected", "level", "loss"].map(|what| format!("forecast.{control}.{year}.{what}"))
        };
        let mut paths: Vec<String> = (0..=5).flat_map(year).collect();
        paths.push(format!("forecast.{other}.5.loss"));
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        page.expect(&model, &paths);
    }

    open_panel(&page, "neighbours");
    let near = neighbours(&inputs, tables()).unwrap();
    let paths = (0..near.len()).map(|at| format!("neighbours.{at}.expected"));
    let paths: Vec<String> = paths.collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    page.expect(&json!({ "neighbours": near }), &paths);
    page.expect_count("#panel-neighbours .tile", near.len());
    page.expect_accessible();
    page.assert_clean();
}

fn the_panels_of_a_day_s_work_share_their_numbers(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=ru");
    open_panel(&page, "scale");
    for (field, typed) in [
        ("orders_per_day", "42"),
        ("minutes_individual", "25"),
        ("minutes_standard", "7"),
        ("exceptions", "30"),
        ("scale-wage", "12"),
        ("days", "26"),
        ("standard_one_off", "3 000"),
        ("shift_hours", "7,5"),
    ] {
        page.fill(field, typed);
    }
    let orders = Orders {
        orders_per_day: 42.0,
        minutes_individual: 25.0,
        minutes_standard: 7.0,
        exceptions: 0.3,
        wage: 12.0,
        days: 26.0,
        one_off: 3000.0,
        shift_hours: 7.5,
    };
    let model = json!({ "scale": { "own": scale(&orders, tables()).unwrap() } });
    let figures = [
        "scale.own.individual_monthly",
        "scale.own.standard_monthly",
        "scale.own.saving_monthly",
        "scale.own.people_individual",
        "scale.own.people_standard",
        "scale.own.break_even_orders_per_day",
    ];
    page.expect(&model, &figures);

    open_panel(&page, "queue");
    page.expect_value("queue-wage", "12");
    for (field, typed) in [
        ("arrivals_per_hour", "30"),
        ("contact_minutes", "5"),
        ("staff", "4"),
        ("care_minutes", "1,5"),
    ] {
        page.fill(field, typed);
    }
    let model = |tolerance_s| {
        let at = |minutes| {
            let counter = Counter {
                arrivals_per_hour: 30.0,
                minutes,
                staff: 4.0,
                tolerance_s,
            };
            queue(&counter, tables()).unwrap()
        };
        let (now, after) = (at(5.0), at(6.5));
        let people = after.staff_needed - now.staff_needed;
        // Wage, hours and days were entered in the panel above.
        let cost = people * 12.0 * 7.5 * 26.0;
        json!({ "queue": { "now": now, "after": after, "extra_people": people, "extra_cost": cost } })
    };
    let figures = [
        "queue.now.wait.p_wait",
        "queue.now.wait.p_over",
        "queue.now.staff_needed",
        "queue.after.wait.p_wait",
        "queue.after.wait.p_over",
        "queue.after.staff_needed",
        "queue.extra_people",
        "queue.extra_cost",
    ];
    for tolerance in [20, 60] {
        page.click(&format!("[data-tolerance=\"{tolerance}\"]"));
        page.expect(&model(f64::from(tolerance)), &figures);
    }
    for wrong in ["много", "2,5", ""] {
        page.fill("staff", wrong);
        page.expect_some("#staff-error");
        page.expect_some("#panel-queue .stale");
        page.expect(&model(60.0), &["queue.now.staff_needed"]);
    }
    page.fill("staff", "4");
    page.expect_gone("#panel-queue .stale, #staff-error");
    page.expect(&model(60.0), &figures);
    page.assert_clean();
}

fn ideas_come_and_go_and_are_ranked(browser: &Browser) {
    let site = Site::start();
    let market = "lang=en&segment=restaurant&tier=standard";
    let page = open(browser, &site, market, "basic");
    open_panel(&page, "idea");
    page.expect_gone(".idea");
    page.click("[data-example=adds]");
    page.expect_count(".idea", 1);
    page.click("[data-example=trims]");
    page.expect_count(".idea", 2);
    let second = page.once("the title of the second", |now| {
        Some(now.text("#idea-1-title")).filter(|title| !title.is_empty())
    });
    page.click("[data-remove=\"0\"]");
    page.expect_count(".idea", 1);
    page.expect_eq("the title of the idea that is left", &*second, |now| {
        now.text("#idea-0-title")
    });
    page.expect_value("idea-0-name", &second);

    let ideas = [
        [50_000.0, 2000.0, 5.0, 1.0, 0.0],
        [500.0, -100.0, 0.5, 6.0, 10.0],
    ];
    let fields = ["one_off", "monthly", "minutes", "d_level", "d_consistency"];
    for (index, numbers) in ideas.iter().enumerate() {
        // The first is written over the example.
        if index > 0 {
            page.click("[data-idea=add]");
            page.expect_count(".idea", index + 1);
        }
        page.fill(&format!("idea-{index}-name"), &format!("Number {index}"));
        for (field, value) in fields.iter().zip(numbers) {
            page.fill(&format!("idea-{index}-{field}"), &value.to_string());
        }
    }
    page.fill("idea-wage", "15");
    let inputs = inputs("restaurant", "standard", "basic");
    let tested = ideas.map(|[one_off, monthly, minutes, d_level, percent]| {
        let asked = Idea {
            one_off,
            monthly,
            minutes,
            wage: 15.0,
            d_level,
            d_consistency: percent / 100.0,
        };
        idea(&inputs, &asked, tables()).unwrap()
    });
    let paths = (0..ideas.len()).flat_map(|index| {
        ["net", "yearly_gain", "yearly_cost"].map(|path| format!("idea.{index}.{path}"))
    });
    let paths: Vec<String> = paths.collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let model = json!({ "idea": tested });
    page.expect(&model, &paths);
    let net = |index: &usize| model["idea"][index]["net"].as_f64().unwrap();
    let mut order: Vec<usize> = (0..ideas.len()).collect();
    order.sort_by(|a, b| net(b).total_cmp(&net(a)));
    let order: Vec<String> = order
        .iter()
        .map(|index| format!("Number {index}"))
        .collect();
    page.expect_eq("the ranking", json!(order), |now| {
        let body =
            "return deep(document, '#panel-idea tbody tr').map(row => row.cells[0].innerText)";
        now.script(body, vec![])
    });

    for answered in 1..=5 {
        page.click(&format!("input[name=idea-1-question-{}]", answered - 1));
        page.expect_count("[aria-labelledby=idea-1-title] .risks li", 5 - answered);
    }

    for wrong in ["much", ""] {
        page.fill("idea-0-d_level", wrong);
        page.expect_some("#idea-0-d_level-error");
        // The result in its card and its row of the table.
        page.expect_count("#panel-idea .stale", 2);
        page.expect(&model, &paths);
    }
    page.fill("idea-0-d_level", "1");
    page.expect_gone("#panel-idea .stale, #idea-0-d_level-error");
    page.assert_clean();
}

fn practices_and_measurements_give_the_level(browser: &Browser) {
    let site = Site::start();
    let page = Page::open(browser, &site, "/?lang=en&segment=clinic&tier=standard");
    page.choose("by", "practices");
    let mut actions = vec![Action::By(DeliveredBy::Practices)];
    for (id, answer) in [
        ("promise_kept", 0),
        ("problems_solved", 1),
        ("listens_without_pushing", 1),
    ] {
        page.choose(&format!("practice-{id}"), &answer.to_string());
        let place = tables().practices.iter().position(|row| row.id == id);
        actions.push(Action::Practice(place.unwrap(), Some(answer)));
    }
    page.click("[name=assessment]");
    let session = native("clinic", "standard", &actions);
    let said = assessment(&session.entries.inputs(tables()), tables()).unwrap();
    let scores = said.scores.unwrap();
    let dimensions = scores.dimensions.into_iter();
    let dimensions: Map<_, _> = dimensions.map(|(id, score)| (id, json!(score))).collect();
    let paths = dimensions
        .keys()
        .map(|id| format!("assessment.dimensions.{id}"));
    let paths: Vec<String> = paths.chain(["level".into()]).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let model = json!({ "level": said.level, "assessment": { "dimensions": dimensions } });
    page.expect(&model, &paths);

    open_panel(&page, "kpi");
    page.fill("nps", "35");
    page.click("[name=measured]");
    page.fill("kpi-dissatisfied_measured", "30");
    // The same number is a field of the first screen.
    page.expect_value("dissatisfied_measured", "30");
    let measured = json!({ "segment": "clinic", "tier": "standard", "dissatisfied_measured": 0.3 });
    let figures = [
        "dissatisfied",
        "service_churn",
        "retention",
        "level",
        "sufficient",
    ];
    page.expect(&expected::outcome(measured), &figures);
    page.expect_accessible();
    page.assert_clean();
}
