//! The figures on a page: what they are, and that they are the model's.

use serde_json::{Value, json};

use crate::expected;
use crate::page::{Now, Page};

/// A figure on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The unrounded value, as a number or a word.
    pub value: String,
    /// What the visitor reads.
    pub text: String,
}

impl Figure {
    /// The value as a number.
    pub fn number(&self) -> f64 {
        self.value
            .parse()
            .unwrap_or_else(|_| panic!("{} is not a number", self.value))
    }
}

impl Now<'_> {
    /// The figure of this name; none while the page shows it nowhere, or in two places differently.
    pub fn figure(&self, name: &str) -> Option<Figure> {
        let all = self.figures(name);
        let first = all.first()?.clone();
        let agreed = all.iter().all(|figure| figure.value == first.value);
        agreed.then_some(first)
    }

    /// The value of this figure as a number, as [`Now::figure`].
    pub fn number(&self, name: &str) -> Option<f64> {
        self.figure(name).map(|figure| figure.number())
    }

    fn figures(&self, name: &str) -> Vec<Figure> {
        let body = "return deep(document, `data[data-figure=\"${arguments[0]}\"]`)
                .map(e => [e.getAttribute('value') ?? '', e.innerText.trim()])";
        let found: Vec<(String, String)> =
            serde_json::from_value(self.script(body, vec![json!(name)])).expect("pairs of texts");
        found
            .into_iter()
            .map(|(value, text)| Figure { value, text })
            .collect()
    }
}

impl Page<'_> {
    /// The figure of this name, once the page shows it everywhere alike.
    pub fn figure(&self, name: &str) -> Figure {
        self.once(&format!("the page shows one figure {name}"), |now| {
            now.figure(name)
        })
    }

    /// Waits until the page shows a figure of this name with a value that differs.
    pub fn until_moved(&self, name: &str, before: &str) {
        self.until(&format!("{name} is no longer {before}"), |now| {
            now.figure(name)
                .is_some_and(|figure| figure.value != before)
        });
    }

    /// Waits until the page shows the outcome's own values at these dotted paths.
    pub fn expect(&self, outcome: &Value, paths: &[&str]) {
        self.expect_none("figures", |now| {
            let shown = paths
                .iter()
                .map(|path| (path, expected::at(outcome, path), now.figures(path)));
            let agrees = |wanted: &Value, figures: &[Figure]| {
                let agree = |figure: &Figure| expected::agrees(&figure.value, wanted);
                !figures.is_empty() && figures.iter().all(agree)
            };
            shown
                .filter(|(_, wanted, figures)| !agrees(wanted, figures))
                .map(|(path, wanted, figures)| {
                    format!("{path}: the model says {wanted}, the page {figures:?}")
                })
                .collect()
        });
    }

    /// Waits until every figure on the page is the outcome's own value, those at `least` among them.
    /// Fails for figures that are no part of an outcome, as in panels.
    pub fn expect_all(&self, outcome: &Value, least: &[&str]) {
        let body = "return deep(document, 'data[data-figure]')
                .map(e => [e.dataset.figure, e.getAttribute('value') ?? ''])";
        self.expect_none("figures", |now| {
            let shown: Vec<(String, String)> =
                serde_json::from_value(now.script(body, vec![])).expect("pairs of texts");
            let missing = least
                .iter()
                .filter(|path| !shown.iter().any(|(name, _)| name == *path))
                .map(|path| format!("the page shows no figure {path}"));
            let wrong = shown.iter().filter_map(|(path, value)| {
                let wanted = expected::at(outcome, path);
                let told = format!("{path}: the model says {wanted}, the page {value}");
                (!expected::agrees(value, wanted)).then_some(told)
            });
            missing.chain(wrong).collect::<Vec<String>>()
        });
    }
}
