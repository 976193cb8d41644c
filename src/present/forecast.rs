//! If nothing changes.
