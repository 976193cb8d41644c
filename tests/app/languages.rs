//! The languages of the page while their files come, late, damaged or not at all.

use l10n::format::TableFormat;
use l10n::text::{Catalog, packed, say};
use proptest::prelude::*;
use service_level_calculator::present::languages::{
    Languages, LanguagesEvent, Override, Overrides, TextFile,
};
use service_level_calculator::present::load::Load;
use std::rc::Rc;

const TAGS: [&str; 2] = ["en", "ru"];

fn file(language: &str, file: TextFile) -> Option<String> {
    let name = file.name(language);
    let (_, text) = packed::FILES.iter().find(|(known, _)| *known == name)?;
    Some((*text).to_owned())
}

fn core(language: &str) -> Catalog {
    Catalog::new(&file(language, TextFile::Core).unwrap()).unwrap()
}

fn start() -> Languages {
    Languages::new(TAGS, core("en"), Rc::default())
}

fn want(tag: &str) -> LanguagesEvent {
    LanguagesEvent::Want(tag.to_owned())
}

fn came(tag: &str, which: TextFile, here: bool) -> LanguagesEvent {
    let packed = file(tag, which).filter(|_| here);
    LanguagesEvent::Came(tag.to_owned(), which, packed)
}

fn coming(tag: &str, which: TextFile) -> LanguagesEvent {
    LanguagesEvent::Coming(tag.to_owned(), which)
}

fn after(events: impl IntoIterator<Item = LanguagesEvent>) -> Languages {
    events
        .into_iter()
        .fold(start(), |languages, event| languages.apply(event))
}

fn files(languages: &Languages) -> Vec<(String, TextFile)> {
    languages.wanting()
}

#[test]
fn nothing_is_fetched_before_it_is_wanted() {
    assert_eq!(files(&start()), []);
    assert_eq!(start().wanted(), ("en", Load::Here));
    assert_eq!(start().more(), Load::Idle);
}

#[test]
fn the_language_shown_stays_until_the_one_wanted_is_here() {
    let wanted = after([want("ru"), coming("ru", TextFile::Core)]);
    assert_eq!(wanted.shown().language(), "en");
    assert_eq!(wanted.wanted(), ("ru", Load::Coming));
    let here = wanted.apply(came("ru", TextFile::Core, true));
    assert_eq!(here.shown().language(), "ru");
    assert_eq!(files(&here), []);
}

#[test]
fn a_language_asked_for_while_it_comes_is_fetched_once() {
    let asked = after([
        want("ru"),
        coming("ru", TextFile::Core),
        want("ru"),
        want("ru"),
    ]);
    assert_eq!(files(&asked), []);
}

#[test]
fn whoever_goes_back_meanwhile_stays_there_when_the_other_comes() {
    let back = after([want("ru"), coming("ru", TextFile::Core), want("en")]);
    let late = back.apply(came("ru", TextFile::Core, true));
    assert_eq!(late.shown().language(), "en");
    assert_eq!(late.apply(want("ru")).shown().language(), "ru");
}

#[test]
fn a_file_that_failed_is_fetched_again_when_it_is_asked_for_again() {
    let failed = after([
        want("ru"),
        coming("ru", TextFile::Core),
        came("ru", TextFile::Core, false),
    ]);
    assert_eq!(failed.wanted(), ("ru", Load::Failed));
    assert_eq!(failed.shown().language(), "en");
    assert_eq!(files(&failed), []);
    let again = failed.apply(want("ru"));
    assert_eq!(files(&again), [("ru".to_owned(), TextFile::Core)]);
}

#[test]
fn a_damaged_file_and_one_of_another_language_have_failed() {
    for packed in [
        "",
        "nonsense\nnonsense",
        &*file("en", TextFile::Core).unwrap(),
    ] {
        let came = LanguagesEvent::Came("ru".into(), TextFile::Core, Some(packed.to_owned()));
        let damaged = after([want("ru"), coming("ru", TextFile::Core), came]);
        assert_eq!(damaged.wanted(), ("ru", Load::Failed));
        assert_eq!(damaged.shown().language(), "en");
    }
}

#[test]
fn further_texts_follow_the_language() {
    let more = after([LanguagesEvent::WantMore]);
    assert_eq!(files(&more), [("en".to_owned(), TextFile::More)]);
    let both = more
        .apply(coming("en", TextFile::More))
        .apply(came("en", TextFile::More, true));
    assert_eq!(both.more(), Load::Here);
    let switched = both.apply(want("ru"));
    assert_eq!(files(&switched), [("ru".to_owned(), TextFile::Core)]);
    let core_here =
        switched
            .apply(coming("ru", TextFile::Core))
            .apply(came("ru", TextFile::Core, true));
    assert_eq!(files(&core_here), [("ru".to_owned(), TextFile::More)]);
    // What says them stays as it is until it can say all of it.
    assert_eq!(core_here.shown().language(), "en");
    assert_eq!(core_here.more(), Load::Here);
    let coming = core_here.apply(coming("ru", TextFile::More));
    assert_eq!(coming.wanted(), ("ru", Load::Coming));
    let failed = coming.apply(came("ru", TextFile::More, false));
    assert_eq!(failed.wanted(), ("ru", Load::Failed));
    assert_eq!(failed.shown().language(), "en");
    let again = failed.apply(want("ru"));
    assert_eq!(files(&again), [("ru".to_owned(), TextFile::More)]);
    let all = again.apply(came("ru", TextFile::More, true));
    assert_eq!(all.wanted(), ("ru", Load::Here));
    assert_eq!(all.shown().language(), "ru");
}

#[test]
fn what_has_failed_is_fetched_again_for_a_wish_but_not_because_the_page_is_idle() {
    let failed = after([
        LanguagesEvent::ForeseeMore,
        coming("en", TextFile::More),
        came("en", TextFile::More, false),
    ]);
    // Else what says so, and its button, would be gone under a finger.
    assert_eq!(files(&failed.apply(LanguagesEvent::ForeseeMore)), []);
    let wished = failed.apply(LanguagesEvent::WantMore);
    assert_eq!(files(&wished), [("en".to_owned(), TextFile::More)]);
}

#[test]
fn own_texts_survive_a_switch_and_a_return() {
    let keys = packed::FILES.iter().find(|(name, _)| *name == "keys.txt");
    let own = |language: &str, text: &str| Override {
        language: language.to_owned(),
        packed: Catalog::packed_text("page.brand", text, keys.unwrap().1).unwrap(),
    };
    let own = Overrides(vec![own("en", "Ours"), own("ru", "Наше")]);
    let said = |languages: &Languages| {
        let format = TableFormat::new(languages.shown().language(), "EUR");
        languages.shown().plain(&say::page_brand(), &format)
    };
    let english = Languages::new(TAGS, core("en"), Rc::new(own));
    assert_eq!(said(&english), "Ours");
    let russian = english
        .apply(want("ru"))
        .apply(came("ru", TextFile::Core, true));
    assert_eq!(said(&russian), "Наше");
    let complete = russian
        .apply(LanguagesEvent::WantMore)
        .apply(came("ru", TextFile::More, true));
    assert_eq!(said(&complete), "Наше");
    let back = complete
        .apply(want("en"))
        .apply(came("en", TextFile::More, true));
    assert_eq!(said(&back), "Ours");
}

fn any_event() -> impl Strategy<Value = LanguagesEvent> {
    let tag = prop::sample::select(TAGS.to_vec());
    let which = prop::sample::select(vec![TextFile::Core, TextFile::More]);
    (0..5, tag, which, any::<bool>()).prop_map(|(kind, tag, which, here)| match kind {
        0 => want(tag),
        1 => LanguagesEvent::WantMore,
        2 => LanguagesEvent::ForeseeMore,
        3 => coming(tag, which),
        _ => came(tag, which, here),
    })
}

proptest! {
    #[test]
    fn whatever_happens_ends_in_the_language_asked_for_last(
        events in prop::collection::vec(any_event(), 0..30),
        last in prop::sample::select(TAGS.to_vec()),
    ) {
        let mut languages = after(events).apply(want(last));
        // Whoever holds it fetches what is wanted; what was under way comes at last.
        for which in [TextFile::Core, TextFile::More] {
            languages = languages.apply(came(last, which, true));
        }
        prop_assert_eq!(languages.shown().language(), last);
        prop_assert_eq!(languages.wanted(), (last, Load::Here));
    }
}
