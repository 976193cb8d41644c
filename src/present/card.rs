//! A card to share: the chair, the verdict, the amount and the address in one picture.

use super::answer::Answer;
use super::chart_file::{ENOUGH, LOST, Origin, SPENT, at, chair, made_by};
use super::drawing::{Drawing, Words};
use super::export::{Writing, at_own_level};
use super::headline::Headline;
use super::names;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Verdict, rung_of};

const WIDTH: i32 = 1200;
const HEIGHT: i32 = 630;
const INK: &str = "#1c2430";
const MUTED: &str = "#566072";

/// The card of an answer at its own level.
#[must_use]
pub fn card(answer: &Answer, tables: &Tables, origin: &Origin, write: &Writing<'_>) -> String {
    let answer = &at_own_level(answer);
    let o = &answer.outcome;
    let headline = Headline::new(answer, tables, None);
    let sentence = write.text(&headline.sentence);
    let mut drawing = Drawing::new(WIDTH, HEIGHT, &sentence);
    // The same frame, size and place whatever the verdict: neither side is louder.
    let colour = match headline.verdict {
        Some(Verdict::Under) => LOST,
        Some(Verdict::Over) => SPENT,
        Some(Verdict::Sufficient) => ENOUGH,
        None => MUTED,
    };
    drawing.put(&format!(
        "<rect x=\"1\" y=\"1\" width=\"1198\" height=\"628\" fill=\"none\" stroke=\"#d5dae2\" stroke-width=\"2\"/>\
         <rect width=\"1200\" height=\"14\" fill=\"{colour}\"/>"
    ));
    let rung = rung_of(o.level, o.expected, &tables.ladder);
    if let Some(rung) = rung {
        chair(&mut drawing, &rung.id, (225, 130), 50);
        let name = write.text(&names::rung(&rung.id));
        let words = Words {
            anchor: "middle",
            ..at(225, 412, 30, MUTED)
        };
        drawing.words(words, &name);
    }
    let bold = |x, y, size, colour| Words {
        bold: true,
        ..at(x, y, size, colour)
    };
    drawing.words(bold(430, 92, 30, colour), &write.text(&headline.chip));
    // It says the threshold.
    let lines = drawing.paragraph(bold(430, 150, 36, INK), &sentence, 720, 5);
    let forgone: Message = say::SharecardForgone {
        amount: Figure::money(o.gap_to_sufficient),
    }
    .into();
    // Below adequate less than nothing may be forgone: words say that, not an amount.
    if o.gap_to_sufficient >= 0.0 {
        let y = 150 + 45 * lines + 24;
        drawing.paragraph(bold(430, y, 40, colour), &write.text(&forgone), 720, 1);
        if answer.entries.is_example() {
            let example = write.text(&say::sharecard_example());
            drawing.paragraph(at(430, y + 36, 24, MUTED), &example, 720, 1);
        }
    }
    drawing.paragraph(
        at(50, 600, 22, MUTED),
        &write.text(&made_by(origin)),
        1100,
        1,
    );
    drawing.finish()
}
