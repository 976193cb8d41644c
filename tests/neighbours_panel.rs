//! Whom to learn from: the model's neighbours, with something to look at for each.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod said;

use said::{figure, said, say_all};
use service_level_calculator::model::{Tables, neighbours};
use service_level_calculator::present::Answer;
use service_level_calculator::present::neighbours::NeighboursView;
use service_level_calculator::present::text::say;
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
            let found = neighbours(&answer.entries.inputs(tables), tables).unwrap();
            assert_eq!(view.cards.len(), found.len());
            for (at, (card, row)) in view.cards.iter().zip(&found).enumerate() {
                let name = format!("neighbours.{at}.expected");
                assert_eq!(figure(&card.expected, &name), Some(row.expected));
                assert_eq!(Some(&card.look), say::neighbour_look(&row.segment).as_ref());
                say_all([&card.title, &card.expected, &card.look]);
            }
            let expected = figure(&view.intro, "expected");
            assert_eq!(expected, Some(answer.outcome.expected));
            assert_eq!(
                found.is_empty(),
                said("en", &view.intro).contains("No other market")
            );
            alone += u8::from(found.is_empty());
            say_all([&view.intro].into_iter().chain(&view.price));
        }
    }
    assert!(alone > 0, "no business without a neighbour");
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
