//! The figures on a page: what they are, and that they are the model's.

use serde_json::{Value, json};

use crate::model;
use crate::page::{Page, patiently};

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

impl Page<'_> {
    /// The figure of this name; where it is shown several times, all come to agree: what is not
    /// under the finger is drawn a frame later.
    pub fn figure(&self, name: &str) -> Figure {
        let agreed = || {
            let all = self.figures(name);
            let first = all.first()?.clone();
            let same = all.iter().all(|figure| figure.value == first.value);
            same.then_some(first)
        };
        // Read once: in the next moment another state may be drawn.
        let mut found = None;
        patiently(|| {
            found = agreed();
            found.is_some()
        });
        found.unwrap_or_else(|| {
            let all = self.figures(name);
            panic!("the page shows no one figure {name}: {all:?}")
        })
    }

    fn figures(&self, name: &str) -> Vec<Figure> {
        let body = "return deep(document, `data[data-figure=\"${arguments[0]}\"]`)
                .map(e => [e.getAttribute('value') ?? '', e.innerText.trim()])";
        let found: Vec<(String, String)> =
            serde_json::from_value(self.browser().script(body, vec![json!(name)]))
                .expect("pairs of texts");
        found
            .into_iter()
            .map(|(value, text)| Figure { value, text })
            .collect()
    }

    /// Waits until the page shows the outcome's own values at these dotted paths.
    pub fn expect(&self, outcome: &Value, paths: &[&str]) {
        let faults = || -> Vec<String> {
            paths
                .iter()
                .map(|path| (path, model::at(outcome, path), self.figures(path)))
                .filter(|(_, wanted, shown)| {
                    shown.is_empty()
                        || !shown
                            .iter()
                            .all(|figure| model::agrees(&figure.value, wanted))
                })
                .map(|(path, wanted, shown)| {
                    format!("{path}: the model says {wanted}, the page {shown:?}")
                })
                .collect()
        };
        if !patiently(|| faults().is_empty()) {
            panic!("{}", faults().join("\n"));
        }
    }

    /// Waits until every figure on the page is the outcome's own value, those at `least` among them.
    /// Fails for figures that are no part of an outcome, as in panels.
    pub fn expect_all(&self, outcome: &Value, least: &[&str]) {
        let body = "return deep(document, 'data[data-figure]')
                .map(e => [e.dataset.figure, e.getAttribute('value') ?? ''])";
        let faults = || -> Vec<String> {
            let shown: Vec<(String, String)> =
                serde_json::from_value(self.browser().script(body, vec![]))
                    .expect("pairs of texts");
            let missing = least
                .iter()
                .filter(|path| !shown.iter().any(|(name, _)| name == *path))
                .map(|path| format!("the page shows no figure {path}"));
            let wrong = shown.iter().filter_map(|(path, value)| {
                let wanted = model::at(outcome, path);
                let told = format!("{path}: the model says {wanted}, the page {value}");
                (!model::agrees(value, wanted)).then_some(told)
            });
            missing.chain(wrong).collect()
        };
        if !patiently(|| faults().is_empty()) {
            panic!("{}", faults().join("\n"));
        }
    }
}
