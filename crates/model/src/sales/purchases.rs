//! Sales become purchases: all of one customer's sales of one day.

use super::customer::Customer;
use super::day::Day;
use super::money::Money;

/// A row of a till, a booking system or a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sale {
    /// Who bought.
    pub customer: Customer,
    /// When.
    pub day: Day,
    /// For how much; negative where money was paid back.
    pub amount: Money,
}

/// All that one customer bought on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Purchase {
    pub(super) customer: Customer,
    pub(super) day: Day,
    /// Millionths of the currency unit, above 0.
    pub(super) amount: i128,
}

/// The purchases of a business, by customer and day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purchases {
    purchases: Vec<Purchase>,
    dropped: u32,
}

impl Purchases {
    /// Adds up each customer's sales of each day, exactly; sums that are not above 0 are dropped.
    #[must_use]
    pub fn of(mut sales: Vec<Sale>) -> Self {
        sales.sort_unstable_by_key(|sale| (sale.customer, sale.day));
        let mut all = Self::default();
        let same =
            |one: &Sale, other: &Sale| (one.customer, one.day) == (other.customer, other.day);
        for sales in sales.chunk_by(same) {
            let millionths = sales
                .iter()
                .map(|sale| i128::from(sale.amount.millionths()));
            let amount: i128 = millionths.sum();
            match sales.first() {
                Some(Sale { customer, day, .. }) if amount > 0 => all.purchases.push(Purchase {
                    customer: *customer,
                    day: *day,
                    amount,
                }),
                _ => all.dropped = all.dropped.saturating_add(1),
            }
        }
        all
    }

    /// How many customer-days were dropped, their sum not being above 0.
    #[must_use]
    pub fn dropped(&self) -> u32 {
        self.dropped
    }

    /// The days of the first and the last purchase.
    #[must_use]
    pub fn span(&self) -> Option<(Day, Day)> {
        let days = || self.purchases.iter().map(|purchase| purchase.day);
        days().min().zip(days().max())
    }

    /// All purchases of each customer, in the order of time.
    pub(super) fn by_customer(&self) -> impl Iterator<Item = &[Purchase]> {
        self.purchases
            .chunk_by(|one, other| one.customer == other.customer)
    }
}
