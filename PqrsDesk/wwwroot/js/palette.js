// Ctrl+K. Actions are the shortcuts that would do something on this page; places are the links of the side bar. Both are
// read off the page when the palette opens. Cases and people are the server's (Features/Searching/QuickList.razor).
import { addVerb, offered, run } from "./keyboard.js";

const UNLISTED = new Set(["palette", "help", "search", "down", "up", "open", "pick", "pick-to", "unpick"]);
const MOST = 8;

const palette = () => document.querySelector("dialog[data-palette]");
const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// Its links are listed as they stand there.
const inRail = (name) => document.querySelector(`.rail [data-key='${name}']`) !== null || name.startsWith("view-");

let own = [];
let active = 0;

function collect() {
  const actions = [...document.querySelectorAll("dialog[data-help] [data-shortcut]")]
    .filter((line) => !UNLISTED.has(line.dataset.shortcut) && !inRail(line.dataset.shortcut) && offered(line.dataset.shortcut))
    .map((line) => ({
      group: line.dataset.shortcut.startsWith("go-") ? "places" : "actions",
      text: line.querySelector("dd").textContent.trim(),
      also: `${line.dataset.shortcut} ${line.dataset.also ?? ""}`,
      keys: line.querySelector("dt kbd") ? line.querySelector("dt").innerHTML : "",
      act: () => run(line.dataset.shortcut),
    }));
  const places = [...document.querySelectorAll(".rail a[href]")]
    .map((link) => ({ group: "places", text: (link.querySelector(".rail-word") ?? link).textContent.trim(), keys: "", act: () => link.click() }));
  own = [...actions, ...places].map((line) => ({ ...line, folded: folded(`${line.text} ${line.also ?? ""}`), said: folded(line.text) }));
}

function lineOf(each) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  const words = document.createElement("bdi");
  const keys = document.createElement("span");
  button.type = "button";
  button.className = "palette-line";
  button.dataset.line = "";
  words.textContent = each.text;
  words.className = "clip";
  // The help dialog's own markup of keys, which no person typed.
  keys.innerHTML = each.keys;
  keys.className = "palette-keys";
  button.append(words, keys);
  button.addEventListener("click", () => {
    palette().close();
    each.act();
  });
  item.append(button);
  return item;
}

function draw() {
  const place = palette().querySelector("[data-palette-own]");
  const words = folded(palette().querySelector("[data-palette-find]").value).split(/\s+/).filter(Boolean);
  // What is called so comes before what only means it, or is called so in the other language.
  const called = (line) => words.every((word) => line.said.includes(word));
  const meant = own.filter((line) => words.every((word) => line.folded.includes(word)));
  const matching = [...meant.filter(called), ...meant.filter((line) => !called(line))];
  place.replaceChildren();
  for (const group of ["actions", "places"]) {
    const lines = matching.filter((line) => line.group === group).slice(0, words.length > 0 ? MOST : undefined);
    if (lines.length === 0) continue;
    const head = document.createElement("p");
    const list = document.createElement("ul");
    head.className = "palette-head";
    head.id = `paleta-${group}`;
    head.textContent = place.dataset[group];
    list.setAttribute("aria-labelledby", head.id);
    list.append(...lines.map(lineOf));
    place.append(head, list);
  }
  active = 0;
  mark();
}

function mark() {
  const lines = [...palette().querySelectorAll("[data-line]")];
  active = Math.max(0, Math.min(active, lines.length - 1));
  lines.forEach((line, at) => {
    line.id = `paleta-linea-${at}`;
    line.toggleAttribute("data-active", at === active);
  });
  palette().querySelector("[data-palette-none]").hidden = lines.length > 0;
  const find = palette().querySelector("[data-palette-find]");
  if (lines[active]) find.setAttribute("aria-activedescendant", lines[active].id);
  else find.removeAttribute("aria-activedescendant");
  return lines[active];
}

function open() {
  const dialog = palette();
  if (!dialog || dialog.open) {
    dialog?.close();
    return Boolean(dialog);
  }
  collect();
  const find = dialog.querySelector("[data-palette-find]");
  find.value = "";
  find.dispatchEvent(new Event("input", { bubbles: true }));
  dialog.showModal();
  find.focus();
  draw();
  return true;
}

addVerb("palette", open);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-palette-open]")) open();
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-palette-find]") && palette().open) draw();
});

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("[data-palette-find]") || event.isComposing) return;
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 }[event.key];
  if (by) {
    active += by;
    mark()?.scrollIntoView({ block: "nearest" });
  } else if (event.key === "Enter" && !event.ctrlKey) mark()?.click();
  else return;
  event.preventDefault();
  event.stopPropagation();
});

document.addEventListener("click", (event) => {
  const dialog = palette();
  if (!dialog?.open) return;
  // Beside it, or on a link of it that leads elsewhere.
  if (event.target === dialog || event.target.closest("[data-palette] a[data-line]")) dialog.close();
});

// What the server found comes after the letters.
new MutationObserver(() => {
  if (palette()?.open) mark();
}).observe(document.body, { subtree: true, childList: true });
