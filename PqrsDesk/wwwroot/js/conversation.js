// A conversation opens at its end and stays there as it grows. Who scrolled up to read is left in peace.
let shown = null;
let atEnd = true;

function scroller(element) {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (parent.scrollHeight > parent.clientHeight && /auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent;
  return document.scrollingElement;
}

// How far the last turn reaches under the composer, which stands still at the bottom of wide screens.
function hidden(talk) {
  const composer = talk.parentElement.querySelector("[data-composer]");
  if (!composer || !talk.lastElementChild || getComputedStyle(composer).position !== "sticky") return 0;
  return talk.lastElementChild.getBoundingClientRect().bottom + 12 - composer.getBoundingClientRect().top;
}

function follow() {
  const talk = document.querySelector(".conversation");
  if (talk !== shown) [shown, atEnd] = [talk, true];
  if (!talk || !atEnd) return;
  const below = hidden(talk);
  if (below > 0) scroller(talk).scrollBy(0, below);
}

document.addEventListener("scroll", () => {
  if (shown?.isConnected) atEnd = hidden(shown) <= 1;
}, { capture: true, passive: true });

new MutationObserver(follow).observe(document.body, { subtree: true, childList: true });
follow();
