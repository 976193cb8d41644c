//! Individual approach at scale.
