// Stands in until the entry script of an embed is there.

const script = document.currentScript as HTMLScriptElement;
import(new URL(ELEMENT, script.src).href);
