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
