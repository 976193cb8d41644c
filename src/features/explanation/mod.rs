//! What is behind a figure: sentence, formula, parameters, sources.

mod evidence;
mod evidence_list;
mod panel;
mod parameter_field;
mod view;

pub use evidence::{Evidence, chosen};
pub use evidence_list::{EvidenceList, Fetched, use_evidence};
pub use panel::explanation;
pub use parameter_field::ParameterField;
pub use view::{Explanation, ParameterView, class_name, shown_in};
