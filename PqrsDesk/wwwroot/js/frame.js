// Light or dark, rail folded or open. The server reads the same cookies and draws the first page right (Appearance.cs).
import { reloadCalmly } from "./connection.js";

const root = document.documentElement;
const YEAR = 365 * 24 * 60 * 60;

function keep(name, value) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}

const isDark = () => root.dataset.scheme === "dark"
  || (root.dataset.scheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);

const WORDS = { light: "claro", dark: "oscuro", auto: "sistema" };

function drawScheme(scheme) {
  root.dataset.scheme = scheme;
  document.querySelectorAll("link[data-scheme-sheet]").forEach((sheet) => {
    const own = sheet.dataset.schemeSheet;
    sheet.media = scheme === "auto" ? `(prefers-color-scheme: ${own})` : own === scheme ? "all" : "not all";
  });
  keep("tema", WORDS[scheme]);
}

// The server keeps it for this person's other browsers. One telling at a time, or an older one could come last.
let toTell = null;
let telling = false;

async function tell(address, scheme) {
  toTell = scheme;
  if (telling) return;
  telling = true;
  while (toTell) {
    const next = toTell;
    toTell = null;
    try {
      await fetch(`${address}?valor=${WORDS[next]}`, { redirect: "manual", keepalive: true, cache: "no-store" });
    } catch (error) {
      // This browser has it in its cookie all the same.
      console.debug("The server was not told of the theme.", error);
    }
  }
  telling = false;
  follow();
}

function switchScheme(button) {
  const scheme = isDark() ? "light" : "dark";
  drawScheme(scheme);
  tell(button.dataset.schemeToggle, scheme);
}

// What the person chose here or anywhere else (Shell/Preferring/OwnFrame.razor). Nothing is said of what they never chose.
function follow() {
  const own = document.querySelector("[data-own-look]")?.dataset;
  if (!own) return;
  if (!telling && WORDS[own.scheme] && own.scheme !== root.dataset.scheme) drawScheme(own.scheme);
  if (own.density && own.density !== root.dataset.density) {
    root.dataset.density = own.density;
    keep("densidad", own.density === "compact" ? "compacta" : "comoda");
  }
  // A circuit speaks one language for as long as it lives.
  if (own.language && own.language !== root.lang && !leaving) reloadCalmly("language");
}

// The page that is left for the other language must not come back instead.
let leaving = false;
window.addEventListener("beforeunload", () => {
  leaving = true;
  setTimeout(() => { leaving = false; follow(); }, 10_000);
});

new MutationObserver(follow).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-scheme", "data-density", "data-language"] });
document.addEventListener("visibilitychange", () => { if (!document.hidden) follow(); });

function switchRail() {
  const folded = root.dataset.rail !== "folded";
  root.dataset.rail = folded ? "folded" : "open";
  keep("riel", folded ? "plegado" : "abierto");
}

/** To a part of the page, with the keyboard. */
function goTo(part) {
  part?.scrollIntoView({ block: "start" });
  part?.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const toggle = event.target.closest("[data-scheme-toggle]");
  if (toggle) switchScheme(toggle);
  if (event.target.closest("[data-rail-toggle]")) switchRail();
  const jump = event.target.closest("[data-jump]");
  if (jump) goTo(document.getElementById(jump.dataset.jump));
  // Going somewhere keeps the document: what was open over it would stay open.
  if (event.target.closest("a[href]")) event.target.closest("[popover]:popover-open")?.hidePopover();
});
