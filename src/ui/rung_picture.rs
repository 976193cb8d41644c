//! The six rungs in pictures: from a broken stool to a chair that flies.

use crate::present::rung_lines::picture;
use yew::prelude::*;

/// The picture of a rung.
pub fn rung_picture(id: &str) -> Html {
    html! { <svg class="rung-picture" viewBox="0 0 64 48" aria-hidden="true">{rung_lines(id)}</svg> }
}

/// Its lines, 64 by 48, for a drawing of which it is a part; nothing for one we have not drawn.
pub fn rung_lines(id: &str) -> Html {
    let Some([floor, filled, shift, also, lines]) = picture(id) else {
        return Html::default();
    };
    html! { <>
        <path class="floor" d={floor} />
        <path class="soft" d={filled} transform={shift} />
        <path class="soft" d={also} />
        <path d={lines} />
    </> }
}
