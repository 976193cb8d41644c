//! What travels between page and worker arrives as it was sent, or not at all.

use service_level_model::{
    Business, Calibrated, Delivered, Inputs, Level, SEED, Study, Survey, Tables, Uncertainty,
};

fn inputs(delivered: Delivered) -> Inputs {
    Inputs {
        delivered,
        ..Inputs::default()
    }
}

fn survey(surveyed: Option<f64>) -> Survey {
    Survey {
        dissatisfied: 0.3,
        surveyed,
    }
}

/// The loss of a clinic's draws with this retention, 10, 50 and 90 %.
fn loss(retention_of: Option<f64>) -> [f64; 3] {
    let inputs = Inputs {
        retention: Some(0.7),
        retention_of,
        ..inputs(Delivered::Rung("basic".into()))
    };
    let study = Study::new(&inputs, Tables::built_in()).unwrap();
    let draws: Vec<_> = study.draws(SEED).take(4_000).collect();
    Uncertainty::of(&draws).loss
}

#[test]
fn a_retention_is_drawn_where_it_is_known_of_how_many_it_was_counted() {
    // One number more is drawn in both, so that the same draws differ by the retention alone.
    let (many, few) = (loss(Some(1e6)), loss(Some(20.0)));
    assert_ne!(many, few);
    for (many, few) in many.into_iter().zip(few) {
        assert!(
            few.is_finite() && (few - many).abs() < 0.5 * many,
            "{few}, {many}"
        );
    }
}

#[test]
fn of_how_many_a_retention_was_counted_needs_the_retention() {
    let read = |text: &str| serde_json::from_str::<Inputs>(text);
    let error = read(r#"{ "retention_of": 40 }"#).unwrap_err().to_string();
    assert!(error.contains("retention"), "{error}");
    let inputs = read(r#"{ "retention": 0.7, "retention_of": 0.5 }"#).unwrap();
    assert!(Study::new(&inputs, Tables::built_in()).is_err());
}

fn studies() -> Vec<Study> {
    let tables = Tables::built_in();
    let study = |inputs: &Inputs| Study::new(inputs, tables).unwrap();
    let mut studies: Vec<Study> = tables
        .segments
        .iter()
        .map(|row| {
            study(&Inputs {
                segment: Some(row.id.to_string()),
                ..Inputs::default()
            })
        })
        .collect();
    studies.extend([
        study(&inputs(Delivered::Rung("basic".into()))),
        study(&inputs(Delivered::Level(61.5))),
        study(&inputs(Delivered::Measured(survey(None)))),
        study(&inputs(Delivered::Measured(survey(Some(40.0))))),
        study(&Inputs::default()).asking(40.0, tables).unwrap(),
        study(&Inputs {
            margin: Some(0.4),
            retention: Some(0.7),
            retention_of: Some(40.0),
            cost_to_serve: Some(0.2),
            enquiries: Some(300.0),
            conversion: Some(0.25),
            ..Inputs::default()
        }),
        Study {
            looked_at: Some(88.0),
            ..study(&Inputs::default())
        },
    ]);
    for surveyed in [None, Some(12.0)] {
        let measured = Business {
            level: Level::Measured(survey(surveyed)),
            ..studies[0].business
        };
        studies.push(Study {
            business: measured,
            ..studies[0].clone()
        });
    }
    studies
}

fn drawn(study: &Study, count: usize) -> Uncertainty {
    let draws: Vec<_> = study.draws(SEED).take(count).collect();
    Uncertainty::of(&draws)
}

#[test]
fn a_study_arrives_as_it_was_sent() {
    for study in studies() {
        assert_eq!(Study::from_numbers(&study.to_numbers()), Some(study));
    }
}

#[test]
fn a_study_of_another_version_is_none() {
    let sent = studies().remove(0).to_numbers();
    for version in [0.0, 1.0, 2.0] {
        let mut numbers = sent.clone();
        numbers[0] = version;
        assert_eq!(Study::from_numbers(&numbers), None, "{version}");
    }
}

#[test]
fn what_the_draws_say_arrives_as_it_was_sent() {
    for study in studies() {
        let said = drawn(&study, 40);
        assert_eq!(Uncertainty::from_numbers(&said.to_numbers()), Some(said));
    }
}

#[test]
fn other_numbers_are_no_study_and_say_nothing() {
    let study = studies().remove(0);
    let (sent, said) = (study.to_numbers(), drawn(&study, 10).to_numbers());
    for length in (0..sent.len()).chain([sent.len() + 1, sent.len() + 3, 1000]) {
        let mut numbers = sent.clone();
        numbers.resize(length, 0.5);
        assert_eq!(Study::from_numbers(&numbers), None, "{length} numbers");
    }
    for length in (0..said.len()).chain([said.len() + 1, said.len() + 3]) {
        let mut numbers = said.clone();
        numbers.resize(length, 0.5);
        assert_eq!(
            Uncertainty::from_numbers(&numbers),
            None,
            "{length} numbers"
        );
    }
    for broken in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        for at in 0..sent.len() {
            let mut numbers = sent.clone();
            numbers[at] = broken;
            assert_eq!(Study::from_numbers(&numbers), None, "{broken} at {at}");
        }
        for at in 0..said.len() {
            let mut numbers = said.clone();
            numbers[at] = broken;
            assert_eq!(
                Uncertainty::from_numbers(&numbers),
                None,
                "{broken} at {at}"
            );
        }
    }
}

#[test]
fn a_level_looked_at_moves_nothing_that_was_fitted_at_the_present_one() {
    let tables = Tables::built_in();
    let own = Inputs {
        delivered: Delivered::Level(62.0),
        retention: Some(0.7),
        cost_to_serve: Some(0.2),
        ..Inputs::default()
    };
    let looked = Study {
        looked_at: Some(85.0),
        ..Study::new(&own, tables).unwrap()
    };
    let found = drawn(&looked, 2000);
    let own = Calibrated::of(&own, tables).unwrap();
    let there = Calibrated { level: 85.0, ..own }.outcome();
    let [low, _, high] = found.loss;
    assert!(
        low <= there.loss && there.loss <= high,
        "{} in {low}..{high}",
        there.loss
    );
    let [low, _, high] = found.extra_cost;
    let extra = there.exceeding.extra_cost;
    assert!(low <= extra && extra <= high, "{extra} in {low}..{high}");
}
