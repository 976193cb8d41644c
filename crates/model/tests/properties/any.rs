//! Any valid business, and any parameters within their ranges: ends, middles, and between.

use proptest::option;
use proptest::prelude::*;
use service_level_model::{
    ALWAYS, Business, Calibrated, Consistency, Delivered, Inputs, PARAMETER_COUNT, Parameters,
    Price, Segment, Survey, Tables, segment_of,
};

pub fn tables() -> &'static Tables {
    Tables::built_in()
}

/// Anything an input can be: either end, evenly, or evenly by ratio.
pub fn input(id: &str) -> BoxedStrategy<f64> {
    let row = tables().input(id).unwrap();
    between(row.min, row.max)
}

pub fn between(min: f64, max: f64) -> BoxedStrategy<f64> {
    let smallest = if min > 0.0 { min } else { max.min(1.0) * 1e-6 };
    let by_ratio = (smallest.ln()..=max.ln()).prop_map(move |x| x.exp().clamp(min, max));
    prop_oneof![
        1 => Just(min),
        1 => Just(max),
        3 => min..=max,
        5 => by_ratio,
    ]
    .boxed()
}

fn id<T: Clone>(rows: &'static [T], id: fn(&T) -> &str) -> BoxedStrategy<String> {
    (0..rows.len())
        .prop_map(move |row| id(&rows[row]).to_owned())
        .boxed()
}

pub fn segment() -> BoxedStrategy<String> {
    id(&tables().segments, |row| &row.id)
}

/// A measured share, of so many or of nobody knows how many.
pub fn survey() -> BoxedStrategy<Survey> {
    (
        input("dissatisfied_measured"),
        option::of(input("surveyed")),
    )
        .prop_map(|(dissatisfied, surveyed)| Survey {
            dissatisfied,
            surveyed,
        })
        .boxed()
}

fn delivered() -> BoxedStrategy<Delivered> {
    let answers = proptest::collection::vec(0..=ALWAYS, tables().practices.len());
    prop_oneof![
        Just(Delivered::Expected),
        id(&tables().ladder, |row| &row.id).prop_map(Delivered::Rung),
        answers.prop_map(Delivered::Practices),
        survey().prop_map(Delivered::Measured),
        input("level").prop_map(Delivered::Level),
        (60.0..=100.0).prop_map(Delivered::Level),
    ]
    .boxed()
}

fn consistency() -> BoxedStrategy<Consistency> {
    let sign = prop_oneof![Just(0.0), Just(0.5), Just(1.0)];
    let signs = proptest::collection::vec(sign, tables().signs.len());
    prop_oneof![
        Just(Consistency::Typical),
        input("consistency").prop_map(Consistency::Share),
        signs.prop_map(Consistency::Signs),
    ]
    .boxed()
}

fn price() -> BoxedStrategy<Price> {
    prop_oneof![
        Just(Price::Start),
        id(&tables().tiers, |row| &row.id).prop_map(Price::Tier),
        input("price_ratio").prop_map(Price::Ratio),
    ]
    .boxed()
}

/// Any valid inputs, each number given or left to the segment.
pub fn inputs() -> BoxedStrategy<Inputs> {
    let given = |id| option::weighted(0.6, input(id));
    let numbers = (
        given("customers"),
        given("cheque"),
        given("purchases"),
        given("margin"),
        given("retention"),
        given("cost_to_serve"),
        given("enquiries"),
        given("conversion"),
    );
    let service = (option::of(segment()), price(), delivered(), consistency());
    (service, numbers)
        .prop_map(|((segment, price, delivered, consistency), numbers)| {
            let (customers, cheque, purchases, margin, retention, cost_to_serve, e, v) = numbers;
            covering(Inputs {
                segment,
                price,
                customers,
                cheque,
                purchases,
                margin,
                retention,
                retention_of: None,
                cost_to_serve,
                delivered,
                consistency,
                enquiries: e,
                conversion: v,
            })
        })
        .boxed()
}

/// The same inputs with a margin that covers the service: where it does not, the two are swapped if
/// both are given, or left to the segment.
pub fn covering(mut inputs: Inputs) -> Inputs {
    let covers = |inputs: &Inputs| Business::new(inputs, tables()).is_ok();
    if let (false, Some(_), Some(_)) = (covers(&inputs), inputs.margin, inputs.cost_to_serve) {
        (inputs.margin, inputs.cost_to_serve) = (inputs.cost_to_serve, inputs.margin);
    }
    if !covers(&inputs) {
        (inputs.margin, inputs.cost_to_serve) = (None, None);
    }
    inputs
}

/// Where in its range each parameter lies, 0–1.
fn places() -> BoxedStrategy<Vec<f64>> {
    let share = prop_oneof![2 => Just(0.0), 2 => Just(1.0), 6 => 0.0..=1.0];
    proptest::collection::vec(share, PARAMETER_COUNT).boxed()
}

/// The parameters that lie at these places of their ranges at a segment.
fn parameters(segment: &Segment, places: &[f64]) -> Parameters {
    let mut values = tables().ranges(segment).map(|range| range.value);
    let ranges = tables().ranges(segment);
    for ((value, range), share) in values.iter_mut().zip(ranges).zip(places) {
        *value = (range.low + share * (range.high - range.low)).min(range.high);
    }
    Parameters::from_values(&values)
}

/// A business calibrated with the central values.
pub fn central() -> BoxedStrategy<Calibrated> {
    inputs()
        .prop_map(|inputs| Calibrated::of(&inputs, tables()).unwrap())
        .boxed()
}

/// A business calibrated with the central values or with any parameters.
pub fn firm() -> BoxedStrategy<Calibrated> {
    let places = prop_oneof![1 => Just(None), 2 => places().prop_map(Some)];
    (inputs(), places)
        .prop_map(|(inputs, places)| {
            let business = Business::new(&inputs, tables()).unwrap();
            let segment = segment_of(&inputs, tables()).unwrap();
            let parameters = match places {
                Some(places) => parameters(segment, &places),
                None => tables().values(segment),
            };
            Calibrated::new(business, parameters, tables().constants)
        })
        .boxed()
}

/// Whether two amounts are equal up to rounding; `of` is what they are measured against.
pub fn close(a: f64, b: f64, of: f64) -> bool {
    (a - b).abs() <= 1e-9 * of.abs().max(a.abs()).max(b.abs())
}
