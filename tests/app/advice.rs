//! What the advice must never contradict: hold where stepping back does not pay, enough on the rung
//! Expected, and odds instead of parts of a customer.

use crate::said::{answer, said, say_all, session};
use l10n::text::{Message, say};
use model::{Tables, Verdict};
use service_level_calculator::present::Answer;
use service_level_calculator::present::explain::Explanation;
use service_level_calculator::present::field::FieldView;
use service_level_calculator::present::finding::finding;
use service_level_calculator::present::headline::{Costs, Headline};
use service_level_calculator::present::ladder::{assumed, ladder};
use service_level_calculator::present::levers::levers;
use service_level_calculator::present::names;
use service_level_calculator::present::report::{Monday, Report};
use service_level_calculator::session::{Action, DeliveredBy, Entry, Field, Session};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn business(segment: &str, tier: &str, rung: &str) -> [Action; 3] {
    [
        Action::Segment(segment.into()),
        Action::Tier(tier.into()),
        Action::Rung(rung.into()),
    ]
}

/// Calls `each` for every market and price tier on a rung.
fn everywhere(rung: &str, mut each: impl FnMut(&str, Answer)) {
    for segment in tables().segments.iter() {
        for tier in tables().tiers.iter() {
            let name = format!("{} {}", segment.id, tier.id);
            each(&name, answer(business(&segment.id, &tier.id, rung)));
        }
    }
}

#[test]
fn the_rung_expected_is_enough_in_every_market_at_every_price() {
    everywhere("expected", |name, answer| {
        let o = &answer.outcome;
        assert_eq!(o.level, o.expected, "{name}");
        let view = Headline::new(&answer, tables(), None);
        assert_eq!(view.verdict, Some(Verdict::Sufficient), "{name}");
        assert_eq!(view.chip, names::verdict(Verdict::Sufficient));
        let says = [
            ("en", "good enough to keep them coming back"),
            ("ru", "достаточно, чтобы клиент спокойно возвращался"),
        ];
        for (language, words) in says {
            let sentence = said(language, &view.sentence);
            assert!(sentence.contains(words), "{name}: {sentence}");
        }
        let rungs = ladder(&answer, tables());
        let picked = rungs.iter().find(|rung| rung.picked).unwrap();
        assert_eq!(
            (&*picked.id, picked.side),
            ("expected", Verdict::Sufficient)
        );
        let level = Explanation::new("level", &answer, tables()).unwrap();
        let words = said("en", &level.sentence);
        assert!(words.contains("stands 0 points"), "{name}: {words}");
    });
}

#[test]
fn a_level_of_points_that_is_expected_is_nearest_to_the_rung_expected() {
    for tier in tables().tiers.iter() {
        let on_rung = answer(business("hotel", &tier.id, "expected"));
        let points = Action::Number(Field::Level, Entry::Number(on_rung.outcome.level));
        let told = answer([
            Action::Segment("hotel".into()),
            Action::Tier(tier.id.to_string()),
            points,
            Action::By(DeliveredBy::Level),
        ]);
        let near: Vec<_> = ladder(&told, tables())
            .into_iter()
            .filter(|rung| rung.near)
            .map(|rung| rung.id)
            .collect();
        assert_eq!(near, ["expected"], "{}", tier.id);
        let untold = answer([
            Action::Segment("hotel".into()),
            Action::Tier(tier.id.to_string()),
        ]);
        assert_eq!(untold.outcome.level, on_rung.outcome.level);
        say_all(&assumed(&untold, tables()));
    }
}

/// All that gives advice about an answer, in English.
fn advice(answer: &Answer) -> String {
    let session = Session::new(answer.entries.clone());
    let report = Report::new(&session, answer, tables(), None, FieldView::new);
    let monday = Monday::new(&session, answer, tables());
    let mut all: Vec<Message> = vec![Headline::new(answer, tables(), None).sentence];
    all.extend(finding(answer, tables(), "treadmill"));
    for step in report.steps {
        all.extend([step.lever.title, step.lever.sentence]);
        all.extend(step.first);
    }
    all.extend(monday.begin.into_iter().map(|task| task.what));
    say_all(&all);
    let all: Vec<_> = all.iter().map(|message| said("en", message)).collect();
    all.join("\n")
}

#[test]
fn where_stepping_back_does_not_pay_the_advice_is_to_hold() {
    let (mut held, mut stepped) = (0, 0);
    for rung in ["expected", "desired", "wow", "unbelievable"] {
        everywhere(rung, |name, answer| {
            let o = &answer.outcome;
            let ids: Vec<_> = levers(&answer, tables()).iter().map(|it| it.id).collect();
            assert_eq!(ids.contains(&"hold"), o.levers.holds(), "{name} {rung}");
            let back = o.levers.step_back.is_some() && !o.levers.holds();
            assert_eq!(ids.contains(&"step_back"), back, "{name} {rung}");
            let advice = advice(&answer);
            if o.levers.holds() {
                held += 1;
                assert!(!advice.contains("Step back"), "{name} {rung}: {advice}");
                assert!(advice.contains("Hold the level"), "{name} {rung}: {advice}");
                if o.verdict == Verdict::Over {
                    let verdict = advice.lines().next().unwrap();
                    assert!(verdict.contains("Raise nothing further"), "{verdict}");
                    let found = said("en", &finding(&answer, tables(), "treadmill").unwrap());
                    assert!(found.starts_with("Hold: "), "{found}");
                }
            } else if back {
                stepped += 1;
                assert!(!advice.contains("Hold"), "{name} {rung}: {advice}");
            }
        });
    }
    assert!(held > 0 && stepped > 0, "{held} {stepped}");
}

/// Three customers a year, of whom less than one is lost.
fn few(customers: f64) -> Answer {
    let mut session = session(&[(Field::Customers, customers)]);
    for action in business("government_supply", "standard", "basic") {
        session = session.apply(action, tables());
    }
    Answer::new(&session, tables()).unwrap()
}

fn lost(answer: &Answer, language: &str) -> String {
    let detail = Costs::new(answer, tables(), None).lost.detail;
    said(language, &detail).replace('\u{a0}', " ")
}

#[test]
fn fewer_customers_than_one_a_year_are_said_as_odds() {
    let answer = few(3.0);
    let years = 1.0 / answer.outcome.customers_lost;
    assert!(years > 1.0);
    let words = lost(&answer, "en");
    let odds = "a year of losing one of your 3 customers, 33% of your revenue";
    assert!(
        words.contains("1 chance in ") && words.ends_with(odds),
        "{words}"
    );
    let words = lost(&answer, "ru");
    let odds = "за год потерять одного из 3 ваших клиентов, 33 % выручки";
    assert!(
        words.contains("1 шанс из ") && words.ends_with(odds),
        "{words}"
    );
    let one = lost(&few(1.0), "en");
    assert!(one.ends_with("of losing your only customer"), "{one}");
    let ru = lost(&few(1.0), "ru");
    assert!(ru.ends_with("потерять единственного клиента"), "{ru}");
    // Nearly one a year: the odds are of ten.
    let each = answer.outcome.customers_lost / 3.0;
    let nearly = few(0.7 / each);
    assert!(lost(&nearly, "en").contains("7 chances in 10 a year"));
    assert!(lost(&nearly, "ru").contains("7 шансов из 10 за год"));
    let many = lost(&few(1000.0), "en");
    assert!(many.ends_with("because of service"), "{many}");
    // Where nobody is lost there are no odds.
    let mut none = answer;
    none.outcome.customers_lost = 0.0;
    assert!(lost(&none, "en").ends_with("0 customers leave because of service"));
}

#[test]
fn explanations_say_no_part_of_a_customer() {
    let answer = few(3.0);
    assert!(answer.outcome.dissatisfied * 3.0 < 3.0);
    for name in [
        "loss",
        "loss_lines.leavers",
        "loss_lines.reduced",
        "loss_lines.word_of_mouth",
        "customers_lost",
    ] {
        for (language, _) in say::LANGUAGES {
            let explanation = Explanation::new(name, &answer, tables()).unwrap();
            let words = said(language, &explanation.sentence);
            let words = words.replace('\u{a0}', " ");
            let part_of_one = ["0.", "0,"].into_iter().any(|part| {
                let mut places = words.match_indices(part);
                places.any(|(at, _)| {
                    let rest = words[at..].trim_start_matches(|c: char| !c.is_whitespace());
                    let rest = rest.trim_start();
                    ["customer", "of your", "клиент", "ваших"]
                        .iter()
                        .any(|word| rest.starts_with(word))
                })
            });
            assert!(!part_of_one, "{language} {name}: {words}");
            println!("{language} {name}: {words}");
        }
    }
}
