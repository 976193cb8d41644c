//! That an earlier version of the model answered what was opened: the entries stay, the figures
//! may have moved.

use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::MODEL_VERSION;

fn version() -> Figure {
    Figure::integer(f64::from(MODEL_VERSION))
}

/// Said of the link, or of what the browser has kept, that the page opened with.
#[must_use]
pub fn opened() -> Message {
    say::TakeRecalculated { version: version() }.into()
}

/// Said of a case that was kept, or read from a file.
#[must_use]
pub fn case() -> Message {
    say::CompareRecalculated { version: version() }.into()
}
