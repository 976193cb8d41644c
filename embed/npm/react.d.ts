// The element in JSX. What it sets and tells is that of the element itself.

import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { Config, EventMap, ServiceLevelCalculator } from "./index.js";

export * from "./index.js";

/** What may be set by an attribute. */
type Attributes = Pick<
  Config,
  "lang" | "theme" | "currency" | "segment" | "tier" | "mode" | "share" | "storage" | "print"
>;

/** What may be set by a property. */
type Properties = Partial<Pick<ServiceLevelCalculator, "config" | "state">>;

/** What hears an event: `onslc:result` and its like. */
type Listeners = { [Name in keyof EventMap as `on${Name}`]?: (event: EventMap[Name]) => void };

type Others = Omit<HTMLAttributes<ServiceLevelCalculator>, keyof Attributes>;

/** What `<service-level-calculator>` takes in JSX. */
export type ServiceLevelCalculatorProps = DetailedHTMLProps<
  Others & Attributes & Properties & Listeners,
  ServiceLevelCalculator
>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "service-level-calculator": ServiceLevelCalculatorProps;
    }
  }
}
