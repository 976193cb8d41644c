//! Which figure is explained: one at most, right below the block that holds it.

use super::loads::Part;
use super::opened::from_panels;
use super::scene::Scene;
use web_sys::HtmlElement;
use yew::prelude::*;

/// The figure that is explained.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The block that holds it.
    block: AttrValue,
    /// Its name.
    name: String,
    /// What was pressed, to which the focus returns.
    button: Option<HtmlElement>,
}

/// Which figure is explained, in the hands of what is drawn.
#[derive(Clone, PartialEq)]
pub struct Explaining {
    now: UseStateHandle<Option<Asked>>,
    /// Whether figures explain themselves at all: not in the static page.
    answers: bool,
    /// The block that is being drawn; outside of one no figure explains itself.
    block: Option<AttrValue>,
}

impl Explaining {
    /// Of a calculator.
    pub fn new(now: UseStateHandle<Option<Asked>>, answers: bool) -> Self {
        let block = None;
        Self {
            now,
            answers,
            block,
        }
    }

    /// Closes the explanation and gives the focus back; a figure that has gone cannot take it.
    pub fn close(&self) {
        if let Some(button) = self.now.as_ref().and_then(|asked| asked.button.as_ref()) {
            let _ = button.focus();
        }
        self.now.set(None);
    }

    /// Whether figures explain themselves where something is being drawn.
    pub fn is_open_to_questions(&self) -> bool {
        self.answers && self.block.is_some()
    }

    fn here(&self) -> Option<&Asked> {
        let asked = self.now.as_ref()?;
        (Some(&asked.block) == self.block.as_ref()).then_some(asked)
    }
}

/// A block whose figures explain themselves, and below it the explanation that was asked for.
pub fn block(scene: &Scene, id: impl Into<AttrValue>, draw: impl FnOnce(&Scene) -> Html) -> Html {
    let mut inside = scene.clone();
    inside.explaining.block = Some(id.into());
    let drawn = draw(&inside);
    let explanation = inside.explaining.here().map(|asked| {
        let card = from_panels(&inside, |panels| (panels.explanation)(&inside, &asked.name));
        // Within a live region it would be read out twice: the focus goes there anyway.
        html! { <div aria-live="off">{card}</div> }
    });
    html! { <>{drawn}{explanation}</> }
}

/// A figure that explains itself when it is pressed; the mere figure outside of a block.
pub fn asking(scene: &Scene, name: Option<&str>, figure: Html) -> Html {
    let explaining = scene.explaining.clone();
    let block = explaining.block.clone().filter(|_| explaining.answers);
    let (Some(name), Some(block)) = (name, block) else {
        return figure;
    };
    let open = explaining.here().is_some_and(|asked| asked.name == name);
    let onclick = {
        let (scene, name) = (scene.clone(), name.to_owned());
        move |event: MouseEvent| {
            scene.want(Part::Panels);
            let target = event.target_dyn_into::<web_sys::Element>();
            let button = target.and_then(|target| target.closest("button").ok()?);
            let asked = Asked {
                block: block.clone(),
                name: name.clone(),
                button: button.and_then(|button| wasm_bindgen::JsCast::dyn_into(button).ok()),
            };
            explaining.now.set((!open).then_some(asked));
        }
    };
    html! { <button type="button" class="figure" aria-expanded={open.to_string()} {onclick}>{figure}</button> }
}
