//! The queue behind one customer: figures of the model, words for a queue without end.

use crate::said::{figure, said, say_all, session};
use l10n::text::Message;
use model::{Counter, Tables, queue};
use proptest::prelude::*;
use service_level_calculator::present::Answer;
use service_level_calculator::present::field::FieldView;
use service_level_calculator::present::finding::{PANELS, finding, is_offered};
use service_level_calculator::present::queue::{DRAWN, Line, Mood, QueueView, too_long};
use service_level_calculator::session::{Action, Entry, Field};

const BUSY: [(Field, f64); 6] = [
    (Field::Arrivals, 20.0),
    (Field::ContactMinutes, 5.0),
    (Field::Staff, 3.0),
    (Field::Tolerance, 60.0),
    (Field::CareMinutes, 2.0),
    (Field::Wage, 15.0),
];

fn view(numbers: &[(Field, f64)]) -> Option<QueueView> {
    QueueView::new(&session(numbers).entries, Tables::built_in())
}

fn messages(view: &QueueView) -> Vec<&Message> {
    let mut all: Vec<_> = view.rows.iter().chain([&view.extra, &view.hours]).collect();
    for line in [&view.now, &view.after] {
        all.extend(line.facts.iter().chain([&line.title, &line.caption]));
        all.extend(&line.caution);
    }
    all
}

#[test]
fn the_figures_are_the_models_before_and_after_the_care() {
    let view = view(&BUSY).unwrap();
    for (id, line, minutes) in [("now", &view.now, 5.0), ("after", &view.after, 7.0)] {
        let counter = Counter {
            arrivals_per_hour: 20.0,
            minutes,
            staff: 3.0,
            tolerance_s: 60.0,
        };
        let model = queue(&counter, Tables::built_in()).unwrap();
        let wait = model.wait.unwrap();
        let shown =
            |fact: usize, path: &str| figure(&line.facts[fact], &format!("queue.{id}.{path}"));
        assert_eq!(shown(0, "wait.p_wait"), Some(wait.p_wait));
        let seconds = shown(1, "wait.mean_wait_s");
        let minutes = shown(1, "wait.mean_wait_minutes").map(|minutes| minutes * 60.0);
        let mean = seconds.or(minutes).unwrap();
        assert!((mean - wait.mean_wait_s).abs() < 1e-9);
        assert_eq!(shown(2, "wait.p_over"), Some(wait.p_over));
        assert_eq!(shown(3, "staff_needed"), Some(model.staff_needed));
    }
    say_all(messages(&view));
}

#[test]
fn the_extra_people_are_paid_for_whole_shifts() {
    let view = view(&BUSY).unwrap();
    let people = figure(&view.extra, "queue.extra_people").unwrap();
    let needed = |line: &Line, id| figure(&line.facts[3], &format!("queue.{id}.staff_needed"));
    assert_eq!(
        people,
        needed(&view.after, "after").unwrap() - needed(&view.now, "now").unwrap()
    );
    // Eight hours, 22 days: the examples of the other panel.
    let cost = figure(&view.extra, "queue.extra_cost").unwrap();
    assert_eq!(cost, people * 15.0 * 8.0 * 22.0);
    assert!(said("en", &view.hours).contains("8 hours a day, 22 days a month"));
}

#[test]
fn too_few_people_get_words_and_no_number() {
    let mut few = BUSY;
    few[2].1 = 1.0;
    let view = view(&few).unwrap();
    for line in [&view.now, &view.after] {
        for fact in &line.facts[..3] {
            let words = said("en", fact);
            assert!(!words.contains(|c: char| c.is_ascii_digit()), "{words}");
        }
        assert_eq!(said("en", &line.facts[1]), "the queue grows without limit");
        assert_eq!(said("ru", &line.facts[1]), "очередь растёт без предела");
        assert!(line.caution.is_some());
        assert_eq!(line.counter, 0.0);
    }
    say_all(messages(&view));
}

#[test]
fn no_care_costs_nobody_more() {
    let mut plain = BUSY;
    plain[4].1 = 0.0;
    let view = view(&plain).unwrap();
    assert_eq!(view.now.caption, view.after.caption);
    assert_eq!(figure(&view.extra, "queue.extra_people"), None);
    say_all(messages(&view));
}

#[test]
fn a_faulty_field_gives_no_view_and_one_of_the_other_panel_does_not_matter() {
    let tables = Tables::built_in();
    for (field, value) in [
        (Field::Staff, 2.5),
        (Field::Arrivals, 0.0),
        (Field::Wage, -1.0),
    ] {
        assert_eq!(view(&[(field, value)]), None, "{field:?}");
    }
    let mut session = session(&[]);
    session
        .entries
        .numbers
        .insert(Field::Tolerance, Entry::Text("soon".into()));
    assert_eq!(QueueView::new(&session.entries, tables), None);
    assert!(view(&[(Field::Days, 99.0)]).is_some());
}

#[test]
fn a_contact_too_long_with_its_care_is_named() {
    let long = session(&[
        (Field::ContactMinutes, 9000.0),
        (Field::CareMinutes, 2000.0),
    ]);
    let tables = Tables::built_in();
    assert_eq!(QueueView::new(&long.entries, tables), None);
    let words = said("en", &too_long(&long.entries, tables).unwrap());
    assert!(
        words.contains("11,000") && words.contains("10,000"),
        "{words}"
    );
    assert_eq!(too_long(&session(&BUSY).entries, tables), None);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn ten_customers_are_drawn_in_order(
        arrivals in 0.001..300.0, minutes in 0.001..60.0, staff in 1_u8..30, tolerance in 0.001..600.0, care in 0.0..15.0,
    ) {
        let view = view(&[
            (Field::Arrivals, arrivals),
            (Field::ContactMinutes, minutes),
            (Field::Staff, f64::from(staff)),
            (Field::Tolerance, tolerance),
            (Field::CareMinutes, care),
        ]).unwrap();
        for line in [&view.now, &view.after] {
            prop_assert_eq!(line.people.len(), usize::from(DRAWN));
            prop_assert!(line.people.is_sorted_by_key(|(x, _)| *x));
            prop_assert!(line.people.iter().all(|(x, _)| (0.0..=1.0).contains(x)));
            let rank = |mood: &Mood| match mood { Mood::Served => 0, Mood::Waiting => 1, Mood::Upset => 2 };
            prop_assert!(line.people.is_sorted_by_key(|(_, mood)| rank(mood)));
        }
        say_all(messages(&view));
    }
}

/// What stands in the fields of a market's queue panel.
fn shown(segment: &str, numbers: &[(Field, f64)]) -> [f64; 4] {
    let tables = Tables::built_in();
    let mut session = session(numbers);
    session = session.apply(Action::Segment(segment.into()), tables);
    [
        Field::Arrivals,
        Field::ContactMinutes,
        Field::Staff,
        Field::Tolerance,
    ]
    .map(|field| FieldView::new(field, &session, tables).value)
}

#[test]
fn the_example_comes_from_the_visitor_s_own_volume() {
    // 48,000 visits in 2,400 hours, twice as many at the peak; 40 of 4 minutes keep four people busy.
    let volume = [(Field::Customers, 4000.0), (Field::Purchases, 12.0)];
    assert_eq!(shown("restaurant", &volume), [40.0, 4.0, 4.0, 600.0]);
    // A customer of a fitness club comes five times for each payment.
    assert_eq!(shown("fitness", &volume), [200.0, 3.0, 12.0, 120.0]);
    // Half as many customers are half as many arrivals.
    let [arrivals, ..] = shown("restaurant", &[(Field::Customers, 2000.0)]);
    assert_eq!(arrivals, 20.0);
}

#[test]
fn what_is_typed_wins_and_the_example_of_people_follows_it() {
    let typed = [
        (Field::Customers, 4000.0),
        (Field::Arrivals, 100.0),
        (Field::Tolerance, 20.0),
    ];
    let [arrivals, minutes, staff, tolerance] = shown("restaurant", &typed);
    assert_eq!([arrivals, minutes, tolerance], [100.0, 4.0, 20.0]);
    assert_eq!(staff, 8.0);
    let own = [&typed[..], &[(Field::Staff, 3.0)]].concat();
    assert_eq!(shown("restaurant", &own)[2], 3.0);
}

#[test]
fn the_example_is_no_queue_without_end_in_any_market_that_queues() {
    let tables = Tables::built_in();
    for segment in tables.segments.iter() {
        let session = session(&[]).apply(Action::Segment(segment.id.to_string()), tables);
        let offered = is_offered("queue", &session.entries, tables);
        assert_eq!(offered, segment.queue.is_some(), "{}", segment.id);
        let answer = Answer::new(&session, tables).unwrap();
        let found = finding(&answer, tables, "queue");
        assert_eq!(found.is_some(), offered, "{}", segment.id);
        if offered {
            let view = QueueView::new(&session.entries, tables).unwrap();
            assert_eq!(view.now.caution, None, "{}", segment.id);
            for (language, words) in [("en", "An example so far."), ("ru", "Пока это пример.")]
            {
                assert!(said(language, found.as_ref().unwrap()).ends_with(words));
            }
        }
    }
    assert!(PANELS.contains(&"queue"));
}
