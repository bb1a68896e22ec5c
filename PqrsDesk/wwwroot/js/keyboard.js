// One shortcut, one thing. The catalogue (Ui/Shortcuts.cs, and what a person changed of it) stands on the help dialog as
// name → keys; pressing the keys presses what carries data-key="NAME". Never while somebody types, unless with Ctrl, and
// over an open dialog only what the dialog itself offers.
import { borrow, unless } from "./focus.js";
import { enter } from "./menus.js";
import { currentRow, move } from "./rows.js";

const TYPING = "input:not([type='checkbox'], [type='radio']), textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='listbox'], [role='menu']";
const PRESSABLE = "a[href], button, summary, [role='button'], [role='tab'], [role='menuitem']";
const CLICKED = `${PRESSABLE}, input`;
const SHUT = "details:not([open])";
const CLOSED = `[popover]:not(:popover-open), ${SHUT}`;
const WRITTEN = ".composer textarea, [data-search], .ticket-side :is(input:not([type='checkbox'], [type='radio']), textarea)";
const SEQUENCE = 1_000;

// So many letters of a text are work.
const WORTH = 40;

// What is no button.
const VERBS = {
  search: () => {
    const field = document.querySelector("[data-search]");
    field?.focus();
    field?.select();
    return field !== null;
  },
  down: () => { move(1); return true; },
  up: () => { move(-1); return true; },
  open: (event) => !event.target.closest(PRESSABLE) && press(currentRow()?.querySelector("[data-open]")),
  unpick: () => !document.querySelector(":popover-open") && press(shown("unpick")),
  help: () => { toggleHelp(); return true; },
  "pick-to": () => {
    const row = currentRow();
    row?.dispatchEvent(new CustomEvent("rowact", { bubbles: true, detail: { row: row.dataset.row, act: "pick", range: true } }));
    return row !== undefined;
  },
};

// What was pressed brings a field (data-focus: its selector) that may have to come from the server first. What is typed
// until then is meant for that field, and is no shortcut.
const PATIENCE = 1_500;
const ASKED = "dialog :is(input, select, textarea)";
let coming = 0;
let typed = "";
unless(() => performance.now() < coming);

const press = (element) => {
  if (!element) return false;
  const own = element.matches("summary") ? element.parentElement : null;
  // A field of the panel itself is to be seen; a dialog comes in front of all.
  if (!element.dataset.focus?.startsWith("dialog") && (element.dataset.focus || !element.matches(CLICKED))) {
    for (let shut = element.parentElement.closest(SHUT); shut; shut = shut.parentElement.closest(SHUT)) if (shut !== own) shut.setAttribute("open", "");
  }
  if (!element.matches(CLICKED)) goTo(element);
  // What is open already is not closed by going to it.
  else if (!own?.open) element.click();
  enter(element);
  if (element.dataset.focus) expect(element.dataset.focus);
  return true;
};

// A part of the page, and no button: one goes there, or to the first thing in it.
const goTo = (part) => (part.tabIndex >= 0 ? part : [...part.querySelectorAll(PRESSABLE)].find((each) => each.checkVisibility()) ?? part).focus();

function expect(selector) {
  const field = [...document.querySelectorAll(selector)].find((each) => each.checkVisibility());
  field?.focus();
  if (!field) [coming, typed] = [performance.now() + PATIENCE, ""];
}

document.addEventListener("focusin", (event) => {
  if (coming === 0 || performance.now() > coming) return;
  coming = 0;
  if (typed && event.target.matches("textarea, input:not([type]), input[type='text'], input[type='search']")) document.execCommand("insertText", false, typed);
});

/** Makes a shortcut that no button carries. */
export const addVerb = (name, does) => { VERBS[name] = does; };

/** What is on top: an open dialog, or the page. */
const ground = () => [...document.querySelectorAll("dialog[open], .rz-dialog")].at(-1) ?? document;

const shown = (name, within = ground()) =>
  [...within.querySelectorAll(`[data-key='${name}']:not(:disabled, [aria-disabled='true'])`)].find((each) => placeOf(each).checkVisibility());

// What stands in a closed menu or a folded panel is there all the same, if the place of the outermost of them is.
function placeOf(element) {
  let place = element;
  for (let shut = element.parentElement?.closest(CLOSED); shut; shut = shut.parentElement?.closest(CLOSED)) place = shut.matches("[popover]") ? shut.parentElement : shut;
  return place;
}

// What a list's rows take (data-row-acts; data-row-asks: of these, what asks something first) is done to all that are picked, where
// there are some, and else to the current row. Whoever has picked does not mean a single one, whatever of it rests now.
function inList(name) {
  if (ground() !== document) return null;
  const row = currentRow();
  const { rowActs = "", rowAsks = "" } = document.querySelector("[data-row-acts]")?.dataset ?? {};
  const button = row?.querySelector(`[data-act='${name}']`);
  const bar = document.querySelector(".bulk-bar");
  const ofAll = bar?.querySelector(`[data-bulk='${name}']`);
  if (ofAll) return ofAll.disabled ? null : () => press(ofAll);
  if (!rowActs.split(" ").includes(name)) return button && (() => press(button));
  if (bar) return null;
  if (button) return () => press(button);
  return row && (() => {
    row.dispatchEvent(new CustomEvent("rowact", { bubbles: true, detail: { row: row.dataset.row, act: name } }));
    if (rowAsks.split(" ").includes(name)) expect(ASKED);
    return true;
  });
}

// Whatever form one stands in is sent by the same keys.
const submitOf = (field) => field.closest?.("form")?.querySelector("button[type='submit']:not(:disabled)");

/** Does what a shortcut does, wherever the keyboard stands. */
export function run(name, event = { target: document.body }) {
  if (VERBS[name]) return VERBS[name](event);
  const listed = inList(name);
  if (listed) return listed();
  // What was written in this form, before any other form of the page.
  return press(shown(name, event.target.closest?.("[data-composer], dialog, form") ?? ground()) || (name === "send" && submitOf(event.target)) || shown(name));
}

/** Whether it would do anything now. */
export const offered = (name) => Boolean(VERBS[name] || inList(name) || shown(name, document));

let known = "";
let byKeys = new Map();
let begun = "";
let begunAt = 0;

export function catalogue() {
  const said = document.querySelector("dialog[data-help]")?.dataset.shortcuts ?? "{}";
  if (said !== known) {
    known = said;
    byKeys = new Map();
    begun = "";
    for (const [name, keys] of Object.entries(JSON.parse(said))) if (keys) byKeys.set(keys, [...(byKeys.get(keys) ?? []), name]);
  }
  return byKeys;
}

/** The keys of an event as the catalogue writes them. */
export function strokeOf(event) {
  const letter = event.key.length === 1 && event.key.toLowerCase() !== event.key.toUpperCase();
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  if (event.shiftKey && (letter || event.key.length > 1)) parts.push("Shift");
  return [...parts, letter ? event.key.toLowerCase() : event.key === " " ? "Space" : event.key].join("+");
}

function toggleHelp() {
  const help = document.querySelector("dialog[data-help]");
  if (help?.open) help.close();
  else if (help) {
    help.showModal();
    help.scrollTop = 0;
  }
}

document.addEventListener("keydown", (event) => {
  // Who has written leaves the field: then letters are shortcuts again.
  if (event.key === "Escape" && event.target.matches(WRITTEN) && ground() === document) document.querySelector("h1")?.focus({ preventScroll: true });
  // It closes the list, and not the dialog that the list stands in.
  if (event.key === "Escape" && event.target.closest("dialog [role='combobox'][aria-expanded='true']:not([data-palette-find])")) event.preventDefault();
  // Nor does it throw away what took a while to write: it leaves the field first, and closes from there.
  if (event.key === "Escape" && event.target.matches("dialog textarea") && event.target.value.length >= WORTH) {
    event.preventDefault();
    (event.target.closest("dialog").querySelector(".dialog-actions button:not(:disabled)") ?? event.target).focus();
  }
  if (event.defaultPrevented || event.isComposing || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
  if (performance.now() < coming && event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
    typed += event.key;
    event.preventDefault();
    return;
  }
  const stroke = strokeOf(event);
  const within = stroke.startsWith("Ctrl+") || stroke.startsWith("Alt+");
  if (!within && event.target.closest(TYPING)) return;
  const keys = catalogue();
  const whole = begun && performance.now() - begunAt < SEQUENCE && keys.has(`${begun} ${stroke}`) ? `${begun} ${stroke}` : stroke;
  begun = "";
  const names = keys.get(whole) ?? [];
  // Over a dialog, the page's own keys rest; help closes with its key.
  const open = ground() !== document;
  for (const name of names) {
    if (open && VERBS[name] && !within && !(name === "help" && ground().matches("[data-help]"))) continue;
    if (!run(name, event)) continue;
    event.preventDefault();
    return;
  }
  if ([...keys.keys()].some((each) => each.startsWith(`${stroke} `))) [begun, begunAt] = [stroke, performance.now()];
});

// What is searched for is said: the results take the focus when they come, as any other page (Shell/FocusOnArrival.razor).
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[role='search']")) document.activeElement?.blur();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help-open], [data-help-close]")) toggleHelp();
});

// What was clicked in a list is chosen; the words that go with it are next. The arrows only look around in it.
document.addEventListener("click", (event) => {
  const next = event.target.closest("option") && event.target.closest("select[size]")?.form?.querySelector("textarea");
  if (next && event.target.value !== "") next.focus();
});

// A dialog that the server puts into the page is modal from the start.
const openNew = () => document.querySelectorAll("dialog[data-modal]:not([open])").forEach((dialog) => {
  borrow(dialog);
  dialog.showModal();
});
new MutationObserver(openNew).observe(document.body, { subtree: true, childList: true });
openNew();
