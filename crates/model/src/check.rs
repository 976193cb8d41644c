//! What the formulas rely on in the tables, so that no table makes a figure infinite or absent.

use super::error::TableError;
use super::practices::STAGES;
use super::range::{Range, Text};
use super::segment::Segment;
use super::tables::{InputRange, Scale, Tables};

type Checked = Result<(), TableError>;

/// How far the weights of the dimensions may be from summing to 1, for rounding.
const ROUNDING: f64 = 1e-9;

/// The most contacts with the service that one purchase may bring.
const MOST_CONTACTS: f64 = 100.0;

impl Range {
    fn is_ordered(&self) -> bool {
        self.is_within(f64::MIN, f64::MAX)
    }

    fn is_within(&self, min: f64, max: f64) -> bool {
        min <= self.low && self.low <= self.value && self.value <= self.high && self.high <= max
    }
}

fn rule(holds: bool, table: &'static str, id: &str, rule: &'static str) -> Checked {
    if holds {
        return Ok(());
    }
    Err(TableError {
        table,
        id: id.to_owned(),
        rule,
    })
}

fn each_once<'a>(table: &'static str, ids: impl Iterator<Item = &'a Text>) -> Checked {
    let mut seen: Vec<&str> = Vec::new();
    for id in ids {
        rule(!seen.contains(&id.as_ref()), table, id, "each id once")?;
        seen.push(id);
    }
    rule(!seen.is_empty(), table, "", "at least one row")
}

impl Tables {
    /// Checks what the formulas rely on.
    ///
    /// # Errors
    /// The first row that breaks a rule, with its table, id and rule.
    pub fn check(&self) -> Checked {
        self.check_parameters()?;
        self.check_inputs()?;
        self.check_service()?;
        each_once("segments", self.segments.iter().map(|row| &row.id))?;
        for row in self.segments.iter() {
            self.check_segment(row)?;
        }
        self.check_start()
    }

    fn check_parameters(&self) -> Checked {
        let built_in = Tables::built_in();
        let ids = |tables: &'_ Tables| -> Vec<Text> {
            tables.parameters.iter().map(|row| row.id.clone()).collect()
        };
        rule(
            ids(self) == ids(built_in),
            "parameters",
            "",
            "every parameter of the built-in table, in its order",
        )?;
        for (row, built) in self.parameters.iter().zip(built_in.parameters.iter()) {
            let ordered = row.range.is_ordered();
            rule(ordered, "parameters", &row.id, "low ≤ value ≤ high")?;
            let within = row.range.is_within(built.range.low, built.range.high);
            let bounds = "within the range of the built-in table";
            rule(within, "parameters", &row.id, bounds)?;
        }
        let same = self.constants == built_in.constants;
        rule(same, "constants", "", "definitions, as built in")
    }

    fn check_inputs(&self) -> Checked {
        each_once("inputs", self.inputs.iter().map(|row| &row.id))?;
        for built in Tables::built_in().inputs.iter() {
            let row = self.input(&built.id);
            let within = |row: &InputRange| {
                built.min <= row.min && row.min <= row.max && row.max <= built.max
            };
            let bounds = "min ≤ max, within the range of the built-in table";
            rule(row.is_some_and(within), "inputs", &built.id, bounds)?;
        }
        for row in self.inputs.iter() {
            let (low, high) = row.slider;
            let inside = row.slider_around_example || (row.min <= low && high <= row.max);
            let positive = row.scale != Scale::Log || low > 0.0;
            let travels = low < high && low.is_finite() && high.is_finite();
            let place = "low < high within the range, above 0 where its scale is log";
            rule(
                inside && positive && travels,
                "inputs.slider",
                &row.id,
                place,
            )?;
        }
        Ok(())
    }

    /// Tiers, ladder, dimensions, practices, signs and currencies.
    fn check_service(&self) -> Checked {
        each_once("tiers", self.tiers.iter().map(|row| &row.id))?;
        let mut before = 0.0;
        for row in self.tiers.iter() {
            let inside = self.is_inside("price_ratio", row.price_ratio);
            let order = "cheapest first, within the range of price_ratio";
            rule(inside && row.price_ratio > before, "tiers", &row.id, order)?;
            before = row.price_ratio;
        }
        each_once("ladder", self.ladder.iter().map(|row| &row.id))?;
        let mut before = f64::NEG_INFINITY;
        for row in self.ladder.iter() {
            let rises = row.offset > before && row.offset.abs() <= 100.0;
            rule(rises, "ladder", &row.id, "lowest first, −100 to 100")?;
            before = row.offset;
        }
        each_once("dimensions", self.dimensions.iter().map(|row| &row.id))?;
        for row in self.dimensions.iter() {
            rule(row.weight >= 0.0, "dimensions", &row.id, "weight ≥ 0")?;
            let used = self.practices.iter().any(|p| p.dimension == row.id);
            rule(used, "dimensions", &row.id, "at least one practice")?;
        }
        let sum: f64 = self.dimensions.iter().map(|row| row.weight).sum();
        let whole = (sum - 1.0).abs() <= ROUNDING;
        rule(whole, "dimensions", "weight", "weights that sum to 1")?;
        each_once("practices", self.practices.iter().map(|row| &row.id))?;
        for row in self.practices.iter() {
            let known = self.dimensions.iter().any(|d| d.id == row.dimension);
            rule(known, "practices.dimension", &row.id, "an id of dimensions")?;
            let known = STAGES.contains(&row.stage.as_ref());
            rule(
                known,
                "practices.stage",
                &row.id,
                "choosing, buying or after",
            )?;
        }
        for stage in STAGES {
            let used = self.practices.iter().any(|row| row.stage == stage);
            rule(used, "practices.stage", stage, "at least one practice")?;
        }
        each_once("signs", self.signs.iter())?;
        each_once("currencies", self.currencies.iter().map(|row| &row.code))?;
        for row in self.currencies.iter() {
            let positive = row.example_factor > 0.0 && row.example_factor.is_finite();
            rule(positive, "currencies", &row.code, "a factor above 0")?;
        }
        Ok(())
    }

    fn check_segment(&self, row: &Segment) -> Checked {
        let id = row.id.as_ref();
        let points = "0 ≤ low ≤ value ≤ high ≤ 100";
        let share = "0 ≤ low ≤ value ≤ high ≤ 1";
        let expected = row.expected.is_within(0.0, 100.0);
        rule(expected, "segments.expected", id, points)?;
        // Its logarithm says what drives customers away: somebody must stay, and somebody leave.
        let retention = row
            .retention
            .is_within(f64::MIN_POSITIVE, 1.0 - f64::EPSILON);
        let between = "0 < low ≤ value ≤ high < 1";
        rule(retention, "segments.retention", id, between)?;
        let margin = row.gross_margin.is_within(0.0, 1.0);
        rule(margin, "segments.gross_margin", id, share)?;
        let contacts = row.contacts_per_purchase;
        let positive = contacts > 0.0 && contacts <= MOST_CONTACTS;
        let bounds = "above 0, at most 100";
        rule(positive, "segments.contacts_per_purchase", id, bounds)?;
        self.check_own_parameters(row)?;
        let queue = row.queue;
        let examples = [
            ("segments.customers", "customers", Some(row.customers)),
            ("segments.purchases", "purchases", Some(row.purchases)),
            (
                "segments.cost_to_serve",
                "cost_to_serve",
                Some(row.cost_to_serve),
            ),
            ("segments.cheque_usd", "cheque", Some(row.cheque_usd)),
            ("segments.cheque_rub", "cheque", Some(row.cheque_rub)),
            (
                "segments.queue",
                "contact_minutes",
                queue.map(|row| row.minutes),
            ),
            (
                "segments.queue",
                "tolerance_s",
                queue.map(|row| row.tolerance_s),
            ),
        ];
        for (column, input, value) in examples {
            let inside = value.is_none_or(|value| self.is_inside(input, value));
            rule(inside, column, id, "within the range of inputs")?;
        }
        Ok(())
    }

    /// A share that a segment of the built-in table has for itself may be any share; all other
    /// parameters stay within the range of the built-in table.
    fn check_own_parameters(&self, segment: &Segment) -> Checked {
        let built_in = Tables::built_in();
        let mut before = "";
        for row in segment.parameters.iter() {
            let id = row.id.as_ref();
            let (table, place) = ("segments.parameters", format!("{}.{id}", segment.id));
            rule(before < id, table, &place, "each id once, in their order")?;
            before = id;
            let parameter = built_in.parameter(id);
            rule(parameter.is_some(), table, &place, "an id of parameters")?;
            let is_share = (built_in.segments.iter()).any(|row| row.parameter(id).is_some());
            let bounds = match parameter {
                Some(built) if !is_share => (built.range.low, built.range.high),
                _ => (0.0, 1.0),
            };
            let within = row.range.is_within(bounds.0, bounds.1);
            let rule_of = "low ≤ value ≤ high, a share or within the range of the built-in table";
            rule(within, table, &place, rule_of)?;
        }
        Ok(())
    }

    fn check_start(&self) -> Checked {
        let start = &self.start;
        let segment = self.segment(&start.segment).is_some();
        rule(
            segment,
            "start.segment",
            &start.segment,
            "an id of segments",
        )?;
        let tier = self.tier(&start.tier).is_some();
        rule(tier, "start.tier", &start.tier, "an id of tiers")?;
        let inside = self.is_inside("consistency", start.consistency);
        rule(
            inside,
            "start.consistency",
            "",
            "within the range of inputs",
        )?;
        for (language, code) in start.currency.iter() {
            let known = self.currencies.iter().any(|row| row.code == *code);
            let codes = "a code of example_currency_factors";
            rule(known, "start.currency", language, codes)?;
        }
        Ok(())
    }

    fn is_inside(&self, input: &str, value: f64) -> bool {
        let row = self.input(input);
        row.is_some_and(|row| value >= row.min && value <= row.max)
    }
}
