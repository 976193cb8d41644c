//! Links that were given away stay readable: `tests/links/` holds some of each release, and what they
//! say. A file there is never changed; a release adds one.

use l10n::format::TableFormat;
use l10n::text::{Catalog, Message};
use model::{MODEL_VERSION, Tables, evaluate, rung_of};
use serde::Deserialize;
use service_level_calculator::present::recalculated;
use service_level_calculator::present::skipped::skipped;
use service_level_calculator::session::{DeliveredBy, Entries, Field, Session, made_earlier};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Link {
    link: String,
    segment: String,
    tier: String,
    currency: String,
    #[serde(default)]
    rung: Option<String>,
    by: String,
    #[serde(default)]
    numbers: BTreeMap<String, f64>,
    #[serde(default)]
    looked_at: Option<f64>,
    #[serde(default)]
    ideas: Vec<String>,
}

fn tables() -> &'static Tables {
    Tables::built_in()
}

fn read(link: &str) -> (Session, Vec<service_level_calculator::session::Skipped>) {
    Session::read(link, Entries::start(tables(), "en"), tables())
}

#[test]
fn the_links_of_every_release_say_what_they_said() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links");
    let mut files = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let links: Vec<Link> = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert!(!links.is_empty());
        files += 1;
        for link in links {
            let (session, skipped) = read(&link.link);
            let at = format!("{}: {}", path.display(), link.link);
            assert_eq!(skipped, [], "{at}");
            let entries = &session.entries;
            assert_eq!(
                (&*entries.segment, &*entries.tier, &*entries.currency),
                (&*link.segment, &*link.tier, &*link.currency),
                "{at}"
            );
            let by = match entries.delivered_by {
                DeliveredBy::Rung => "rung",
                DeliveredBy::Practices => "practices",
                DeliveredBy::Measured => "measured",
                DeliveredBy::Level => "level",
            };
            assert_eq!(by, link.by, "{at}");
            assert_eq!(entries.rung, link.rung, "{at}");
            assert_eq!(session.what_if, link.looked_at, "{at}");
            for (id, value) in link.numbers {
                let field = Field::ALL.iter().find(|field| field.id() == id).unwrap();
                assert_eq!(entries.number(*field, tables()), value, "{at}: {id}");
            }
            let ideas: Vec<_> = entries.ideas.iter().map(|idea| idea.name.clone()).collect();
            assert_eq!(ideas, link.ideas, "{at}");
            let outcome = evaluate(&entries.inputs(tables()), tables());
            let outcome = outcome.unwrap_or_else(|error| panic!("{at}: {error}"));
            if let Some(rung) = link.rung.filter(|_| link.by == "rung") {
                let stands_on = rung_of(outcome.level, outcome.expected, &tables().ladder);
                assert_eq!(stands_on.unwrap().id, rung, "{at}");
            }
        }
    }
    assert!(files > 0);
}

/// Whether a link says that an earlier version of the model answered it, and is read all the same.
fn is_earlier(link: &str) -> bool {
    assert_eq!(read(link).1, [], "{link}");
    made_earlier(link)
}

#[test]
fn a_link_says_which_version_of_the_model_answered_it() {
    let today = read("1;s=hotel;t=luxury;c=USD;r=wow").0.to_link(tables());
    assert!(!is_earlier(&today), "{today}");
    let version = format!(";v={MODEL_VERSION}");
    assert!(today.ends_with(&version), "{today}");
    // Before version 3 no link named the version.
    assert!(is_earlier(&today.replace(&version, "")));
    assert!(is_earlier(&today.replace(&version, ";v=2")));
    assert!(!is_earlier(
        &today.replace(&version, &format!(";v={}", MODEL_VERSION + 1))
    ));
    // What a browser keeps says it once, in front of what can be undone.
    assert!(!is_earlier(&format!("{today}!!r=basic")));
    assert!(is_earlier("1;s=hotel!!r=basic;v=3"));
    // What is no link at all opens the first state, to which nothing has happened.
    for none in ["", "9;s=hotel", "hotel"] {
        assert!(!made_earlier(none), "{none}");
    }
    let damaged = today.replace(&version, ";v=three");
    assert!(made_earlier(&damaged));
    assert_eq!(read(&damaged).1.len(), 1, "{damaged}");
}

#[test]
fn the_links_of_before_version_3_are_calculated_anew() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/links/0.1.json");
    let links: Vec<Link> = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    for link in &links {
        assert!(is_earlier(&link.link), "{}", link.link);
        let given_on = read(&link.link).0.to_link(tables());
        assert!(!is_earlier(&given_on), "{given_on}");
    }
    let say = |language: &str, message: Message| {
        let catalog = Catalog::embedded(language).unwrap();
        catalog.plain(&message, &TableFormat::new(language, "USD"))
    };
    let anew = [
        (
            "en",
            format!("calculated anew with version {MODEL_VERSION} of the model"),
        ),
        (
            "ru",
            format!("рассчитаны заново по версии {MODEL_VERSION} модели"),
        ),
    ];
    for (language, wanted) in anew {
        for message in [recalculated::opened(), recalculated::case()] {
            let said = say(language, message);
            assert!(said.contains(&wanted), "{said}");
            assert_eq!(said.matches('.').count(), 1, "one sentence: {said}");
        }
    }
}

#[test]
fn what_could_not_be_used_is_said_in_a_sentence() {
    for (language, wanted) in [
        (
            "en",
            [
                "The link, or what this browser has kept, says “r=throne”, which could not be used: it names what this version does not have. Everything else in it counts.",
                "The link, or what this browser has kept, is from another version or damaged: “9”. You begin afresh.",
            ],
        ),
        (
            "ru",
            [
                "В ссылке или в сохранённом в браузере стоит «r=throne» – это не удалось использовать: в этой версии такого нет. Всё остальное учтено.",
                "Ссылка или сохранённое в браузере – от другой версии или повреждены: «9». Вы начинаете сначала.",
            ],
        ),
    ] {
        let catalog = Catalog::embedded(language).unwrap();
        let format = TableFormat::new(language, "USD");
        let links = ["1;s=clinic;t=standard;c=USD;r=throne", "9;s=clinic"];
        for (link, wanted) in links.iter().zip(wanted) {
            let messages = skipped(&read(link).1);
            let said: Vec<_> = messages.iter().map(|m| catalog.plain(m, &format)).collect();
            assert_eq!(said, [wanted]);
        }
    }
    // However much of it is damaged, it stays a notice and does not become the page.
    let long = format!(
        "1;{}",
        "x=%%%%%%%%%%%%%%%%;".repeat(500) + &"y".repeat(5_000)
    );
    let messages = skipped(&read(&long).1);
    assert_eq!(messages.len(), 5);
}
