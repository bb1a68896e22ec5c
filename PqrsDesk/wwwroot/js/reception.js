// For hands that stay on the keyboard: Enter goes to the next field. (Ctrl+Enter sends: keyboard.js.) And printing.
const FIELDS = "input:not([type='hidden']), select, textarea, button[type='submit']";

/** Of a row of choices, the one that the Tab key comes to. */
const placeOf = (field) => {
  if (field.type !== "radio") return field;
  const all = [...field.closest("[data-enter-next]").querySelectorAll(`input[type='radio'][name='${CSS.escape(field.name)}']`)];
  return all.find((each) => each.checked) ?? all[0];
};

function next(field) {
  const fields = [...field.closest("[data-enter-next]").querySelectorAll(FIELDS)].filter((each) => !each.disabled && each.offsetParent !== null && placeOf(each) === each);
  fields[fields.indexOf(placeOf(field)) + 1]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const field = event.target.closest("[data-enter-next] :is(input:not([type='search']), select)");
  if (!field) return;
  event.preventDefault();
  next(field);
});

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// In a row of choices a letter chooses, as in a list, and the same letter again the next that begins with it. Before the
// shortcuts hear of it: whoever is in a list types no shortcut.
document.addEventListener("keydown", (event) => {
  const row = event.target.closest("[data-letters]");
  if (!row || event.ctrlKey || event.metaKey || event.altKey || !/^\p{L}$/u.test(event.key)) return;
  event.preventDefault();
  const meant = [...row.querySelectorAll("input[type='radio']")].filter((each) => fold(each.labels[0].innerText.trim()).startsWith(fold(event.key)));
  const chosen = meant[meant.findIndex((each) => each.checked) + 1] ?? meant[0];
  chosen?.focus();
  if (chosen && !chosen.checked) chosen.click();
}, true);

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  // What was clicked is chosen, and the words that go with it are next: after the click has put the keyboard on the choice.
  const then = event.detail > 0 && event.target.closest("[data-then] label")?.closest("[data-then]").dataset.then;
  if (then) setTimeout(() => document.getElementById(then)?.focus());
});
