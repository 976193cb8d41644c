//! The answer in one line, at hand on a phone while the answer itself is out of view.

use super::icon::zone;
use super::scene::{Scene, SceneProps};
use super::verdict::headline;
use crate::present::names;
use model::Verdict;
use web_sys::Element;
use yew::prelude::*;

#[component]
fn Dock(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let (own, shown) = (use_node_ref(), use_state(|| false));
    {
        let (host, own, to) = (scene.host.clone(), own.clone(), shown.setter());
        use_effect_with((), move |()| {
            let dock = own.cast::<Element>();
            let page = dock.and_then(|dock| dock.closest(".page").ok()?);
            let answer = page.and_then(|page| page.query_selector(".verdict").ok()?);
            if let Some(answer) = answer {
                host.watch(answer, Callback::from(move |seen: bool| to.set(!seen)));
            }
        });
    }
    let view = headline(scene);
    html! {
        <div class={classes!("dock", view.verdict.map(zone))} ref={own} aria-hidden="true" data-shown={shown.then_some("")}>
            <p>
                <strong>{scene.text(&if view.verdict.is_some() { view.chip } else { names::verdict(Verdict::Sufficient) })}</strong>
                {" · "}{scene.text(&view.sums)}
            </p>
        </div>
    }
}

/// The one line.
pub fn dock(scene: &Scene) -> Html {
    html! { <Dock scene={scene.clone()} /> }
}
