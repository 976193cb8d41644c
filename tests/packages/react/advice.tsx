import { useState } from "react";
import type { Config, Language, ResultDetail, Segment } from "service-level-calculator/react";
import "service-level-calculator/react";

// Not inside of the component: another object is another config, by which it begins anew.
const config: Config = { name: "Smith & Partners", hidden: ["queue"] };

export function Advice({ segment, lang }: { segment: Segment; lang: Language }) {
  const [answer, setAnswer] = useState<ResultDetail>();
  const heard = { "onslc:result": (event: CustomEvent<ResultDetail>) => setAnswer(event.detail) };
  return (
    <>
      <p>{answer ? `${answer.verdict}: ${Math.round(answer.level)} of 100` : "…"}</p>
      <service-level-calculator segment={segment} lang={lang} config={config} {...heard}>
        <p>How good should your service be?</p>
      </service-level-calculator>
    </>
  );
}
