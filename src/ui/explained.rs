//! Which figure is explained: its place among the figures of the page, the same in both programs.

use web_sys::Element;

/// Stands before a figure's place in the wish for the full program.
pub const TARGET: &str = "figure:";

/// Where a button stands among the figures of the page.
#[cfg(not(feature = "panels"))]
pub fn index_of(page: &Element, button: &Element) -> Option<u32> {
    let figures = page.get_elements_by_class_name("figure");
    (0..figures.length()).find(|index| figures.item(*index).as_ref() == Some(button))
}

/// The button at that place.
#[cfg(feature = "panels")]
pub fn figure_at(page: &Element, index: u32) -> Option<Element> {
    page.get_elements_by_class_name("figure").item(index)
}
