// The stable entry beside a plain iframe: makes it as high as the calculator in it, and raises the
// calculator's events on it. Each iframe has a port of its own; all else is left unheard.

import { greeting, is, type Message, MOST_DETAIL, MOST_HEIGHT, VERSION } from "./envelope";
import { EVENTS } from "./types";

/** More messages in a second than this are no calculator's. */
const MOST_MESSAGES = 200;

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(".", script?.src ?? location.href);
/** The port of each iframe, and which load of the page in it has the other end. */
const ports = new WeakMap<HTMLIFrameElement, { port: MessagePort; id: unknown }>();

/** The iframes that show a page from beside this script. */
const ours = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll("iframe")].filter((frame) => frame.src.startsWith(base.href));

/** The origin that an iframe of ours speaks from: none of its own where it is sandboxed so. */
const originOf = (frame: HTMLIFrameElement): string =>
  frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin") ? "null" : base.origin;

/** Does what a message says, if it is one. */
function hear(frame: HTMLIFrameElement, data: Message | null): void {
  if (typeof data !== "object" || data?.slc !== VERSION) return;
  if (data.type === "height") {
    const { height } = data;
    if (!Number.isFinite(height) || height <= 0) return;
    frame.style.height = `${Math.min(Math.ceil(height), MOST_HEIGHT)}px`;
  } else if (data.type === "event") {
    const { name, detail } = data;
    if (!EVENTS.includes(name) || typeof detail !== "object" || detail === null) return;
    if (JSON.stringify(detail).length > MOST_DETAIL) return;
    frame.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }
}

function connect(frame: HTMLIFrameElement, origin: string, id: unknown): void {
  const before = ports.get(frame);
  // It greets as it starts, and when it is knocked at.
  if (before && before.id === id) return;
  // A page that has been loaded anew: what was there before is gone.
  before?.port.close();
  const { port1, port2 } = new MessageChannel();
  ports.set(frame, { port: port1, id });
  let [second, heard] = [0, 0];
  port1.onmessage = ({ data, timeStamp }: MessageEvent<Message | null>) => {
    const now = Math.floor(timeStamp / 1000);
    heard = now === second ? heard + 1 : 1;
    second = now;
    if (heard <= MOST_MESSAGES) hear(frame, data);
  };
  frame.contentWindow?.postMessage(greeting("port"), origin === "null" ? "*" : origin, [port2]);
}

// A second copy of this script would make two ports of one.
const DONE = Symbol.for("slc-frame");
const page = window as { [DONE]?: true };
if (!page[DONE]) {
  page[DONE] = true;
  addEventListener("message", ({ data, source, origin }) => {
    if (!is(data, "hello")) return;
    const frame = ours().find(({ contentWindow }) => contentWindow === source);
    if (frame && origin === originOf(frame)) connect(frame, origin, (data as { id?: unknown }).id);
  });
  for (const frame of ours()) frame.contentWindow?.postMessage(greeting("knock"), "*");
}
