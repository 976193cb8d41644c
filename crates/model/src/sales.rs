//! What a business's own sales tell about its customers (section 19).
//!
//! Rows of customer, date and amount become purchases, and purchases become figures. [`read`] takes
//! a file as tills, booking systems and shops write it. Nothing but hashes is kept of customers.
//!
//! ```
//! # #[cfg(feature = "json")] {
//! use service_level_model::sales::{Choices, DateOrder, Question, SalesError, read};
//!
//! let file = b"Client;Date;Sum\nAnna;03/04/2024;12,50\nAnna;05/04/2025;20\nBob;05/04/2025;18,00";
//! let mut choices = Choices::default();
//! let asked = read(file, &choices);
//! assert!(matches!(asked, Err(SalesError::Ask(Question::DateOrder { line: 2, .. }))));
//! choices.date_order = Some(DateOrder::DayFirst);
//! let (purchases, reading) = read(file, &choices)?;
//! assert_eq!(reading.separator, ';');
//! assert_eq!(purchases.figures(None)?.customers, 2);
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod characters;
mod customer;
mod day;
mod figures;
#[cfg(feature = "json")]
mod file;
#[cfg(feature = "json")]
mod json;
mod money;
mod purchases;

pub use customer::Customer;
pub use day::Day;
pub use figures::{Change, Figures, RETENTION_BOUNDS, Retention, TooShort, retention_half_width};
#[cfg(feature = "json")]
pub use file::{
    Choices, ColumnSeen, Columns, DateOrder, DecimalSign, Encoding, Found, Holds, NAMED_FAULTS,
    Question, Reading, Reason, RowFault, SalesError, read,
};
#[cfg(feature = "json")]
pub use json::{Answer, Input};
pub use money::Money;
pub use purchases::{Purchases, Sale};
