//! What is being written into the form of a lead.

use crate::config::CONTACT;
use std::rc::Rc;
use yew::prelude::*;

/// Sets apart what is written, in the text that is remembered.
const APART: char = '\u{1f}';

/// What is being written.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The number of this lead; empty without a browser.
    pub id: String,
    /// What is written, in the order of [`CONTACT`].
    pub contact: [String; CONTACT.len()],
}

/// What happens to it.
pub enum DraftEvent {
    /// Something is written into the field of this place.
    Wrote(usize, String),
}

impl Reducible for Draft {
    type Action = DraftEvent;

    fn reduce(self: Rc<Self>, event: DraftEvent) -> Rc<Self> {
        let mut next = (*self).clone();
        match event {
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
    /// Reads what [`Self::written`] has written, or the number of a new lead.
    pub fn read(text: &str) -> Self {
        let mut draft = Self::default();
        let mut parts = text.split(APART);
        parts.next().unwrap_or_default().clone_into(&mut draft.id);
        for (own, part) in draft.contact.iter_mut().zip(parts) {
            part.clone_into(own);
        }
        draft
    }

    /// As a text to be remembered.
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
