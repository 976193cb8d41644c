//! The session as a short text: how it moves into the full program, and the ground of share links.
//!
//! One state is `1~segment~tier~currency~count~by~rung~practices~signs~numbers~parameters~ideas`.
//! Numbers are the bits of a double in hexadecimal: exact, and free of the printing and parsing of
//! floats, which would add twenty kilobytes to the page.

use super::entries::{CustomerCount, DeliveredBy, Entries, IdeaEntries};
use super::entry::Entry;
use super::field::Field;
use super::pairs::Pairs;
use crate::model::Tables;

/// The version that all codes start with; codes of every released version stay readable.
const VERSION: &str = "1";

const COUNTS: [CustomerCount; 3] = [
    CustomerCount::Year,
    CustomerCount::Month,
    CustomerCount::Turnover,
];

const WAYS: [DeliveredBy; 4] = [
    DeliveredBy::Rung,
    DeliveredBy::Practices,
    DeliveredBy::Measured,
    DeliveredBy::Level,
];

fn number_code(number: f64) -> String {
    // The last digits of round numbers are zeros.
    let digits = format!("{:016x}", number.to_bits());
    digits.trim_end_matches('0').to_owned()
}

fn number(code: &str) -> Option<f64> {
    let missing = 16_usize.checked_sub(code.len())?;
    let bits = u64::from_str_radix(code, 16).ok()?;
    let bits = if missing == 16 {
        0
    } else {
        bits << (4 * missing)
    };
    let number = f64::from_bits(bits);
    number.is_finite().then_some(number)
}

fn text_code(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn text(code: &str) -> Option<String> {
    let bytes = (0..code.len()).step_by(2);
    let bytes = bytes.map(|at| u8::from_str_radix(code.get(at..at + 2)?, 16).ok());
    String::from_utf8(bytes.collect::<Option<_>>()?).ok()
}

/// `field:number,field=text,…`
fn numbers_code(numbers: &Pairs<Field, Entry>) -> String {
    let codes = numbers.iter().filter_map(|(field, entry)| match entry {
        Entry::Unknown => None,
        Entry::Number(number) => Some(format!("{}:{}", field.id(), number_code(*number))),
        Entry::Text(text) => Some(format!("{}={}", field.id(), text_code(text))),
    });
    codes.collect::<Vec<_>>().join(",")
}

fn numbers(code: &str) -> Option<Pairs<Field, Entry>> {
    let parts = code.split(',').filter(|part| !part.is_empty());
    let entry = |part: &str| {
        let (id, entry) = match part.split_once(':') {
            Some((id, code)) => (id, Entry::Number(number(code)?)),
            None => {
                let (id, code) = part.split_once('=')?;
                (id, Entry::Text(text(code)?))
            }
        };
        let field = Field::ALL.iter().find(|field| field.id() == id)?;
        Some((*field, entry))
    };
    parts.map(entry).collect()
}

/// One digit an answer, `-` for none.
fn digits_code(answers: impl Iterator<Item = Option<u8>>) -> String {
    let digit = |answer| char::from_digit(u32::from(answer), 10);
    answers
        .map(|answer| answer.and_then(digit).unwrap_or('-'))
        .collect()
}

fn digits(code: &str, count: usize, most: u32) -> Option<Vec<Option<u8>>> {
    let digit = |letter: char| match letter {
        '-' => Some(None),
        _ => letter
            .to_digit(10)
            .filter(|digit| *digit <= most)
            .map(|digit| u8::try_from(digit).ok()),
    };
    let answers: Option<Vec<_>> = code.chars().map(digit).collect();
    answers.filter(|answers| answers.len() == count)
}

fn ideas_code(ideas: &[IdeaEntries]) -> String {
    let code = |idea: &IdeaEntries| {
        let answered = digits_code(
            idea.answered
                .iter()
                .map(|answered| Some(u8::from(*answered))),
        );
        format!(
            "{}.{answered}.{}",
            text_code(&idea.name),
            numbers_code(&idea.numbers)
        )
    };
    ideas.iter().map(code).collect::<Vec<_>>().join(";")
}

fn idea(code: &str) -> Option<IdeaEntries> {
    let mut parts = code.splitn(3, '.');
    let name = text(parts.next()?)?;
    let answers = digits(parts.next()?, 5, 1)?;
    let mut answered = [false; 5];
    for (place, answer) in answered.iter_mut().zip(answers) {
        *place = answer == Some(1);
    }
    Some(IdeaEntries {
        name,
        answered,
        numbers: numbers(parts.next()?)?,
    })
}

impl Entries {
    /// These entries as a short text of letters, digits and `~ : = , ; . -`.
    #[must_use]
    pub fn to_code(&self) -> String {
        let place = |found: Option<usize>| found.unwrap_or(0).to_string();
        let parameters: Vec<_> = self
            .parameters
            .iter()
            .map(|(id, value)| format!("{id}:{}", number_code(*value)))
            .collect();
        [
            VERSION.to_owned(),
            self.segment.clone(),
            self.tier.clone(),
            self.currency.clone(),
            place(
                COUNTS
                    .iter()
                    .position(|count| *count == self.customer_count),
            ),
            place(WAYS.iter().position(|way| *way == self.delivered_by)),
            self.rung.clone().unwrap_or_default(),
            digits_code(self.practices.iter().copied()),
            digits_code(
                self.signs
                    .iter()
                    .map(|sign| sign.map(|sign| (2.0 * sign) as u8)),
            ),
            numbers_code(&self.numbers),
            parameters.join(","),
            ideas_code(&self.ideas),
        ]
        .join("~")
    }

    /// The entries of a code; nothing where it is damaged or names what the tables do not have.
    #[must_use]
    pub fn from_code(code: &str, tables: &Tables) -> Option<Self> {
        let mut parts = code.split('~');
        let mut next = || parts.next();
        (next()? == VERSION).then_some(())?;
        let segment = next().filter(|id| tables.segment(id).is_some())?;
        let tier = next().filter(|id| tables.tier(id).is_some())?;
        let listed = |code: &&str| tables.currencies.iter().any(|row| row.code == *code);
        let currency = next().filter(listed)?;
        let customer_count = *COUNTS.get(next()?.parse::<usize>().ok()?)?;
        let delivered_by = *WAYS.get(next()?.parse::<usize>().ok()?)?;
        let rung = match next()? {
            "" => None,
            id => Some(tables.rung(id)?.id.to_string()),
        };
        let practices = digits(
            next()?,
            tables.practices.len(),
            u32::from(crate::model::ALWAYS),
        )?;
        let signs = digits(next()?, tables.signs.len(), 2)?;
        let numbers = numbers(next()?)?;
        let parameter = |part: &str| {
            let (id, code) = part.split_once(':')?;
            tables.parameter(id)?;
            Some((id.to_owned(), number(code)?))
        };
        let parameters = next()?.split(',').filter(|part| !part.is_empty());
        let parameters = parameters.map(parameter).collect::<Option<_>>()?;
        let ideas = next()?.split(';').filter(|part| !part.is_empty());
        let ideas = ideas.map(idea).collect::<Option<_>>()?;
        let half = |sign: Option<u8>| sign.map(|sign| f64::from(sign) / 2.0);
        Some(Self {
            segment: segment.to_owned(),
            tier: tier.to_owned(),
            currency: currency.to_owned(),
            numbers,
            customer_count,
            delivered_by,
            rung,
            practices,
            signs: signs.into_iter().map(half).collect(),
            parameters,
            ideas,
        })
    }
}
