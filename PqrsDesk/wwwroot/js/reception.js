// For hands that stay on the keyboard: Enter goes to the next field. (Ctrl+Enter sends: keyboard.js.) And printing.
const FIELDS = "input:not([type='hidden']), select, textarea, button[type='submit']";

function next(field) {
  const fields = [...field.closest("[data-enter-next]").querySelectorAll(FIELDS)].filter((each) => !each.disabled && each.offsetParent !== null);
  fields[fields.indexOf(field) + 1]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const field = event.target.closest("[data-enter-next] :is(input:not([type='search']), select)");
  if (!field) return;
  event.preventDefault();
  next(field);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
});
