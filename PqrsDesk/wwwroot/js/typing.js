// Long texts (Ui/TypedBox.razor), and lines of forms that are kept (Ui/TypedLine.razor). The server is told what stands in the box after a pause, and before anything else that
// is done: typing waits for nobody. What it has not heard yet is kept in this browser and comes back with the page.
const TYPED = ":is(textarea, input)[data-typed]";
const PAUSE = 300;
const OLD = 7 * 24 * 60 * 60 * 1_000;
const waiting = new Map();
const seen = new WeakSet();
let telling = false;

const keyOf = (box) => `borrador:${box.dataset.typed}`;

function store(act) {
  try {
    return act(localStorage);
  } catch {
    // A browser that keeps nothing has the server's copy alone.
    return null;
  }
}

function tell(box) {
  clearTimeout(waiting.get(box));
  waiting.delete(box);
  if (!box.isConnected) return;
  // The server counts too (data-heard): what comes through one connection comes in order, and once.
  box.dataset.told = String(Number(box.dataset.told ?? 0) + 1);
  telling = true;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  telling = false;
}

export function tellAll() {
  for (const box of [...waiting.keys()]) tell(box);
}

// The server listens for "input" too, and hears of it when it is told.
window.addEventListener("input", (event) => {
  const box = event.target;
  if (telling || !box.matches?.(TYPED)) return;
  event.stopImmediatePropagation();
  store((kept) => kept.setItem(keyOf(box), JSON.stringify({ text: box.value, at: Date.now() })));
  clearTimeout(waiting.get(box));
  waiting.set(box, setTimeout(() => tell(box), PAUSE));
}, { capture: true });

// Before the click, the key or the change itself is told: on the window, and on the way down.
for (const type of ["click", "change", "focusout", "pagehide"]) window.addEventListener(type, tellAll, { capture: true });
window.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key === "Escape") tellAll();
}, { capture: true });

function heard(box) {
  if (box.dataset.heard === box.dataset.told && !waiting.has(box)) store((kept) => kept.removeItem(keyOf(box)));
}

// The page came back, and the server never heard the last of it.
function recover(box) {
  const kept = store((all) => JSON.parse(all.getItem(keyOf(box)) ?? "null"));
  if (!kept?.text || Date.now() - kept.at > OLD || kept.text === box.value) return;
  // In a form that shows what is kept of a whole thing, what was typed takes its place: half of each would be neither.
  box.value = "whole" in box.dataset || kept.text.startsWith(box.value) || box.value === "" ? kept.text : `${box.value}\n\n${kept.text}`;
  tell(box);
}

function find() {
  for (const box of document.querySelectorAll(`[data-interactive] ${TYPED}`)) {
    if (seen.has(box)) continue;
    seen.add(box);
    recover(box);
  }
}

new MutationObserver((changes) => {
  find();
  for (const change of changes) if (change.attributeName === "data-heard") heard(change.target);
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-heard", "data-interactive"] });
find();
