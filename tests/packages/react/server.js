// On a server the page stands there with what is inside of the element.

import { createElement } from "react";
import { renderToString } from "react-dom/server";
import "service-level-calculator/react";

const config = { name: "Smith & Partners" };
const html = renderToString(createElement("service-level-calculator", { segment: "hotel", config }, "Wait"));
const wanted = '<service-level-calculator segment="hotel">Wait</service-level-calculator>';
if (html !== wanted) throw new Error(html);
