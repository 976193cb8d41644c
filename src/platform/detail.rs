//! The detail of an event as a JavaScript object.

use crate::event::{Detail, Field};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

/// A field as a JavaScript value.
#[must_use]
pub fn value(field: Field) -> JsValue {
    match field {
        Field::Number(number) => number.into(),
        Field::Numbers(numbers) => numbers
            .into_iter()
            .map(JsValue::from)
            .collect::<Array>()
            .into(),
        Field::Text(text) => text.into(),
        Field::Flag(flag) => flag.into(),
    }
}

/// A detail as a JavaScript object.
#[must_use]
pub fn object(detail: Detail) -> Object {
    let object = Object::new();
    for (name, field) in detail {
        // A plain object takes every property.
        let _ = Reflect::set(&object, &name.into(), &value(field));
    }
    object
}
