// What a page may set, and what it is told. Made from the Rust source by
// `cargo xtask update`; not to be edited by hand.

/** A language. */
export type Language =
  | "en"
  | "ru";

/** Light or dark. */
export type Theme =
  | "light"
  | "dark";

/** A currency code. */
export type Currency =
  | "BYN"
  | "CNY"
  | "EUR"
  | "GBP"
  | "INR"
  | "KZT"
  | "RUB"
  | "TRY"
  | "UAH"
  | "USD";

/** A market segment. */
export type Segment =
  | "restaurant"
  | "quick_service"
  | "specialty_retail"
  | "grocery"
  | "electronics_store"
  | "ecommerce"
  | "beauty_salon"
  | "clinic"
  | "fitness"
  | "auto_service"
  | "hotel"
  | "taxi"
  | "bank"
  | "insurance"
  | "telecom"
  | "real_estate"
  | "software"
  | "professional_services"
  | "wholesale"
  | "government_supply";

/** A price tier. */
export type Tier =
  | "economy"
  | "standard"
  | "premium"
  | "luxury";

/** How much is shown. */
export type Mode =
  | "full"
  | "answer";

/** A section that can be hidden. */
export type Section =
  | "todo"
  | "breakdown"
  | "certainty"
  | "treadmill"
  | "forecast"
  | "idea"
  | "scale"
  | "queue"
  | "neighbours"
  | "kpi"
  | "take";

/** A number of the model. */
export type Parameter =
  | "price_elasticity"
  | "tolerance_below"
  | "tolerance_above"
  | "spread_without_standards"
  | "spread_with_standards"
  | "leave_after_bad"
  | "leave_after_terrible"
  | "churn_heterogeneity"
  | "contact_exponent"
  | "reduce_share"
  | "reduce_depth"
  | "walkout_share"
  | "told_prospects_lost"
  | "reputation_per_star"
  | "discount_rate"
  | "unavoidable_churn"
  | "cost_exponent"
  | "standards_cost"
  | "premium_at_wow"
  | "premium_lasting"
  | "wow_offset"
  | "delight_retention"
  | "delight_scale"
  | "habituation_rate"
  | "habituation_share"
  | "expectation_spread"
  | "advocates"
  | "gesture_told"
  | "market_escalator"
  | "uncontrolled_drift"
  | "self_rating_error"
  | "wait_reaction";

/** A number of a business. */
export type Default =
  | "customers"
  | "cheque"
  | "purchases"
  | "margin"
  | "retention"
  | "cost_to_serve"
  | "enquiries"
  | "conversion";

/** A figure and the range in which it plausibly lies: low ≤ value ≤ high. */
export interface Uncertain {
  value: number;
  low: number;
  high: number;
}

/** A segment of the owner's: what it does not give is as in the one it is like. */
export interface OwnSegment {
  /** A new id, or that of a segment of ours whose figures it replaces. */
  id: string;
  like?: Segment;
  /** What it is called: "Dental practice", "Patients of a dental practice". */
  names?: Partial<Record<Language, { name: string; customers: string }>>;
  /** Where the figures come from; must be told where there are any. */
  source?: string;
  /** Expected service level, points 0–100. */
  expected?: Uncertain;
  /** Share of customers kept per year, 0–1. */
  retention?: Uncertain;
  /** Share of revenue before the cost of service staff, 0–1. */
  gross_margin?: Uncertain;
  /** Share of revenue lost when public ratings fall by one star of five, 0–1. */
  reputation_per_star?: Uncertain;
  /** Example: customers a year. */
  customers?: number;
  /** Example: average spend per purchase, US dollars. */
  cheque_usd?: number;
  /** Purchases per customer per year. */
  purchases?: number;
  /** Cost of service staff, share of revenue 0–1. */
  cost_to_serve?: number;
}

/** A number of the model as the owner knows it. */
export interface OwnParameter extends Uncertain {
  source: string;
  class?: "measured" | "derived" | "assumption";
}

/** A form by which a visitor hands his result over. */
export interface Lead {
  /** Where it goes unless the page takes it: `mailto:`, or an address that takes forms. */
  to?: string;
  fields?: ("name" | "email" | "phone" | "company" | "message")[];
  /** Address of what is promised about personal data. */
  privacy?: string;
}

/** Too little, enough, too much. */
export type Verdict =
  | "under"
  | "sufficient"
  | "over";

/** What went wrong. */
export type ErrorCode =
  /** A part of the config was refused; the message has path, value and reason. */
  | "config"
  /** The state given could not be read; the calculator starts afresh. */
  | "state"
  /** The program did not arrive. */
  | "program_missing"
  /** A later part of the program did not arrive. */
  | "part_missing"
  /** A file of texts did not arrive, or is of another version. */
  | "texts_missing"
  /** The worker did not start or broke off; there are no ranges. */
  | "worker"
  /** The page's security policy forbids what the calculator needs. */
  | "policy"
  /** The browser is too old. */
  | "old_browser"
  /** An error of the calculator's own. */
  | "panic"
  /** A lead could not be handed over; the visitor is told, and may try again. */
  | "lead";

/** What a page may set, as attributes or in JSON. */
export interface Config {
  /** Language of the calculator; `en-GB` counts as `en`. */
  lang?: Language | `${Language}-${string}`;
  /** Light or dark, whatever the visitor's system says. */
  theme?: Theme;
  /** Currency of the amounts that a visitor begins with. */
  currency?: Currency;
  /** Market segment that a visitor begins with. */
  segment?: Segment | (string & {});
  /** Price tier that a visitor begins with. */
  tier?: Tier;
  /** How much is shown: all of it, or market, day, answer and numbers alone, for a narrow place. */
  mode?: Mode;
  /** A session's state, as an `slc:change` event gave it. */
  state?: string;
  /** A form below the result, by which a visitor hands it over: where it goes unless the page
   * takes it (`mailto:`, an address that takes forms, or empty), or all of that in JSON. */
  lead?: string | Lead;
  /** Whether the visitor is offered a link to what he has entered; where it opens this page, the
   * calculator is as it was. */
  share?: boolean;
  /** Whether what has been entered is kept in the visitor's browser until he forgets it by a
   * press; he is told. */
  storage?: boolean;
  /** Whether the visitor is offered a report and a list for Monday, to be printed. */
  print?: boolean;
  /** Texts in the place of ours, by language and key; no line breaks, at most 2000 characters
   * each. Only in JSON, not as an attribute. */
  texts?: Partial<Record<Language, Record<string, string>>>;
  /** Origins of pages that may listen to the calculator in an iframe, like `https://example.com`;
   * any where none are given. Only in JSON, not as an attribute. */
  origins?: string[];
  /** Whose calculator it is: stands in the place of ours. Only in JSON, not as an attribute. */
  name?: string;
  /** Address of a picture beside the name; the page's policy has to let it in. Only in JSON, not
   * as an attribute. */
  logo?: string;
  /** A colour, `#` and six hex digits; made lighter or darker until it can be read. Only in JSON,
   * not as an attribute. */
  accent?: `#${string}`;
  /** Sections that are not shown. Only in JSON, not as an attribute. */
  hidden?: Section[];
  /** A button below what to do first: what it says and where it leads, a page, `mailto:` or
   * `tel:`. Only in JSON, not as an attribute. */
  call?: { text: string; href: string };
  /** Segments beside ours, or in their place: each takes from the segment that it is `like` what
   * it does not give. Figures need a `source`, which the visitor can read. Only in JSON, not as
   * an attribute. */
  segments?: OwnSegment[];
  /** Numbers of the model as the owner knows them, within the range that we think plausible, with
   * their source. Only in JSON, not as an attribute. */
  parameters?: Partial<Record<Parameter, OwnParameter>>;
  /** Numbers of the business that a visitor begins with: money in the `currency`, shares 0–1,
   * `enquiries` a month, all else a year. Only in JSON, not as an attribute. */
  defaults?: Partial<Record<Default, number>>;
}

/** The calculator is there and can be used. */
export interface ReadyDetail {
  /** The version of the detail. */
  v: 1;
}

/** The visitor has changed something; sent when the input rests. */
export interface ChangeDetail {
  /** The version of the detail. */
  v: 1;
  /** The session's state, to be given back in a config. */
  state: string;
  /** Tag of the language shown. */
  language: string;
  /** Currency code. */
  currency: string;
}

/** There is another answer. Numbers are not rounded: levels are points of 0 to 100, money is a
 * year's, in the currency. */
export interface ResultDetail {
  /** The version of the detail. */
  v: 1;
  /** Where the level stands against the band. */
  verdict: Verdict;
  /** The present level. */
  level: number;
  /** The level that customers expect. */
  expected: number;
  /** The sufficient band. */
  band: [number, number];
  /** Lost to bad service. */
  loss: number;
  /** Spent on exceeding what is expected. */
  extraCost: number;
  /** Currency code. */
  currency: string;
  /** Segment id. */
  segment: string;
  /** Tier id. */
  tier: string;
}

/** The calculator has become higher or lower. */
export interface ResizeDetail {
  /** The version of the detail. */
  v: 1;
  /** Its height, CSS pixels, rounded up. */
  height: number;
}

/** Something went wrong. */
export interface ErrorDetail {
  /** The version of the detail. */
  v: 1;
  /** What. */
  code: ErrorCode;
  /** The same for people, in English. */
  message: string;
  /** Whether the calculator cannot go on. */
  fatal: boolean;
}

/** A visitor has agreed to hand over what he was shown; cancelable: a page that takes it calls
 * `preventDefault`, and nothing else happens with it. */
export interface LeadDetail {
  /** The version of the detail. */
  v: 1;
  /** The same for every attempt to hand over the same. */
  id: string;
  /** What he agreed to, word for word. */
  consent: string;
  /** His name; like all he writes, empty where it is not asked for. */
  name: string;
  /** His e-mail address. */
  email: string;
  /** His phone number. */
  phone: string;
  /** His company. */
  company: string;
  /** His message. */
  message: string;
  /** All of it in words, in his language. */
  summary: string;
  /** The session's state. */
  state: string;
  /** Tag of the language shown. */
  language: string;
  /** Where the level stands against the band. */
  verdict: Verdict;
  /** The present level. */
  level: number;
  /** The level that customers expect. */
  expected: number;
  /** The sufficient band. */
  band: [number, number];
  /** Lost to bad service. */
  loss: number;
  /** Spent on exceeding what is expected. */
  extraCost: number;
  /** Currency code. */
  currency: string;
  /** Segment id. */
  segment: string;
  /** Tier id. */
  tier: string;
}

/** A visitor wants a link to what he has entered; cancelable: a page that makes another of it
 * calls `preventDefault`. */
export interface ShareDetail {
  /** The version of the detail. */
  v: 1;
  /** The session's state. */
  state: string;
  /** The link: this page, with the state in its fragment. */
  url: string;
}

/** The events on the host element, by name. */
export interface EventMap {
  "slc:ready": CustomEvent<ReadyDetail>;
  "slc:change": CustomEvent<ChangeDetail>;
  "slc:result": CustomEvent<ResultDetail>;
  "slc:resize": CustomEvent<ResizeDetail>;
  "slc:error": CustomEvent<ErrorDetail>;
  "slc:lead": CustomEvent<LeadDetail>;
  "slc:share": CustomEvent<ShareDetail>;
}

/** Their names. */
export const EVENTS = ["slc:ready", "slc:change", "slc:result", "slc:resize", "slc:error", "slc:lead", "slc:share"] as const;
