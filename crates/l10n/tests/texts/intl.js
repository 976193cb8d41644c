// What the Intl of a real engine writes, for tests/texts/intl.rs to compare with.
// Made with: node tests/texts/intl.js > tests/texts/intl.json
const hasCents = (v) => Math.round(Math.abs(v) * 100) % 100 !== 0;
const styles = {
  money: () => [{ style: "currency", notation: "compact" }, 2],
  money_exact: (v) => [{ style: "currency" }, 0, hasCents(v) ? [2, 2] : [0, 0]],
  points: () => [{}, 0, [0, 1]],
  share: () => [{ style: "percent" }, 2],
  count: () => [{ notation: "compact" }, 2],
  number: () => [{}, 0, [0, 2]],
  integer: () => [{}, 0, [0, 0]],
};
const values = [
  0, 1, 2, 5, 11, 21, 22, 25, 101, 111, 0.5, 0.05, 0.04, 0.125, 0.995, 1.5, 1.25, 2.675, 1.005, 9.95, 12, 99.5,
  99.95, 100, 123, 949.9, 950, 999, 999.5, 1000, 1234, 1234.5, 9950, 9999, 12345, 412345, 999499, 999999, 1250000,
  1234567.5, 2.35e9, 7e12, 3e15, 1e-7, 0.00345, 0.14, 0.333,
];
const rows = [];
function row(language, currency, unit, signed, value) {
  const [base, significant, decimals] = styles[unit](value);
  const digits = significant
    ? { maximumSignificantDigits: significant }
    : { minimumFractionDigits: decimals[0], maximumFractionDigits: decimals[1] };
  const signDisplay = signed ? "exceptZero" : "negative";
  const money = base.style === "currency" ? { currency } : {};
  const format = new Intl.NumberFormat(language, { ...base, ...digits, ...money, signDisplay });
  const plural = new Intl.PluralRules(language, digits).select(value * (base.style === "percent" ? 100 : 1));
  rows.push([language, currency, unit, signed, value, format.format(value), plural]);
}
for (const language of ["en", "ru"]) {
  for (const unit of Object.keys(styles)) {
    for (const value of values) {
      row(language, "USD", unit, false, value);
      if (value < 1e5) row(language, "USD", unit, true, -value);
      if (value > 1e3) row(language, "USD", unit, true, value);
    }
  }
  for (const currency of ["EUR", "GBP", "RUB", "KZT", "BYN", "UAH", "TRY", "INR", "CNY"]) {
    for (const value of [0, -412345, 99, 1234567.5]) {
      row(language, currency, "money", false, value);
      row(language, currency, "money_exact", false, value);
    }
  }
}
console.log("[\n" + rows.map((r) => JSON.stringify(r)).join(",\n") + "\n]");
