// What colleagues say beside a case. Enter sends: the box is empty at once and takes the next line, while the line that
// was sent is kept here and said again, under the same name, until the server has it.
const AGAIN = 4_000;
const OLD = 24 * 60 * 60 * 1_000;
const scrolled = new WeakMap();

const formOf = (element) => element?.closest?.("[data-chat-form]");
const boxOf = (form) => form.querySelector("[data-chat-box]");
const keyOf = (form) => `charla:${boxOf(form).dataset.typed}`;
const memory = new Map();

// A browser that keeps nothing has the page's own memory.
function read(form) {
  let kept = memory.get(keyOf(form)) ?? [];
  try {
    kept = JSON.parse(localStorage.getItem(keyOf(form)) ?? "[]");
  } catch {
    // As it was.
  }
  return kept.filter((line) => Date.now() - line.at < OLD);
}

function keep(form, lines) {
  memory.set(keyOf(form), lines);
  try {
    if (lines.length === 0) localStorage.removeItem(keyOf(form));
    else localStorage.setItem(keyOf(form), JSON.stringify(lines));
  } catch {
    // As above.
  }
}

// Not every page is a secure context, in which browsers have a function for it.
function name() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const reachable = (form) => form.closest("[data-interactive]") && document.querySelector("[data-connection]")?.hidden !== false;

function say(form, line) {
  if (reachable(form)) form.dispatchEvent(new CustomEvent("chatsay", { bubbles: true, detail: { text: line.text, key: line.key } }));
}

function send(form) {
  const box = boxOf(form);
  const text = box.value;
  box.focus();
  if (text.trim() === "") return;
  const line = { key: name(), text, at: Date.now() };
  keep(form, [...read(form), line]);
  say(form, line);
  box.value = "";
  box.dispatchEvent(new Event("input", { bubbles: true }));
  const lines = form.closest("[data-chat]").querySelector("[data-chat-lines]");
  if (lines) scrolled.set(lines, true);
}

// Before the shortcuts of the page: whatever is held with Enter here, no letter to the petitioner goes out by it.
window.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || !event.target.matches?.("[data-chat-box]")) return;
  const within = event.ctrlKey || event.metaKey || event.altKey;
  if (event.shiftKey && !within) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!event.shiftKey && !event.altKey) send(formOf(event.target));
}, { capture: true });

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-chat-send]")) send(formOf(event.target));
  if (event.target.closest("[data-chat-go]")) go();
});

/** Opens the fold that it stands in, and goes there. */
function go() {
  const box = document.querySelector("[data-chat-box]");
  if (!box) return;
  box.closest("details").open = true;
  box.focus();
  box.closest("[data-chat]").scrollIntoView({ block: "nearest" });
}

setInterval(() => {
  for (const form of document.querySelectorAll("[data-chat-form]")) for (const line of read(form)) if (Date.now() - line.at > AGAIN) say(form, line);
}, AGAIN);

function end(lines) {
  if (scrolled.get(lines) !== false) lines.scrollTop = lines.scrollHeight;
}

// Whoever reads what was said before stays there.
document.addEventListener("scroll", (event) => {
  const lines = event.target;
  if (lines.matches?.("[data-chat-lines]")) scrolled.set(lines, lines.scrollTop + lines.clientHeight > lines.scrollHeight - 24);
}, { capture: true });
document.addEventListener("toggle", (event) => event.target.querySelectorAll?.("[data-chat-lines]").forEach(end), { capture: true });

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.attributeName === "data-said") keep(change.target, read(change.target).filter((line) => line.key !== change.target.dataset.said));
    else if (change.target.closest?.("[data-chat]") || change.target.querySelector?.("[data-chat-lines]")) document.querySelectorAll("[data-chat-lines]").forEach(end);
  }
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-said"] });
