//! How sure is it?
