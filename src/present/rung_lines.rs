//! The lines of the six rungs: from a broken stool to a chair that flies; 64 by 48.

const FLOOR: &str = "M6 43.5h52";
const ARMCHAIR: &str = "M20 25v-10a6 6 0 0 1 6-6h12a6 6 0 0 1 6 6v10M15 23h4a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2V25a2 2 0 0 1 2-2zM45 23h4a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2h-4a2 2 0 0 1-2-2V25a2 2 0 0 1 2-2zM21 29h22v10H21z";

/// A picture as paths: the floor, what is filled and where it stands, what else is filled, lines.
pub type Picture = [&'static str; 5];

const TERRIBLE: Picture = [
    FLOOR,
    "M20 28.5 43 23l1.2 4.6-23 5.6z",
    "",
    "",
    "M40 29l3 14M24 33l-1.5 4.5 2 1.5M14 43l7-3.5M48 18l3-3M50 23h4M44 15v-4",
];
const BASIC: Picture = [
    FLOOR,
    "M21.5 25h21a2.5 2.5 0 0 1 0 5h-21a2.5 2.5 0 0 1 0-5z",
    "",
    "",
    "M23 30l-2.5 13M41 30l2.5 13M22 37h20",
];
const EXPECTED: Picture = [
    FLOOR,
    "M24 8h16a3 3 0 0 1 3 3v7a3 3 0 0 1-3 3H24a3 3 0 0 1-3-3v-7a3 3 0 0 1 3-3z",
    "",
    "M21.5 28h21a2.5 2.5 0 0 1 0 5h-21a2.5 2.5 0 0 1 0-5z",
    "M24 21v7M40 21v7M22 33v10M42 33v10",
];
const DESIRED: Picture = [FLOOR, ARMCHAIR, "", "", "M18 40v3M46 40v3"];
const WOW: Picture = [
    FLOOR,
    ARMCHAIR,
    "translate(-8)",
    "M47 17l3-9h6l3 9z",
    "M10 40v3M38 40v3M53 43V17M49 43h8",
];
const UNBELIEVABLE: Picture = [
    "M20 43.5h24",
    ARMCHAIR,
    "translate(4 11) scale(.68)",
    "M7 9a5 6 0 1 0 10 0 5 6 0 1 0-10 0M21 8a5 6 0 1 0 10 0 5 6 0 1 0-10 0M37 8.5a5 6 0 1 0 10 0 5 6 0 1 0-10 0",
    "M24 24 14 14M26 20v-5M28 24l12-10M52 22v6M49 25h6M55 33v4M53 35h4",
];

/// The picture of a rung; none for one we have not drawn.
#[must_use]
pub fn picture(id: &str) -> Option<Picture> {
    Some(match id {
        "terrible" => TERRIBLE,
        "basic" => BASIC,
        "expected" => EXPECTED,
        "desired" => DESIRED,
        "wow" => WOW,
        "unbelievable" => UNBELIEVABLE,
        _ => return None,
    })
}
