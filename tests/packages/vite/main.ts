import "service-level-calculator";

const calculator = document.createElement("service-level-calculator");
calculator.lang = "en";
calculator.config = { segment: "hotel", tier: "premium", name: "Smith & Partners" };
calculator.addEventListener("slc:result", ({ detail }) => {
  document.title = `${detail.verdict}: ${Math.round(detail.level)} of 100`;
});
document.body.append(calculator);
