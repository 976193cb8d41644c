//! The inputs as the command line reads them: the form of the golden cases.

use super::Writing;
use crate::present::answer::Answer;
use model::{Consistency, Delivered, Price, Tables};
use std::fmt::Write as _;

/// The inputs of an answer, with the parameters in which they differ from ours; none where the market
/// is not one that the command line knows as it is.
#[must_use]
pub fn json(answer: &Answer, tables: &Tables, write: &Writing<'_>) -> Option<String> {
    let entries = &answer.entries;
    let ours = Tables::built_in();
    if ours.segment(&entries.segment)? != tables.segment(&entries.segment)? {
        return None;
    }
    let inputs = entries.inputs(tables);
    let mut lines = Vec::new();
    let mut line = |name: &str, value: String| lines.push(format!("  {}: {value}", text(name)));
    line("segment", text(&entries.segment));
    match &inputs.price {
        Price::Tier(tier) => line("tier", text(tier)),
        Price::Ratio(ratio) => line("price_ratio", write.number(*ratio)),
        Price::Start => {}
    }
    let numbers = [
        ("customers", inputs.customers),
        ("cheque", inputs.cheque),
        ("purchases", inputs.purchases),
        ("margin", inputs.margin),
        ("retention", inputs.retention),
        ("cost_to_serve", inputs.cost_to_serve),
        ("enquiries", inputs.enquiries),
        ("conversion", inputs.conversion),
    ];
    for (name, value) in numbers {
        if let Some(value) = value {
            line(name, write.number(value));
        }
    }
    match &inputs.delivered {
        Delivered::Expected => {}
        Delivered::Rung(rung) => line("rung", text(rung)),
        Delivered::Level(level) => line("level", write.number(*level)),
        Delivered::Practices(answers) => {
            let ids = tables.practices.iter().map(|practice| practice.id.as_ref());
            line(
                "practices",
                object(ids.zip(answers.iter().map(u8::to_string))),
            );
        }
        Delivered::Measured(survey) => {
            line("dissatisfied_measured", write.number(survey.dissatisfied));
            if let Some(surveyed) = survey.surveyed {
                line("surveyed", write.number(surveyed));
            }
        }
    }
    match &inputs.consistency {
        Consistency::Typical => {}
        Consistency::Share(share) => line("consistency", write.number(*share)),
        Consistency::Signs(signs) => {
            let ids = tables.signs.iter().map(AsRef::as_ref);
            line(
                "signs",
                object(ids.zip(signs.iter().map(|sign| write.number(*sign)))),
            );
        }
    }
    let segment = ours.segment(&entries.segment)?;
    let usual = |id: &str| match segment.parameter(id) {
        Some(own) => Some(own.range.value),
        None => Some(ours.parameter(id)?.range.value),
    };
    let rows = tables.parameters.iter().map(|row| row.id.as_ref());
    let changed: Vec<_> = rows
        .filter_map(|id| Some((id, entries.parameter(id, tables)?)))
        .filter(|(id, value)| usual(id) != Some(*value))
        .map(|(id, value)| (id, write.number(value)))
        .collect();
    if !changed.is_empty() {
        line("parameters", object(changed.into_iter()));
    }
    Some(format!("{{\n{}\n}}\n", lines.join(",\n")))
}

fn object<'a>(members: impl Iterator<Item = (&'a str, String)>) -> String {
    let members: Vec<_> = members
        .map(|(id, value)| format!("{}: {value}", text(id)))
        .collect();
    format!("{{ {} }}", members.join(", "))
}

/// A text as JSON has it.
fn text(words: &str) -> String {
    let mut quoted = String::from('"');
    for letter in words.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\u{0}'..='\u{1f}' => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
