//! Method and sources.
