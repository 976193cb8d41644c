//! Test an idea.
