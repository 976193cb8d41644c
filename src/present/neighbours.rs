//! Whom to learn from.
