//! A colour of the owner's, made readable where it is not.

/// Red, green, blue, 0–255.
type Colour = [u8; 3];

/// What an accent stands on as text, and as a button's ground below a word: by theme.
struct Grounds {
    /// The page's and the cards' ground: those of `styles/tokens.css`.
    below: [Colour; 3],
    /// The words on a button.
    above: Colour,
    /// Towards which end a colour that is not readable is moved.
    towards: u8,
}

const LIGHT: Grounds = Grounds {
    below: [[0xf6, 0xf5, 0xf1], [0xff, 0xff, 0xff], [0xef, 0xed, 0xe7]],
    above: [0xff, 0xff, 0xff],
    towards: 0,
};
const DARK: Grounds = Grounds {
    below: [[0x14, 0x17, 0x1c], [0x1d, 0x21, 0x27], [0x29, 0x2e, 0x36]],
    above: [0x0b, 0x21, 0x1c],
    towards: 255,
};

/// The contrast that text must have to what it stands on: WCAG 2.2, 1.4.3.
const ENOUGH: f64 = 4.5;

/// How much light a colour gives, 0–1: WCAG 2.2, relative luminance.
fn luminance(colour: Colour) -> f64 {
    let linear = |part: u8| {
        let share = f64::from(part) / 255.0;
        if share <= 0.04045 {
            share / 12.92
        } else {
            ((share + 0.055) / 1.055).powf(2.4)
        }
    };
    let [r, g, b] = colour.map(linear);
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

/// The contrast of two colours, 1–21.
fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

/// The colour, or the nearest one towards black or white that can be read.
fn readable(colour: Colour, grounds: &Grounds) -> Colour {
    let good = |colour: &Colour| {
        let all = grounds.below.iter().chain([&grounds.above]);
        all.into_iter()
            .all(|ground| contrast(*colour, *ground) >= ENOUGH)
    };
    let moved = |step: u8| {
        let share = f64::from(step) / 100.0;
        colour.map(|part| {
            let (from, to) = (f64::from(part), f64::from(grounds.towards));
            (from + share * (to - from)).round() as u8
        })
    };
    (0..=100)
        .map(moved)
        .find(good)
        .unwrap_or([grounds.towards; 3])
}

fn parse(text: &str) -> Option<Colour> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    let hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    Some([part(0)?, part(2)?, part(4)?]).filter(|_| hex)
}

fn write([r, g, b]: Colour) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// What `--slc-accent` is for a colour like `#7a3e9d`: one for either theme, each readable on the
/// calculator's grounds and below the words of its buttons. `None`: no such colour.
#[must_use]
pub fn accent(text: &str) -> Option<String> {
    let colour = parse(text)?;
    let [light, dark] = [LIGHT, DARK].map(|grounds| write(readable(colour, &grounds)));
    Some(format!("light-dark({light}, {dark})"))
}

#[cfg(test)]
mod tests {
    use super::{Colour, DARK, ENOUGH, LIGHT, accent, contrast, readable};
    use proptest::prelude::*;

    #[test]
    fn the_contrast_is_that_of_the_recommendation() {
        assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
        // https://webaim.org/resources/contrastchecker: #767676 on white is 4.54.
        assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.005);
    }

    #[test]
    fn a_readable_colour_stays_and_another_is_moved() {
        assert_eq!(readable([0x0b, 0x6b, 0x5b], &LIGHT), [0x0b, 0x6b, 0x5b]);
        let yellow = accent("#ffd400");
        assert!(
            yellow.is_some_and(|value| value.ends_with("#ffd400)") && !value.contains("(#ffd400"))
        );
        for wrong in [
            "", "#fff", "red", "#12345g", "#+1+1+1", "123456", "#1234567",
        ] {
            assert_eq!(accent(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn any_colour_becomes_readable(colour: Colour) {
            for grounds in [LIGHT, DARK] {
                let shown = readable(colour, &grounds);
                for ground in grounds.below.iter().chain([&grounds.above]) {
                    prop_assert!(contrast(shown, *ground) >= ENOUGH, "{shown:?} on {ground:?}");
                }
            }
        }
    }
}
