// <sla-timer> and <desk-age>: one ticker for all of a page. They write into a shadow root, so that the server's
// renderer may patch the element as it likes.
import { now, noticeJump } from "./clock.js";
import { age, late, remaining } from "./spans.js";

const WORDS = {
  es: { "on-time": "a tiempo", "at-risk": "por vencer", overdue: "vencido", paused: "en espera", met: "cumplido", released: "sin efecto" },
  en: { "on-time": "on time", "at-risk": "at risk", overdue: "overdue", paused: "paused", met: "met", released: "no longer owed" },
};
const words = WORDS[document.documentElement.lang] ?? WORDS.es;

const DRAWINGS = {
  "on-time": "M12 14a2 2 0 1 0 0-4a2 2 0 0 0 0 4",
  "at-risk": "M12 4L2.5 20h19zM12 10v4M12 17h.01",
  overdue: "M12 21a8 8 0 1 0 0-16a8 8 0 0 0 0 16M12 9v4l3 2M5 3L2 6M19 3l3 3",
  paused: "M8 5v14M16 5v14",
  met: "M5 12l5 5L19 7",
  released: "M6 12h12",
};

const STYLE = `
  :host { display: inline-block; }
  .line { display: inline-flex; align-items: baseline; justify-content: flex-end; gap: .3em; white-space: nowrap; }
  .on-time { color: var(--timer-on-time, var(--on-time)); }
  .at-risk { color: var(--at-risk); }
  .overdue { color: var(--overdue); font-weight: 600; }
  .paused { color: var(--paused); }
  .met { color: var(--on-time); }
  .released { color: var(--paused); }
  svg { width: 1.1em; height: 1.1em; flex: none; align-self: center; fill: none; stroke: currentColor; stroke-width: 2.2;
        stroke-linecap: round; stroke-linejoin: round; }
  .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
`;

const ticking = new Set();

export class Ticking extends HTMLElement {
  connectedCallback() {
    if (!this.shadowRoot) this.draw(this.attachShadow({ mode: "open" }));
    ticking.add(this);
    this.tick();
  }

  disconnectedCallback() {
    ticking.delete(this);
  }

  attributeChangedCallback() {
    if (this.shadowRoot) this.tick();
  }

  instant(name) {
    const value = Date.parse(this.getAttribute(name) ?? "");
    return Number.isNaN(value) ? null : value;
  }
}

class SlaTimer extends Ticking {
  static observedAttributes = ["due", "state", "risk", "stopped"];

  draw(root) {
    root.innerHTML = `<style>${STYLE}</style><span class="line"><svg viewBox="0 0 24 24" aria-hidden="true"><path/></svg><span class="word"></span><span class="text"></span></span>`;
    this.line = root.querySelector(".line");
    this.path = root.querySelector("path");
    this.word = root.querySelector(".word");
    this.text = root.querySelector(".text");
  }

  tick() {
    const { meaning, text } = this.read();
    if (this.shown !== meaning) {
      this.shown = meaning;
      this.line.className = `line ${meaning}`;
      this.path.setAttribute("d", DRAWINGS[meaning]);
      this.word.textContent = text === words[meaning] ? "" : `${words[meaning]} `;
      this.dataset.meaning = meaning;
    }
    if (this.text.textContent !== text) this.text.textContent = text;
  }

  read() {
    const due = this.instant("due");
    const state = this.getAttribute("state");
    if (state === "paused" || state === "met" || state === "released") return { meaning: state, text: words[state] };
    if (due === null) return { meaning: "on-time", text: "" };

    const at = this.instant("stopped") ?? now();
    if (at > due) return { meaning: "overdue", text: late(at - due) };
    if (state === "breached") return { meaning: "overdue", text: words.overdue };
    const risk = this.instant("risk");
    return { meaning: risk !== null && at >= risk ? "at-risk" : "on-time", text: remaining(due - at) };
  }
}

class DeskAge extends Ticking {
  static observedAttributes = ["at"];

  draw(root) {
    this.text = root.appendChild(document.createElement("span"));
  }

  tick() {
    const at = this.instant("at");
    const text = at === null ? "" : age(now() - at);
    if (this.text.textContent !== text) this.text.textContent = text;
  }
}

customElements.define("sla-timer", SlaTimer);
customElements.define("desk-age", DeskAge);

// On the server's whole seconds, so that all timers in a room turn together.
function turn() {
  noticeJump();
  for (const element of ticking) element.tick();
  setTimeout(turn, 1_000 - (now() % 1_000));
}
turn();
