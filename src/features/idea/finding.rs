//! What the heading of the closed panel says it has found.

use super::view::{Asked, IdeaView, ranked};
use crate::answer::Answer;
use crate::session::Session;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::Tables;

/// The best idea.
pub fn finding(answer: &Answer, tables: &Tables) -> Option<Message> {
    // Made of the answer's entries, since those entered last may not be valid.
    let session = Session::new(answer.entries.clone());
    let tested = Asked::new(&session, tables).answers(&session, tables);
    let view = |(index, tested)| IdeaView::new(index, &session.entries, tables, (tested, false));
    let ideas: Vec<IdeaView> = tested.into_iter().enumerate().filter_map(view).collect();
    let ranked = ranked(&ideas);
    let (name, net) = ranked
        .first()
        .map(|(idea, result)| (idea.name.clone(), result.net.clone()))?;
    Some(match ranked.len() {
        1 => say::FindingIdea { name, net }.into(),
        count => say::FindingIdeaBest {
            ideas: Figure::integer(count as f64),
            name,
            net,
        }
        .into(),
    })
}
