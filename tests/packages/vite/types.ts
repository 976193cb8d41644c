// What the types let through and what they refuse; nothing runs this.

import { EVENTS, type Config, type ServiceLevelCalculator } from "service-level-calculator";

const names: readonly (keyof HTMLElementEventMap)[] = EVENTS;
const calculator = document.querySelector("service-level-calculator")!;
const own: ServiceLevelCalculator = calculator;
const config: Config = { lang: "en-GB", theme: "dark", currency: "EUR", hidden: ["queue"] };
own.config = config;
own.config = JSON.stringify(config);
own.state = own.getState();
own.setState(own.state);
own.reset();
await Promise.all([own.ready, own.start(), own.print()]);
own.addEventListener("slc:error", ({ detail }) => detail.fatal && names.includes("slc:error"));
own.addEventListener("slc:result", ({ detail: { band: [low, high] } }) => low.toFixed() + high);
own.destroy();

// A segment may be one that the config itself brings.
own.config = { segment: "dental", segments: [{ id: "dental", like: "clinic", source: "Ours" }] };
// @ts-expect-error: no such tier
own.config = { tier: "free" };
// @ts-expect-error: not for sale
own.config = { price: 1 };
// @ts-expect-error: a text
own.setState(1);
// @ts-expect-error: only read
own.ready = Promise.resolve();
// @ts-expect-error: the detail has no such field
own.addEventListener("slc:result", ({ detail }) => detail.winner);
// @ts-expect-error: the page has no business there
own.load;
