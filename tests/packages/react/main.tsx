import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { Advice } from "./advice";

function Application() {
  const [shown, show] = useState(true);
  const [russian, speakRussian] = useState(false);
  const [taxi, take] = useState(false);
  return (
    <main>
      <h1>React</h1>
      <button type="button" id="shown" onClick={() => show(!shown)}>Show or hide</button>
      <button type="button" id="russian" onClick={() => speakRussian(!russian)}>Another language</button>
      <button type="button" id="taxi" onClick={() => take(!taxi)}>Another market</button>
      {shown && <Advice segment={taxi ? "taxi" : "hotel"} lang={russian ? "ru" : "en"} />}
    </main>
  );
}

createRoot(document.querySelector("#root")!).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
