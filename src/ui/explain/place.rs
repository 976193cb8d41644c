//! Where an explanation goes: right below the block that holds the figure.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// What stacks blocks.
const STACKS: [&str; 3] = ["stack", "card", "panel-body"];

/// The figure that is explained.
#[derive(Clone, PartialEq)]
pub struct Opened {
    /// Its name.
    pub name: String,
    /// The button that shows it.
    pub button: Element,
    /// A place of its own among the blocks, into which the explanation is drawn.
    pub place: Element,
}

impl Opened {
    /// Makes a place for the explanation of the figure in a button.
    pub fn at(button: Element) -> Option<Self> {
        let data = button.query_selector("data").ok()??;
        let place = button.owner_document()?.create_element("div").ok()?;
        // Within a live region it would be read out twice: the focus goes there anyway.
        place.set_attribute("aria-live", "off").ok()?;
        block_of(&button).after_with_node_1(&place).ok()?;
        Some(Self {
            name: data.get_attribute("data-figure")?,
            button,
            place,
        })
    }

    /// Says at the button whether the explanation is open.
    pub fn expand(&self, open: bool) {
        let state = if open { "true" } else { "false" };
        // Refused only for names that are none.
        let _ = self.button.set_attribute("aria-expanded", state);
    }

    /// Gives the focus back to the button; a figure that has gone cannot take it.
    pub fn focus(&self) {
        if let Some(button) = self.button.dyn_ref::<HtmlElement>() {
            let _ = button.focus();
        }
    }
}

/// The block that holds a figure: what lies directly in a stack of blocks.
fn block_of(button: &Element) -> Element {
    let mut block = button.clone();
    while let Some(parent) = block.parent_element() {
        let classes = parent.class_list();
        if STACKS.iter().any(|stack| classes.contains(stack)) {
            return block;
        }
        block = parent;
    }
    button.clone()
}
