// What a person folds away stays so in this browser: details with data-fold="NAME".
const key = (fold) => `pliegue:${fold.dataset.fold}`;
const seen = new WeakSet();

function remembered(fold) {
  try {
    return localStorage.getItem(key(fold));
  } catch {
    return null;
  }
}

function restore() {
  for (const fold of document.querySelectorAll("details[data-fold]")) {
    if (seen.has(fold)) continue;
    seen.add(fold);
    const state = remembered(fold);
    if (state !== null) fold.open = state === "1";
  }
}

// A click, and not "toggle": that is told of what the page or this file does too.
document.addEventListener("click", (event) => {
  const fold = event.target.closest("summary")?.parentElement;
  if (!fold?.matches("details[data-fold]")) return;
  try {
    localStorage.setItem(key(fold), fold.open ? "0" : "1");
  } catch {
    // A browser that keeps nothing folds anew each time.
  }
});

new MutationObserver(restore).observe(document.body, { subtree: true, childList: true });
restore();
