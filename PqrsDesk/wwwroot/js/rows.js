// The current row among [data-row] elements. It is remembered by its key, not by its element: the renderer reuses
// elements for other rows, moves them and takes them away.
const ROWS = "[data-row]";
const SETTLED = 200;

let current = null;
let place = 0;
let focused = false;
let anchor = null;
const versions = new Map();

const rows = () => [...document.querySelectorAll(ROWS)];
const find = (key) => rows().find((row) => row.dataset.row === key);

export const currentRow = () => (current === null ? undefined : find(current));

/** Moves by so many rows; from nowhere, to the first. */
export function move(by) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex((row) => row.dataset.row === current);
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  current = next.dataset.row;
  mark();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
  remember();
}

function mark() {
  rows().forEach((row, index) => {
    const here = row.dataset.row === current;
    if (here) place = index;
    if (here !== row.hasAttribute("data-current")) row.toggleAttribute("data-current", here);
    row.tabIndex = here ? 0 : -1;
  });
}

function scrollerOf(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if ((overflowY === "auto" || overflowY === "scroll") && parent.scrollHeight > parent.clientHeight) return parent;
  }
  return null;
}

// What the eye holds on to: the current row when it is in view, else the first row that is.
function remember() {
  const all = rows();
  const scroller = all[0] && scrollerOf(all[0]);
  if (!scroller) {
    anchor = null;
    return;
  }
  const view = scroller.getBoundingClientRect();
  const inView = (row) => {
    const box = row.getBoundingClientRect();
    return box.bottom > view.top && box.top < view.bottom;
  };
  const mine = currentRow();
  const row = mine && inView(mine) ? mine : all.find(inView);
  anchor = row && { key: row.dataset.row, top: row.getBoundingClientRect().top, scroller, scrolled: scroller.scrollTop };
}

function hold() {
  const row = anchor && find(anchor.key);
  if (!row || !anchor.scroller.isConnected || anchor.scroller.scrollTop === 0) return;
  const expected = anchor.top - (anchor.scroller.scrollTop - anchor.scrolled);
  const drift = row.getBoundingClientRect().top - expected;
  if (Math.abs(drift) >= 1) anchor.scroller.scrollTop += drift;
}

function flash() {
  for (const row of rows()) {
    const { row: key, version } = row.dataset;
    if (version === undefined) continue;
    const before = versions.get(key);
    versions.set(key, version);
    if (before === undefined || before === version) continue;
    row.classList.add("changed");
    setTimeout(() => row.classList.remove("changed"), SETTLED);
  }
  if (versions.size > 5_000) versions.clear();
}

// Some of a page's rows are picked: a state of the box that no attribute carries.
const showSome = () => document.querySelectorAll("[data-pick-page]").forEach((box) => { box.indeterminate = box.hasAttribute("data-some"); });

function follow() {
  showSome();
  const all = rows();
  if (all.length === 0) return;
  // The row left (closed, or filtered out): stay at its place in the list.
  if (current !== null && !find(current)) current = all[Math.min(place, all.length - 1)].dataset.row;
  mark();
  hold();
  if (focused && (document.activeElement === document.body || document.activeElement?.matches(ROWS)))
    currentRow()?.focus({ preventScroll: true });
  flash();
  remember();
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest(ROWS);
  focused = row !== null;
  if (!row || row.dataset.row === current) return;
  current = row.dataset.row;
  mark();
});

// One handler for all rows of a table: the server hears which row and what, not of every click.
document.addEventListener("click", (event) => {
  const pressed = event.target.closest(`${ROWS} [data-act]`);
  const row = pressed?.closest(ROWS);
  if (row) row.dispatchEvent(new CustomEvent("rowact", { bubbles: true, detail: { row: row.dataset.row, act: pressed.dataset.act, range: event.shiftKey } }));
});

// A range of rows is meant, not of their text.
document.addEventListener("mousedown", (event) => {
  if (event.shiftKey && event.target.closest(".c-pick")) event.preventDefault();
});

let planned = false;
document.addEventListener("scroll", () => {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => { planned = false; remember(); });
}, { capture: true, passive: true });

new MutationObserver(follow).observe(document.body, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ["data-row", "data-version", "data-some"],
});
follow();
