//! The one reducer: what is undone, kept, converted and rescaled.

use model::{Delivered, Survey, Tables};
use service_level_calculator::present::Answer;
use service_level_calculator::session::{
    Action, CustomerCount, DeliveredBy, Entries, Entry, EntryError, Field, Session,
};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn start() -> Session {
    Session::new(Entries::start(tables(), "en"))
}

fn after(session: &Session, actions: impl IntoIterator<Item = Action>) -> Session {
    let actions = actions.into_iter();
    actions.fold(session.clone(), |session, action| {
        session.apply(action, tables())
    })
}

fn number(field: Field, value: f64) -> Action {
    Action::Number(field, Entry::Number(value))
}

fn text(field: Field, text: &str) -> Action {
    Action::Number(field, Entry::Text(text.into()))
}

fn value(session: &Session, field: Field) -> f64 {
    session.entries.number(field, tables())
}

fn customers_a_year(session: &Session) -> f64 {
    let inputs = session.entries.inputs(tables());
    inputs.customers.unwrap()
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-12 * a.abs().max(b.abs())
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let steps = (1..=30).map(|step| number(Field::Cheque, f64::from(step)));
    let dragged = after(&start(), steps);
    assert_eq!(value(&dragged, Field::Cheque), 30.0);
    let undone = after(&dragged, [Action::Undo]);
    assert_eq!(undone.entries, start().entries);
    assert!(!undone.can_undo());
}

#[test]
fn another_field_is_another_step_of_undo() {
    let typed = after(
        &start(),
        [
            number(Field::Cheque, 50.0),
            number(Field::Purchases, 3.0),
            number(Field::Cheque, 60.0),
        ],
    );
    let once = after(&typed, [Action::Undo]);
    assert_eq!(value(&once, Field::Cheque), 50.0);
    let twice = after(&once, [Action::Undo]);
    assert_eq!(twice.entries.entry(Field::Purchases), &Entry::Unknown);
    let thrice = after(&twice, [Action::Undo]);
    assert_eq!(thrice.entries, start().entries);
}

#[test]
fn what_changes_nothing_cannot_be_undone() {
    let same = after(
        &start(),
        [
            Action::Segment(start().entries.segment),
            Action::Undo,
            Action::Reset,
        ],
    );
    assert!(!same.can_undo() && !same.can_reset());
}

#[test]
fn a_field_taken_back_is_as_if_never_touched() {
    let back = after(
        &start(),
        [
            number(Field::Cheque, 50.0),
            Action::Number(Field::Cheque, Entry::Unknown),
        ],
    );
    assert_eq!(back.entries, start().entries);
    assert!(!back.can_reset());
    let never = after(&start(), [Action::Number(Field::Margin, Entry::Unknown)]);
    assert!(!never.can_undo());
}

#[test]
fn the_last_fifty_steps_can_be_undone() {
    let steps = (0..120).map(|step| {
        let field = [Field::Cheque, Field::Purchases][step % 2];
        number(field, 1.0 + step as f64)
    });
    let before_the_last_fifty = after(&start(), steps.clone().take(70));
    let mut session = after(&start(), steps);
    let mut undone = 0;
    while session.can_undo() {
        session = after(&session, [Action::Undo]);
        undone += 1;
    }
    assert_eq!(undone, 50);
    assert_eq!(session.entries, before_the_last_fifty.entries);
}

#[test]
fn starting_over_can_be_undone() {
    let busy = after(
        &start(),
        [
            Action::Segment("hotel".into()),
            number(Field::Cheque, 90.0),
            Action::WhatIf(Some(80.0)),
        ],
    );
    let reset = after(&busy, [Action::Reset]);
    assert_eq!(reset.entries, start().entries);
    assert_eq!(reset.what_if, None);
    assert!(!reset.can_reset() && reset.can_undo());
    let back = after(&reset, [Action::Undo]);
    assert_eq!(back.entries, busy.entries);
}

#[test]
fn taking_all_parameters_back_is_one_step_of_undo() {
    let changed = after(
        &start(),
        [
            Action::Parameter("cost_exponent".into(), Some(2.0)),
            Action::Parameter("discount_rate".into(), Some(0.2)),
        ],
    );
    let back = after(&changed, [Action::ResetParameters]);
    assert!(back.entries.parameters.is_empty());
    let undone = after(&back, [Action::Undo]);
    assert_eq!(undone.entries, changed.entries);
    let none = after(&start(), [Action::ResetParameters]);
    assert!(!none.can_undo());
}

#[test]
fn customers_that_cannot_be_counted_another_way_stay_as_they_are() {
    let never = [number(Field::Purchases, 0.0), number(Field::Customers, 7.0)];
    let session = after(&start(), never);
    let turnover = after(&session, [Action::Count(CustomerCount::Turnover)]);
    let back = after(&turnover, [Action::Count(CustomerCount::Year)]);
    assert_eq!(value(&back, Field::Customers), 7.0);
}

#[test]
fn an_invalid_entry_keeps_the_last_good_answer() {
    let good = after(&start(), [number(Field::Cheque, 90.0)]);
    let answered = Answer::new(&good, tables()).unwrap();
    for wrong in [
        text(Field::Cheque, "ninety"),
        text(Field::Cheque, ""),
        number(Field::Cheque, -1.0),
        number(Field::Cheque, 1e308),
        number(Field::Cheque, f64::NAN),
        number(Field::Retention, 1.01),
    ] {
        let stale = after(&good, [wrong.clone()]);
        assert!(stale.is_stale(), "{wrong:?}");
        let answer = Answer::new(&stale, tables()).unwrap();
        assert!(answer.stale);
        assert_eq!(answer.outcome, answered.outcome, "{wrong:?}");
        let mended = after(
            &stale,
            [number(Field::Cheque, 80.0), number(Field::Retention, 0.7)],
        );
        assert!(!mended.is_stale());
    }
}

#[test]
fn an_error_names_the_value_and_the_range() {
    let session = after(&start(), [number(Field::Retention, 1.5)]);
    let error = session.entries.error(Field::Retention, tables());
    let wanted = EntryError::OutOfRange {
        value: 1.5,
        min: 0.0,
        max: 1.0,
    };
    assert_eq!(error, Some(wanted));
    let half = after(&start(), [number(Field::Staff, 2.5)]);
    let error = half.entries.error(Field::Staff, tables());
    assert_eq!(error, Some(EntryError::NotWhole(2.5)));
}

#[test]
fn a_field_that_nothing_depends_on_does_not_make_the_answer_stale() {
    // Only the way that decides the level is asked for its number.
    let session = after(
        &start(),
        [text(Field::Level, "high"), text(Field::Wage, "?")],
    );
    assert!(!session.is_stale());
    let decided = after(&session, [Action::By(DeliveredBy::Level)]);
    assert!(decided.is_stale());
}

#[test]
fn another_currency_keeps_what_was_typed_and_rescales_examples() {
    let typed = after(&start(), [number(Field::Cheque, 120.0)]);
    let euro = |session: &Session| after(session, [Action::Currency("RUB".into())]);
    assert_eq!(value(&euro(&typed), Field::Cheque), 120.0);
    let example = value(&start(), Field::Cheque);
    let factor = tables().example_factor("RUB");
    assert!(factor > 1.0);
    assert_eq!(value(&euro(&start()), Field::Cheque), example * factor);
    // Counts and shares have no currency.
    for field in [Field::Customers, Field::Purchases, Field::Margin] {
        assert_eq!(value(&euro(&start()), field), value(&start(), field));
    }
}

#[test]
fn counting_another_way_keeps_the_customers() {
    let typed = after(&start(), [number(Field::Customers, 1200.0)]);
    let mut session = typed.clone();
    for count in [
        CustomerCount::Month,
        CustomerCount::Turnover,
        CustomerCount::Month,
        CustomerCount::Year,
        CustomerCount::Turnover,
        CustomerCount::Year,
    ] {
        session = after(&session, [Action::Count(count)]);
        assert!(close(customers_a_year(&session), 1200.0), "{count:?}");
        assert!(!session.is_stale(), "{count:?}");
    }
    assert!(close(value(&session, Field::Customers), 1200.0));
}

#[test]
fn customers_of_a_month_are_those_who_come_at_least_monthly_once() {
    let often = after(
        &start(),
        [
            number(Field::Purchases, 52.0),
            Action::Count(CustomerCount::Month),
            number(Field::Customers, 100.0),
        ],
    );
    assert!(close(customers_a_year(&often), 100.0));
    let rarely = after(&often, [number(Field::Purchases, 2.0)]);
    assert!(close(customers_a_year(&rarely), 600.0));
}

#[test]
fn turnover_is_customers_times_purchases_times_cheque() {
    let session = after(
        &start(),
        [
            Action::Count(CustomerCount::Turnover),
            number(Field::Cheque, 50.0),
            number(Field::Purchases, 4.0),
            number(Field::Customers, 100_000.0),
        ],
    );
    assert!(close(customers_a_year(&session), 500.0));
    let answer = Answer::new(&session, tables()).unwrap();
    assert!(close(answer.outcome.revenue, 100_000.0));
}

#[test]
fn counting_another_way_without_a_number_keeps_the_default() {
    let example = value(&start(), Field::Customers);
    let month = after(&start(), [Action::Count(CustomerCount::Month)]);
    assert_eq!(month.entries.entry(Field::Customers), &Entry::Unknown);
    assert_eq!(month.entries.inputs(tables()).customers, None);
    let answer = Answer::new(&month, tables()).unwrap();
    assert!(close(answer.firm.business.customers, example));
}

#[test]
fn one_way_decides_the_level_and_the_others_are_kept() {
    let mut told = vec![
        Action::Rung("basic".into()),
        number(Field::Level, 71.0),
        number(Field::Measured, 0.12),
        number(Field::Surveyed, 60.0),
    ];
    told.extend((0..tables().practices.len()).map(|index| Action::Practice(index, Some(2))));
    let all = after(&start(), told);
    let delivered = |by| {
        let session = after(&all, [Action::By(by)]);
        session.entries.inputs(tables()).delivered
    };
    assert_eq!(
        delivered(DeliveredBy::Rung),
        Delivered::Rung("basic".into())
    );
    assert_eq!(delivered(DeliveredBy::Level), Delivered::Level(71.0));
    assert_eq!(
        delivered(DeliveredBy::Measured),
        Delivered::Measured(Survey {
            dissatisfied: 0.12,
            surveyed: Some(60.0),
        })
    );
    let answers = vec![2; tables().practices.len()];
    assert_eq!(
        delivered(DeliveredBy::Practices),
        Delivered::Practices(answers)
    );
    // Answering a practice or standing on a rung makes it decide.
    assert_eq!(all.entries.delivered_by, DeliveredBy::Practices);
    let rung = after(&all, [Action::Rung("wow".into())]);
    assert_eq!(rung.entries.delivered_by, DeliveredBy::Rung);
    assert_eq!(rung.entries.entry(Field::Level), &Entry::Number(71.0));
}

#[test]
fn a_way_without_an_answer_assumes_the_expected_level() {
    for by in [
        DeliveredBy::Rung,
        DeliveredBy::Practices,
        DeliveredBy::Measured,
        DeliveredBy::Level,
    ] {
        let session = after(&start(), [Action::By(by)]);
        assert_eq!(
            session.entries.inputs(tables()).delivered,
            Delivered::Expected
        );
        let answer = Answer::new(&session, tables()).unwrap();
        assert_eq!(answer.own_level, answer.outcome.expected, "{by:?}");
    }
}

#[test]
fn how_many_were_asked_counts_only_beside_a_measured_share() {
    let asked = number(Field::Surveyed, 3.0); // Fewer than anyone would build on.
    let rung = after(&start(), [Action::Rung("basic".into()), asked.clone()]);
    assert!(rung.entries.is_valid(tables()));
    let measured = [
        Action::By(DeliveredBy::Measured),
        number(Field::Measured, 0.2),
    ];
    let few = after(&rung, measured);
    assert!(!few.entries.is_valid(tables()) && few.is_stale());
    let enough = after(&few, [number(Field::Surveyed, 40.0)]);
    assert!(enough.entries.is_valid(tables()));
    let unknown = after(&few, [Action::Number(Field::Surveyed, Entry::Unknown)]);
    let exact = Delivered::Measured(Survey {
        dissatisfied: 0.2,
        surveyed: None,
    });
    assert_eq!(unknown.entries.inputs(tables()).delivered, exact);
    // The figures are the same; only the draws know the difference.
    let answer = |session| Answer::new(session, tables()).unwrap();
    assert_eq!(answer(&enough).outcome, answer(&unknown).outcome);
    // Who has not asked yet would ask so many.
    let size = tables().constants.survey_size;
    assert_eq!(unknown.entries.number(Field::Surveyed, tables()), size);
}

#[test]
fn a_level_looked_at_is_no_entry_until_it_is_adopted() {
    let own = after(&start(), [Action::Rung("basic".into())]);
    let looking = after(&own, [Action::WhatIf(Some(80.0))]);
    assert_eq!(looking.entries, own.entries);
    let answer = Answer::new(&looking, tables()).unwrap();
    assert!(answer.is_what_if);
    assert_eq!(answer.outcome.level, 80.0);
    assert_ne!(answer.own_level, 80.0);
    let back = after(&looking, [Action::WhatIf(None)]);
    assert_eq!(back, own);
    let undone = after(&looking, [Action::Undo]);
    assert_eq!(undone.what_if, None);
    let adopted = after(&looking, [Action::Adopt]);
    assert_eq!(adopted.what_if, None);
    let mine = Answer::new(&adopted, tables()).unwrap();
    assert!(!mine.is_what_if);
    assert_eq!(mine.own_level, 80.0);
    assert_eq!(adopted.entries.rung, own.entries.rung);
    let undone = after(&adopted, [Action::Undo]);
    assert_eq!(undone.entries, own.entries);
}

#[test]
fn adopting_without_looking_changes_nothing() {
    assert_eq!(after(&start(), [Action::Adopt]), start());
}

#[test]
fn a_sign_not_answered_counts_as_partly_once_one_is() {
    let typical = Answer::new(&start(), tables()).unwrap();
    let constants = &tables().constants;
    assert_eq!(typical.outcome.consistency, constants.typical_consistency);
    let one = after(&start(), [Action::Sign(0, Some(1.0))]);
    let answer = Answer::new(&one, tables()).unwrap();
    assert!(close(answer.outcome.consistency, 0.6));
    let none = after(&one, [Action::Sign(0, None)]);
    let again = Answer::new(&none, tables()).unwrap();
    assert_eq!(again.outcome.consistency, constants.typical_consistency);
}

#[test]
fn what_is_not_there_cannot_be_changed() {
    let odd = after(
        &start(),
        [
            Action::Practice(99, Some(1)),
            Action::Sign(99, Some(1.0)),
            Action::RemoveIdea(3),
            Action::NameIdea(3, "x".into()),
            Action::IdeaNumber(3, Field::IdeaLevel, Entry::Number(1.0)),
            Action::IdeaAnswer(3, 9, true),
            Action::Undo,
        ],
    );
    assert_eq!(odd.entries, start().entries);
}

#[test]
fn a_segment_that_is_not_there_is_refused_and_the_page_keeps_its_tables() {
    let odd = after(&start(), [Action::Segment("unheard of".into())]);
    assert!(Answer::new(&odd, tables()).is_err());
    assert_eq!(
        value(&odd, Field::Purchases),
        value(&start(), Field::Purchases)
    );
}

#[test]
fn who_says_how_well_he_serves_looks_at_no_other_level_any_more() {
    let looking = after(&start(), [Action::WhatIf(Some(90.0))]);
    for told in [
        Action::Rung("basic".into()),
        Action::By(DeliveredBy::Practices),
        Action::Practice(0, Some(1)),
        number(Field::Level, 60.0),
        number(Field::Measured, 0.2),
        number(Field::Surveyed, 40.0),
    ] {
        assert_eq!(after(&looking, [told.clone()]).what_if, None, "{told:?}");
    }
    let kept = [
        Action::Tier("premium".into()),
        number(Field::Customers, 900.0),
    ];
    assert_eq!(after(&looking, kept).what_if, Some(90.0));
}

#[test]
fn a_level_looked_at_that_is_one_s_own_is_still_looked_at() {
    let own = Answer::new(&start(), tables()).unwrap();
    let looking = after(&start(), [Action::WhatIf(Some(own.own_level))]);
    let answer = Answer::new(&looking, tables()).unwrap();
    assert!(answer.is_what_if && answer.is_own(tables()));
    assert!(!own.is_what_if && !own.is_own(tables()));
}

#[test]
fn a_margin_that_is_left_after_all_costs_is_kept_beside_the_typical_gross_one() {
    let typed = after(&start(), [number(Field::Margin, 0.05)]);
    assert!(typed.is_stale());
    let net = after(&typed, [Action::TakeAsNet]);
    assert!(!net.is_stale());
    assert_eq!(net.entries.net_margin, Some(0.05));
    assert_eq!(net.entries.entry(Field::Margin), &Entry::Unknown);
    // It enters no formula.
    let answer = |session| Answer::new(session, tables()).unwrap();
    assert_eq!(answer(&net).outcome, answer(&start()).outcome);
    // One step of undo brings back what was typed, and starting over forgets it.
    let undone = after(&net, [Action::Undo]);
    assert_eq!(undone.entries, typed.entries);
    let forgotten = after(&net, [Action::ForgetNet]);
    assert_eq!(forgotten.entries, start().entries);
    assert_eq!(after(&net, [Action::Reset]).entries.net_margin, None);
    // A gross margin typed later stands beside it.
    let both = after(&net, [number(Field::Margin, 0.5)]);
    assert_eq!(both.entries.net_margin, Some(0.05));
    assert_eq!(value(&both, Field::Margin), 0.5);
}

#[test]
fn only_a_valid_margin_is_taken_for_what_is_left() {
    for wrong in [number(Field::Margin, 1.5), text(Field::Margin, "5 or so")] {
        let typed = after(&start(), [wrong]);
        assert_eq!(after(&typed, [Action::TakeAsNet]).entries, typed.entries);
    }
    assert_eq!(after(&start(), [Action::TakeAsNet]), start());
}
