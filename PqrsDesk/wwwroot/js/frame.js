// Light or dark, rail folded or open. The server reads the same cookies and draws the first page right (Appearance.cs).
const root = document.documentElement;
const YEAR = 365 * 24 * 60 * 60;

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}

const isDark = () => root.dataset.scheme === "dark"
  || (root.dataset.scheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);

function switchScheme() {
  const scheme = isDark() ? "light" : "dark";
  root.dataset.scheme = scheme;
  document.querySelectorAll("link[data-scheme-sheet]").forEach((sheet) => {
    sheet.media = sheet.dataset.schemeSheet === scheme ? "all" : "not all";
  });
  keep("tema", scheme === "dark" ? "oscuro" : "claro");
}

function switchRail() {
  const folded = root.dataset.rail !== "folded";
  root.dataset.rail = folded ? "folded" : "open";
  keep("riel", folded ? "plegado" : "abierto");
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-scheme-toggle]")) switchScheme();
  if (event.target.closest("[data-rail-toggle]")) switchRail();
  // Going somewhere keeps the document: what was open over it would stay open.
  if (event.target.closest("a[href]")) event.target.closest("[popover]:popover-open")?.hidePopover();
});
