//! One of a few: radio buttons drawn as a row.

use yew::prelude::*;

/// A choice among a few.
#[derive(Properties, PartialEq)]
pub struct SegmentedProps {
    /// Name of the radio buttons, unique on the page.
    pub name: AttrValue,
    /// What is asked; becomes the legend.
    pub legend: AttrValue,
    /// Values and what they are called.
    pub options: Vec<(AttrValue, AttrValue)>,
    /// The value chosen, if any.
    pub chosen: Option<AttrValue>,
    /// Called with the value that is chosen.
    pub on_choose: Callback<String>,
    /// Further classes of the row.
    #[prop_or_default]
    pub class: Classes,
    /// Class of the whole.
    #[prop_or(classes!("field", "field-stacked"))]
    pub group: Classes,
    /// Whether the legend is for screen readers only.
    #[prop_or_default]
    pub quiet: bool,
}

impl SegmentedProps {
    /// A choice with nothing chosen yet.
    pub fn new(
        name: impl Into<AttrValue>,
        legend: impl Into<AttrValue>,
        options: Vec<(AttrValue, AttrValue)>,
        on_choose: Callback<String>,
    ) -> Self {
        Self {
            name: name.into(),
            legend: legend.into(),
            options,
            chosen: None,
            on_choose,
            class: Classes::new(),
            group: classes!("field", "field-stacked"),
            quiet: false,
        }
    }
}

/// A row of radio buttons.
#[component]
pub fn Segmented(props: &SegmentedProps) -> Html {
    segmented(props)
}

/// The same as a mere function: each component adds two kilobytes to the page.
pub fn segmented(props: &SegmentedProps) -> Html {
    let option = |(value, label): &(AttrValue, AttrValue)| {
        let (on_choose, chosen) = (props.on_choose.clone(), value.clone());
        let onchange = move |_: Event| on_choose.emit(chosen.to_string());
        let checked = props.chosen.as_ref() == Some(value);
        html! {
            <label key={value.to_string()}>
                <input type="radio" name={props.name.clone()} value={value} {checked} {onchange} />{label}
            </label>
        }
    };
    html! {
        <fieldset class={props.group.clone()}>
            <legend class={props.quiet.then_some("visually-hidden")}>{&props.legend}</legend>
            <div class={classes!("segmented", props.class.clone())}>{ for props.options.iter().map(option) }</div>
        </fieldset>
    }
}
