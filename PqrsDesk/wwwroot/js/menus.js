// A menu that a key opened is worked with keys: arrows, Home, End, or the first letter of an entry. Escape closes it, and the focus is
// where it was. So does any other panel of a button take the focus when its key opened it.
const MENU = "[popover][role='menu']";
const FIELDS = "input:not([type='hidden']), select, textarea, button, a[href], summary, [tabindex='0']";

const entriesOf = (menu) => [...menu.querySelectorAll("[role='menuitem']:not(:disabled)")].filter((entry) => entry.checkVisibility());

/** Into what its button just opened; nothing when it did not open. */
export function enter(button) {
  const panel = button?.popoverTargetElement;
  if (!panel?.matches(":popover-open") || panel.contains(document.activeElement)) return;
  (panel.matches(MENU) ? entriesOf(panel)[0] : [...panel.querySelectorAll(FIELDS)].find((field) => !field.disabled && field.checkVisibility()))?.focus();
}

document.addEventListener("toggle", (event) => {
  if (event.newState === "open" && event.target.matches?.(MENU) && !event.target.contains(document.activeElement)) entriesOf(event.target)[0]?.focus();
}, { capture: true });

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(MENU);
  if (!menu || event.ctrlKey || event.altKey || event.metaKey) return;
  const entries = entriesOf(menu);
  const at = entries.indexOf(event.target.closest("[role='menuitem']"));
  const folded = (text) => text.trim().normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const next = {
    ArrowDown: () => entries[(at + 1) % entries.length],
    ArrowUp: () => entries[(at + entries.length - 1) % entries.length],
    Home: () => entries[0],
    End: () => entries.at(-1),
  }[event.key] ?? (event.key.length === 1 && event.key !== " " ? () => [...entries.slice(at + 1), ...entries.slice(0, at + 1)].find((entry) => folded(entry.textContent).startsWith(folded(event.key))) : null);
  if (event.key === "Tab") menu.hidePopover();
  if (!next) return;
  next()?.focus();
  event.preventDefault();
  event.stopPropagation();
});
