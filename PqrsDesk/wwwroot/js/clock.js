// The server's clock, as well as it can be known from here.
const TEN_MINUTES = 600_000;
const JUMP = 5_000;

let offset = 0;
let lastWall = Date.now();
let lastSteady = performance.now();

/** Milliseconds since 1970 by the server's clock. */
export const now = () => Date.now() + offset;

async function measure() {
  const address = document.documentElement.dataset.clock;
  if (!address) return;
  const sent = Date.now();
  try {
    const response = await fetch(address, { cache: "no-store" });
    const received = Date.now();
    const server = Number(await response.text());
    if (response.ok && server > 0) offset = server + (received - sent) / 2 - received;
  } catch (error) {
    console.debug("The clock was not measured; the last difference stays.", error);
  }
}

/** The computer's own clock was set, or it slept: the difference is no longer the one that was measured. */
export function noticeJump() {
  const wall = Date.now();
  const steady = performance.now();
  if (Math.abs(wall - lastWall - (steady - lastSteady)) > JUMP) measure();
  lastWall = wall;
  lastSteady = steady;
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) measure(); });
setInterval(measure, TEN_MINUTES);
measure();
