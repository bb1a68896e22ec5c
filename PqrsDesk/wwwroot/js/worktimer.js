// A quiet clock for whoever wants one: it counts while this case is looked at, and what it counted is nothing until the
// person puts it into the form and saves it. Each case has its own, for as long as the tab is open.
const idleAfter = 5 * 60 * 1000;
const wish = "work-timer-auto";
let touched = Date.now();

for (const sign of ["pointermove", "pointerdown", "keydown", "wheel", "touchstart"])
  addEventListener(sign, () => (touched = Date.now()), { capture: true, passive: true });

function remembered(store, key) {
  try { return store.getItem(key); } catch { return null; }
}

function remember(store, key, value) {
  try { if (value === null) store.removeItem(key); else store.setItem(key, value); } catch { /* Storage is off: it counts for as long as the page stands. */ }
}

customElements.define("work-timer", class extends HTMLElement {
  connectedCallback() {
    // What stands inside is this element's own: the page that is drawn around it never looks in.
    const inside = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    inside.innerHTML = `<style>
      :host{display:flex;flex-wrap:wrap;align-items:center;gap:4px 8px;margin:4px 0}
      button{font:inherit;font-size:13px;min-height:28px;padding:2px 8px;border:1px solid var(--line-strong);border-radius:6px;background:none;color:var(--text);cursor:pointer}
      button:focus-visible,input:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
      output{font-variant-numeric:tabular-nums}label{font-size:13px;color:var(--muted)}</style>
      <output role="timer"></output><button type="button" part="toggle"></button><button type="button" part="take" hidden></button><label><input type="checkbox"> <span></span></label>`;
    [this.shown, this.toggle, this.take, this.auto] = ["output", "[part=toggle]", "[part=take]", "input"].map(each => inside.querySelector(each));
    this.shown.setAttribute("aria-label", this.dataset.label);
    this.take.textContent = this.dataset.take;
    inside.querySelector("span").textContent = this.dataset.auto;
    this.key = `work-timer:${this.dataset.case}`;
    this.seconds = Math.max(0, Number(remembered(sessionStorage, this.key)) || 0);
    this.auto.checked = remembered(localStorage, wish) === "yes";
    this.running = this.auto.checked;
    this.toggle.onclick = () => { this.running = !this.running; this.draw(); };
    this.auto.onchange = () => { remember(localStorage, wish, this.auto.checked ? "yes" : null); if (this.auto.checked) this.running = true; this.draw(); };
    this.take.onclick = () => this.give();
    this.last = Date.now();
    this.beat = setInterval(() => this.tick(), 1000);
    this.draw();
  }

  disconnectedCallback() { clearInterval(this.beat); }

  tick() {
    const now = Date.now();
    const passed = now - this.last;
    this.last = now;

    // Hidden, or nobody there, or the machine slept: that was no work.
    if (!this.running || document.hidden || now - touched > idleAfter || passed > 5000) return;
    this.seconds += passed / 1000;
    remember(sessionStorage, this.key, String(Math.round(this.seconds)));
    this.draw();
  }

  draw() {
    const whole = Math.floor(this.seconds);
    this.shown.textContent = `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
    this.toggle.textContent = this.running ? this.dataset.stop : this.dataset.start;
    this.take.hidden = whole < 1;
  }

  give() {
    const panel = this.closest("section");
    const minutes = panel?.querySelector("[data-timer-minutes]");
    const used = panel?.querySelector("[data-timer-used]");
    if (!minutes) return;
    const form = minutes.closest("details");
    if (form && !form.open) form.open = true;
    minutes.value = String(Math.max(1, Math.round(this.seconds / 60)));
    if (used) used.checked = true;
    for (const field of [minutes, used]) field?.dispatchEvent(new Event("change", { bubbles: true }));
    this.seconds = 0;
    this.running = false;
    remember(sessionStorage, this.key, null);
    this.draw();
    minutes.focus();
  }
});
