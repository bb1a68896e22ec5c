// One key, one thing. Never while somebody types, never with a modifier, never over an open dialog.
import { currentRow, move } from "./rows.js";

const TYPING = "input:not([type='checkbox']), textarea, select, [contenteditable=''], [contenteditable='true'], [role='combobox'], [role='listbox'], [role='menu']";
const PRESSABLE = "a[href], button, summary, [role='button'], [role='tab'], [role='menuitem']";

const press = (element) => { element?.click(); return element !== null && element !== undefined; };

const KEYS = {
  "/": () => {
    const field = document.querySelector("[data-search]");
    field?.focus();
    field?.select();
    return field !== null;
  },
  n: () => press(document.querySelector("[data-new]")),
  j: () => { move(1); return true; },
  k: () => { move(-1); return true; },
  Enter: (event) => !event.target.closest(PRESSABLE) && press(currentRow()?.querySelector("[data-open]")),
  t: () => press(currentRow()?.querySelector("[data-act='take']")),
  x: () => press(currentRow()?.querySelector("[data-act='pick']")),
  Escape: () => !document.querySelector(":popover-open") && press(document.querySelector("[data-unpick]")),
  r: () => press(document.querySelector("[data-reply]")),
  i: () => press(document.querySelector("[data-note]")),
  "?": () => { toggleHelp(); return true; },
};

function toggleHelp() {
  const help = document.querySelector("dialog[data-help]");
  if (help?.open) help.close();
  else help?.showModal();
}

// The one key that counts while typing: what was written goes out.
function send(event) {
  const button = event.target.closest("[data-composer]")?.querySelector("[data-send]:not(:disabled)");
  if (press(button)) event.preventDefault();
}

// And the one that takes all that is suggested for what is being written.
function accept(event) {
  if (press(document.querySelector("dialog[open] [data-accept]") ?? document.querySelector("[data-accept]"))) event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  // It closes the list, and not the dialog that the list stands in.
  if (event.key === "Escape" && event.target.closest("dialog [role='combobox'][aria-expanded='true']")) event.preventDefault();
  if (event.key === "." && (event.ctrlKey || event.metaKey)) accept(event);
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "?" && document.querySelector("dialog[data-help][open]")) {
    toggleHelp();
    event.preventDefault();
    return;
  }
  if (event.target.closest(TYPING) || document.querySelector("dialog[open], .rz-dialog")) return;
  if (Object.hasOwn(KEYS, event.key) && KEYS[event.key](event)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-help-open], [data-help-close]")) toggleHelp();
});

// A dialog that the server puts into the page is modal from the start.
const openNew = () => document.querySelectorAll("dialog[data-modal]:not([open])").forEach((dialog) => dialog.showModal());
new MutationObserver(openNew).observe(document.body, { subtree: true, childList: true });
openNew();
