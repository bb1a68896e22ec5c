// <desk-clock>: the time of day in the desk's zone. <desk-stale>: how old the data is, once it is old enough to say.
import { now } from "./clock.js";
import { age } from "./spans.js";
import { Ticking } from "./timers.js";

const OLD = 10_000;
const MINUTE = 60_000;

class DeskClock extends Ticking {
  static observedAttributes = ["zone"];

  draw(root) {
    this.text = root;
    this.format = new Intl.DateTimeFormat(document.documentElement.lang, {
      hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: this.getAttribute("zone") ?? undefined,
    });
  }

  tick() {
    const text = this.format.format(now());
    if (this.text.textContent !== text) this.text.textContent = text;
  }
}

class DeskStale extends Ticking {
  static observedAttributes = ["at"];

  draw(root) {
    this.text = root;
  }

  tick() {
    const old = now() - this.instant("at");
    this.toggleAttribute("hidden", old < OLD);
    if (old >= OLD) this.text.textContent = (this.getAttribute("words") ?? "{0}").replace("{0}", old < MINUTE ? `${Math.floor(old / 1_000)} s` : age(old));
  }
}

customElements.define("desk-clock", DeskClock);
customElements.define("desk-stale", DeskStale);
