//! Events that the page may answer by `preventDefault`: it then does itself what would follow.

use crate::event::Offer;
use crate::platform::detail::object;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// Dispatches an offer on the element; true where the page has taken it.
#[must_use]
pub fn is_taken(element: &HtmlElement, offer: &Offer) -> bool {
    let init = CustomEventInit::new();
    init.set_detail(&object(offer.fields()));
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(true);
    let event = CustomEvent::new_with_event_init_dict(offer.name(), &init);
    // Neither call fails for an event that was just made.
    event.is_ok_and(|event| element.dispatch_event(&event) == Ok(false))
}
