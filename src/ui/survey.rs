//! What asking customers would bring, where one rates oneself: simulated once the ranges of what is
//! there are in.

use super::scene::SceneProps;
use super::speak::speak;
use crate::present::draws::{DrawsEvent, Numbers};
use crate::present::load::Load;
use crate::present::survey::{asking, survey};
use model::{DRAWS, Uncertainty};
use std::rc::Rc;
use yew::prelude::*;

/// The advice to ask, as the first thing to do.
#[component]
pub fn Survey(props: &SceneProps) -> Html {
    let scene = &props.scene;
    let said = use_state(|| None::<(Numbers, Rc<Uncertainty>)>);
    let maker = {
        let (host, to) = (scene.host.clone(), said.setter());
        use_memo((), move |()| {
            host.simulations(Callback::from(move |(study, event)| {
                if let DrawsEvent::Said(DRAWS, all) = event {
                    to.set(Some((study, Rc::new(all))));
                }
            }))
        })
    };
    let study = asking(&scene.answer, scene.tables());
    let wanted = study.clone().filter(|_| scene.rests());
    use_effect_with(wanted, move |study| match study {
        Some(study) => maker.start(study, false),
        None => maker.stop(),
    });
    let said = said.as_ref().filter(|(of, _)| Some(of) == study.as_ref());
    // The words are among the later texts.
    let told = scene.languages.more() == Load::Here;
    let said = said.filter(|_| told).map(|(_, said)| &**said);
    let Some(view) = survey(&scene.answer, scene.tables(), scene.ranges.as_deref(), said) else {
        return Html::default();
    };
    html! {
        <li class="lever" data-lever="survey">
            <h3>{scene.text(&view.title)}</h3>
            <div class="lever-more"><p>{speak(scene, &view.sentence)}</p></div>
        </li>
    }
}
