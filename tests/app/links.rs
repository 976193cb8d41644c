//! Links that were given away stay readable: `tests/links/` holds some of each release, and what they
//! say. A file there is never changed; a release adds one.

use serde::Deserialize;
use service_level_calculator::model::{Tables, evaluate};
use service_level_calculator::present::format::TableFormat;
use service_level_calculator::present::skipped::skipped;
use service_level_calculator::present::text::Catalog;
use service_level_calculator::session::{DeliveredBy, Entries, Field, Session};
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
            assert!(
                evaluate(&entries.inputs(tables()), tables()).is_ok(),
                "{at}"
            );
        }
    }
    assert!(files > 0);
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
