// The focus is never lost. What takes it for a while (a dialog, a panel beside the case) gives it back when it goes; what
// had it and was taken away by an update leaves it to its like, to its neighbour, or to the row one was at.
import { currentRow } from "./rows.js";

const PRESSABLE = ":is(a[href], button:not(:disabled), summary, [role='button'], [tabindex='0']):not([tabindex='-1'])";
const HOME = "section, form, fieldset, [role='group'], [role='tablist'], li";
const loans = new Map();
const guards = [];

let last = null;

const lost = () => document.activeElement === null || document.activeElement === document.body;
const takes = (element) => element.isConnected && !element.disabled && element.checkVisibility();
const inList = (element) => element?.closest(".queue-body") !== null && document.querySelector("[data-row-acts]") !== null;

/** While one says so, the focus is on its way to somewhere else. */
export const unless = (guard) => guards.push(guard);

/** It takes the focus now, and it is known whose it was. */
export function borrow(taker) {
  const from = lost() ? last?.element : document.activeElement;
  if (!loans.has(taker)) loans.set(taker, from ? memory(from) : null);
}

const isOver = (taker) => !taker.isConnected || (taker instanceof HTMLDialogElement && !taker.open);

// Its ancestors are told now: when it is away it has none.
function memory(element) {
  const homes = [];
  for (let home = element.parentElement?.closest(HOME); home; home = home.parentElement?.closest(HOME)) homes.push(home);
  return { element, homes, id: element.id, key: element.dataset?.key, list: inList(element) };
}

function placeFor(of) {
  if (of?.element.matches("h1")) return document.querySelector("main h1");
  if (of && takes(of.element) && !(of.list && of.element.closest(".bulk-place"))) return of.element;
  if (of?.list && currentRow()) return currentRow();
  const like = of && [of.id && document.getElementById(of.id), of.key && document.querySelector(`[data-key='${of.key}']`)].find((each) => each && takes(each));
  if (like) return like;
  for (const home of of?.homes ?? []) {
    const neighbour = home.isConnected && [...home.querySelectorAll(PRESSABLE)].find(takes);
    if (neighbour) return neighbour;
  }
  return currentRow() ?? document.querySelector("h1");
}

function giveBack() {
  for (const taker of document.querySelectorAll("[data-borrows-focus]")) borrow(taker);
  for (const [taker, of] of [...loans].reverse()) {
    if (!isOver(taker)) continue;
    loans.delete(taker);
    last = null;
    if (lost()) placeFor(of)?.focus({ preventScroll: true });
  }
  // Busy buttons rest for a moment, and have it again when they are back.
  if (!lost() || last === null || (last.element.isConnected && !takes(last.element)) || guards.some((guard) => guard())) return;
  if (document.querySelector("dialog[open], .rz-dialog")?.contains(last.element) === false) return;
  const of = last;
  // A page that has yet to load shows one heading at once (Shell/FocusOnArrival.razor) and another with what it loaded: until that is there, the old one is remembered.
  if (of.element.matches("h1") && !document.querySelector("main h1")) return;
  last = null;
  placeFor(of)?.focus({ preventScroll: true });
}

document.addEventListener("focusin", (event) => { last = memory(event.target); });

// Whoever clicks beside everything wants it nowhere. What is being taken away is told of it too, and is away when this is over.
document.addEventListener("focusout", (event) => {
  if (event.relatedTarget === null && document.hasFocus()) queueMicrotask(() => { if (last?.element === event.target && lost() && takes(event.target)) last = null; });
});

new MutationObserver(giveBack).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "hidden", "open"] });
