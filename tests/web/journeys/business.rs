//! A business drawn at random: how a visitor enters it, and the model's inputs it amounts to.

use l10n::format::TableFormat;
use l10n::text::Catalog;
use model::{Practice, Tables, Text};
use serde_json::{Map, Value, json};
use service_level_calculator::present::names;
use std::sync::LazyLock;
use web::{Key, Page, expected};

/// The figures of the market, shown before the visitor has said how well they serve.
pub const MARKET: &[&str] = &[
    "expected",
    "level",
    "band.0",
    "band.1",
    "sufficient",
    "consistency",
    "loss_lines.leavers",
    "loss_lines.reduced",
    "loss_lines.walkouts",
    "loss_lines.word_of_mouth",
    "loss_lines.reputation",
    "avoidable_by_level",
    "avoidable_by_consistency",
    "residual",
    "per_thousand.service",
    "per_thousand.unavoidable",
    "per_thousand.other",
    "per_thousand.stay",
];

/// The figures shown besides once the visitor has said so.
const OWN: &[&str] = &[
    "verdict",
    "gap_to_sufficient",
    "loss",
    "loss_within_year",
    "exceeding.extra_cost",
    "customers_lost",
    "rule_band.0",
    "rule_band.1",
];

/// All of them.
pub static FIGURES: LazyLock<Vec<&str>> = LazyLock::new(|| [MARKET, OWN].concat());

/// Those that an outcome has: of less than one customer a year the odds are said instead.
pub fn figures_of(outcome: &Value) -> Vec<&'static str> {
    let few = outcome["customers_lost"]
        .as_f64()
        .is_some_and(|lost| lost < 1.0);
    let all = FIGURES.iter().copied();
    all.filter(|name| !(few && *name == "customers_lost"))
        .collect()
}

/// SplitMix64, which draws the same businesses on every machine.
pub struct Chance(pub u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % end as u64) as usize
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// A number of two or three digits, `10^low` to `10^high`, as a visitor may write it.
    fn written(&mut self, low: i32, high: i32) -> String {
        let digits = 10 + self.below(990);
        let power = low + self.below((high - low) as usize + 1) as i32 - 1;
        let decimals = usize::try_from(-power).unwrap_or(0);
        let plain = format!("{:.decimals$}", digits as f64 * 10f64.powi(power));
        match self.below(3) {
            0 => grouped(&plain, ' '),
            1 => grouped(&plain, ','),
            _ => plain,
        }
    }
}

/// Separates the thousands of a whole number.
fn grouped(plain: &str, mark: char) -> String {
    if plain.contains('.') {
        return plain.to_owned();
    }
    let mut text = String::new();
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

/// The cheque that stands in for a segment's where none is entered, in dollars.
pub fn usual_cheque(segment: &str) -> f64 {
    usual_cheque_in(segment, "USD")
}

/// The same in another currency: roubles have examples of their own.
pub fn usual_cheque_in(segment: &str, currency: &str) -> f64 {
    let tables = Tables::built_in();
    tables.example_cheque(tables.segment(segment).unwrap(), currency)
}

/// Reads a number as written in English.
fn meant(text: &str) -> f64 {
    text.replace([' ', ','], "").parse().unwrap()
}

/// How the visitor says how well they serve.
enum Way {
    Rung(&'static str),
    Level(String),
    Measured(String),
    Practices(Vec<usize>),
}

/// A business.
pub struct Business {
    segment: &'static str,
    tier: &'static str,
    currency: &'static str,
    count: &'static str,
    /// Fields and what is typed into them; the others keep their defaults.
    numbers: Vec<(&'static str, String)>,
    way: Way,
    signs: Option<Vec<usize>>,
}

const SIGNS: [&str; 3] = ["no", "partly", "yes"];

impl Business {
    /// Draws a business whose numbers are all within their ranges. Several in a row count customers,
    /// and give the level, in each way.
    pub fn draw(chance: &mut Chance, number: usize) -> Self {
        let tables = Tables::built_in();
        let tenths = |chance: &mut Chance, low: usize, high: usize| {
            let tenths = 10 * low + chance.below(10 * (high - low));
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        loop {
            let count = ["year", "month", "turnover"][number % 3];
            let customers = match count {
                "turnover" => chance.written(5, 7),
                _ => chance.written(2, 4),
            };
            let numbers = [
                ("customers", customers),
                ("cheque", chance.written(0, 4)),
                ("purchases", chance.written(-1, 1)),
                ("margin", tenths(chance, 15, 90)),
                ("retention", tenths(chance, 5, 95)),
                ("cost_to_serve", tenths(chance, 1, 40)),
            ];
            let given = |_: &(&str, String)| chance.below(4) > 0;
            let numbers = numbers.into_iter().filter(given).collect();
            let way = match number % 4 {
                0 => Way::Rung(&chance.of(&tables.ladder).id),
                1 => Way::Level(tenths(chance, 35, 100)),
                2 => Way::Measured(tenths(chance, 1, 60)),
                _ => Way::Practices(tables.practices.iter().map(|_| chance.below(5)).collect()),
            };
            let signs = (chance.below(2) > 0)
                .then(|| tables.signs.iter().map(|_| chance.below(3)).collect());
            let business = Self {
                segment: &chance.of(&tables.segments).id,
                tier: &chance.of(&tables.tiers).id,
                currency: &chance.of(&tables.currencies).code,
                count,
                numbers,
                way,
                signs,
            };
            let customers = business.inputs()["customers"].as_f64().unwrap_or(1.0);
            // A margin below the cost of service has no result.
            if (1.0..=1e9).contains(&customers) && expected::has_outcome(business.inputs()) {
                return business;
            }
        }
    }

    fn number(&self, field: &str) -> Option<f64> {
        let entry = self.numbers.iter().find(|(name, _)| *name == field);
        entry.map(|(_, text)| meant(text))
    }

    /// Gives the model's inputs, as in the golden cases.
    pub fn inputs(&self) -> Value {
        let tables = Tables::built_in();
        let segment = tables.segment(self.segment).unwrap();
        let example = usual_cheque_in(self.segment, self.currency);
        let cheque = self.number("cheque").unwrap_or(example);
        let purchases = self.number("purchases").unwrap_or(segment.purchases);
        let unit = match self.count {
            "month" => 12.0 / purchases.clamp(1.0, 12.0),
            "turnover" => 1.0 / (purchases * cheque),
            _ => 1.0,
        };
        let mut inputs = json!({ "segment": self.segment, "tier": self.tier, "cheque": cheque });
        let mut put = |name: &str, value: Value| inputs[name] = value;
        if let Some(count) = self.number("customers") {
            put("customers", json!(count * unit));
        }
        if let Some(purchases) = self.number("purchases") {
            put("purchases", json!(purchases));
        }
        for share in ["margin", "retention", "cost_to_serve"] {
            if let Some(percent) = self.number(share) {
                put(share, json!(percent / 100.0));
            }
        }
        match &self.way {
            Way::Rung(id) => put("rung", json!(id)),
            Way::Level(points) => put("level", json!(meant(points))),
            Way::Measured(percent) => put("dissatisfied_measured", json!(meant(percent) / 100.0)),
            Way::Practices(answers) => {
                let rows = tables.practices.iter().zip(answers);
                let answers = rows.map(|(row, answer)| (row.id.to_string(), json!(answer)));
                put("practices", Value::Object(answers.collect::<Map<_, _>>()));
            }
        }
        if let Some(signs) = &self.signs {
            let rows = tables.signs.iter().zip(signs);
            let signs = rows.map(|(id, sign)| (id.to_string(), json!(*sign as f64 / 2.0)));
            put("signs", Value::Object(signs.collect::<Map<_, _>>()));
        }
        inputs
    }

    /// Enters it into an English page that shows the start. The events are the browser's own, but all
    /// at once: typing and clicking one by one is tested elsewhere, and would take a minute here.
    pub fn enter(&self, page: &Page) {
        let tables = Tables::built_in();
        pick_segment(page, self.segment);
        page.open_lines();
        let market = [
            ("tier", self.tier),
            ("currency", self.currency),
            ("count", self.count),
        ];
        let numbers = self.numbers.iter().map(|(name, text)| (*name, &**text));
        set(page, market.into_iter().chain(numbers));
        match &self.way {
            Way::Rung(id) => set(page, [("rung", *id)]),
            Way::Level(points) => {
                choose_way(page, "level", "level");
                page.fill("level", points);
            }
            Way::Measured(percent) => {
                choose_way(page, "measured", "dissatisfied_measured");
                page.fill("dissatisfied_measured", percent);
            }
            Way::Practices(answers) => {
                choose_way(page, "practices", "practice-promise_kept");
                let row = |(row, answer): (&Practice, &usize)| {
                    (format!("practice-{}", row.id), answer.to_string())
                };
                let answers: Vec<_> = tables.practices.iter().zip(answers).map(row).collect();
                let answers = answers.iter().map(|(name, answer)| (&**name, &**answer));
                set(page, answers);
            }
        }
        if let Some(signs) = &self.signs {
            show(page, "signs");
            let row = |(id, sign): (&Text, &usize)| (format!("sign-{id}"), SIGNS[*sign]);
            let signs: Vec<_> = tables.signs.iter().zip(signs).map(row).collect();
            set(page, signs.iter().map(|(name, answer)| (&**name, *answer)));
        }
    }
}

/// Chooses how the level is given, and waits for the field that asks for it.
fn choose_way(page: &Page, way: &str, field: &str) {
    page.choose("by", way);
    page.expect_some(&format!("input[name=\"{field}\"]"));
}

/// Sets fields by name: clicks radio buttons, and changes the others as a visitor's entry does.
fn set<'a>(page: &Page, fields: impl IntoIterator<Item = (&'a str, &'a str)>) {
    let body = "for (const [name, value] of arguments[0]) {
        const all = deep(document, `[name=\"${name}\"]`);
        const radio = all.find(e => e.type === 'radio' && e.value === value);
        if (radio) { radio.click(); continue; }
        all[0].value = value;
        const kind = all[0].localName === 'select' ? 'change' : 'input';
        all[0].dispatchEvent(new Event(kind, { bubbles: true }));
    }";
    let fields: Vec<_> = fields.into_iter().collect();
    page.run(body, vec![json!(fields)]);
}

/// Types the English name of a segment and takes the first that fits.
pub fn pick_segment(page: &Page, id: &str) {
    let english = Catalog::embedded("en").unwrap();
    let name = english.plain(&names::segment(id), &TableFormat::new("en", "USD"));
    page.fill("segment", &name);
    page.press(Key::Enter);
}

/// Opens the disclosure of this id where it is closed, and waits until its content has loaded.
pub fn show(page: &Page, id: &str) {
    let closed = format!("[aria-controls={id}][aria-expanded=false]");
    page.expect_some(&format!("[aria-controls={id}]"));
    if page.once(id, |now| Some(now.has(&closed))) {
        page.click(&closed);
    }
    page.until(&format!("{id} is open"), |now| {
        now.has(&format!("#{id}:not([hidden])")) && !now.has(&format!("#{id} .coming"))
    });
}
