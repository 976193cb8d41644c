// The stable entry: one line for any site. It brings the element, and where the line itself says
// what the calculator is to show, it puts one in its own place.

const script = document.currentScript as HTMLScriptElement | null;
if (script) {
  const options = Object.entries(script.dataset);
  if (options.length > 0) {
    const calculator = document.createElement("service-level-calculator");
    for (const [name, value] of options) {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      calculator.setAttribute(attribute, value ?? "");
    }
    script.after(calculator);
  }
  import(new URL(ELEMENT, script.src).href).catch((error: Error) => {
    console.warn(`service-level-calculator: ${error.message}`);
  });
}
