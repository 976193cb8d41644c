//! Texts: the build's checks, what a catalog says, figures and typed numbers.

mod build;
mod intl;
mod notation;
mod number;

use l10n::figure::Figure;
use l10n::format::TableFormat;
use l10n::text::{
    Catalog, Message, Piece, ShownFigure, Slot, TemplateError, TextError, packed, say,
};

fn file(name: &str) -> &'static str {
    packed::FILES
        .iter()
        .find(|(file, _)| *file == name)
        .unwrap()
        .1
}

/// The names of texts and slots, with two slots in the text that these tests write anew.
fn keys() -> String {
    file("keys.txt").replace("\nsegment.clinic\n", "\nsegment.clinic n who\n")
}

/// That text with its slots filled, so that the wording of the real ones is free to change.
fn message(who: &'static str, n: Figure) -> Message {
    let Some(Message::Keyed { key, .. }) = say::segment("clinic") else {
        panic!("no text for the clinic");
    };
    let slots = vec![Slot::Figure(n), Slot::Text(who.into())];
    Message::Keyed { key, slots }
}

fn rewritten(language: &str, template: &str) -> Catalog {
    let mut catalog = Catalog::embedded(language).unwrap();
    catalog
        .override_text("segment.clinic", template, &keys())
        .unwrap();
    catalog
}

#[track_caller]
fn says(language: &str, template: &str, n: Figure, expected: &str) {
    let format = TableFormat::new(language, "RUB");
    let said = rewritten(language, template).plain(&message("Ann", n), &format);
    assert_eq!(said, expected);
}

#[test]
fn every_language_has_every_text() {
    for (language, _) in say::LANGUAGES {
        let catalog = Catalog::embedded(language).unwrap();
        assert!(catalog.is_complete());
        assert_eq!(catalog.language(), *language);
    }
    assert_eq!(file("keys.txt").lines().count(), say::KEYS + 1);
    assert_eq!(Catalog::embedded("xx"), None);
}

#[test]
fn a_sentence_carries_texts_and_figures() {
    let loss = Figure::money(5.5e5).range(4.1e5, 6.9e5);
    let (en, ru) = ("{who} loses {n:figure}.", "{n:figure} теряет {who}.");
    says("en", en, loss.clone(), "Ann loses RUB\u{a0}410K–690K.");
    says("ru", ru, loss, "410–690\u{a0}тыс.\u{a0}₽ теряет Ann.");
}

#[test]
fn a_reworded_sentence_shows_the_same_figures_under_the_same_names() {
    let message = say::SurveySentence {
        before: Figure::money(4e5).named("before"),
        after: Figure::money(7e5).named("after"),
    }
    .into();
    let format = TableFormat::new("en", "USD");
    let shown = |catalog: &Catalog| {
        let pieces = catalog.pieces(&message, &format);
        let mut figures: Vec<_> = pieces
            .into_iter()
            .filter_map(|piece| match piece {
                Piece::Figure(figure) => Some((figure.name, figure.shown)),
                _ => None,
            })
            .collect();
        figures.sort();
        figures
    };
    let mut catalog = Catalog::embedded("en").unwrap();
    let before = shown(&catalog);
    assert_eq!(before.len(), 2);
    let reworded = "{after:figure} after {before:figure}";
    let keys = file("keys.txt");
    catalog
        .override_text("survey.sentence", reworded, keys)
        .unwrap();
    assert_eq!(shown(&catalog), before);
    let said = catalog.plain(&message, &format);
    assert_eq!(said, "$700K after $400K");
}

#[test]
fn a_key_is_called_by_its_name_where_there_is_no_page() {
    let said = format!("{:?}", say::page_undo());
    assert!(said.contains("page.undo"), "{said}");
}

#[test]
fn the_texts_of_the_page_itself_are_there_in_every_language() {
    let keys = |texts: &[(&'static str, &'static str)]| -> Vec<_> {
        texts.iter().map(|(key, _)| *key).collect()
    };
    let [(first, reference), ..] = packed::PAGES else {
        panic!("no language");
    };
    assert_eq!((*first, packed::PAGES.len()), ("en", say::LANGUAGES.len()));
    for (language, texts) in packed::PAGES {
        assert_eq!(keys(texts), keys(reference), "{language}");
    }
    assert!(
        packed::page_text("ru", "start_failed")
            .unwrap()
            .ends_with(':')
    );
    assert_eq!(packed::page_text("ru", "zoo"), None);
    assert_eq!(packed::page_text("xx", "title"), None);
}

#[test]
fn stressed_figures_keep_their_value_and_name() {
    let catalog = rewritten("en", "You lose *{n:figure} a year*");
    let message = message("", Figure::money(412_345.6).named("loss"));
    let figure = Piece::Figure(ShownFigure {
        value: 412_345.6,
        name: Some("loss".into()),
        shown: "$410K".to_owned(),
    });
    let stressed = Piece::Strong(vec![figure, Piece::Text(" a year".to_owned())]);
    assert_eq!(
        catalog.pieces(&message, &TableFormat::new("en", "USD")),
        [Piece::Text("You lose ".to_owned()), stressed]
    );
}

#[test]
fn a_word_follows_the_figure_as_it_is_shown() {
    let en = "{n:figure} {n#one:day|other:days}";
    says("en", en, Figure::count(1.04), "1 day");
    says("en", en, Figure::count(1.06), "1.1 days");
    says("en", en, Figure::count(0.0), "0 days");
    says("en", en, Figure::integer(21.0), "21 days");
    says("en", en, Figure::count(1.0).range(0.5, 1.0), "0.5–1 day");
    let ru = "{n:figure} {n#one:день|few:дня|many:дней|other:дня}";
    says("ru", ru, Figure::integer(21.0), "21 день");
    says("ru", ru, Figure::integer(11.0), "11 дней");
    says("ru", ru, Figure::integer(0.0), "0 дней");
    says("ru", ru, Figure::integer(-2.0), "-2 дня");
    says("ru", ru, Figure::count(121.0), "120 дней");
    says("ru", ru, Figure::count(1.5), "1,5 дня");
    says("ru", ru, Figure::count(1200.0), "1,2\u{a0}тыс. дней");
    says("ru", ru, Figure::count(3.0).range(2.0, 4.0), "2–4 дня");
}

/// In Russian the word after two is written as after a fraction ("2 дня", "1,5 дня") or as after
/// five ("около 2 дней", "около 5 дней"). Where it is written like neither, two forms are swapped.
#[test]
fn no_two_plural_forms_of_a_russian_word_are_swapped() {
    let mut words = 0;
    for name in ["ru.core.txt", "ru.more.txt"] {
        for word in file(name).split("#one:").skip(1) {
            let (forms, _) = word.split_once('}').unwrap();
            let form = |category: &str| {
                let mut forms = forms.split('|');
                forms.find_map(|form| form.strip_prefix(category)).unwrap()
            };
            let [few, many, other] = ["few:", "many:", "other:"].map(form);
            assert!(few == other || few == many, "{name}: {forms}");
            words += 1;
        }
    }
    assert!(words > 50, "{words} words");
}

#[test]
fn an_unknown_member_of_a_family_is_left_to_the_caller() {
    assert_eq!(say::segment("zoo"), None);
    let catalog = Catalog::embedded("ru").unwrap();
    let format = TableFormat::new("ru", "RUB");
    assert_eq!(
        catalog.plain(&say::tier("luxury").unwrap(), &format),
        "Люкс"
    );
    assert_eq!(
        catalog.plain(&Message::from("Zoo *{0}*"), &format),
        "Zoo *{0}*"
    );
}

#[test]
fn texts_come_in_two_files() {
    let mut catalog = Catalog::new(file("en.core.txt")).unwrap();
    assert!(!catalog.is_complete());
    assert_eq!(
        catalog.add_more(file("ru.more.txt")),
        Err(TextError::Language)
    );
    assert!(!catalog.is_complete());
    catalog.add_more(file("en.more.txt")).unwrap();
    assert_eq!(Some(catalog), Catalog::embedded("en"));
}

#[test]
fn a_config_may_put_another_text() {
    let keys = keys();
    let mut catalog = Catalog::new(file("en.core.txt")).unwrap();
    let mut put = |name, text| catalog.override_text(name, text, &keys);
    assert_eq!(put("segment.clinic", "{n#other:Dear} {who}"), Ok(()));
    let errors = [
        ("segment.zoo", "x", TextError::Key),
        ("segment.clinic", "a\nb", TextError::Length),
        (
            "segment.clinic",
            "{why}",
            TextError::Template(TemplateError::UnknownSlot),
        ),
        (
            "segment.clinic",
            "{",
            TextError::Template(TemplateError::Brace),
        ),
        (
            "segment.clinic",
            "}",
            TextError::Template(TemplateError::Brace),
        ),
        (
            "segment.clinic",
            "*",
            TextError::Template(TemplateError::Emphasis),
        ),
        (
            "segment.clinic",
            "{}",
            TextError::Template(TemplateError::Slot),
        ),
        (
            "segment.clinic",
            "{n:money}",
            TextError::Template(TemplateError::Slot),
        ),
        (
            "segment.clinic",
            "{n#few}",
            TextError::Template(TemplateError::Plural),
        ),
    ];
    for (name, text, error) in errors {
        assert_eq!(put(name, text), Err(error), "{text}");
    }
    let refused = catalog.override_text("segment.clinic", "x", "<html>");
    assert_eq!(refused, Err(TextError::Header));
    catalog.add_more(file("en.more.txt")).unwrap();
    let said = catalog.plain(
        &message("Ann", Figure::count(1.0)),
        &TableFormat::new("en", "USD"),
    );
    assert_eq!(said, "Dear Ann");
}

#[test]
fn damaged_files_are_refused() {
    let core = file("en.core.txt");
    let cut = core.trim_end().rsplit_once('\n').unwrap().0;
    let errors = [
        ("", TextError::Header),
        (
            "<!doctype html>\n<title>Not found</title>",
            TextError::Header,
        ),
        (file("en.more.txt"), TextError::Header),
        (cut, TextError::Length),
        (&core.replacen(' ', "0 ", 1), TextError::Header),
        (&format!("{core}one more\n"), TextError::Length),
    ];
    for (text, error) in errors {
        assert_eq!(Catalog::new(text), Err(error), "{text:.40}");
    }
}

#[test]
fn a_damaged_line_is_shown_as_it_is() {
    let (header, _) = file("en.core.txt").split_once('\n').unwrap();
    let format = TableFormat::new("en", "USD");
    let message = message("Ann", Figure::count(1.0));
    for (line, shown) in [("{9}{9#other:x}{a} ok", "x ok"), ("{0 *", "{0 *"), ("", "")] {
        let core = format!("{header}\n{}", format!("{line}\n").repeat(say::CORE_KEYS));
        assert_eq!(Catalog::new(&core).unwrap().plain(&message, &format), shown);
    }
}

#[test]
fn a_word_that_goes_leaves_the_figures_in_their_places() {
    let catalog = Catalog::embedded("en").unwrap();
    let format = TableFormat::new("en", "USD");
    let kinds = |soon: Message| -> Vec<bool> {
        let sentence: Message = say::AmountLostDetail {
            soon,
            lost: say::LostCustomers {
                customers: Figure::count(64.0),
            }
            .into(),
        }
        .into();
        let pieces = catalog.pieces(&sentence, &format);
        pieces
            .iter()
            .map(|piece| matches!(piece, Piece::Text(_)))
            .collect()
    };
    let money = || Figure::money(1000.0);
    let about = || say::AmountAbout { value: money() }.into();
    let range = || Message::from(money());
    assert_eq!(kinds(about()), kinds(range()));
}
