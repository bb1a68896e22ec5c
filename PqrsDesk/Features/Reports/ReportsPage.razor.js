// A download that says that it is under way, and whether it came. Without this script the link still downloads.
const followed = new WeakSet();

export function follow(link) {
  if (!link || followed.has(link)) return;
  followed.add(link);
  link.addEventListener("click", event => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.getAttribute("aria-disabled") !== "true") download(link);
  });
}

async function download(link) {
  const say = text => { link.closest(".report-month").querySelector(".report-word").textContent = text; };
  link.setAttribute("aria-disabled", "true");
  link.classList.add("busy");
  say(link.dataset.busy);
  try {
    const answer = await fetch(link.href);
    if (!answer.ok || answer.redirected) throw new Error(`${answer.status}`);
    save(await answer.blob(), link.download);
    say(link.dataset.done.replace("{0}", link.download));
  } catch {
    say(link.dataset.failed);
  } finally {
    link.removeAttribute("aria-disabled");
    link.classList.remove("busy");
  }
}

function save(file, name) {
  const address = URL.createObjectURL(file);
  const saver = document.createElement("a");
  saver.href = address;
  saver.download = name;
  saver.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
