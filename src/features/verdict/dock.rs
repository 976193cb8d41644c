//! The answer in one line, at hand on a phone while the answer itself is out of view.

use crate::context::{Context, ContextProps};
use crate::features::verdict::panel::headline;
use crate::names;
use crate::widgets::icon::zone;
use model::Verdict;
use web_sys::Element;
use yew::prelude::*;

#[component]
fn Dock(props: &ContextProps) -> Html {
    let context = &props.context;
    let (own, shown) = (use_node_ref(), use_state(|| false));
    {
        let (host, own, to) = (context.host.clone(), own.clone(), shown.setter());
        use_effect_with((), move |()| {
            let dock = own.cast::<Element>();
            let page = dock.and_then(|dock| dock.closest(".page").ok()?);
            let answer = page.and_then(|page| page.query_selector(".verdict").ok()?);
            let seen = Callback::from(move |seen: bool| to.set(!seen));
            let watching = answer.map(|answer| host.watch(answer, seen));
            move || drop(watching)
        });
    }
    let view = headline(context);
    html! {
        <div class={classes!("dock", view.verdict.map(zone))} ref={own} aria-hidden="true" data-shown={shown.then_some("")}>
            <p>
                <strong>{context.text(&if view.verdict.is_some() { view.chip } else { names::verdict(Verdict::Sufficient) })}</strong>
                {" · "}{context.text(&view.sums)}
            </p>
        </div>
    }
}

/// The one line.
pub fn dock(context: &Context) -> Html {
    html! { <Dock context={context.clone()} /> }
}
