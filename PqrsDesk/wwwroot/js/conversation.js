// A conversation opens at its end and stays there as it grows. Who scrolled up to read is left in peace.
let shown = null;
let atEnd = true;

// On narrow screens it has no scroller of its own, and the page opens at its beginning.
function scroller(talk) {
  const column = talk?.parentElement;
  return column && /auto|scroll/.test(getComputedStyle(column).overflowY) ? column : null;
}

function follow() {
  const talk = document.querySelector(".conversation");
  if (talk !== shown) [shown, atEnd] = [talk, true];
  const column = scroller(talk);
  if (column && atEnd) column.scrollTop = column.scrollHeight;
}

document.addEventListener("scroll", (event) => {
  const column = scroller(shown);
  if (column && event.target === column) atEnd = column.scrollHeight - column.clientHeight - column.scrollTop <= 8;
}, { capture: true, passive: true });

new MutationObserver(follow).observe(document.body, { subtree: true, childList: true });
follow();

// A long case shows its newest lines and what was filed. Whoever looks for a word or prints wants all of it: the lines come
// before the browser looks, and printing waits for them.
const PATIENCE = 5_000;
const older = () => document.querySelector("[data-older]");

document.addEventListener("keydown", (event) => {
  const finds = event.key === "F3" || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f");
  const prints = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "p";
  if (!older() || event.defaultPrevented || event.altKey || event.shiftKey || !(finds || prints)) return;
  older().click();
  if (!prints) return;
  event.preventDefault();
  const since = performance.now();
  const wait = setInterval(() => {
    if (older() && performance.now() - since < PATIENCE) return;
    clearInterval(wait);
    window.print();
  }, 50);
});

// The button goes with what it hid: the focus stays in the conversation.
document.addEventListener("click", (event) => event.target.closest("[data-older]")?.closest("[tabindex='0']")?.focus({ preventScroll: true }));
