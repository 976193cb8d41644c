//! Customers lost to bad service: how many a year, or, of a few customers, the odds of losing one.

use super::answer::Answer;
use l10n::figure::Figure;
use l10n::text::{Message, say};

/// The odds of losing a customer within a year; none where one or more a year are lost, or nobody
/// is.
pub fn odds(answer: &Answer) -> Option<Message> {
    let years = answer.outcome.years_per_customer_lost()?;
    let (chances, of) = match years {
        // "1 chance in 1.2" would be none.
        years if years < 2.0 => ((10.0 / years).round().min(9.0), 10.0),
        years => (1.0, years.round()),
    };
    let chances = Figure::integer(chances);
    let of = Figure::count(of);
    let customers = answer.firm.business.customers;
    if customers < 1.5 {
        return Some(say::LostOddsOnly { chances, of }.into());
    }
    Some(
        say::LostOdds {
            chances,
            of,
            customers: Figure::count(customers),
            share: Figure::share(1.0 / customers),
        }
        .into(),
    )
}

/// How many customers leave within a year because of service, or the odds that one does.
pub fn lost(answer: &Answer) -> Message {
    odds(answer).unwrap_or_else(|| {
        let customers = Figure::count(answer.outcome.customers_lost).named("customers_lost");
        say::LostCustomers { customers }.into()
    })
}

/// So many of the business's customers, or, where that is less than one, the same as a share.
pub fn customers(answer: &Answer, share: f64) -> Figure {
    let count = answer.firm.business.customers * share;
    if count > 0.0 && count < 1.0 {
        Figure::share(share)
    } else {
        Figure::count(count)
    }
}
