// What a script adds to public pages. Each of them works without it.
import "./fields.js";

const number = new Intl.NumberFormat(document.documentElement.lang);

// A counter; the server has the say.
for (const box of document.querySelectorAll("textarea[data-limit]")) {
  const said = box.parentElement.querySelector("[data-count]");
  const limit = Number(box.dataset.limit);
  const count = () => {
    const left = limit - box.value.length;
    said.textContent = (left < 0 ? box.dataset.over : box.dataset.left).replace("#", number.format(Math.abs(left)));
    said.classList.toggle("over", left < 0);
    said.hidden = box.value.length === 0;
  };
  box.addEventListener("input", count);
  count();
}

// Files can be dropped, and one that is too large is said before it travels.
for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector("input[type=file]");
  const wrong = place.querySelector("[data-drop-error]");
  const check = () => {
    const large = [...input.files].find((file) => file.size > Number(input.dataset.bytes));
    const problem = input.files.length > Number(input.dataset.most) ? input.dataset.tooMany
      : large ? input.dataset.tooLarge.replace("#", large.name)
      : [...input.files].reduce((sum, file) => sum + file.size, 0) > Number(input.dataset.together) ? input.dataset.tooLargeTogether : "";
    wrong.textContent = problem;
    wrong.hidden = problem === "";
    if (problem !== "") input.value = "";
  };
  place.querySelector("[data-drop-hint]").hidden = false;
  input.addEventListener("change", check);
  for (const over of ["dragenter", "dragover"]) place.addEventListener(over, (event) => {
    event.preventDefault();
    place.classList.add("over");
  });
  for (const gone of ["dragleave", "drop"]) place.addEventListener(gone, () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    const all = new DataTransfer();
    for (const file of [...input.files, ...event.dataTransfer.files]) all.items.add(file);
    input.files = all.files;
    check();
  });
}

// What the chosen kind asks for beside the rest, as soon as it is chosen. The server has the say.
for (const said of document.querySelectorAll("[data-asked]")) {
  const form = said.closest("form");
  const [all, nameless] = [JSON.parse(said.dataset.asked), JSON.parse(said.dataset.askedNameless)];
  const tell = () => {
    const kind = form.querySelector("[name=Kind]:checked")?.value;
    const fields = (form.querySelector("[name=Anonymous]:checked, [name=Reserved]:checked") ? nameless : all)[kind];
    said.textContent = fields ? said.dataset.askedText.replace("#", fields) : "";
  };
  form.addEventListener("change", tell);
  tell();
}

// What was written may be of another kind than the one that was chosen: a hint, with a button that chooses it.
for (const place of document.querySelectorAll("[data-hint-address]")) {
  const form = place.closest("form");
  let [asked, waiting] = ["", 0];
  const ask = async () => {
    const words = new URLSearchParams();
    for (const name of ["Kind", "Subject", "Description"]) words.set(name, form.querySelector(`[name=${name}]:checked, :is(input:not([type=radio]), textarea)[name=${name}]`)?.value ?? "");
    if (words.toString() === asked || words.get("Description") === "") return;
    asked = words.toString();
    const answer = await fetch(place.dataset.hintAddress, { method: "POST", body: words }).catch(() => null);
    if (words.toString() !== asked || answer === null || answer.redirected) return;
    const hint = answer.status === 200 ? await answer.json() : null;
    place.replaceChildren();
    if (hint === null) return;
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button plain", textContent: hint.choose });
    button.addEventListener("click", () => {
      const choice = form.querySelector(`[name=Kind][value=${hint.kind}]`);
      choice.checked = true;
      choice.focus();
      choice.dispatchEvent(new Event("change", { bubbles: true }));
    });
    place.append(hint.said, " ", button);
  };
  form.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 300);
  });
}

// One press sends once. Coming back by the browser's own way finds the button as it was.
for (const form of document.querySelectorAll("form[data-once]")) {
  const button = form.querySelector("button[data-busy]");
  const words = button.querySelector("span");
  const before = words.textContent;
  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    button.setAttribute("aria-busy", "true");
    words.textContent = button.dataset.busy;
  });
  addEventListener("pageshow", () => {
    button.removeAttribute("aria-busy");
    words.textContent = before;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// Not every browser heeds autofocus on what is no field.
document.querySelector("[autofocus]")?.focus();
