// A field that takes the keys that are pressed in it ([data-record], Shell/Preferring/KeyRow.razor): one stroke with Ctrl or
// Alt, or a character, which a second one may follow. Nothing runs out: Enter, or leaving the field, keeps the one. Tab goes on
// as everywhere, Escape leaves all as it was.
import { strokeOf } from "./keyboard.js";

let begun = "";

const fieldOf = (event) => (event.target.matches?.("[data-record]") ? event.target : null);
const restore = (field) => { field.value = field.dataset.record; };

function keep(field, keys) {
  begun = "";
  field.value = keys;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

window.addEventListener("keydown", (event) => {
  const field = fieldOf(event);
  if (!field || event.key === "Tab") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (event.isComposing || event.repeat || ["Control", "Shift", "Alt", "AltGraph", "Meta", "CapsLock"].includes(event.key)) return;
  const stroke = strokeOf(event);
  const plain = event.key.length === 1 && event.key !== " " && !stroke.startsWith("Ctrl+") && !stroke.startsWith("Alt+");
  if (stroke === "Escape" || stroke === "Backspace") {
    begun = "";
    restore(field);
  } else if (stroke === "Enter") {
    if (begun) keep(field, begun);
  } else if (plain && !begun) {
    begun = stroke;
    field.value = `${stroke} …`;
  } else keep(field, plain && begun ? `${begun} ${stroke}` : stroke);
}, { capture: true });

// Whatever comes in another way (a paste, a telephone's keyboard) is no key.
document.addEventListener("beforeinput", (event) => {
  if (fieldOf(event)) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  begun = "";
  fieldOf(event)?.select();
});

document.addEventListener("focusout", (event) => {
  const field = fieldOf(event);
  if (field && begun) keep(field, begun);
  begun = "";
});
