//! Says a message: words, stressed words, and figures that machines can read.

use super::scene::{Scene, use_scene};
use crate::present::text::{Message, Piece, ShownFigure};
use yew::prelude::*;

/// What to say.
#[derive(Properties, PartialEq)]
pub struct SayProps {
    /// The message.
    pub message: Message,
}

/// A message in the page's language.
#[component]
pub fn Say(props: &SayProps) -> Html {
    use_scene().map_or_else(Html::default, |scene| say(&scene, &props.message))
}

/// The same, where the scene is at hand.
pub fn say(scene: &Scene, message: &Message) -> Html {
    let pieces = scene.catalog.pieces(message, &*scene.format);
    pieces.into_iter().map(|piece| show(scene, piece)).collect()
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

fn figure(scene: &Scene, ShownFigure { value, name, shown }: ShownFigure) -> Html {
    html! { <data value={scene.format.machine(value)} data-figure={name}>{shown}</data> }
}
