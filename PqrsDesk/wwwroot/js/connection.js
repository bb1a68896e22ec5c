import { now } from "./clock.js";

// Keeps the circuit, and says so quietly when it is gone. A cut is retried without end; when the server no longer
// knows the circuit (it was restarted), the page is loaded again as soon as the server answers.
const FIRST = 250;
const LONGEST = 5_000;
const GRACE = 400;
const WATCH = 5_000;
const STUCK = 30_000;

// A quarter of the patience of the server: colleagues see soon that a cable was pulled.
const PING = 5_000;

const bar = document.querySelector("[data-connection]");
const unattended = () => document.querySelector("[data-unattended]") !== null;

let down = false;
let reloading = false;
let wake = () => {};

const pause = (milliseconds) => new Promise((resolve) => {
  const timer = setTimeout(resolve, milliseconds);
  wake = () => { clearTimeout(timer); resolve(); };
});

function say(line) {
  if (!bar) return;
  bar.hidden = line === null;
  bar.querySelectorAll("[data-connection-line]").forEach((text) => { text.hidden = text.dataset.connectionLine !== line; });
  bar.querySelector("[data-connection-reload]").hidden = line !== "unsaved" && line !== "language";
}

// What a box keeps by itself (typing.js) comes back with the page.
const hasUnsavedText = () => [...document.querySelectorAll("textarea:not([data-typed])")].some((field) => field.value.trim() !== "");

/** The page is to be drawn anew: at once, or when the person who writes on it says so. */
export function reloadCalmly(line) {
  if (hasUnsavedText() || document.querySelector("dialog[open]")) say(line);
  else location.reload();
}

async function serverAnswers() {
  try {
    const response = await fetch(location.href, { cache: "no-store" });
    return response.status < 500;
  } catch (error) {
    console.debug("The server does not answer yet.", error);
    return false;
  }
}

async function reloadWhenReady() {
  if (hasUnsavedText() && !unattended()) {
    say("unsaved");
    return;
  }
  say("back");
  reloading = true;
  for (let wait = FIRST; !await serverAnswers(); wait = Math.min(LONGEST, wait * 2)) await pause(wait);
  location.reload();
}

async function reconnect() {
  for (let wait = FIRST; down; wait = Math.min(LONGEST, wait * 2)) {
    await pause(wait);
    if (!down) return;
    try {
      // False: the server is there and no longer knows this circuit. It throws while the server is out of reach.
      if (await Blazor.reconnect()) return;
      await reloadWhenReady();
      return;
    } catch (error) {
      console.debug("Not connected yet.", error);
    }
  }
}

const handler = {
  onConnectionDown() {
    if (down) return;
    down = true;
    // A blink of the network is not worth a line.
    setTimeout(() => { if (down && bar?.hidden) say("down"); }, GRACE);
    reconnect();
  },
  onConnectionUp() {
    down = false;
    say(null);
  },
};

/** The last resort of a screen that nobody looks after: data this old means that whatever should have come did not. */
function watch() {
  const data = Date.parse(document.querySelector("desk-stale")?.getAttribute("at") ?? "");
  if (unattended() && !reloading && now() - data > STUCK) reloadWhenReady();
}

/** Starts the circuit under this handler, and on a wall screen presses reload in nobody's stead. */
export async function connect() {
  window.addEventListener("online", () => wake());
  document.addEventListener("visibilitychange", () => { if (!document.hidden) wake(); });
  bar?.querySelector("[data-connection-reload]").addEventListener("click", () => location.reload());

  const broken = document.querySelector("#blazor-error-ui");
  if (broken) {
    new MutationObserver(async () => {
      if (!unattended() || broken.style.display !== "block") return;
      await pause(LONGEST);
      await reloadWhenReady();
    }).observe(broken, { attributes: true, attributeFilter: ["style"] });
  }

  setInterval(watch, WATCH);
  try {
    // The tables of rows raise it themselves (rows.js); what it carries goes to the server as it is.
    window.Blazor?.registerCustomEventType("rowact", { createEventArgs: (event) => event.detail });
    window.Blazor?.registerCustomEventType("chatsay", { createEventArgs: (event) => event.detail });
    await window.Blazor?.start({ circuit: { reconnectionHandler: handler, configureSignalR: (hub) => hub.withKeepAliveInterval(PING) } });
  } catch (error) {
    // Cut before the circuit stood: there is nothing to reconnect to yet, so the page begins again.
    console.debug("The circuit did not start.", error);
    await reloadWhenReady();
  }
}
