// What the types let through and what they refuse; nothing runs this.

import { useRef } from "react";
import type { ServiceLevelCalculator } from "service-level-calculator/react";

export function Types() {
  const calculator = useRef<ServiceLevelCalculator>(null);
  return (
    <>
      <service-level-calculator ref={calculator} className="wide" theme="dark" state="" hidden />
      {/* @ts-expect-error: no such tier */}
      <service-level-calculator tier="free" />
      {/* @ts-expect-error: no such attribute */}
      <service-level-calculator price="1" />
      {/* @ts-expect-error: no such section */}
      <service-level-calculator config={{ hidden: ["price"] }} />
      {/* @ts-expect-error: this event has no state */}
      <service-level-calculator {...{ "onslc:result": (event: CustomEvent<{ state: string }>) => event }} />
    </>
  );
}
