// A form with the calculator's inputs, made by SurveyJS: what typing costs elsewhere. It reckons one
// year at one level, and draws no chart.

import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";

const number = (name, title, defaultValue, minValue, maxValue) => ({
  type: "text",
  name,
  title,
  defaultValue,
  validators: [{ type: "numeric", minValue, maxValue }],
});
const choice = (name, title, choices, type = "dropdown") => ({
  type,
  name,
  title,
  choices,
  defaultValue: choices[1],
});
const told = (name, title, expression) => ({
  type: "expression",
  name,
  title,
  expression,
  displayStyle: "decimal",
  maximumFractionDigits: 0,
});

const FORM = {
  // As the calculator does: at every letter, not when the field is left.
  textUpdateMode: "onTyping",
  elements: [
    choice("segment", "Segment", ["Dentist", "Clinic", "Café", "Hotel", "Shop", "Bank"]),
    choice("tier", "Price tier", ["Economy", "Standard", "Premium", "Luxury"]),
    choice("currency", "Currency", ["EUR", "USD", "RUB"]),
    choice("day", "Your ordinary day", [20, 45, 74, 85, 93, 100], "radiogroup"),
    number("customers", "Customers a year", 1200, 1, 1e8),
    number("cheque", "Average spend per purchase", 1200, 0, 1e8),
    number("purchases", "Purchases a year", 3, 0, 1000),
    number("margin", "Margin, %", 50, 0, 100),
    number("retention", "Retention, %", 60, 0, 99),
    number("cost", "Cost to serve, %", 20, 0, 100),
    told("value", "A customer's value", "{cheque} * {purchases} * {margin} / 100 / (1 - {retention} / 100)"),
    told("dissatisfied", "Dissatisfied", "{customers} * (1 - {day} / 100)"),
    told("leaving", "Leave for it", "{dissatisfied} * 0.32"),
    told("lost", "Lost to bad service", "{leaving} * {value}"),
    told("spent", "Spent above expectations", "iif({day} > 74, {customers} * {cheque} * {cost} / 100 * ({day} - 74) / 26, 0)"),
    told("net", "Forgone", "{lost} + {spent}"),
  ],
};

/** How long a change takes until all is reckoned anew, milliseconds: without drawing. */
globalThis.milliseconds = () => {
  const form = new Model(FORM);
  const [warm, all] = [500, 2_500];
  let start = 0;
  for (let i = 0; i < all; i += 1) {
    if (i === warm) start = performance.now();
    form.setValue("customers", 1_000 + i);
  }
  return (performance.now() - start) / (all - warm);
};

renderSurvey(new Model(FORM), document.getElementById("form"));
