// Follows a desk: joins a queue, shows what happens, and after a cut resumes where it stopped, without a gap and
// without anything twice. The number of the last event is all that has to be remembered.
const state = document.getElementById("state");
const events = document.getElementById("events");
const counters = document.getElementById("counters");
const SHOWN = 200;

let hub = null;
let last = null;

function show(text, breach = false) {
  const line = document.createElement("li");
  line.textContent = text;
  line.className = breach ? "breach" : "";
  events.prepend(line);
  while (events.children.length > SHOWN) events.lastChild.remove();
}

function follow(address, key, queue) {
  hub = new signalR.HubConnectionBuilder()
    .withUrl(`${address.replace(/\/$/, "")}/hubs/desk`, {
      accessTokenFactory: () => key,
      // Straight to the WebSocket: it needs neither a fixed node behind a proxy nor leave for another origin.
      skipNegotiation: true,
      transport: signalR.HttpTransportType.WebSockets,
    })
    .configureLogging(signalR.LogLevel.Warning)
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: (tries) => Math.min(10_000, 500 * 2 ** tries.previousRetryCount) })
    .build();

  hub.on("TicketChanged", (event) => take(event, `${event.number} v${event.version}: ${event.what}`));
  hub.on("DeadlineWarning", (event) => take(event, `${event.number}: ${event.deadline}, ${event.percent} %`));
  hub.on("DeadlineBreached", (event) => take(event, `${event.number}: ${event.deadline} vencido`, true));
  hub.on("Counters", (now) => {
    counters.textContent = `Abiertos ${now.open} · Sin asignar ${now.unassigned} · Vencidos ${now.overdue} · En una hora ${now.withinTheHour}`;
  });

  hub.onreconnecting(() => { state.textContent = "Reconectando…"; });
  hub.onreconnected(() => join(queue));
  hub.onclose((error) => { state.textContent = error ? `Cortado: ${error.message}` : "Sin conexión"; });
  return hub.start().then(() => join(queue));
}

function take(event, text, breach = false) {
  last = event.id;
  show(`${event.id}  ${new Date(event.at).toLocaleTimeString()}  ${text}`, breach);
}

async function join(queue) {
  const queues = [queue, "counters"];
  if (last === null) {
    // The answer says after which number events come: what is older is in what the interface lists.
    last = await hub.invoke("JoinQueue", queue);
    await hub.invoke("JoinQueue", "counters");
  } else {
    await hub.invoke("Resume", queues, last);
  }
  state.textContent = "Conectado";
}

document.getElementById("connect").addEventListener("submit", async (submit) => {
  submit.preventDefault();
  const { address, key, queue } = Object.fromEntries(new FormData(submit.target));
  await hub?.stop();
  last = null;
  state.textContent = "Conectando…";
  try {
    await follow(address, key, queue);
  } catch (error) {
    state.textContent = `No se pudo conectar: ${error.message}`;
  }
});
