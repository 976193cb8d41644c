//! Whom a visitor may give his result to, and what of him is asked for.

use super::Reason;
use super::check::{self, address, one_of};
use serde::{Deserialize, Serialize};

/// What a visitor is asked for, in the order of the form.
pub const CONTACT: [&str; 5] = ["name", "email", "phone", "company", "message"];

/// What is asked for where nothing else is set.
const USUAL: [&str; 2] = ["name", "email"];

/// A form below the result, by which a visitor hands it over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// Where it goes unless the page takes it: `mailto:` or an address that takes forms. Empty: only
    /// the page can take it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// What is asked for: some of [`CONTACT`].
    #[serde(default = "usual")]
    pub fields: Vec<String>,
    /// Address of what the owner promises about personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy: Option<String>,
}

fn usual() -> Vec<String> {
    USUAL.map(str::to_owned).to_vec()
}

/// Where a lead may go.
fn receiver(text: &str) -> Result<String, Reason> {
    const WANTED: &str =
        "mailto:, https:, or an address beside the page; empty where the page takes it";
    if text.is_empty() {
        return Ok(String::new());
    }
    address(text, &["https", "http", "mailto"], WANTED)
}

impl Lead {
    /// With the usual fields.
    pub fn to(text: &str) -> Result<Self, Reason> {
        Ok(Self {
            to: receiver(text)?,
            fields: usual(),
            privacy: None,
        })
    }

    /// What is wrong in it, and where.
    pub fn check(&self) -> Result<(), (String, Reason)> {
        let at = |key: &str| {
            let key = key.to_owned();
            move |reason| (key, reason)
        };
        receiver(&self.to).map_err(at("to"))?;
        for (index, field) in self.fields.iter().enumerate() {
            let place = format!("fields.{index}");
            one_of("field", field, CONTACT.into_iter()).map_err(at(&place))?;
            if self.fields.iter().take(index).any(|other| other == field) {
                return Err((place, Reason::Twice));
            }
        }
        let answers = |field: &String| field == "email" || field == "phone";
        if !self.fields.iter().any(answers) {
            let wanted = "a list with \"email\" or \"phone\", so that one can answer";
            return Err(at("fields")(Reason::Type { wanted }));
        }
        let privacy = self
            .privacy
            .as_deref()
            .map_or(Ok(String::new()), check::link);
        privacy.map(drop).map_err(at("privacy"))
    }
}
