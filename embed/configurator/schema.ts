// What a config may hold, as `config.schema.json` says it: the form is made from it.

import published from "../config.schema.json";
import type { Fields } from "./json";

/** As much of JSON Schema as the published one uses. */
export interface Schema {
  type?: string;
  enum?: string[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  description?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
}

export const SCHEMA = published as Schema;

/** Where there are several shapes, the one that a form can be made of: an object, or a choice. */
function formed({ anyOf, ...rest }: Schema): Schema {
  const shape = anyOf?.find(({ properties, enum: ids }) => properties ?? ids);
  return { ...rest, ...shape };
}

export const KEYS: Record<string, Schema> = Object.fromEntries(
  Object.entries(SCHEMA.properties ?? {}).map(([key, schema]) => [key, formed(schema)]),
);

/** Whether it is an object of fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What an object begun still lacks before the calculator can use it. */
export function lacking(value: unknown, { required = [] }: Schema): string[] {
  return isFields(value) ? required.filter((name) => value[name] === undefined) : [];
}

/** The config without what is only begun. */
export function usable(config: Fields): Fields {
  const whole = ([key, value]: [string, unknown]) => lacking(value, KEYS[key] ?? {}).length === 0;
  return Object.fromEntries(Object.entries(config).filter(whole));
}
