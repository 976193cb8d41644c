// Files that the visitor takes away. They are made in the browser and go to nobody.

import type { ServiceLevelCalculator } from "./element";
import { sessionOf } from "./fragment";

/** What a file is: its kind, and what its name begins with. */
interface Wanted {
  kind: string;
  name: string;
}

const TYPES: Record<string, string> = {
  csv: "text/csv;charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Pixels of a picture by one of its drawing. */
const SHARP = 2;

const two = (number: number): string => String(number).padStart(2, "0");

/** The visitor's day. */
function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day, and the address of this page without what has been entered. */
export const place = (): string => `${today()}\n${location.origin}${location.pathname}`;

/** A picture of a drawing. */
async function picture(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * SHARP, image.height * SHARP];
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), TYPES.png),
  );
}

/** What stands in a file; that of a workbook comes as a letter a byte. */
async function filled({ kind, name }: Wanted, text: string): Promise<File> {
  const type = TYPES[kind] ?? "";
  const content =
    kind === "png" ? await picture(text) : kind === "xlsx" ? Uint8Array.from(text, (letter) => letter.charCodeAt(0)) : text;
  const safe = name.replace(/[^a-z0-9-]+/gi, "-");
  return new File([content], `${safe}-${today()}.${kind}`, { type });
}

/** Lets the browser save a file: `saved`, or `failed`. */
export async function save(_: ServiceLevelCalculator, wanted: Wanted, text: string): Promise<string> {
  try {
    const file = await filled(wanted, text);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    // Not at once: the browser begins to read it after this.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    return "saved";
  } catch {
    return "failed";
  }
}

/** Whether the system's sheet takes pictures: `yes`, or nothing. */
export function passes(): string {
  const file = new File([""], "card.png", { type: "image/png" });
  return navigator.canShare?.({ files: [file] }) ? "yes" : "";
}

/** Passes a picture and a link on by the system's sheet: `shared`, `failed`, or nothing where the visitor has
 * changed his mind. */
export async function pass(
  element: ServiceLevelCalculator,
  { state, ...wanted }: Wanted & { state: string },
  text: string,
): Promise<string> {
  try {
    await navigator.share({ title: document.title, url: sessionOf(element, state), files: [await filled(wanted, text)] });
    return "shared";
  } catch (error) {
    return (error as Error).name === "AbortError" ? "" : "failed";
  }
}
