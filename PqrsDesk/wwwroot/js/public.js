// What a script adds to public pages. Each of them works without it.
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
