// Names after an @ (a text box with data-mentions: where the names are asked for). The browser completes them by itself:
// no letter waits for the server. Arrows choose, Enter or Tab takes, Escape leaves.
const MOST = 8;
const FRESH = 5 * 60 * 1_000;
const BEFORE_CARET = /(?:^|[^\p{L}\p{N}])@((?:[\p{L}\p{N}.'’-][\p{L}\p{N}.'’() -]*)?)$/u;
const LONGEST = 80;

const known = new Map();
let open = null;

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

async function ask(address) {
  const response = await fetch(address, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

/** The names, if they are here; else they are asked for, and the list comes when they are. */
function people(box) {
  const address = box.dataset.mentions;
  const kept = known.get(address);
  if (kept && Date.now() - kept.at < FRESH) return kept;
  const fresh = { at: Date.now(), label: "", people: kept?.people ?? null };
  known.set(address, fresh);
  ask(address).then((answer) => {
    fresh.label = answer.label;
    fresh.people = answer.people.map((each) => ({ ...each, key: fold(each.handle), words: fold(each.name).split(" ") }));
    if (document.activeElement === box) look(box);
  }, (error) => {
    known.delete(address);
    console.debug("The names did not come.", error);
  });
  return fresh;
}

function typed(box) {
  if (box.selectionStart !== box.selectionEnd) return null;
  const found = BEFORE_CARET.exec(box.value.slice(Math.max(0, box.selectionStart - LONGEST), box.selectionStart));
  return found && { text: fold(found[1]), from: box.selectionStart - found[1].length - 1 };
}

function look(box) {
  const begun = typed(box);
  const names = begun && people(box);
  const found = (names?.people ?? []).filter((each) => each.key.startsWith(begun.text) || each.words.some((word) => word.startsWith(begun.text))).slice(0, MOST);
  if (found.length === 0) close();
  else show(box, begun, found, names.label);
}

function show(box, begun, found, label) {
  if (open?.box !== box) close();
  const list = open?.list ?? document.createElement("ul");
  const before = open?.found[open.at]?.handle;
  list.className = "mention-list";
  list.id = "menciones";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", label);
  list.replaceChildren(...found.map((each, index) => option(each, index)));
  if (!list.isConnected) (box.closest("dialog") ?? document.body).append(list);
  open = { box, list, found, from: begun.from, at: Math.max(0, found.findIndex((each) => each.handle === before)) };
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  place(box, list, begun.from);
  mark();
}

function option(each, index) {
  const line = document.createElement("li");
  line.id = `mencion-${index}`;
  line.setAttribute("role", "option");
  line.append(Object.assign(document.createElement("span"), { className: "mention-name", textContent: each.handle }));
  if (each.area && !each.handle.includes(each.area)) line.append(Object.assign(document.createElement("span"), { className: "mention-area", textContent: each.area }));
  line.addEventListener("mousedown", (event) => {
    event.preventDefault();
    take(index);
  });
  return line;
}

function mark() {
  for (const [index, line] of [...open.list.children].entries()) line.setAttribute("aria-selected", String(index === open.at));
  open.box.setAttribute("aria-activedescendant", `mencion-${open.at}`);
  open.list.children[open.at].scrollIntoView({ block: "nearest" });
}

function close() {
  if (!open) return;
  open.list.remove();
  for (const name of ["aria-activedescendant", "aria-controls", "aria-autocomplete"]) open.box.removeAttribute(name);
  open = null;
}

function take(index) {
  const { box, found, from } = open;
  const text = `@${found[index].handle} `;
  box.focus();
  box.setSelectionRange(from, box.selectionEnd);
  // So that Ctrl+Z takes it back, as it takes back what is typed.
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, from, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  close();
}

/** Under the @, or over it where there is no room; a copy of the box says where that is. */
function place(box, list, from) {
  const mirror = document.createElement("div");
  const style = getComputedStyle(box);
  for (const name of ["boxSizing", "width", "font", "letterSpacing", "lineHeight", "padding", "border", "whiteSpace", "overflowWrap", "direction", "textAlign"]) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: "absolute", visibility: "hidden", top: "0", left: "0", whiteSpace: "pre-wrap", height: "auto" });
  mirror.textContent = box.value.slice(0, from);
  const sign = Object.assign(document.createElement("span"), { textContent: "@" });
  mirror.append(sign);
  document.body.append(mirror);
  const at = box.getBoundingClientRect();
  const line = Number.parseFloat(style.lineHeight) || 20;
  const top = at.top + sign.offsetTop - box.scrollTop;
  const left = at.left + sign.offsetLeft;
  mirror.remove();
  const { offsetWidth: width, offsetHeight: height } = list;
  list.style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
  list.style.top = `${top + line + height + 8 > innerHeight ? Math.max(8, top - height - 4) : top + line + 4}px`;
}

const KEYS = {
  ArrowDown: () => { open.at = (open.at + 1) % open.found.length; mark(); },
  ArrowUp: () => { open.at = (open.at + open.found.length - 1) % open.found.length; mark(); },
  Enter: () => take(open.at),
  Tab: () => take(open.at),
  Escape: close,
};

// Before typing.js and keyboard.js: on the window, on the way down, and loaded before them.
window.addEventListener("input", (event) => {
  // What is only told to the server (typing.js) is nothing new.
  if (event.isTrusted && event.target.matches?.("textarea[data-mentions]")) look(event.target);
}, { capture: true });
window.addEventListener("keydown", (event) => {
  if (!open || event.target !== open.box || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  if (!KEYS[event.key]) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  KEYS[event.key]();
}, { capture: true });
for (const type of ["focusout", "scroll", "resize", "click"]) {
  window.addEventListener(type, (event) => {
    if (open && !(type === "scroll" && open.list.contains(event.target))) close();
  }, { capture: true });
}
window.addEventListener("keyup", (event) => {
  if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key) && event.target.matches?.("textarea[data-mentions]")) look(event.target);
}, { capture: true });
