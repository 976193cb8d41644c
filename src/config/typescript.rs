//! The types of config and events for TypeScript: `embed/types.ts`, made of our own tables.

use super::described::{Key, described};
use super::{DEFAULTS, Mode, Theme, sections};
use crate::event::{ErrorCode, Field, Found, Handed, HostEvent, Offer};
use model::{Tables, Verdict};
use std::fmt::Write as _;

const HEAD: &str = "\
// What a page may set, and what it is told. Made from the Rust source by
// `cargo xtask update`; not to be edited by hand.
";

/// What is given in JSON as an object.
const OWN: &str = "
/** A figure and the range in which it plausibly lies: low ≤ value ≤ high. */
export interface Uncertain {
  value: number;
  low: number;
  high: number;
}

/** A segment of the owner's: what it does not give is as in the one it is like. */
export interface OwnSegment {
  /** A new id, or that of a segment of ours whose figures it replaces. */
  id: string;
  like?: Segment;
  /** What it is called: \"Dental practice\", \"Patients of a dental practice\". */
  names?: Partial<Record<Language, { name: string; customers: string }>>;
  /** Where the figures come from; must be told where there are any. */
  source?: string;
  /** Expected service level, points 0–100. */
  expected?: Uncertain;
  /** Share of customers kept per year, 0–1. */
  retention?: Uncertain;
  /** Share of revenue before the cost of service staff, 0–1. */
  gross_margin?: Uncertain;
  /** Share of revenue lost when public ratings fall by one star of five, 0–1. */
  reputation_per_star?: Uncertain;
  /** Example: customers a year. */
  customers?: number;
  /** Example: average spend per purchase, US dollars. */
  cheque_usd?: number;
  /** Purchases per customer per year. */
  purchases?: number;
  /** Cost of service staff, share of revenue 0–1. */
  cost_to_serve?: number;
}

/** A number of the model as the owner knows it. */
export interface OwnParameter extends Uncertain {
  source: string;
  class?: \"measured\" | \"derived\" | \"assumption\";
}

/** A form by which a visitor hands his result over. */
export interface Lead {
  /** Where it goes unless the page takes it: `mailto:`, or an address that takes forms. */
  to?: string;
  fields?: (\"name\" | \"email\" | \"phone\" | \"company\" | \"message\")[];
  /** Address of what is promised about personal data. */
  privacy?: string;
}
";

/// The type and meaning of a field.
type Told = (&'static str, &'static str);

/// What an event is called and for, and its fields after `v`.
fn told(event: &HostEvent) -> (&'static str, &'static str, &'static [Told]) {
    match event {
        HostEvent::Ready => ("Ready", "The calculator is there and can be used.", &[]),
        HostEvent::Change { .. } => (
            "Change",
            "The visitor has changed something; sent when the input rests.",
            &[
                (
                    "string",
                    "The session's state, to be given back in a config.",
                ),
                ("string", "Tag of the language shown."),
                ("string", "Currency code."),
            ],
        ),
        HostEvent::Result(_) => (
            "Result",
            "There is another answer. Numbers are not rounded: levels are points of 0 to 100, \
             money is a year's, in the currency.",
            &[
                ("Verdict", "Where the level stands against the band."),
                ("number", "The present level."),
                ("number", "The level that customers expect."),
                ("[number, number]", "The sufficient band."),
                ("number", "Lost to bad service."),
                ("number", "Spent on exceeding what is expected."),
                ("string", "Currency code."),
                ("string", "Segment id."),
                ("string", "Tier id."),
            ],
        ),
        HostEvent::Resize { .. } => (
            "Resize",
            "The calculator has become higher or lower.",
            &[("number", "Its height, CSS pixels, rounded up.")],
        ),
        HostEvent::Error { .. } => (
            "Error",
            "Something went wrong.",
            &[
                ("ErrorCode", "What."),
                ("string", "The same for people, in English."),
                ("boolean", "Whether the calculator cannot go on."),
            ],
        ),
    }
}

/// The same of what a page may make something else of.
fn offered(offer: &Offer) -> (&'static str, &'static str, &'static [Told]) {
    match offer {
        Offer::Lead(_) => (
            "Lead",
            "A visitor has agreed to hand over what he was shown; cancelable: a page that takes it \
             calls `preventDefault`, and nothing else happens with it.",
            &[
                (
                    "string",
                    "The same for every attempt to hand over the same.",
                ),
                ("string", "What he agreed to, word for word."),
                (
                    "string",
                    "His name; like all he writes, empty where it is not asked for.",
                ),
                ("string", "His e-mail address."),
                ("string", "His phone number."),
                ("string", "His company."),
                ("string", "His message."),
                ("string", "All of it in words, in his language."),
                ("string", "The session's state."),
                ("string", "Tag of the language shown."),
                ("Verdict", "Where the level stands against the band."),
                ("number", "The present level."),
                ("number", "The level that customers expect."),
                ("[number, number]", "The sufficient band."),
                ("number", "Lost to bad service."),
                ("number", "Spent on exceeding what is expected."),
                ("string", "Currency code."),
                ("string", "Segment id."),
                ("string", "Tier id."),
            ],
        ),
        Offer::Share { .. } => (
            "Share",
            "A visitor wants a link to what he has entered; cancelable: a page that makes another of \
             it calls `preventDefault`.",
            &[
                ("string", "The session's state."),
                (
                    "string",
                    "The link: this page, with the state in its fragment.",
                ),
            ],
        ),
    }
}

/// One event of each kind, for the names of the fields.
fn samples() -> ([HostEvent; 5], [Offer; 2]) {
    let text = String::new;
    let found = Found {
        verdict: Verdict::Sufficient.id(),
        level: 0.0,
        expected: 0.0,
        band: (0.0, 0.0),
        loss: 0.0,
        extra_cost: 0.0,
        currency: text(),
        segment: text(),
        tier: text(),
    };
    let events = [
        HostEvent::Ready,
        HostEvent::Change {
            state: text(),
            language: text(),
            currency: text(),
        },
        HostEvent::Result(found.clone()),
        HostEvent::Resize { height: 0.0 },
        HostEvent::Error {
            code: ErrorCode::Panic,
            message: text(),
            fatal: true,
        },
    ];
    let offers = [
        Offer::Lead(Box::new(Handed {
            id: text(),
            consent: text(),
            contact: Default::default(),
            summary: text(),
            state: text(),
            language: text(),
            found,
        })),
        Offer::Share {
            state: text(),
            url: text(),
        },
    ];
    (events, offers)
}

/// The types that a field's value may be narrowed to.
fn fits(kind: &str, field: &Field) -> bool {
    match field {
        Field::Number(_) => kind == "number",
        Field::Numbers(_) => kind.starts_with("[number") || kind == "number[]",
        Field::Text(_) => ["string", "Verdict", "ErrorCode"].contains(&kind),
        Field::Flag(_) => kind == "boolean",
    }
}

/// A documented field; a sentence too long for a line goes on in the next one.
fn field(out: &mut String, name: &str, kind: &str, meaning: &str) {
    comment(out, "  ", meaning);
    let _ = writeln!(out, "  {name}: {kind};");
}

fn comment(out: &mut String, indent: &str, meaning: &str) {
    const WIDTH: usize = 92;
    let mut lines = vec![String::new()];
    for word in meaning.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.len() + word.len() < WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let lines = lines.join(&format!("\n{indent} * "));
    let _ = writeln!(out, "{indent}/** {lines} */");
}

fn union<'a>(out: &mut String, name: &str, meaning: &str, ids: impl Iterator<Item = &'a str>) {
    out.push('\n');
    comment(out, "", meaning);
    let _ = write!(out, "export type {name} =");
    for id in ids {
        let _ = write!(out, "\n  | \"{id}\"");
    }
    out.push_str(";\n");
}

/// The whole of `embed/types.ts`, for these tables and languages.
///
/// # Errors
/// A field of an event has no type, or one that its value does not fit.
pub fn typescript(tables: &Tables, languages: &[&str]) -> Result<String, &'static str> {
    let mut out = HEAD.to_owned();
    let verdicts = [Verdict::Under, Verdict::Sufficient, Verdict::Over];
    let themes = Theme::ALL.iter().map(|theme| theme.id());
    let currencies = tables.currencies.iter().map(|row| row.code.as_ref());
    let segments = tables.segments.iter().map(|row| row.id.as_ref());
    let tiers = tables.tiers.iter().map(|row| row.id.as_ref());
    let languages = languages.iter().copied();
    union(&mut out, "Language", "A language.", languages);
    union(&mut out, "Theme", "Light or dark.", themes);
    union(&mut out, "Currency", "A currency code.", currencies);
    union(&mut out, "Segment", "A market segment.", segments);
    union(&mut out, "Tier", "A price tier.", tiers);
    let modes = Mode::ALL.iter().map(|mode| mode.id());
    union(&mut out, "Mode", "How much is shown.", modes);
    let sections = sections();
    union(
        &mut out,
        "Section",
        "A section that can be hidden.",
        sections,
    );
    let parameters = tables.parameters.iter().map(|row| row.id.as_ref());
    union(&mut out, "Parameter", "A number of the model.", parameters);
    let defaults = DEFAULTS.iter().map(|field| field.id());
    union(&mut out, "Default", "A number of a business.", defaults);
    out.push_str(OWN);
    let verdicts = verdicts.iter().map(|verdict| verdict.id());
    union(
        &mut out,
        "Verdict",
        "Too little, enough, too much.",
        verdicts,
    );
    out.push_str("\n/** What went wrong. */\nexport type ErrorCode =");
    for code in ErrorCode::ALL {
        let _ = write!(out, "\n  /** {} */\n  | \"{}\"", code.meaning(), code.id());
    }
    out.push_str(";\n\n/** What a page may set, as attributes or in JSON. */\n");
    out.push_str("export interface Config {\n");
    for Key {
        name,
        kind,
        meaning,
    } in described()
    {
        field(&mut out, &format!("{name}?"), kind.typescript(), &meaning);
    }
    out.push_str("}\n");
    let mut map = String::new();
    let (events, offers) = samples();
    let events = events.iter();
    let events = events.map(|event| (event.name(), event.fields(), told(event)));
    let offers = offers.iter();
    let offers = offers.map(|offer| (offer.name(), offer.fields(), offered(offer)));
    let all: Vec<_> = events.chain(offers).collect();
    for (event, fields, (name, meaning, told)) in &all {
        let fields: Vec<_> = fields.iter().filter(|(name, _)| *name != "v").collect();
        if fields.len() != told.len() {
            return Err("a field without a meaning");
        }
        out.push('\n');
        comment(&mut out, "", meaning);
        let _ = writeln!(out, "export interface {name}Detail {{");
        field(&mut out, "v", "1", "The version of the detail.");
        for ((name, value), (kind, meaning)) in fields.into_iter().zip(*told) {
            if !fits(kind, value) {
                return Err("a field of another type");
            }
            field(&mut out, name, kind, meaning);
        }
        out.push_str("}\n");
        let _ = writeln!(map, "  \"{event}\": CustomEvent<{name}Detail>;");
    }
    out.push_str("\n/** The events on the host element, by name. */\n");
    let _ = write!(out, "export interface EventMap {{\n{map}}}\n");
    let names: Vec<_> = all
        .iter()
        .map(|(event, ..)| format!("\"{event}\""))
        .collect();
    let names = names.join(", ");
    let _ = write!(
        out,
        "\n/** Their names. */\nexport const EVENTS = [{names}] as const;\n"
    );
    Ok(out)
}
