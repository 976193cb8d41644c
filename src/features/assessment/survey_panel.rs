//! What asking customers would bring, where one rates oneself: simulated once the ranges of what is
//! there are in.

use crate::context::ContextProps;
use crate::context::load::Load;
use crate::features::assessment::survey::{asking, survey};
use crate::platform::draws::{DrawsEvent, Numbers};
use crate::widgets::speak::speak;
use model::{DRAWS, Uncertainty};
use std::rc::Rc;
use yew::prelude::*;

/// The advice to ask, as the first thing to do.
#[component]
pub fn Survey(props: &ContextProps) -> Html {
    let context = &props.context;
    let said = use_state(|| None::<(Numbers, Rc<Uncertainty>)>);
    let maker = {
        let (host, to) = (context.host.clone(), said.setter());
        use_memo((), move |()| {
            host.simulations(Callback::from(move |(study, event)| {
                if let DrawsEvent::Said(DRAWS, all) = event {
                    to.set(Some((study, Rc::new(all))));
                }
            }))
        })
    };
    let study = asking(&context.answer, context.tables());
    let wanted = study.clone().filter(|_| context.simulated);
    use_effect_with(wanted, move |study| match study {
        Some(study) => maker.start(study, false),
        None => maker.stop(),
    });
    let said = said.as_ref().filter(|(of, _)| Some(of) == study.as_ref());
    // The words are among the later texts.
    let told = context.languages.more() == Load::Here;
    let said = said.filter(|_| told).map(|(_, said)| &**said);
    let Some(view) = survey(
        &context.answer,
        context.tables(),
        context.ranges.as_deref(),
        said,
    ) else {
        return Html::default();
    };
    html! {
        <li class="lever" data-lever="survey">
            <h3>{context.text(&view.title)}</h3>
            <div class="lever-more"><p>{speak(context, &view.sentence)}</p></div>
        </li>
    }
}
