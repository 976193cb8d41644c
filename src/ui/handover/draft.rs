//! What is being written into the form of a lead.

use crate::config::CONTACT;
use std::rc::Rc;
use yew::prelude::*;

/// Sets apart what is written, in the text that the page keeps.
const APART: char = '\u{1f}';

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The number of this lead; empty until the page has given one.
    pub id: String,
    /// What is written, in the order of [`CONTACT`].
    pub contact: [String; CONTACT.len()],
}

/// What happens to it.
pub enum DraftEvent {
    /// The page has told what it kept.
    Came(String),
    /// Something is written into the field of this place.
    Wrote(usize, String),
}

impl Reducible for Draft {
    type Action = DraftEvent;

    fn reduce(self: Rc<Self>, event: DraftEvent) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
            DraftEvent::Came(text) => {
                let mut parts = text.split(APART);
                next.id = parts.next().unwrap_or_default().to_owned();
                // What has been written meanwhile stays.
                for (own, kept) in next.contact.iter_mut().zip(parts) {
                    if own.is_empty() {
                        kept.clone_into(own);
                    }
                }
            }
            DraftEvent::Wrote(place, text) => {
                if let Some(own) = next.contact.get_mut(place) {
                    *own = text.replace(APART, "");
                }
            }
        }
        Rc::new(next)
    }
}

impl Draft {
    /// As the page keeps it.
    pub fn written(&self) -> String {
        let mut text = self.id.clone();
        for own in &self.contact {
            text.push(APART);
            text.push_str(own);
        }
        text
    }

    /// What is written for this id of [`CONTACT`].
    pub fn get(&self, id: &str) -> &str {
        let place = CONTACT.iter().position(|own| *own == id);
        let own = place.and_then(|place| self.contact.get(place));
        own.map_or("", |own| own.trim())
    }
}
