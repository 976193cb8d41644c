//! A file of sales, read from its first byte to its purchases.

mod amount;
mod clock;
mod columns;
mod contact;
mod content;
mod currency;
mod date;
mod encoding;
mod error;
mod heading;
mod layout;
mod month;
mod quote;
mod record;

pub use amount::DecimalSign;
pub use columns::{Columns, Found};
pub use content::Holds;
pub use date::DateOrder;
pub use encoding::Encoding;
pub use error::{ColumnSeen, NAMED_FAULTS, Question, Reason, RowFault, SalesError};

use super::customer::Customer;
use super::purchases::{Purchases, Sale};
use amount::NoAmount;
use contact::is_shortened;
use date::{NoDate, NoOrder};
use encoding::decode;
use layout::{Layout, is_total, repeats_headings};
use quote::quotable;
use record::{OpenQuote, Record};

/// What the owner of a file says about it, where the file does not tell by itself. By default
/// nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The columns.
    pub columns: Option<Columns>,
    /// The order of day, month and year.
    pub date_order: Option<DateOrder>,
    /// The decimal sign.
    pub decimal: Option<DecimalSign>,
    /// Leaves rows out that cannot be read, in place of refusing the file; [`Reading`] says how
    /// many.
    pub leave_out: bool,
}

/// How a file was read, to be shown beside its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "json", derive(serde::Serialize))]
pub struct Reading {
    /// How its bytes were read.
    pub encoding: Encoding,
    /// The character between cells.
    pub separator: char,
    /// The columns that were read.
    pub columns: Columns,
    /// Their headings (customer, date, amount); `None` in a file without.
    pub headings: Option<[String; 3]>,
    /// The order of dates; `None` where each tells its own day.
    pub date_order: Option<DateOrder>,
    /// The decimal sign; `None` where all amounts read alike with both, or each with one only.
    pub decimal: Option<DecimalSign>,
    /// Rows that were taken.
    pub rows: u32,
    /// Rows left out because nobody is named in them.
    pub without_customer: u32,
    /// Rows left out because they sum up others, or repeat the headings.
    pub totals: u32,
    /// Rows left out because they cannot be read; 0 unless `leave_out` was chosen.
    pub unreadable: u32,
}

/// A row whose date and amount wait until the whole file has told how they are written.
struct Row {
    line: u32,
    last_line: u32,
    customer: Customer,
    date: date::Written,
    amount: amount::Written,
}

/// What has been read so far.
#[derive(Default)]
struct Rows {
    rows: Vec<Row>,
    dates: date::Evidence,
    amounts: amount::Evidence,
    faults: Vec<RowFault>,
    fault_count: usize,
    without_customer: u32,
    totals: u32,
}

/// Reads a file of sales. Of customers only hashes are kept; errors quote dates, amounts and
/// headings, and what stands in their place.
///
/// # Errors
/// [`SalesError`], [`SalesError::Ask`] among them: put the answer into `choices` and call again.
pub fn read(file: &[u8], choices: &Choices) -> Result<(Purchases, Reading), SalesError> {
    let (text, encoding) = decode(file)?;
    let (layout, mut records) = Layout::of(&text, choices)?;
    let mut rows = Rows::default();
    loop {
        match records.read() {
            Ok(Some(record)) if record.line < layout.first_line => {}
            Ok(Some(record)) => rows.add(&record, &layout),
            Ok(None) => break,
            Err(OpenQuote(line)) => {
                return Err(SalesError::Rows {
                    faults: vec![fault(line, line, Reason::OpenQuote)],
                    count: 1,
                });
            }
        }
    }
    let reading = |rows: &Rows, taken: usize, date_order, decimal| Reading {
        encoding,
        separator: char::from(layout.separator),
        columns: layout.columns,
        headings: layout.headings.clone(),
        date_order,
        decimal,
        rows: u32::try_from(taken).unwrap_or(u32::MAX),
        without_customer: rows.without_customer,
        totals: rows.totals,
        unreadable: u32::try_from(rows.fault_count).unwrap_or(u32::MAX),
    };
    if !choices.leave_out {
        rows.refuse()?;
    }
    let decimal = std::mem::take(&mut rows.amounts).decide(choices.decimal);
    let decimal = decimal.map_err(|(line, written)| {
        SalesError::Ask(Question::Decimal {
            line,
            written,
            choices: [DecimalSign::Comma, DecimalSign::Point],
        })
    })?;
    let order = std::mem::take(&mut rows.dates).decide(choices.date_order);
    let order = order.map_err(|why| match why {
        NoOrder::Ask(line, written, choices) => SalesError::Ask(Question::DateOrder {
            line,
            written,
            choices,
        }),
        NoOrder::Mixed(line, other) => SalesError::Rows {
            faults: vec![fault(line, line, Reason::OtherOrder(other))],
            count: 1,
        },
    })?;
    let sales = rows.sales(order, decimal);
    if !choices.leave_out {
        rows.refuse()?;
    }
    if sales.is_empty() {
        let without_customer = rows.without_customer;
        return Err(SalesError::NoSales { without_customer });
    }
    let reading = reading(&rows, sales.len(), order, decimal);
    Ok((Purchases::of(sales), reading))
}

fn fault(line: u32, last_line: u32, reason: Reason) -> RowFault {
    RowFault {
        line,
        last_line,
        reason,
    }
}

impl Rows {
    /// Reads a record: a sale, or a fault, or a row that is no sale.
    fn add(&mut self, record: &Record<'_>, layout: &Layout) {
        if record.filled() == 0 {
            return;
        }
        match read_row(record, layout) {
            Ok((customer, (date, date_text), (amount, amount_text))) => {
                let (line, last_line) = (record.line, record.last_line);
                self.dates.add(date, line, date_text);
                self.amounts.add(amount, line, amount_text);
                match customer {
                    Some(customer) => self.rows.push(Row {
                        line,
                        last_line,
                        customer,
                        date,
                        amount,
                    }),
                    None => self.without_customer = self.without_customer.saturating_add(1),
                }
            }
            Err(_) if repeats_headings(record, layout) || is_total(record, layout) => {
                self.totals = self.totals.saturating_add(1);
            }
            Err(reason) => self.blame(fault(record.line, record.last_line, reason)),
        }
    }

    fn blame(&mut self, fault: RowFault) {
        self.fault_count = self.fault_count.saturating_add(1);
        if self.faults.len() < NAMED_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Refuses the file where a row could not be read.
    fn refuse(&mut self) -> Result<(), SalesError> {
        if self.fault_count == 0 {
            return Ok(());
        }
        Err(SalesError::Rows {
            faults: std::mem::take(&mut self.faults),
            count: self.fault_count,
        })
    }

    /// The sales, now that it is known how dates and amounts are written. Rows whose date is none
    /// in this order are faults.
    fn sales(&mut self, order: Option<DateOrder>, decimal: Option<DecimalSign>) -> Vec<Sale> {
        let order = order.unwrap_or(DateOrder::DayFirst);
        let decimal = decimal.unwrap_or(DecimalSign::Point);
        let mut sales = Vec::with_capacity(self.rows.len());
        let mut others = Vec::new();
        for row in &self.rows {
            match row.date.day(order) {
                Some(day) => sales.push(Sale {
                    customer: row.customer,
                    day,
                    amount: row.amount.money(decimal),
                }),
                None => others.push((row.line, row.last_line)),
            }
        }
        for (line, last_line) in others {
            self.blame(fault(line, last_line, Reason::AgainstOrder(order)));
        }
        sales
    }
}

/// Who bought (`None` where nobody is named), the date and the amount, each with its text.
type Read<'r> = (
    Option<Customer>,
    (date::Written, &'r str),
    (amount::Written, &'r str),
);

fn read_row<'r>(record: &Record<'r>, layout: &Layout) -> Result<Read<'r>, Reason> {
    let columns = &layout.columns;
    let found = record.filled();
    if found > layout.width {
        let expected = layout.width;
        return Err(Reason::TooManyCells { found, expected });
    }
    if record.len() < columns.needed() {
        let (found, needed) = (record.len(), columns.needed());
        return Err(Reason::TooFewCells { found, needed });
    }
    let (date, amount) = (record.cell(columns.date), record.cell(columns.amount));
    if date.is_empty() {
        return Err(Reason::NoDate);
    }
    let written = date::Written::read(date).map_err(|why| match why {
        NoDate::Form => Reason::NotADate(quotable(date)),
        NoDate::NoSuchDay => Reason::NoSuchDay(quotable(date)),
    })?;
    if amount.is_empty() {
        return Err(Reason::NoAmount);
    }
    let money = amount::Written::read(amount).map_err(|why| match why {
        NoAmount::Form => Reason::NotAnAmount(quotable(amount)),
        NoAmount::TooLarge => Reason::TooLarge(quotable(amount)),
    })?;
    let name = record.cell(columns.customer);
    if is_shortened(name) {
        return Err(Reason::Shortened);
    }
    Ok((Customer::of(name), (written, date), (money, amount)))
}
