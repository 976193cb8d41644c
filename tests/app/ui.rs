//! The page drawn natively: what stands in its HTML, whatever business it is about.

use model::{Raise, Tables, Verdict, treadmill};
use serde_json::{Value, to_value};
use service_level_calculator::present::Answer;
use service_level_calculator::session::{
    Action, CustomerCount, DeliveredBy, Entries, Entry, Field, Session,
};
use service_level_calculator::ui::still;
use std::collections::{BTreeMap, BTreeSet};

const LANGUAGES: [&str; 2] = ["en", "ru"];

fn tables() -> &'static Tables {
    Tables::built_in()
}

/// One tag of a page and the text that follows it.
struct Tag {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
}

impl Tag {
    fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.get(attribute).map(String::as_str)
    }
}

fn unescaped(text: &str) -> String {
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
    ];
    let text = marks
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to));
    text.replace("&amp;", "&")
}

fn attributes(mut rest: &str) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    while let Some((name, after)) = rest.trim_start().split_once("=\"") {
        let (value, next) = after.split_once('"').unwrap();
        all.insert(name.trim().to_owned(), unescaped(value));
        rest = next;
    }
    for flag in rest.trim_end_matches('/').split_whitespace() {
        all.insert(flag.to_owned(), String::new());
    }
    all
}

/// The tags in order; those that close begin with `/`.
fn tags(html: &str) -> Vec<Tag> {
    let tag = |piece: &str| {
        let mut quoted = false;
        let end = piece.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (inside, text) = piece.split_at(end.unwrap());
        let (name, rest) = inside.split_once(' ').unwrap_or((inside, ""));
        Tag {
            name: name.trim_end_matches('/').to_owned(),
            attributes: attributes(rest),
            text: unescaped(&text[1..]),
        }
    };
    let pieces = html
        .split('<')
        .skip(1)
        .filter(|piece| !piece.starts_with('!'));
    pieces.map(tag).collect()
}

/// Businesses that between them show every part of the first screen.
fn starts(language: &str) -> Vec<Entries> {
    let number = |field, value| Action::Number(field, Entry::Number(value));
    let businesses: [Vec<Action>; 6] = [
        vec![],
        vec![
            Action::Segment("restaurant".into()),
            Action::Tier("premium".into()),
            Action::Rung("basic".into()),
            number(Field::Customers, 24_000.0),
        ],
        vec![
            Action::Segment("hotel".into()),
            Action::Rung("wow".into()),
            Action::Count(CustomerCount::Turnover),
        ],
        vec![
            Action::By(DeliveredBy::Practices),
            Action::Practice(0, Some(1)),
            Action::Sign(1, Some(1.0)),
            Action::Count(CustomerCount::Month),
        ],
        vec![
            Action::By(DeliveredBy::Measured),
            number(Field::Measured, 0.3),
            number(Field::Surveyed, 40.0),
            Action::Currency("GBP".into()),
        ],
        vec![
            Action::Segment("grocery".into()),
            Action::By(DeliveredBy::Level),
            number(Field::Level, 55.0),
            number(Field::Margin, 0.15),
        ],
    ];
    let start = || Session::new(Entries::start(tables(), language));
    let apply = |session: Session, action| session.apply(action, tables());
    let entries = |actions: Vec<Action>| actions.into_iter().fold(start(), apply).entries;
    businesses.into_iter().map(entries).collect()
}

/// Every page in every language.
fn pages() -> Vec<(&'static str, Entries, Vec<Tag>)> {
    let page = |language| {
        let drawn = move |entries: Entries| {
            let html = still(language, entries.clone(), false).unwrap();
            (language, entries, tags(&html))
        };
        starts(language).into_iter().map(drawn)
    };
    LANGUAGES.into_iter().flat_map(page).collect()
}

fn outcome(entries: &Entries) -> Value {
    let session = Session::new(entries.clone());
    let answer = Answer::new(&session, tables()).unwrap();
    to_value(answer.outcome).unwrap()
}

#[test]
fn every_field_has_a_label() {
    for (language, _, page) in pages() {
        let labels: BTreeSet<&str> = page.iter().filter_map(|tag| tag.get("for")).collect();
        let mut inside_label = false;
        let mut numbers = 0;
        for tag in &page {
            match tag.name.as_str() {
                "label" => inside_label = true,
                "/label" => inside_label = false,
                "input" | "select" | "textarea" => {
                    let named = tag.get("id").is_some_and(|id| labels.contains(id))
                        || tag.get("aria-label").is_some_and(|label| !label.is_empty())
                        || inside_label;
                    assert!(named, "{language}: {:?}", tag.attributes);
                    numbers += usize::from(tag.get("inputmode") == Some("decimal"));
                }
                _ => {}
            }
        }
        // The two of the enquiries are drawn when they are opened.
        assert!(numbers >= 6, "{language}: {numbers} number fields");
    }
}

#[test]
fn every_number_field_says_its_unit_range_and_default() {
    for (language, entries, page) in pages() {
        let ids: BTreeSet<&str> = page.iter().filter_map(|tag| tag.get("id")).collect();
        for (at, tag) in page.iter().enumerate() {
            if tag.get("inputmode") != Some("decimal") {
                continue;
            }
            let name = tag.get("name").unwrap();
            assert!(
                !tag.get("title").unwrap_or_default().is_empty(),
                "{language}: {name}"
            );
            let described = tag.get("aria-describedby").unwrap();
            assert!(
                described.split(' ').all(|id| ids.contains(id)),
                "{name}: {described}"
            );
            let unit = page[at..]
                .iter()
                .find(|tag| tag.get("class") == Some("field-unit"));
            assert!(
                !unit.unwrap().text.is_empty(),
                "{language}: {name}, {entries:?}"
            );
        }
    }
}

#[test]
fn every_figure_is_that_of_the_outcome_and_of_its_likes() {
    for (language, entries, page) in pages() {
        let outcome = outcome(&entries);
        let mut shown: BTreeMap<&str, &str> = BTreeMap::new();
        for tag in page.iter().filter(|tag| tag.name == "data") {
            let value = tag.get("value").unwrap();
            let Some(path) = tag.get("data-figure") else {
                continue;
            };
            let wanted = outcome.pointer(&format!("/{}", path.replace('.', "/")));
            let wanted = wanted.unwrap_or_else(|| panic!("the outcome has no {path}"));
            let same = match wanted.as_f64() {
                Some(number) => value.parse() == Ok(number),
                None => wanted.as_str() == Some(value),
            };
            assert!(
                same,
                "{language}: {path} is {wanted}, the page says {value}"
            );
            assert_eq!(*shown.entry(path).or_insert(value), value, "{path}");
        }
        // Before anything is told of the visitor nothing is said of him.
        let own: &[&str] = match entries.tells_level(tables()) {
            true => &[
                "verdict",
                "gap_to_sufficient",
                "loss",
                "loss_within_year",
                "exceeding.extra_cost",
                "customers_lost",
                "rule_band.0",
                "rule_band.1",
            ],
            false => &[],
        };
        let market = [
            "expected",
            "level",
            "band.0",
            "band.1",
            "sufficient",
            "consistency",
            "loss_lines.leavers",
            "loss_lines.reputation",
            "avoidable_by_level",
            "residual",
            "per_thousand.stay",
        ];
        // Of fewer than one customer a year the odds are said.
        let lost = outcome["customers_lost"].as_f64().unwrap();
        let said = |path: &&&str| **path != "customers_lost" || lost >= 1.0;
        for path in market.iter().chain(own).filter(said) {
            let told = shown.contains_key(*path);
            // At or below the expected level there is nothing to say of the cost in the sentence.
            assert!(
                told,
                "{language}: no {path} on the page of {}",
                entries.segment
            );
        }
    }
}

/// The tags from the heading's button of a panel to its end.
fn heading<'a>(page: &'a [Tag], panel: &str) -> &'a [Tag] {
    let start = page
        .iter()
        .position(|tag| tag.get("data-panel") == Some(panel));
    let from = &page[start.unwrap()..];
    let end = from.iter().position(|tag| tag.name == "/button").unwrap();
    &from[..end]
}

#[test]
fn closed_panels_say_what_they_have_found() {
    for (language, entries, page) in pages() {
        let answer = Answer::new(&Session::new(entries.clone()), tables()).unwrap();
        for panel in page.iter().filter_map(|tag| tag.get("data-panel")) {
            let heading = heading(&page, panel);
            let is_finding = |tag: &Tag| tag.get("class") == Some("finding");
            let place = heading.iter().position(is_finding);
            // There is no idea yet, and what is taken away finds nothing.
            let finds = !["idea", "take"].contains(&panel);
            assert_eq!(place.is_some(), finds, "{language}: {panel}");
            let Some(place) = place else { continue };
            let words: String = heading[place..].iter().map(|tag| &*tag.text).collect();
            assert!(words.ends_with('.'), "{language}: {words}");
            // A button in a button is none, and the figure's name belongs to the panel.
            assert!(heading[1..].iter().all(|tag| tag.name != "button"));
            assert!(heading.iter().all(|tag| tag.get("data-figure").is_none()));
        }
        let raise = Raise {
            from: None,
            raised_by: entries.number(Field::RaisedBy, tables()),
            months_raised: entries.number(Field::MonthsRaised, tables()),
            months: None,
        };
        let inputs = answer.entries.inputs(tables());
        let raised = treadmill(&inputs, &raise, tables()).unwrap();
        let cost = match answer.outcome.verdict {
            Verdict::Over => answer.outcome.levers.cost_of_going_back.unwrap(),
            _ => raised.cost_of_going_back,
        };
        let mut shown = heading(&page, "treadmill")
            .iter()
            .filter_map(|tag| tag.get("value"));
        assert!(shown.any(|value| value.parse() == Ok(cost)), "{language}");
    }
}

#[test]
fn both_amounts_are_drawn_alike() {
    for (language, entries, page) in pages() {
        let at = |tag: &Tag| {
            tag.get("class")
                .is_some_and(|class| class.starts_with("amount zone"))
        };
        let places: Vec<usize> = (0..page.len()).filter(|place| at(&page[*place])).collect();
        let shape = |place: usize| {
            let end = page[place..]
                .iter()
                .position(|tag| tag.name == "/div")
                .unwrap();
            let tags = page[place..place + end].iter();
            // Which figures the last line holds differs; how it is drawn does not.
            let block = tags.filter(|tag| ["div", "dt", "dd", "/dt", "/dd"].contains(&&*tag.name));
            let block = block.map(|tag| {
                let class = tag.get("class").unwrap_or_default();
                let class = class.split(' ').filter(|class| !class.starts_with("zone-"));
                (tag.name.clone(), class.collect::<Vec<_>>().join(" "))
            });
            block.collect::<Vec<_>>()
        };
        if !entries.tells_level(tables()) {
            assert!(places.is_empty(), "{language}");
            continue;
        }
        assert_eq!(places.len(), 2, "{language}");
        assert_eq!(shape(places[0]), shape(places[1]), "{language}");
    }
}

#[test]
fn nothing_is_styled_or_scripted_inline() {
    for (language, _, page) in pages() {
        for tag in &page {
            let inline = |name: &String| name == "style" || name.starts_with("on");
            let found = tag.attributes.keys().find(|name| inline(name));
            assert_eq!(found, None, "{language}: <{}>", tag.name);
            assert!(!["style", "script"].contains(&&*tag.name));
        }
    }
}

#[test]
fn headings_go_down_one_step_at_a_time() {
    for (language, _, page) in pages() {
        let level = |tag: &Tag| tag.name.strip_prefix('h')?.parse::<u8>().ok();
        let levels: Vec<u8> = page.iter().filter_map(level).collect();
        assert_eq!(levels.first(), Some(&1), "{language}");
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert!(
            levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
            "{levels:?}"
        );
    }
}

#[test]
fn ids_are_unique_and_what_is_pointed_at_exists() {
    for (language, _, page) in pages() {
        let mut ids = BTreeSet::new();
        for id in page.iter().filter_map(|tag| tag.get("id")) {
            assert!(ids.insert(id), "{language}: #{id} twice");
        }
        let pointers = [
            "aria-labelledby",
            "aria-describedby",
            "aria-controls",
            "for",
        ];
        for tag in &page {
            for pointer in pointers {
                let to = tag.get(pointer).unwrap_or_default().split_whitespace();
                for id in to {
                    assert!(ids.contains(id), "{language}: {pointer} #{id}");
                }
            }
        }
    }
}

#[test]
fn every_button_and_drawing_has_a_name_or_is_hidden() {
    for (language, _, page) in pages() {
        for (at, tag) in page.iter().enumerate() {
            let named = ["aria-label", "aria-labelledby", "aria-hidden"];
            let named = named.iter().any(|name| tag.get(name).is_some());
            match tag.name.as_str() {
                "button" => {
                    let end = page[at..]
                        .iter()
                        .position(|tag| tag.name == "/button")
                        .unwrap();
                    let words: String = page[at..at + end].iter().map(|tag| &*tag.text).collect();
                    assert!(
                        named || !words.trim().is_empty(),
                        "{language}: {:?}",
                        tag.attributes
                    );
                }
                "svg" if tag.get("overflow").is_none() => {
                    assert!(named, "{language}: {:?}", tag.attributes);
                }
                _ => {}
            }
        }
    }
}

/// What people read or hear: texts and the attributes that are said.
fn words(page: &[Tag]) -> Vec<String> {
    const SAID: [&str; 5] = [
        "aria-label",
        "aria-valuetext",
        "title",
        "placeholder",
        "value",
    ];
    let mut words = Vec::new();
    for tag in page {
        let text_field = tag.get("inputmode").is_some() || tag.get("role") == Some("combobox");
        let said = SAID.iter().filter(|name| **name != "value" || text_field);
        words.extend(said.filter_map(|name| tag.get(name)).map(str::to_owned));
        words.push(tag.text.clone());
    }
    words
}

#[test]
fn each_page_speaks_one_language() {
    // Codes, the names of the languages themselves, and what Russian writes in Latin letters.
    let codes = tables().currencies.iter().map(|row| row.code.as_ref());
    let latin = ["EN", "RU", "English", "NPS", "WOW", "B2C", "B2B", "B2G"];
    let latin: BTreeSet<&str> = codes.chain(latin).collect();
    for (language, _, page) in pages() {
        for text in words(&page) {
            let foreign = |word: &&str| match language {
                "ru" => word.chars().any(|c| c.is_ascii_alphabetic()) && !latin.contains(word),
                _ => word.chars().any(|c| ('а'..='я').contains(&c)) && *word != "Русский",
            };
            let found = text.split(|c: char| !c.is_alphanumeric()).find(foreign);
            assert_eq!(found, None, "{language}: {text}");
            assert!(!text.contains(['…', '{', '}']), "{language}: {text}");
        }
    }
}

#[test]
fn the_static_answer_is_that_of_the_page_and_has_no_controls() {
    for language in LANGUAGES {
        let start = Entries::start(tables(), language);
        let verdict = still(language, start.clone(), true).unwrap();
        let page = still(language, start, false).unwrap();
        let figures = |html: &str| -> BTreeSet<(String, String)> {
            let data = tags(html).into_iter().filter(|tag| tag.name == "data");
            let pair = |tag: Tag| {
                let path = tag.get("data-figure")?.to_owned();
                Some((path, tag.get("value")?.to_owned()))
            };
            data.filter_map(pair).collect()
        };
        assert!(figures(&verdict).is_subset(&figures(&page)));
        assert!(figures(&verdict).len() >= 3);
        for tag in tags(&verdict) {
            assert!(
                !["button", "input", "select", "a"].contains(&&*tag.name),
                "{}",
                tag.name
            );
        }
    }
}
