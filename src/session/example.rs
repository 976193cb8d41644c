//! Examples of a day's work, made from the visitor's own volume: they stand in until he types his.

use super::{Entries, Field};
use model::{Business, Counter, Inputs, Orders, QueueExample, Tables};

impl Entries {
    /// Whether customers of this segment queue at all.
    #[must_use]
    pub fn queues(&self, tables: &Tables) -> bool {
        self.queue_row(tables).is_some()
    }

    fn queue_row<'a>(&self, tables: &'a Tables) -> Option<&'a QueueExample> {
        self.segment_row(tables)?.queue.as_ref()
    }

    /// The example of a field that depends on the segment's queue or on how many customers there
    /// are; none for other fields, and where nobody queues.
    pub(super) fn example(&self, field: Field, tables: &Tables) -> Option<f64> {
        if field == Field::OrdersPerDay {
            return Some(Orders::example_per_day(&self.volume(tables)?, tables));
        }
        let row = self.queue_row(tables)?;
        match field {
            Field::Arrivals => {
                let counter = Counter::example(&self.volume(tables)?, row, tables);
                Some(counter.arrivals_per_hour)
            }
            Field::ContactMinutes => Some(row.minutes),
            Field::Tolerance => Some(row.tolerance_s),
            // As many as the arrivals and minutes in force keep busy, typed or not.
            Field::Staff => {
                let [arrivals, minutes] = [Field::Arrivals, Field::ContactMinutes]
                    .map(|field| self.number(field, tables));
                Some(Counter::example_staff(arrivals, minutes, tables))
            }
            _ => None,
        }
    }

    /// A business with the customers and purchases in force and nothing else of its own, so that a
    /// fault elsewhere changes no example.
    fn volume(&self, tables: &Tables) -> Option<Business> {
        let valid = |field| {
            let number = self.entry(field).number();
            number.filter(|_| self.error(field, tables).is_none())
        };
        let customers = valid(Field::Customers);
        let inputs = Inputs {
            segment: Some(self.segment_row(tables)?.id.to_string()),
            customers: customers.map(|n| self.scaler(Field::Customers, tables).kept(n)),
            purchases: valid(Field::Purchases),
            ..Inputs::default()
        };
        Business::new(&inputs, tables).ok()
    }
}
