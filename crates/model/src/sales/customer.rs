//! A customer, of whom nothing but a hash is kept.

use super::characters::plain;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Digits from which on a text of digits and signs is taken for a phone number.
const PHONE_DIGITS: usize = 10;

/// Texts with which tills and bookkeeping name a customer whom they do not know, in lower case.
const NOBODY: [&str; 24] = [
    "-",
    "--",
    "?",
    "n/a",
    "#n/a",
    "none",
    "null",
    "unknown",
    "anonymous",
    "guest",
    "walk-in",
    "walk in",
    "walk-in customer",
    "cash customer",
    "#н/д",
    "н/д",
    "гость",
    "аноним",
    "физлицо",
    "физическое лицо",
    "частное лицо",
    "розничный покупатель",
    "без клиента",
    "не указан",
];

/// Who bought: a hash of what the file calls the customer. The name cannot be had back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Customer(u64);

impl Customer {
    /// Hashes a name, a number, an e-mail address or a phone number; `None` where it is empty or a
    /// usual text for "unknown". Case and repeated spaces do not matter, nor how a phone number is
    /// grouped (Russian numbers may begin with +7, 7 or 8).
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let name = normal_form(&plain(name));
        if name.is_empty() || NOBODY.contains(&name.as_str()) {
            return None;
        }
        let mut hasher = DefaultHasher::new();
        phone(&name).unwrap_or(name).hash(&mut hasher);
        Some(Self(hasher.finish()))
    }
}

/// The name in lower case with single spaces.
fn normal_form(name: &str) -> String {
    let mut normal = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !normal.is_empty() {
            normal.push(' ');
        }
        for character in word.chars() {
            if character.is_ascii() {
                normal.push(character.to_ascii_lowercase());
            } else {
                normal.extend(character.to_lowercase());
            }
        }
    }
    normal
}

/// The digits of a phone number; `None` where the name is no phone number.
pub fn phone(name: &str) -> Option<String> {
    let of_phone = |byte: u8| byte.is_ascii_digit() || b"+-() .".contains(&byte);
    if name.len() < PHONE_DIGITS || !name.bytes().all(of_phone) {
        return None;
    }
    let mut digits: String = name.chars().filter(char::is_ascii_digit).collect();
    if digits.len() < PHONE_DIGITS {
        return None;
    }
    // In Russia 8 is dialled within the country for +7.
    if digits.len() == 11 && digits.starts_with('8') && !name.starts_with('+') {
        digits.replace_range(..1, "7");
    }
    Some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_customer_written_in_several_ways_is_one() {
        for (one, other) in [
            ("Anna Smith", " anna  SMITH "),
            ("Ёлкина Анна", "ёлкина анна"),
            ("a@b.com", "A@B.com"),
            ("+7 (916) 123-45-67", "89161234567"),
            ("8 916 123 45 67", "79161234567"),
            ("+44 20 7946 0958", "442079460958"),
        ] {
            assert_eq!(Customer::of(one), Customer::of(other), "{one} {other}");
            assert!(Customer::of(one).is_some());
        }
    }

    #[test]
    fn different_customers_are_different() {
        let names = [
            "c1",
            "c2",
            "Anna",
            "Anne",
            "1",
            "01",
            "12-3",
            "1-23",
            "+8 1612345670",
            "71612345670",
        ];
        for (at, one) in names.iter().enumerate() {
            for other in names.iter().skip(at + 1) {
                assert_ne!(Customer::of(one), Customer::of(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn nobody_is_no_customer() {
        for name in [
            "",
            " \u{A0} ",
            "-",
            "—",
            "N/A",
            "Guest",
            "Розничный  покупатель",
        ] {
            assert_eq!(Customer::of(name), None, "{name}");
        }
    }
}
