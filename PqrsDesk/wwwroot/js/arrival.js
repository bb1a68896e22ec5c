// The keyboard is never left standing nowhere, for those who read by ear. Who comes to a page hears its heading
// (Shell/FocusOnArrival.razor): a page that has yet to load shows one at once and another with what it loaded, and the
// keyboard goes along. What is taken away under the hand (a dialog that was answered, a button that did its work) gives it
// back to what opened it, or to the heading of the panel it stood in.
const PATIENCE = 400;
const openers = new WeakMap();
let last = null;
let within = [];
let waiting = 0;

const isNowhere = () => document.activeElement === null || document.activeElement === document.body;

/** Told before a dialog opens: by then the keyboard still stands on what opened it. */
export const rememberOpener = (dialog) => openers.set(dialog, isNowhere() ? null : document.activeElement);

document.addEventListener("focusin", (event) => {
  last = event.target;
  within = [];
  for (let parent = last.parentElement; parent && parent !== document.body; parent = parent.parentElement) within.push(parent);
});

// Whoever has gone elsewhere since wants nothing back.
document.addEventListener("pointerdown", () => { last = null; }, true);

function headingOf(place) {
  const heading = place?.querySelector("h1, h2, h3");
  if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
  return heading;
}

function home() {
  const dialog = within.find((each) => each.matches("dialog"));
  if (dialog?.isConnected && dialog.open) return headingOf(dialog);
  const opener = dialog && openers.get(dialog);
  if (opener?.isConnected && opener.checkVisibility()) return opener;
  return headingOf(within.find((each) => each.isConnected && each.matches("section, article, aside, form, main") && each.querySelector("h1, h2, h3")?.checkVisibility()))
    ?? document.querySelector("main h1");
}

function follow() {
  if (!last || last.isConnected) return;
  if (!isNowhere()) return;
  if (last.matches("h1")) {
    // Until the other is there, the old one is remembered.
    document.querySelector("main h1")?.focus({ preventScroll: true });
    return;
  }
  // What did it may yet have a place of its own for the keyboard.
  clearTimeout(waiting);
  waiting = setTimeout(() => { if (last && !last.isConnected && isNowhere()) home()?.focus({ preventScroll: true }); }, PATIENCE);
}

new MutationObserver(follow).observe(document.body, { subtree: true, childList: true });
