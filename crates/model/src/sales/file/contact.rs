//! Numbers and addresses of customers.

use crate::sales::characters::plain;
use crate::sales::customer::phone;

/// Whether a text is a phone number or an e-mail address.
pub fn is_contact(name: &str) -> bool {
    let name = plain(name);
    let domain = name.split_once('@').map(|(_, domain)| domain);
    let grouped = name.starts_with('+') || name.contains(['-', '(', ' ']);
    let address = domain.is_some_and(|domain| domain.contains('.') && !domain.contains([' ', '@']));
    let number = !name.contains('.') && phone(&name).is_some_and(|n| n.len() == 11 || grouped);
    address || number
}

/// Whether a spreadsheet has shortened a long number (`7.92E+10`): then different customers look
/// the same.
pub fn is_shortened(name: &str) -> bool {
    if !name.contains(['+', '＋']) {
        return false;
    }
    let plain = plain(name);
    let Some((number, power)) = plain.split_once(['E', 'e']) else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    power
        .strip_prefix('+')
        .is_some_and(|power| !power.is_empty() && digits(power))
        && number.split_once(['.', ',']).is_some_and(|(whole, part)| {
            whole.len() == 1 && !part.is_empty() && digits(whole) && digits(part)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phone_numbers_and_addresses_are_recognised() {
        for name in [
            "+7 (916) 123-45-67",
            "89161234567",
            "020-7946-0958",
            "a.b@c.de",
        ] {
            assert!(is_contact(name), "{name}");
        }
        for name in [
            "",
            "Anna",
            "1042",
            "123456789.00",
            "1234567890",
            "2024-01-15",
            "a@b",
            "@",
            "a b@c d.e",
        ] {
            assert!(!is_contact(name), "{name}");
        }
    }

    #[test]
    fn a_number_that_a_spreadsheet_shortened_is_noticed() {
        for name in ["7.92E+10", "7,9161E+10", " 1.0e+12"] {
            assert!(is_shortened(name), "{name}");
        }
        for name in [
            "",
            "E",
            "E+1",
            "7E+10",
            "1e5",
            "79161234567",
            "a.bE+c",
            "Eve",
            "1.5",
            "12.3E+4",
        ] {
            assert!(!is_shortened(name), "{name}");
        }
    }
}
