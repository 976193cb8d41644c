//! The six rungs in pictures: from a broken stool to a chair that flies.

use yew::prelude::*;

const ARMCHAIR: &str = "M20 25v-10a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v10M15 23h4a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2V25a2 2 0 0 1 2-2zM45 23h4a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2V25a2 2 0 0 1 2-2zM21 29h22v10H21z";
const FLOOR: &str = "M6 43.5h52";

/// The picture of a rung; nothing for one we have not drawn.
pub fn rung_picture(id: &str) -> Html {
    let inside = match id {
        "terrible" => html! { <>
            <path class="floor" d={FLOOR} />
            <path class="soft" d="M20 28.5 43 23l1.2 4.6-23 5.6z" />
            <path d="M40 29l3 14M24 33l-1.5 4.5 2 1.5M14 43l7-3.5M48 18l3-3M50 23h4M44 15v-4" />
        </> },
        "basic" => html! { <>
            <path class="floor" d={FLOOR} />
            <rect class="soft" x="19" y="25" width="26" height="5" rx="2.5" />
            <path d="M23 30l-2.5 13M41 30l2.5 13M22 37h20" />
        </> },
        "expected" => html! { <>
            <path class="floor" d={FLOOR} />
            <rect class="soft" x="21" y="8" width="22" height="13" rx="3" />
            <path d="M24 21v7M40 21v7" />
            <rect class="soft" x="19" y="28" width="26" height="5" rx="2.5" />
            <path d="M22 33v10M42 33v10" />
        </> },
        "desired" => html! { <>
            <path class="floor" d={FLOOR} />
            <path class="soft" d={ARMCHAIR} />
            <path d="M18 40v3M46 40v3" />
        </> },
        "wow" => html! { <>
            <path class="floor" d={FLOOR} />
            <g transform="translate(-8)"><path class="soft" d={ARMCHAIR} /><path d="M18 40v3M46 40v3" /></g>
            <path d="M53 43V17M49 43h8" />
            <path class="soft" d="M47 17l3-9h6l3 9z" />
        </> },
        "unbelievable" => html! { <>
            <path class="floor" d="M20 43.5h24" />
            <g transform="translate(4 11) scale(.68)"><path class="soft" d={ARMCHAIR} /></g>
            <path d="M24 24 14 14M26 20v-5M28 24l12-10" />
            <ellipse class="soft" cx="12" cy="9" rx="5" ry="6" />
            <ellipse class="soft" cx="26" cy="8" rx="5" ry="6" />
            <ellipse class="soft" cx="42" cy="8.5" rx="5" ry="6" />
            <path d="M52 22v6M49 25h6M55 33v4M53 35h4" />
        </> },
        _ => Html::default(),
    };
    html! { <svg class="rung-picture" viewBox="0 0 64 48" aria-hidden="true">{inside}</svg> }
}
