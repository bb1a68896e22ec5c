// The house's own fields on the public form: only those that are asked for as the form stands are shown. The server has the say.
const places = [...document.querySelectorAll("[data-house-field]")];
const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().trim();
const number = (text) => {
  const plain = text.replace("$", "").trim();
  return plain === "" ? NaN : Number(plain.includes(",") ? plain.replaceAll(".", "").replace(",", ".") : plain);
};
const valuesOf = (place) => [...place.querySelectorAll("input:not([type=checkbox]), input:checked, textarea, select")].map((box) => box.value).filter((value) => value.trim() !== "");

const is = (type, value, wanted) => type === "Number" || type === "Money" ? number(value) === Number(wanted)
  : type === "Text" || type === "LongText" ? fold(value) === fold(wanted) : value === wanted;

const holds = (when, other) => {
  const values = valuesOf(other);
  const type = other.dataset.kindOf;
  if (values.length === 0) return false;
  if (when.from === null && when.to === null) return when.values.length === 0 || values.some((value) => when.values.some((wanted) => is(type, value, wanted)));
  const amount = number(values[0]);
  return !Number.isNaN(amount) && (when.from === null || amount >= when.from) && (when.to === null || amount <= when.to);
};

const asked = (place, form, depth) => {
  const { kinds, topic, product, when } = place.dataset;
  const chosen = form.querySelector("[name=Topic]")?.value ?? "";
  if (kinds && !kinds.split(" ").includes(form.querySelector("[name=Kind]:checked")?.value)) return false;
  if (topic && topic !== chosen && !chosen.startsWith(`${topic} › `)) return false;
  if (product && product !== form.querySelector("[name=Product]")?.value) return false;
  if (!when) return true;
  const condition = JSON.parse(when);
  const other = places.find((each) => each.dataset.houseField === condition.field);
  return depth < places.length && other !== undefined && asked(other, form, depth + 1) && holds(condition, other);
};

if (places.length > 0) {
  const form = places[0].closest("form");
  const tell = () => {
    for (const place of places) place.hidden = !asked(place, form, 0);
  };
  form.addEventListener("change", tell);
  form.addEventListener("input", tell);
  addEventListener("pageshow", tell);
  tell();
}
