// The small tools all parts of the till share: texts, elements, icons.
const root = document.documentElement;

export const language = root.lang;
export const $ = (id) => document.getElementById(id);

const texts = new Map(
  [...$("texts").content.children].map((one) => [one.dataset.key, one.textContent])
);

// A text of the language files; arguments stand in it by name.
export function t(key, values = {}) {
  return (texts.get(key) ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// An element with its attributes and children; texts never become markup.
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "data") Object.assign(made.dataset, value);
    else if (value === true) made.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

export function icon(name) {
  const sheet = $("sheet").getAttribute("href");
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `${sheet.replace(/#.*/, "")}#${name}`);
  svg.append(use);
  return svg;
}

export function button(text, press, attributes = {}, sign = null) {
  return el("button", { type: "button", onclick: press, ...attributes }, sign && icon(sign), text);
}

// Names and numbers of another direction than the text around them keep their own.
export const apart = (text, attributes = {}) => el("bdi", attributes, text);
export const number = (text) => el("bdi", { class: "number", dir: "ltr" }, text);

export function show(place, ...children) {
  place.replaceChildren(...children.flat(Infinity).filter(Boolean));
}

// What is wrong, as sentences: of the fields if they are named, else of the whole.
export function sentences(problem) {
  if (!problem) return [t("trouble")];
  const all = (problem.errors ?? []).map((one) => one.detail);
  return all.length ? [...new Set(all)] : [problem.detail ?? problem.title];
}

export function identifier() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
}
