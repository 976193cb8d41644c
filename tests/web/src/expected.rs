//! What the page must show: the model run natively.

use model::{Inputs, Tables, evaluate};
use serde_json::{Value, from_value, to_value};

/// The outcome of inputs written as in the golden cases.
pub fn outcome(inputs: Value) -> Value {
    let inputs: Inputs = from_value(inputs).expect("the inputs are the model's");
    let outcome = evaluate(&inputs, Tables::built_in()).expect("the inputs are valid");
    to_value(outcome).expect("an outcome can be written")
}

/// Whether the model accepts inputs written as in the golden cases.
pub fn has_outcome(inputs: Value) -> bool {
    let inputs: Inputs = from_value(inputs).expect("the inputs are the model's");
    evaluate(&inputs, Tables::built_in()).is_ok()
}

/// The value at a dotted path, such as `band.0`.
pub fn at<'a>(outcome: &'a Value, path: &str) -> &'a Value {
    let pointer = format!("/{}", path.replace('.', "/"));
    outcome
        .pointer(&pointer)
        .unwrap_or_else(|| panic!("the outcome has no {path}"))
}

/// Whether what the page says, as text, is the model's value: the same word,
/// or a number that differs by no more than 1e-9 of it.
pub fn agrees(shown: &str, wanted: &Value) -> bool {
    match (wanted.as_f64(), shown.parse::<f64>()) {
        (Some(wanted), Ok(shown)) => (shown - wanted).abs() <= 1e-9 * wanted.abs(),
        _ => wanted.as_str() == Some(shown),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{agrees, at, outcome};

    #[test]
    fn the_outcome_is_that_of_the_model() {
        let outcome = outcome(
            json!({ "segment": "clinic", "customers": 1000, "cheque": 100, "rung": "expected" }),
        );
        assert!(agrees("74", at(&outcome, "expected")));
        assert!(agrees("sufficient", at(&outcome, "verdict")));
        assert!(at(&outcome, "band.0").is_number());
        assert!(!agrees("74.001", at(&outcome, "expected")));
        assert!(!agrees("", at(&outcome, "expected")));
    }
}
