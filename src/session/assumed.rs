//! Retention and cost to serve where they are not entered: the model fits both to the present level.

use super::{Entries, Field};
use model::{Calibrated, Tables};

impl Entries {
    /// What the model assumes in the place of a field's entry; none for fields of which it assumes
    /// nothing, and where the other entries have no answer.
    #[must_use]
    pub fn assumed(&self, field: Field, tables: &Tables) -> Option<f64> {
        let of: fn(&Calibrated) -> f64 = match field {
            Field::Retention => |firm| firm.retention,
            Field::CostToServe => |firm| firm.cost_to_serve,
            _ => return None,
        };
        let mut without = self.clone();
        without.numbers.remove(&field);
        let firm = Calibrated::of(&without.inputs(tables), &without.tables(tables)).ok()?;
        Some(of(&firm))
    }
}
