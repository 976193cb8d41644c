//! What a panel's messages say in every language, checked for gaps.

use l10n::format::TableFormat;
use l10n::text::{Catalog, Message, Piece, ShownFigure, say};
use model::Tables;
use service_level_calculator::present::Answer;
use service_level_calculator::session::{Action, Entries, Entry, Field, Session};

/// A session of the built-in tables in which these numbers were entered.
pub fn session(numbers: &[(Field, f64)]) -> Session {
    let tables = Tables::built_in();
    let start = Session::new(Entries::start(tables, "en"));
    numbers.iter().fold(start, |session, (field, value)| {
        session.apply(Action::Number(*field, Entry::Number(*value)), tables)
    })
}

/// The answer to what was done from the first English state on.
pub fn answer(actions: impl IntoIterator<Item = Action>) -> Answer {
    let tables = Tables::built_in();
    let start = Session::new(Entries::start(tables, "en"));
    let session = actions
        .into_iter()
        .fold(start, |session, action| session.apply(action, tables));
    Answer::new(&session, tables).unwrap()
}

/// What a message says in a language; fails on a missing text or a place left open.
#[track_caller]
pub fn said(language: &str, message: &Message) -> String {
    let catalog = Catalog::embedded(language).unwrap();
    let words = catalog.plain(message, &TableFormat::new(language, "RUB"));
    assert!(!words.is_empty(), "{language}: {message:?}");
    assert!(!words.contains(['…', '{', '}', '*']), "{language}: {words}");
    words
}

/// Says messages in every language; fails as [`said`] does.
#[track_caller]
pub fn say_all<'a>(messages: impl IntoIterator<Item = &'a Message>) {
    for message in messages {
        for (language, _) in say::LANGUAGES {
            said(language, message);
        }
    }
}

/// The figure of this name in a message.
pub fn figure(message: &Message, name: &str) -> Option<f64> {
    let catalog = Catalog::embedded("en").unwrap();
    let pieces = catalog.pieces(message, &TableFormat::new("en", "USD"));
    find(&pieces, name)
}

fn find(pieces: &[Piece], name: &str) -> Option<f64> {
    pieces.iter().find_map(|piece| match piece {
        Piece::Strong(inner) => find(inner, name),
        Piece::Figure(ShownFigure {
            value,
            name: Some(found),
            ..
        }) if found == name => Some(*value),
        _ => None,
    })
}
