//! Says a message: words, stressed words, and figures that machines can read and people can open.

use super::block::asking;
use super::scene::Scene;
use l10n::text::{Message, Piece, ShownFigure};
use yew::prelude::*;

/// What must not be torn from the figure before it.
const MARKS: &str = ".,:;!?)»”%";

/// A message in the page's language.
pub fn speak(scene: &Scene, message: &Message) -> Html {
    let pieces = scene.catalog.pieces(message, &*scene.format);
    let mut pieces = pieces.into_iter().peekable();
    let mut said = Vec::new();
    while let Some(piece) = pieces.next() {
        let marks = match pieces.peek_mut() {
            // A line may end after a button: it and the mark that follows are kept together.
            Some(Piece::Text(words)) if ends_in_button(scene, &piece) => take_marks(words),
            _ => None,
        };
        let piece = show(scene, piece);
        said.push(match marks {
            Some(marks) => html! { <span class="keep">{piece}{marks}</span> },
            None => piece,
        });
    }
    said.into_iter().collect()
}

fn ends_in_button(scene: &Scene, piece: &Piece) -> bool {
    match piece {
        Piece::Text(_) => false,
        Piece::Strong(inner) => inner.last().is_some_and(|last| ends_in_button(scene, last)),
        Piece::Figure(shown) => shown.name.is_some() && scene.explains(),
    }
}

/// Takes the marks at the beginning away.
fn take_marks(words: &mut String) -> Option<String> {
    let end = words.find(|c| !MARKS.contains(c)).unwrap_or(words.len());
    (end > 0).then(|| words.drain(..end).collect())
}

fn show(scene: &Scene, piece: Piece) -> Html {
    match piece {
        Piece::Text(words) => html! { {words} },
        Piece::Strong(inner) => {
            html! { <strong>{ for inner.into_iter().map(|piece| show(scene, piece)) }</strong> }
        }
        Piece::Figure(shown) => figure(scene, shown),
    }
}

fn figure(scene: &Scene, shown: ShownFigure) -> Html {
    let ShownFigure { value, name, shown } = shown;
    // A button is wider than a single digit: the words beside it are to stand no further off for it.
    let class = (shown.len() == 1).then_some("digit");
    let data = html! {
        <data {class} value={scene.format.machine(value)} data-figure={name.clone()}>{shown}</data>
    };
    asking(scene, name.as_deref(), data)
}
