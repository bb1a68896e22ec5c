// In the composer: marks of Markdown around what is selected, and files that are pasted or dropped.
const WAIT = 200;
const TRIES = 150;

const MARKS = {
  bold: (text) => ["**", text, "**"],
  italic: (text) => ["_", text, "_"],
  link: (text) => (/^https?:\/\//i.test(text) ? ["[", "", `](${text})`] : ["[", text, "](https://)"]),
  list: (text) => lines(text, "- "),
  numbers: (text) => lines(text, (index) => `${index + 1}. `),
  quote: (text) => lines(text, "> "),
};

const lines = (text, mark) => ["", text.split("\n").map((line, index) => (typeof mark === "string" ? mark : mark(index)) + line).join("\n"), ""];

function wrap(box, how) {
  let { selectionStart: from, selectionEnd: to } = box;
  if (["list", "numbers", "quote"].includes(how)) {
    from = box.value.lastIndexOf("\n", from - 1) + 1;
    to = box.value.indexOf("\n", to) < 0 ? box.value.length : box.value.indexOf("\n", to);
  }
  const [before, text, after] = MARKS[how](box.value.slice(from, to));
  box.focus();
  box.setSelectionRange(from, to);
  // So that Ctrl+Z takes it back, as it takes back what is typed.
  if (!document.execCommand("insertText", false, before + text + after)) {
    box.setRangeText(before + text + after, from, to, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  box.setSelectionRange(from + before.length, from + before.length + text.length);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-mark]");
  const box = button?.closest("[data-composer]")?.querySelector("textarea");
  if (box) wrap(box, button.dataset.mark);
});

// What is pasted has no name worth having.
function named(file) {
  if (file.name && !/^image\.\w+$/.test(file.name)) return file;
  const moment = new Date().toISOString().slice(0, 19).replaceAll(":", "").replace("T", "-");
  return new File([file], `captura-${moment}.${file.type.split("/")[1] ?? "png"}`, { type: file.type });
}

async function give(composer, files) {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const input = composer.querySelector("input[type='file']");
    if (!input) return;
    if (!input.disabled) {
      const all = new DataTransfer();
      files.forEach((file) => all.items.add(named(file)));
      input.files = all.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      return;
    }
    await new Promise((resolve) => { setTimeout(resolve, WAIT); });
  }
}

const taker = (event) => {
  const composer = event.target.closest?.("[data-composer]");
  return composer?.querySelector("input[type='file']") ? composer : null;
};

document.addEventListener("paste", (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  const composer = taker(event);
  // A spreadsheet's cells come as text and as a picture: the text is meant.
  if (!composer || files.length === 0 || event.clipboardData.types.includes("text/plain")) return;
  event.preventDefault();
  give(composer, files);
});

const carries = (event) => event.dataTransfer?.types.includes("Files");

document.addEventListener("dragover", (event) => {
  if (!carries(event)) return;
  // Beside the composer a dropped file would open in place of the desk.
  event.preventDefault();
  const composer = taker(event);
  event.dataTransfer.dropEffect = composer || event.target.closest("input[type='file']") ? "copy" : "none";
  document.querySelectorAll("[data-composer].dropping").forEach((each) => each.classList.toggle("dropping", each === composer));
  composer?.classList.add("dropping");
});

for (const type of ["dragleave", "drop", "dragend"]) {
  document.addEventListener(type, (event) => {
    const composer = taker(event);
    if (type === "dragleave" && composer?.contains(event.relatedTarget)) return;
    document.querySelectorAll("[data-composer].dropping").forEach((each) => each.classList.remove("dropping"));
    if (type !== "drop" || !carries(event) || event.target.closest("input[type='file']")) return;
    event.preventDefault();
    if (composer) give(composer, [...event.dataTransfer.files]);
  });
}
