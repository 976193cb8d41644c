//! Whom to learn from: the model's neighbours, with something to look at for each.

use crate::said::{figure, said, say_all};
use l10n::text::say;
use model::{Neighbour, Tables, nearest, neighbours};
use service_level_calculator::present::Answer;
use service_level_calculator::present::neighbours::NeighboursView;
use service_level_calculator::session::{Action, Entries, Session};

fn answer(segment: &str, tier: &str, tables: &Tables) -> Answer {
    let actions = [Action::Segment(segment.into()), Action::Tier(tier.into())];
    let start = Session::new(Entries::start(tables, "en"));
    let session = actions
        .into_iter()
        .fold(start, |session, action| session.apply(action, tables));
    Answer::new(&session, tables).unwrap()
}

#[test]
fn the_cards_are_the_models_neighbours() {
    let tables = Tables::built_in();
    let mut alone = 0;
    for segment in tables.segments.iter() {
        for tier in tables.tiers.iter() {
            let answer = answer(&segment.id, &tier.id, tables);
            let view = NeighboursView::new(&answer, tables).unwrap();
            let inputs = answer.entries.inputs(tables);
            let near = neighbours(&inputs, tables).unwrap();
            let is_alone = near.is_empty();
            let found = if is_alone {
                nearest(&inputs, tables).unwrap()
            } else {
                near
            };
            assert_eq!(view.cards.len(), found.len());
            for (at, (card, row)) in view.cards.iter().zip(&found).enumerate() {
                let name = format!("neighbours.{at}.expected");
                assert_eq!(figure(&card.expected, &name), Some(row.expected));
                assert_eq!(Some(&card.look), say::neighbour_look(&row.segment).as_ref());
                say_all([&card.title, &card.expected, &card.look]);
            }
            let expected = figure(&view.intro, "expected");
            assert_eq!(expected, Some(answer.outcome.expected));
            let intro = said("en", &view.intro);
            assert_eq!(is_alone, intro.contains("No other market"));
            alone += u8::from(is_alone);
            say_all([&view.intro].into_iter().chain(&view.price));
        }
    }
    assert!(alone > 0, "no business without a neighbour");
}

#[test]
fn a_business_without_neighbours_learns_from_the_nearest_and_is_told_how_far_they_are() {
    let tables = Tables::built_in();
    let answer = answer("telecom", "economy", tables);
    let inputs = answer.entries.inputs(tables);
    assert_eq!(neighbours(&inputs, tables).unwrap(), []);
    let found = nearest(&inputs, tables).unwrap();
    let own = answer.outcome.expected;
    let far = |row: &Neighbour| (row.expected - own).abs();
    assert_eq!(found.len(), tables.constants.neighbour_count as usize);
    assert!(found.iter().map(far).is_sorted());
    assert!(far(&found[0]) > tables.constants.neighbour_points);
    let view = NeighboursView::new(&answer, tables).unwrap();
    for (card, row) in view.cards.iter().zip(&found) {
        let words = said("en", &card.expected);
        let apart = format!("points, +{:.1} against your market", row.expected - own);
        assert!(words.ends_with(&apart), "{words}: {apart}");
    }
}

#[test]
fn one_market_alone_has_nobody_to_learn_from() {
    let mut tables = Tables::built_in().clone();
    tables.segments.to_mut().retain(|row| row.id == "clinic");
    let view = NeighboursView::new(&answer("clinic", "standard", &tables), &tables).unwrap();
    assert_eq!(view.cards, []);
    say_all([&view.intro]);
}

#[test]
fn a_segment_of_a_config_is_known_for_what_its_kind_is_known_for() {
    let mut tables = Tables::built_in().clone();
    let row = tables
        .segments
        .iter()
        .find(|row| row.id == "hotel")
        .unwrap();
    let mut own = row.clone();
    own.id = "hostel".into();
    tables.segments.to_mut().push(own);
    let hotel = answer("hotel", "standard", &tables);
    let view = NeighboursView::new(&hotel, &tables).unwrap();
    assert_eq!(
        Some(&view.cards[0].look),
        say::neighbour_kind("hospitality").as_ref()
    );
    assert!(said("en", &view.cards[0].title).starts_with("hostel at standard"));

    for row in tables.segments.to_mut() {
        row.kind = "own".into();
    }
    let view = NeighboursView::new(&hotel, &tables).unwrap();
    assert_eq!(view.cards[0].look, say::neighbours_look_anywhere());
}

#[test]
fn every_kind_of_business_is_known_for_something() {
    for row in Tables::built_in().segments.iter() {
        let look = [say::neighbour_look(&row.id), say::neighbour_kind(&row.kind)];
        say_all(look.iter().flatten());
        assert!(look.iter().all(Option::is_some), "{}", row.id);
    }
}

#[test]
fn one_tier_alone_says_nothing_of_price() {
    let mut tables = Tables::built_in().clone();
    tables.tiers.to_mut().retain(|tier| tier.id == "standard");
    let view = NeighboursView::new(&answer("clinic", "standard", &tables), &tables);
    assert_eq!(view.unwrap().price, None);
}
