//! Which day it is for the visitor.

use js_sys::{Date, Object, Reflect};

/// Today as in `2026-11-27`, in the visitor's time zone.
#[must_use]
pub fn iso_today() -> String {
    let now = Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    format!("{year}-{month:02}-{day:02}")
}

/// Today in words of a language.
#[must_use]
pub fn today_in(language: &str) -> String {
    let options = Object::new();
    // A plain object takes every property.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    let date = Date::new_0().to_locale_date_string(language, &options);
    date.into()
}
