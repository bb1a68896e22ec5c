// Notices of the browser, for whoever asked for them by a click. They are shown only while no tab of the desk is looked
// at, and each once, however many tabs there are.
const LOOKED_AT = "avisos-a-la-vista";
const SHOWN = "avisos-mostrado";
const BEAT = 3_000;
const AWAY = 8_000;

const supported = () => "Notification" in window && window.isSecureContext;

function paint() {
  document.documentElement.dataset.browserNotices = supported() ? Notification.permission : "unsupported";
}

function stored(act, otherwise) {
  try {
    return act(localStorage);
  } catch {
    return otherwise;
  }
}

// A tab that is looked at says so while it is; a hidden one has no clock worth the name, and only reads.
function look() {
  if (document.visibilityState === "visible") stored((kept) => kept.setItem(LOOKED_AT, String(Date.now())));
}

function leave() {
  if (document.visibilityState === "hidden") stored((kept) => kept.removeItem(LOOKED_AT));
}

const lookedAt = () => document.visibilityState === "visible" || stored((kept) => Date.now() - Number(kept.getItem(LOOKED_AT) ?? 0) < AWAY, false);

/** One tab of all shows it. Numbers of notices grow. */
async function claim(id) {
  const first = () => stored((kept) => {
    if (Number(kept.getItem(SHOWN) ?? 0) >= id) return false;
    kept.setItem(SHOWN, String(id));
    return true;
  }, true);
  return navigator.locks ? navigator.locks.request(SHOWN, first) : first();
}

async function tell(news) {
  if (!supported() || Notification.permission !== "granted" || lookedAt()) return;
  for (const each of news) {
    if (!await claim(each.id)) continue;
    const shown = new Notification(each.title, { body: each.body, tag: `aviso-${each.id}`, lang: document.documentElement.lang });
    shown.onclick = () => {
      window.focus();
      shown.close();
      if (window.Blazor?.navigateTo) window.Blazor.navigateTo(each.url);
      else location.assign(each.url);
    };
  }
}

let told = "";
function find() {
  const said = document.querySelector("[data-news]")?.dataset.news ?? "";
  if (said === told) return;
  told = said;
  if (said) tell(JSON.parse(said));
}

document.addEventListener("click", async (event) => {
  if (!event.target.closest("[data-notify-ask]") || !supported()) return;
  await Notification.requestPermission();
  paint();
});
for (const type of ["visibilitychange", "focus", "pagehide"]) window.addEventListener(type, () => { look(); leave(); }, { capture: true });
document.addEventListener("visibilitychange", () => { look(); leave(); if (!document.hidden) paint(); });
setInterval(look, BEAT);
navigator.permissions?.query({ name: "notifications" }).then((permission) => { permission.onchange = paint; }, () => {});
new MutationObserver(find).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-news"] });
paint();
look();
find();
