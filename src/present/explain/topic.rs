//! Which figures are explained by what.

/// What figures of one kind are explained by.
pub struct Topic {
    /// Stable id: title, formula and counter-evidence are texts of that name.
    pub id: &'static str,
    /// Ids of the parameters in it.
    pub parameters: &'static [&'static str],
    /// Evidence beyond that of the parameters, counter-evidence included.
    pub evidence: &'static [&'static str],
    /// Whether the evidence of the user's segment belongs to it.
    pub of_segment: bool,
}

const fn topic(
    id: &'static str,
    parameters: &'static [&'static str],
    evidence: &'static [&'static str],
) -> Topic {
    Topic {
        id,
        parameters,
        evidence,
        of_segment: false,
    }
}

const fn of_segment(topic: Topic) -> Topic {
    Topic {
        of_segment: true,
        ..topic
    }
}

const DISSATISFACTION: &[&str] = &[
    "tolerance_below",
    "spread_without_standards",
    "spread_with_standards",
    "contact_exponent",
    "leave_after_bad",
    "leave_after_terrible",
    "churn_heterogeneity",
    "unavoidable_churn",
];
const HABIT: &[&str] = &[
    "habituation_rate",
    "habituation_share",
    "expectation_spread",
    "wow_offset",
    "cost_exponent",
];
const DELIGHT: &[&str] = &["CEB1", "MCK1", "QUIRK1", "SDR2004"];
const PRICE: &[&str] = &["price_elasticity"];

static TOPICS: &[Topic] = &[
    of_segment(topic("expected", PRICE, &["JAF1995", "S02"])),
    topic(
        "level",
        &[
            "tolerance_below",
            "spread_without_standards",
            "spread_with_standards",
            "contact_exponent",
            "self_rating_error",
        ],
        &["S09", "LAD01", "SQW"],
    ),
    topic("loss", DISSATISFACTION, &["S11", "XMI4"]),
    topic(
        "within_year",
        &[
            "reduce_share",
            "reduce_depth",
            "walkout_share",
            "told_prospects_lost",
            "reputation_per_star",
        ],
        &[],
    ),
    topic(
        "leavers",
        &[
            "leave_after_bad",
            "leave_after_terrible",
            "churn_heterogeneity",
            "unavoidable_churn",
            "discount_rate",
        ],
        &["S11", "CLV1"],
    ),
    topic("reduced", &["reduce_share", "reduce_depth"], &[]),
    topic("walkouts", &["walkout_share"], &["S05", "S06"]),
    topic(
        "word_of_mouth",
        &["told_prospects_lost", "discount_rate"],
        &["EAST2", "HLL"],
    ),
    topic("reputation", &["reputation_per_star"], &["ANDERSON2012"]),
    topic(
        "exceeding",
        &[
            "cost_exponent",
            "premium_at_wow",
            "premium_lasting",
            "tolerance_above",
            "wow_offset",
            "delight_retention",
            "delight_scale",
            "advocates",
            "habituation_rate",
            "habituation_share",
            "expectation_spread",
        ],
        DELIGHT,
    ),
    topic(
        "sufficient",
        &[
            "cost_exponent",
            "spread_without_standards",
            "spread_with_standards",
            "habituation_rate",
            "habituation_share",
            "expectation_spread",
        ],
        &["S01", "RUST1999", "ROQ", "SDR2004"],
    ),
    topic(
        "forgone",
        &["cost_exponent", "habituation_rate", "habituation_share"],
        &["S01", "RUST1999"],
    ),
    topic("rule", &[], &["S01", "RUST1999", "CEB1"]),
    topic("lever", &["cost_exponent", "standards_cost"], DELIGHT),
    topic("going_back", HABIT, &["KIEL"]),
    topic("avoidable", DISSATISFACTION, &["RUST1999"]),
    topic("people", DISSATISFACTION, &["S03", "PWC1", "S04", "UNC2"]),
    topic(
        "consistency",
        &[
            "spread_without_standards",
            "spread_with_standards",
            "standards_cost",
        ],
        &[],
    ),
    topic("next_year", &["reduce_share", "reduce_depth"], &["XMI4"]),
    topic(
        "treadmill",
        &[
            "habituation_rate",
            "habituation_share",
            "expectation_spread",
            "wow_offset",
            "cost_exponent",
            "gesture_told",
        ],
        &["S10", "RUSTOLIVER2000", "TARP4"],
    ),
    topic(
        "forecast",
        &["market_escalator", "uncontrolled_drift"],
        &["S10"],
    ),
    topic("idea", HABIT, &[]),
    topic("scale", &[], &["S07"]),
    topic("queue", &["wait_reaction"], &["ERL1", "ERL2"]),
    topic("certainty", &[], &[]),
    of_segment(topic("neighbours", PRICE, &["S02"])),
    topic("target", DISSATISFACTION, &[]),
];

/// The topic of a figure, from its dotted path in the outcome or in a panel's analysis.
pub fn topic_of(name: &str) -> Option<&'static Topic> {
    let (head, rest) = name.split_once('.').unwrap_or((name, ""));
    let id = match head {
        "level_gap" | "assessment" => "level",
        "loss_within_year" => "within_year",
        "loss_lines" => rest,
        "band" => "sufficient",
        "gap_to_sufficient" => "forgone",
        "rule_band" => "rule",
        "levers" if rest == "cost_of_going_back" => "going_back",
        "levers" => "lever",
        "avoidable_by_level" | "avoidable_by_consistency" | "residual" => "avoidable",
        "per_thousand" | "customers_lost" | "dissatisfied" | "service_churn" | "other_churn"
        | "unavoidable_churn" | "retention" | "customer_value" => "people",
        "revenue_lost_next_year" => "next_year",
        "kpi" => "target",
        "ideas" => "idea",
        "uncertainty" | "tornado" => "certainty",
        head => head,
    };
    TOPICS.iter().find(|topic| topic.id == id)
}

/// Whether there is an explanation of the figure of this name.
#[must_use]
pub fn explains(name: &str) -> bool {
    topic_of(name).is_some()
}
