// Stands in until the page is there: the first user of the element.

const lang = new URLSearchParams(location.search).get("lang") ?? navigator.language.slice(0, 2);
const root = document.getElementById("calculator")!;
const later = document.createElement("link");
Object.assign(later, { rel: "stylesheet", href: new URL(FILES["later.css"], import.meta.url).href });
document.head.append(later);
import(new URL(ELEMENT, import.meta.url).href)
  .then((element) => element.start(root, lang === "ru" ? "ru" : "en"))
  .catch((error) => root.prepend(String(error)));
