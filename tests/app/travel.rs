//! The session as a text: what goes in comes out, and any text at all gives a page.

use model::{Tables, evaluate};
use proptest::prelude::*;
use service_level_calculator::present::Answer;
use service_level_calculator::session::{
    Action, CustomerCount, DeliveredBy, Entries, Entry, Field, Reason, Session, Skipped,
};

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn start() -> Session {
    Session::new(Entries::start(tables(), "en"))
}

fn read(text: &str) -> (Session, Vec<Skipped>) {
    Session::read(text, Entries::start(tables(), "en"), tables())
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

#[test]
fn an_untouched_page_says_its_market_and_nothing_else() {
    assert_eq!(start().to_text(tables()), "1;s=clinic;t=standard;c=USD;v=3");
    assert_eq!(start().to_link(tables()), start().to_text(tables()));
}

#[test]
fn a_text_says_what_differs() {
    let session = after(
        &start(),
        [
            Action::Tier("premium".into()),
            number(Field::Customers, 1200.0),
            number(Field::Margin, 0.55),
            Action::Practice(4, Some(3)),
            Action::Sign(1, Some(0.5)),
            Action::Parameter("cost_exponent".into(), Some(2.0)),
            Action::WhatIf(Some(81.5)),
        ],
    );
    assert_eq!(
        session.to_link(tables()),
        "1;s=clinic;t=premium;c=USD;n.customers=1200;n.margin=0.55;by=practices;\
         p.honest_advice=3;g.transparent=0.5;m.cost_exponent=2;look=81.5;v=3"
    );
}

#[test]
fn what_was_typed_and_what_ideas_are_called_is_kept_whatever_it_is() {
    let session = after(
        &start(),
        [
            Action::Number(Field::Cheque, Entry::Text("about 50;".into())),
            Action::Number(Field::Margin, Entry::Text(String::new())),
            Action::AddIdea,
            Action::NameIdea(0, "Чай!".into()),
            Action::IdeaNumber(0, Field::IdeaMonthly, Entry::Number(-20.0)),
            Action::IdeaAnswer(0, 2, true),
        ],
    );
    let text = session.to_link(tables());
    assert_eq!(
        text,
        "1;s=clinic;t=standard;c=USD;n.cheque=~about%2050%3B;n.margin=~;\
         i.0=%D0%A7%D0%B0%D0%B9%21;i.0.monthly=-20;i.0.a=00100;v=3"
    );
    let (back, skipped) = read(&text);
    assert_eq!(back.entries, session.entries);
    assert_eq!(skipped, []);
}

#[test]
fn what_is_left_after_all_costs_travels_and_old_texts_say_nothing_of_it() {
    let asked = after(&start(), [number(Field::Margin, 0.05), Action::TakeAsNet]);
    let link = asked.to_link(tables());
    assert_eq!(link, "1;s=clinic;t=standard;c=USD;net=0.05;v=3");
    let (back, skipped) = read(&link);
    assert_eq!((back.entries, skipped), (asked.entries.clone(), vec![]));
    let (old, skipped) = read("1;s=clinic;t=standard;c=USD;n.margin=0.55");
    assert_eq!((old.entries.net_margin, skipped), (None, vec![]));
    for (text, reason) in [("1.5", Reason::OutOfRange), ("some", Reason::Damaged)] {
        let (session, skipped) = read(&format!("1;net={text}"));
        assert_eq!(session.entries.net_margin, None);
        assert_eq!(skipped[0].reason, reason);
    }
    // Each step of undo travels with it.
    let forgotten = after(&asked, [Action::ForgetNet]);
    let (back, _) = read(&forgotten.to_text(tables()));
    assert_eq!(back.entries.net_margin, None);
    let undone = after(&back, [Action::Undo]);
    assert_eq!(undone.entries.net_margin, Some(0.05));
}

#[test]
fn a_typical_business_fits_a_line() {
    let session = after(
        &start(),
        [
            Action::Segment("restaurant".into()),
            Action::Tier("premium".into()),
            number(Field::Customers, 12_000.0),
            number(Field::Cheque, 42.5),
            number(Field::Purchases, 6.0),
            number(Field::Margin, 0.62),
            number(Field::Retention, 0.55),
            Action::Rung("desired".into()),
        ],
    );
    let link = session.to_link(tables());
    assert!(link.len() <= 125, "{} letters: {link}", link.len());
}

#[test]
fn what_cannot_be_used_is_named_and_the_rest_is_used() {
    let text = "1;s=circus;t=premium;p.new_practice=3;p.honest_advice=9;g.transparent=0.4;\
                m.cost_exponent=99;m.gone=1;n.cheque=1e3;n.margin=0.5;n.unheard=1;look=101;\
                by=guess;colour=red;i.x=1;i.3=Tea;c=%;n.purchases";
    let (session, skipped) = read(text);
    let entries = &session.entries;
    assert_eq!(entries.segment, "clinic");
    assert_eq!(entries.tier, "premium");
    assert_eq!(entries.entry(Field::Margin), &Entry::Number(0.5));
    assert_eq!(entries.ideas.len(), 1);
    assert_eq!(entries.ideas[0].name, "Tea");
    let named: Vec<_> = skipped
        .iter()
        .map(|it| (it.key.as_str(), it.value.as_str(), it.reason))
        .collect();
    let wanted = [
        ("s", "circus", Reason::UnknownId),
        ("p.new_practice", "3", Reason::UnknownId),
        ("p.honest_advice", "9", Reason::OutOfRange),
        ("g.transparent", "0.4", Reason::OutOfRange),
        ("m.cost_exponent", "99", Reason::OutOfRange),
        ("m.gone", "1", Reason::UnknownId),
        ("n.cheque", "1e3", Reason::Damaged),
        ("n.unheard", "1", Reason::UnknownId),
        ("look", "101", Reason::OutOfRange),
        ("by", "guess", Reason::UnknownId),
        ("colour", "red", Reason::UnknownKey),
        ("i.x", "1", Reason::UnknownId),
        ("c", "%", Reason::Damaged),
    ];
    assert_eq!(named, wanted);
}

#[test]
fn a_text_of_another_version_is_reported_and_not_guessed_at() {
    for (text, version) in [("2;s=hotel", "2"), ("s=hotel", "s=hotel")] {
        let (session, skipped) = read(text);
        assert_eq!(session, start());
        let [other] = &skipped[..] else {
            panic!("{skipped:?}");
        };
        assert_eq!(
            (other.value.as_str(), other.reason),
            (version, Reason::OtherVersion)
        );
    }
    assert_eq!(read(""), (start(), vec![]));
}

#[test]
fn a_row_that_the_tables_no_longer_have_spoils_nothing_else() {
    let answered = [Action::Practice(0, Some(1)), Action::Practice(9, Some(4))];
    let text = after(&start(), answered).to_text(tables());
    let mut fewer = tables().clone();
    fewer.practices.to_mut().remove(0);
    let (session, skipped) = Session::read(&text, Entries::start(&fewer, "en"), &fewer);
    assert_eq!(session.entries.practices.len(), 9);
    assert_eq!(session.entries.practices[8], Some(4));
    assert!(skipped.iter().all(|it| it.reason == Reason::UnknownId));
    assert!(!skipped.is_empty());
    assert!(Answer::new(&session, &fewer).is_ok());
}

#[test]
fn a_link_with_an_entry_out_of_range_answers_without_it() {
    let (session, skipped) = read("1;n.retention=7;n.cheque=90");
    assert_eq!(skipped, []);
    assert!(session.is_stale());
    assert_eq!(session.entries.entry(Field::Retention), &Entry::Number(7.0));
    assert_eq!(session.good.entry(Field::Retention), &Entry::Unknown);
    let answer = Answer::new(&session, tables()).unwrap();
    assert_eq!(answer.firm.business.cheque, 90.0);
}

#[test]
fn what_the_first_state_has_can_be_taken_away() {
    let full = after(
        &start(),
        [
            number(Field::Cheque, 50.0),
            Action::Rung("wow".into()),
            Action::Practice(0, Some(1)),
            Action::Sign(0, Some(1.0)),
            Action::Parameter("cost_exponent".into(), Some(2.0)),
            Action::AddIdea,
        ],
    );
    let bare = Action::Load(Box::new(start().entries));
    let emptied = Session::new(full.entries.clone()).apply(bare, tables());
    let (back, skipped) = Session::read(&emptied.to_text(tables()), full.entries, tables());
    assert_eq!(back, emptied);
    assert_eq!(skipped, []);
}

#[test]
fn the_currency_of_a_link_is_the_sender_s() {
    let link = after(&start(), [number(Field::Cheque, 50.0)]).to_link(tables());
    let there = Entries::start(tables(), "ru");
    assert_ne!(there.currency, "USD");
    let (session, _) = Session::read(&link, there, tables());
    assert_eq!(session.entries.currency, "USD");
}

fn field() -> impl Strategy<Value = Field> {
    proptest::sample::select(Field::ALL)
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        1 => Just(Entry::Unknown),
        3 => (-1e12..1e12).prop_map(Entry::Number),
        3 => (0.0..100.0).prop_map(Entry::Number),
        2 => (0..100_000).prop_map(|cents| Entry::Number(f64::from(cents) / 100.0)),
        2 => (proptest::num::f64::NORMAL | proptest::num::f64::SUBNORMAL).prop_map(Entry::Number),
        2 => ".{0,12}".prop_map(Entry::Text),
    ]
}

fn id<T>(rows: &'static [T], of: fn(&T) -> &str) -> impl Strategy<Value = String> {
    (0..rows.len()).prop_map(move |at| rows.get(at).map(of).unwrap().to_owned())
}

fn action() -> impl Strategy<Value = Action> {
    let tables = tables();
    let by = proptest::sample::select(vec![
        DeliveredBy::Rung,
        DeliveredBy::Practices,
        DeliveredBy::Measured,
        DeliveredBy::Level,
    ]);
    let count = proptest::sample::select(vec![
        CustomerCount::Year,
        CustomerCount::Month,
        CustomerCount::Turnover,
    ]);
    let sign = proptest::sample::select(vec![None, Some(0.0), Some(0.5), Some(1.0)]);
    let parameter = id(&tables.parameters, |row| &row.id);
    prop_oneof![
        id(&tables.segments, |row| &row.id).prop_map(Action::Segment),
        id(&tables.tiers, |row| &row.id).prop_map(Action::Tier),
        id(&tables.currencies, |row| &row.code).prop_map(Action::Currency),
        (field(), entry()).prop_map(|(field, entry)| Action::Number(field, entry)),
        count.prop_map(Action::Count),
        by.prop_map(Action::By),
        id(&tables.ladder, |row| &row.id).prop_map(Action::Rung),
        (0..10_usize, proptest::option::of(0..=4_u8))
            .prop_map(|(index, answer)| Action::Practice(index, answer)),
        (0..5_usize, sign).prop_map(|(index, answer)| Action::Sign(index, answer)),
        (parameter, proptest::option::of(0.0..=1.0)).prop_map(|(id, share)| {
            let range = Tables::built_in().parameter(&id).unwrap().range;
            let within =
                |share: f64| (range.low + share * (range.high - range.low)).min(range.high);
            Action::Parameter(id, share.map(within))
        }),
        Just(Action::ResetParameters),
        Just(Action::AddIdea),
        (0..3_usize).prop_map(Action::RemoveIdea),
        (0..3_usize, ".{0,12}").prop_map(|(index, name)| Action::NameIdea(index, name)),
        (0..3_usize, field(), entry())
            .prop_map(|(index, field, entry)| Action::IdeaNumber(index, field, entry)),
        (0..3_usize, 0..5_usize, any::<bool>())
            .prop_map(|(index, question, yes)| Action::IdeaAnswer(index, question, yes)),
        proptest::option::of(0.0..=100.0).prop_map(Action::WhatIf),
        Just(Action::TakeAsNet),
        Just(Action::ForgetNet),
        Just(Action::Adopt),
        Just(Action::Undo),
        Just(Action::Reset),
    ]
}

fn any_session() -> impl Strategy<Value = Session> {
    proptest::collection::vec(action(), 0..25).prop_map(|actions| after(&start(), actions))
}

/// Texts that look like ours: keys there are and are not, with values of every kind.
fn nearly() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        "(s|t|c|count|by|r|look|net|v|i|x)",
        "(n|i\\.[0-9]{1,20})\\.(customers|cheque|purchases|margin|level|nps|a|d_level|x)",
        "(p|g|m)\\.(honest_advice|transparent|cost_exponent|x)",
    ];
    let value = prop_oneof![
        "-?[0-9]{1,25}(\\.[0-9]{0,25})?",
        "(x[0-9a-f]{0,18}|~.{0,6}|%[0-9a-g]{0,3})",
        "(hotel|premium|USD|month|turnover|measured|level|wow|)",
    ];
    let pair = (key, value).prop_map(|(key, value)| format!("{key}={value}"));
    let list = proptest::collection::vec(pair, 0..8).prop_map(|pairs| pairs.join(";"));
    proptest::collection::vec(list, 1..4).prop_map(|lists| format!("1;{}", lists.join("!")))
}

/// Whatever came out of a text is a session like any other.
#[track_caller]
fn is_sound(text: &str) {
    let (session, _) = read(text);
    assert!(Answer::new(&session, tables()).is_ok());
    let undone = after(&session, [Action::Undo, Action::Undo]);
    assert!(Answer::new(&undone, tables()).is_ok());
    let (again, skipped) = read(&session.to_text(tables()));
    assert_eq!(again.to_text(tables()), session.to_text(tables()));
    assert_eq!((again, skipped), (session, vec![]));
}

proptest! {
    #![proptest_config(crate::fixed::cases(300))]

    #[test]
    fn a_session_comes_back_from_its_text(session in any_session()) {
        let (back, skipped) = read(&session.to_text(tables()));
        prop_assert_eq!(skipped, vec![]);
        prop_assert_eq!(&back.entries, &session.entries);
        prop_assert_eq!(&back.good, &session.good);
        prop_assert_eq!(back.what_if, session.what_if);
        prop_assert_eq!(back.can_reset(), session.can_reset());
        let (mut back, mut session) = (back, session);
        while session.can_undo() {
            (back, session) = (after(&back, [Action::Undo]), after(&session, [Action::Undo]));
            prop_assert_eq!(&back.entries, &session.entries);
        }
        prop_assert!(!back.can_undo());
    }

    #[test]
    fn a_number_comes_back_to_the_bit(bits: u64, decimal in -1e9_f64..1e9, places in 0..9) {
        let scale = 10_f64.powi(places);
        for value in [f64::from_bits(bits), (decimal * scale).round() / scale, decimal] {
            if value.is_finite() {
                let session = after(&start(), [number(Field::Wage, value)]);
                let (back, _) = read(&session.to_text(tables()));
                let back = back.entries.entry(Field::Wage).number();
                prop_assert_eq!(back.map(f64::to_bits), Some(value.to_bits()));
            }
        }
    }

    #[test]
    fn a_text_stays_as_it_is_in_the_fragment_of_an_address(session in any_session()) {
        let safe = |letter: char| letter.is_ascii_alphanumeric() || "-._~!;=%".contains(letter);
        prop_assert!(session.to_text(tables()).chars().all(safe));
    }

    #[test]
    fn a_damaged_text_gives_a_session_that_has_an_answer(
        session in any_session(),
        at in any::<prop::sample::Index>(),
        with in "[ -~а-я]{0,3}",
        cut in any::<bool>(),
    ) {
        let mut letters: Vec<char> = session.to_text(tables()).chars().collect();
        let at = at.index(letters.len());
        if cut {
            letters.truncate(at);
        } else {
            letters.splice(at..=at, with.chars());
        }
        is_sound(&letters.into_iter().collect::<String>());
    }

    #[test]
    fn any_text_at_all_gives_a_session_that_has_an_answer(text in ".{0,80}", nearly in nearly()) {
        is_sound(&text);
        is_sound(&format!("1;{text}"));
        is_sound(&nearly);
    }

    #[test]
    fn after_any_actions_the_last_good_entries_have_an_answer(session in any_session()) {
        prop_assert!(session.good.is_valid(tables()));
        let own = session.good.tables(tables());
        prop_assert!(evaluate(&session.good.inputs(tables()), &own).is_ok());
        prop_assert!(Answer::new(&session, tables()).is_ok());
    }
}
