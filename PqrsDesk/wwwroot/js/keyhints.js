// The keys of a button, as its reader has them (Ui/KeyMap.cs): for those who hear the page, and in the tooltip.
import { catalogue } from "./keyboard.js";

const SETTLED = 150;
const ARIA = { Ctrl: "Control" };

let timer = 0;

/** Of each name the keys that are heard. */
function byName() {
  const names = new Map();
  for (const [keys, owners] of catalogue()) for (const name of owners) names.set(name, keys);
  return names;
}

// "+" is a key too, and the last of its stroke.
const parts = (stroke) => stroke.split(/\+(?=.)/u);
const said = (keys) => keys.split(" ").map((stroke) => parts(stroke).map((cap) => (cap === "Escape" ? "Esc" : cap)).join(" + ")).join(" ");

// Two strokes after one another have no word in ARIA: there, a space means "or".
const aria = (keys) => (keys.includes(" ") ? "" : parts(keys).map((cap) => ARIA[cap] ?? (cap.length === 1 ? cap.toUpperCase() : cap)).join("+"));

function write(element, name, value) {
  if (!value) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function mark() {
  timer = 0;
  const names = byName();
  for (const element of document.querySelectorAll("[data-key]")) {
    const keys = names.get(element.dataset.key) ?? "";
    write(element, "aria-keyshortcuts", keys && aria(keys));

    // The server's own words, which it may have changed since.
    if (element.title !== element.dataset.keyTitle) element.dataset.keyWords = element.title;
    const words = element.dataset.keyWords ?? "";
    const title = !keys ? words : words ? `${words} (${said(keys)})` : said(keys);
    write(element, "title", title);
    element.dataset.keyTitle = element.title;
  }
}

const soon = () => { timer ||= setTimeout(mark, SETTLED); };
new MutationObserver(soon).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-shortcuts", "data-key"] });
soon();
