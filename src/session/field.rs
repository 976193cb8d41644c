//! The numbers a user can enter, and the valid range, slider and example of each.

use super::scaler::Scaler;
use model::{InputRange, Segment, Tables};

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $id:literal in $range:literal),+ $(,)?) => {
        /// A number that the user can enter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Field { $($(#[$doc])* $variant),+ }

        impl Field {
            /// Every field, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stable id: the name of the input on the page.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }

            /// The row of `inputs` in the tables that holds its range.
            fn range_id(self) -> &'static str {
                match self { $(Self::$variant => $range),+ }
            }
        }
    };
}

fields! {
    /// Customers, counted as [`super::CustomerCount`] says.
    Customers = "customers" in "customers",
    /// Average cheque.
    Cheque = "cheque" in "cheque",
    /// Purchases per customer per year.
    Purchases = "purchases" in "purchases",
    /// Gross margin.
    Margin = "margin" in "margin",
    /// Yearly retention.
    Retention = "retention" in "retention",
    /// Cost to serve.
    CostToServe = "cost_to_serve" in "cost_to_serve",
    /// Enquiries a month.
    Enquiries = "enquiries" in "enquiries",
    /// Share of enquiries that buys.
    Conversion = "conversion" in "conversion",
    /// The present level in points.
    Level = "level" in "level",
    /// Measured share of dissatisfied customers.
    Measured = "dissatisfied_measured" in "dissatisfied_measured",
    /// Of how many customers that share is known; optional.
    Surveyed = "surveyed" in "surveyed",
    /// Net promoter score, for comparison only.
    Nps = "nps" in "nps",
    /// Treadmill: points of the raise.
    RaisedBy = "raised_by" in "raised_by",
    /// Treadmill: months at the raised level.
    MonthsRaised = "months_raised" in "months_raised",
    /// Treadmill: cost of a one-off gesture.
    CostOfOne = "cost_of_one" in "cost_of_one",
    /// Scale: orders a day.
    OrdersPerDay = "orders_per_day" in "orders_per_day",
    /// Scale: minutes an order takes individually.
    MinutesIndividual = "minutes_individual" in "minutes_individual",
    /// Scale: minutes an order takes by the standard.
    MinutesStandard = "minutes_standard" in "minutes_standard",
    /// Scale: share of exceptions.
    Exceptions = "exceptions" in "exceptions",
    /// Scale: working days a month.
    Days = "days" in "days",
    /// Scale: one-off cost of the standard.
    StandardOneOff = "standard_one_off" in "one_off",
    /// Scale: hours of a shift.
    ShiftHours = "shift_hours" in "shift_hours",
    /// Scale, queue and ideas: wage an hour.
    Wage = "wage" in "wage",
    /// Queue: customers an hour at peak.
    Arrivals = "arrivals_per_hour" in "arrivals_per_hour",
    /// Queue: minutes each takes.
    ContactMinutes = "contact_minutes" in "contact_minutes",
    /// Queue: people who serve.
    Staff = "staff" in "staff",
    /// Queue: seconds that a customer waits gladly.
    Tolerance = "tolerance_s" in "tolerance_s",
    /// Queue: extra minutes of care.
    CareMinutes = "care_minutes" in "care_minutes",
    /// Idea: one-off cost.
    IdeaOneOff = "one_off" in "one_off",
    /// Idea: cost a month.
    IdeaMonthly = "monthly" in "monthly",
    /// Idea: extra minutes per contact.
    IdeaMinutes = "minutes" in "minutes",
    /// Idea: change of the level.
    IdeaLevel = "d_level" in "d_level",
    /// Idea: change of the consistency.
    IdeaConsistency = "d_consistency" in "d_consistency",
}

/// What a field's number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An amount in the user's currency.
    Money,
    /// A share, entered in percent.
    Share,
    /// Anything else, entered as it is.
    Plain,
}

impl Kind {
    /// How a number of an entry is shown in its field.
    #[must_use]
    pub fn scaler(self) -> Scaler {
        if self == Self::Share {
            Scaler::HUNDRED
        } else {
            Scaler::NONE
        }
    }
}

/// The fields of one idea.
pub const IDEA_FIELDS: [Field; 5] = [
    Field::IdeaOneOff,
    Field::IdeaMonthly,
    Field::IdeaMinutes,
    Field::IdeaLevel,
    Field::IdeaConsistency,
];

impl Field {
    /// What its number counts.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::Cheque
            | Self::CostOfOne
            | Self::StandardOneOff
            | Self::Wage
            | Self::IdeaOneOff
            | Self::IdeaMonthly => Kind::Money,
            Self::Margin
            | Self::Retention
            | Self::CostToServe
            | Self::Conversion
            | Self::Measured
            | Self::Exceptions
            | Self::IdeaConsistency => Kind::Share,
            _ => Kind::Plain,
        }
    }

    /// Whether only whole numbers of it make sense.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Staff | Self::MonthsRaised | Self::Surveyed)
    }

    /// Whether nothing stands in for it when it is not known.
    #[must_use]
    pub fn is_optional(self) -> bool {
        matches!(self, Self::Surveyed | Self::Nps)
    }

    /// Its row in the tables.
    #[must_use]
    pub fn range(self, tables: &Tables) -> Option<&InputRange> {
        tables.input(self.range_id())
    }

    /// What stands in for it when the user does not know: the segment's value, or an example.
    /// Money in the currency of this code.
    #[must_use]
    pub fn fallback(self, tables: &Tables, segment: &Segment, currency: &str) -> f64 {
        let value = match self {
            Self::Customers => segment.customers,
            Self::Cheque => return tables.example_cheque(segment, currency),
            Self::Purchases => segment.purchases,
            Self::Margin => segment.gross_margin.value,
            Self::Retention => segment.retention.value,
            Self::CostToServe => segment.cost_to_serve,
            Self::Level => segment.expected.value,
            Self::Surveyed => tables.constants.survey_size,
            _ => {
                let example = self.range(tables).and_then(|range| range.example);
                example.unwrap_or(0.0)
            }
        };
        if self.kind() == Kind::Money {
            value * tables.example_factor(currency)
        } else {
            value
        }
    }
}
