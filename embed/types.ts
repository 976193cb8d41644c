// What a page may set, and what it is told. Made from the Rust source by
// `UPDATE=1 cargo test --test config`; not to be edited by hand.

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
  | "kpi";

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
  | "panic";

/** What a page may set, as attributes or in JSON. */
export interface Config {
  /** Language of the calculator; `en-GB` counts as `en`. */
  lang?: Language | `${Language}-${string}`;
  /** Light or dark, whatever the visitor's system says. */
  theme?: Theme;
  /** Currency of the amounts that a visitor begins with. */
  currency?: Currency;
  /** Market segment that a visitor begins with. */
  segment?: Segment;
  /** Price tier that a visitor begins with. */
  tier?: Tier;
  /** A session's state, as an `slc:change` event gave it. */
  state?: string;
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

/** The events on the host element, by name. */
export interface EventMap {
  "slc:ready": CustomEvent<ReadyDetail>;
  "slc:change": CustomEvent<ChangeDetail>;
  "slc:result": CustomEvent<ResultDetail>;
  "slc:resize": CustomEvent<ResizeDetail>;
  "slc:error": CustomEvent<ErrorDetail>;
}

/** Their names. */
export const EVENTS = ["slc:ready", "slc:change", "slc:result", "slc:resize", "slc:error"] as const;
