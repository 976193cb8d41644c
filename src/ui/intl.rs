//! Numbers as the browser's `Intl` writes them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, JsString, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use l10n::figure::{Digits, Measure, Style};
use l10n::format::{Format, Plural};

/// Formats with `Intl`. Where it is missing or refuses (an unknown currency code in a
/// config), numbers are plain.
#[derive(Debug)]
pub struct IntlFormat {
    language: String,
    currency: String,
    /// Formatters cost far more to make than to use.
    numbers: Made<Style>,
    plurals: Made<Digits>,
}

/// Objects made so far; `None` if making one failed.
type Made<T> = RefCell<Vec<(T, Option<JsValue>)>>;

thread_local! {
    /// One for each language and currency, for all calculators of a page.
    static ALL: RefCell<Vec<Rc<IntlFormat>>> = RefCell::default();
}

impl IntlFormat {
    /// The formatter for a language tag and a currency code, such as `ru` and `RUB`.
    pub fn of(language: &str, currency: &str) -> Rc<Self> {
        ALL.with_borrow_mut(|all| {
            let wanted = (language, currency);
            let known = all
                .iter()
                .find(|one| (&*one.language, &*one.currency) == wanted);
            let known = known.cloned();
            known.unwrap_or_else(|| {
                let new = Rc::new(Self {
                    language: language.to_owned(),
                    currency: currency.to_owned(),
                    numbers: RefCell::default(),
                    plurals: RefCell::default(),
                });
                all.push(new.clone());
                new
            })
        })
    }

    /// What the `Intl.NumberFormat` for a style writes.
    fn write(&self, value: f64, style: Style) -> Option<String> {
        let formatter = made(&self.numbers, style, || {
            let mut options = digits(style.digits);
            match style.measure {
                Measure::Plain => {}
                Measure::Percent => options.push(("style", "percent".into())),
                Measure::Currency => {
                    options.push(("style", "currency".into()));
                    options.push(("currency", self.currency.as_str().into()));
                }
            }
            if style.compact {
                options.push(("notation", "compact".into()));
            }
            if style.signed {
                options.push(("signDisplay", "exceptZero".into()));
            }
            construct("NumberFormat", &self.language, &options)
        })?;
        call(&formatter, "format", value)
    }
}

impl Format for IntlFormat {
    fn machine(&self, value: f64) -> String {
        let number = JsValue::from_f64(value).unchecked_into::<Object>();
        number.to_string().into()
    }

    fn fold(&self, text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    fn language(&self) -> &str {
        &self.language
    }

    fn number(&self, value: f64, style: Style) -> String {
        self.write(value, style)
            .unwrap_or_else(|| plain(value, style))
    }

    fn category(&self, value: f64, style: Style) -> Plural {
        let rules = made(&self.plurals, style.digits, || {
            construct("PluralRules", &self.language, &digits(style.digits))
        });
        let shown = match style.measure {
            Measure::Percent => value * 100.0,
            _ => value,
        };
        rules
            .and_then(|rules| call(&rules, "select", shown))
            .and_then(|name| Plural::from_name(&name))
            .unwrap_or(Plural::Other)
    }
}

type Options = Vec<(&'static str, JsValue)>;

fn digits(digits: Digits) -> Options {
    match digits {
        Digits::Significant(most) => vec![("maximumSignificantDigits", most.into())],
        Digits::Decimals(least, most) => vec![
            ("minimumFractionDigits", least.into()),
            ("maximumFractionDigits", most.into()),
        ],
    }
}

/// What was made for `wanted`, now or before.
fn made<T: Copy + PartialEq>(
    cache: &Made<T>,
    wanted: T,
    make: impl FnOnce() -> Option<JsValue>,
) -> Option<JsValue> {
    let mut cache = cache.borrow_mut();
    match cache.iter().find(|(key, _)| *key == wanted) {
        Some((_, object)) => object.clone(),
        None => {
            let object = make();
            cache.push((wanted, object.clone()));
            object
        }
    }
}

// Through Reflect, where the typed bindings would let an exception cross the Wasm.

fn construct(class: &str, language: &str, options: &Options) -> Option<JsValue> {
    let bag = Object::new();
    for (name, value) in options {
        Reflect::set(&bag, &(*name).into(), value).ok()?;
    }
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class = Reflect::get(&intl, &class.into()).ok()?;
    let arguments = Array::of2(&language.into(), &bag);
    Reflect::construct(class.dyn_ref::<Function>()?, &arguments).ok()
}

fn call(object: &JsValue, method: &str, value: f64) -> Option<String> {
    let method = Reflect::get(object, &method.into()).ok()?;
    let method = method.dyn_ref::<Function>()?;
    method.call1(object, &value.into()).ok()?.as_string()
}

fn plain(value: f64, style: Style) -> String {
    let (times, sign) = match style.measure {
        Measure::Percent => (1000.0, "%"),
        _ => (10.0, ""),
    };
    // Rust's own way of writing floats weighs 3 KB compressed.
    let rounded = Number::from((value * times).round() / 10.0);
    let text: Option<String> = rounded.to_string_with_radix(10).ok().map(Into::into);
    text.unwrap_or_default() + sign
}
