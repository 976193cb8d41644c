//! Small pictures, drawn with lines.

use model::Verdict;
use yew::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A staircase: the product's mark.
    Brand,
    /// An arrow back.
    Undo,
    /// A circle back to the start.
    Reset,
    /// Opens something below.
    Chevron,
    /// Worth knowing.
    Info,
    /// To be careful about.
    Caution,
    /// A cross.
    Close,
}

/// The picture, hidden from screen readers: what it says stands beside it.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Brand => "M3 20h4.5v-4.500H12V11h4.5V6.500H21",
        Icon::Undo => "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-3",
        Icon::Reset => "M4 12a8 8 0 1 0 2.5-5.8M4 4v5h5",
        Icon::Chevron => "m6 9 6 6 6-6",
        Icon::Info => "M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 11v6M12 7.5v.01",
        Icon::Caution => "M12 4 21 20H3zM12 10v4.5M12 17.3v.01",
        Icon::Close => "m6 6 12 12M18 6 6 18",
    };
    let turns = (icon == Icon::Chevron).then_some("chevron");
    html! {
        <svg class={classes!("icon", turns)} viewBox="0 0 24 24" aria-hidden="true"><path d={path} /></svg>
    }
}

/// The shape of a verdict, so that colour is never alone.
pub fn verdict_shape(verdict: Verdict) -> Html {
    let path = match verdict {
        Verdict::Under => "M8 14 1.5 3h13z",
        Verdict::Sufficient => "M1.5 8a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0",
        Verdict::Over => "m8 2 6.5 11h-13z",
    };
    html! { <svg viewBox="0 0 16 16" aria-hidden="true"><path d={path} /></svg> }
}

/// The class that gives a verdict its colour.
pub fn zone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Under => "zone-under",
        Verdict::Sufficient => "zone-sufficient",
        Verdict::Over => "zone-over",
    }
}
