// What waits to be sent: written down first, sent in the order it happened, gone only when the
// server has answered. Each carries a key, so that whatever is sent twice counts once.
import { identifier, sentences, t } from "./page.js";
import * as store from "./store.js";
import { ask, server, state, Unreached } from "./server.js";

const AGAIN_AFTER = 10_000;
const RECEIPTS = 200;
const BROKEN = 500;
const TRIES = 6;
const REST = 300_000;
const LOCK = "vafa-till-queue";

export const queue = new EventTarget();
const others = "BroadcastChannel" in self ? new BroadcastChannel("vafa-till") : null;
let whose = null;
let running = Promise.resolve();

// Only what was recorded for this club may be sent by somebody who works for it.
export function sendFor(club) {
  whose = club;
}

function changed(settled) {
  queue.dispatchEvent(new CustomEvent("change", { detail: settled }));
  others?.postMessage("changed");
}
others?.addEventListener("message", () => queue.dispatchEvent(new CustomEvent("change")));

export const waiting = async () => (await store.all("queue")).filter((one) => !whose || one.club === whose);

// Of other clubs that this browser worked for; they go when somebody of theirs logs in.
export const foreign = async () => (await store.all("queue")).filter((one) => whose && one.club !== whose);

// Answers with the place in the queue, once it is on the disk.
export async function add(item) {
  const place = await store.put("queue", { ...item, key: identifier(), state: "waiting" });
  changed();
  return place;
}

export async function again(item, body = item.body) {
  const { told, telling } = (await store.get("queue", item.place)) ?? item;
  await store.put("queue", { ...item, told, telling, body, key: identifier(), state: "waiting", problem: null });
  changed();
  return send();
}

// What somebody looks at is told to them, and needs nobody else.
const looked = new Set();
export const look = (place) => looked.add(place);
export const lookAway = (place) => looked.delete(place);

// Words to the club ride the same road as sales, so that none is lost; each is about a sale's place.
const note = (club, path, body, about) => store.put("queue", { kind: "note", about, club, path, body: JSON.stringify(body), at: new Date().toISOString(), key: identifier(), state: "waiting", shown: {} });

// What the owner was not told yet, they need not hear any more; what may have arrived is taken back.
async function ended(item, how) {
  if (!item.told && !item.telling) return false;
  if (item.telling) await store.remove("queue", item.telling);
  await note(item.club, "/till/data/unbooked/ended", { number: item.number, state: how });
  return true;
}

// The owner learns of every sale that was refused, also when this browser is never opened again. It
// counts as told once the note has arrived.
async function tell() {
  let noted = 0;
  for (const item of await waiting()) {
    if (item.kind !== "sale" || item.state !== "refused" || item.told || item.telling || looked.has(item.place)) continue;
    const reason = sentences(item.problem).join(" ").slice(0, 1000);
    const words = { number: item.number, who: item.shown.name || item.shown.typed, sale: item.body, code: item.problem?.code ?? "unknown", reason };
    const telling = await note(item.club, "/till/data/unbooked", words, item.place);
    await store.put("queue", { ...item, telling });
    noted += 1;
  }
  return noted;
}

async function arrived(words) {
  const item = words.about && (await store.get("queue", words.about));
  if (item?.telling === words.place) await store.put("queue", { ...item, told: true, telling: null });
}

// What the owner has dealt with meanwhile is over here too.
export async function reconcile() {
  const told = (await waiting()).filter((one) => one.told && one.state === "refused");
  if (!told.length) return;
  const asked = told.slice(0, 50).map((one) => encodeURIComponent(one.number)).join(",");
  const answer = await ask("GET", `/till/data/unbooked?numbers=${asked}`).catch(() => null);
  if (!answer?.ok) return;
  for (const { number, state: how } of answer.body.data) {
    const item = told.find((one) => one.number === number);
    if (item && how !== "open") await forget(item.place);
  }
}

export async function drop(item) {
  const current = (await store.get("queue", item.place)) ?? item;
  await forget(item.place);
  if (await ended(current, "dropped")) send();
}

export async function forget(place) {
  await store.remove("queue", place);
  changed();
}

// One tab at a time sends; the others wait for their turn and find nothing left to do.
export function send() {
  const turn = () => sendAll().catch((failed) => {
    if (!(failed instanceof Unreached)) throw failed;
  });
  running = navigator.locks ? navigator.locks.request(LOCK, turn) : running.then(turn, turn);
  return running;
}

async function sendAll() {
  for (const item of await waiting()) {
    const current = await store.get("queue", item.place);
    if (whose === null || !current || !isDue(current)) continue;
    const answer = await asked(current);
    if (answer && !(await settled(current, answer))) return;
  }
  if (whose !== null && (await tell())) await sendAll();
}

const isDue = (item) => (item.kind === "note" ? !(item.rests > Date.now()) : item.state === "waiting");

// A sale that the server breaks on again and again must not hold up the others for ever; a note rests
// for a while and is tried again until it arrives.
async function asked(item) {
  try {
    return await ask("POST", item.path, { body: item.body, key: item.key });
  } catch (failed) {
    if (failed.status !== BROKEN) throw failed;
    const failures = (item.failures ?? 0) + 1;
    if (item.kind === "note") {
      await store.put("queue", { ...item, failures, rests: failures >= TRIES ? Date.now() + REST : 0 });
      if (failures < TRIES) throw failed;
      return null;
    }
    const refused = failures >= TRIES && { state: "refused", problem: { detail: t("waiting.broken") } };
    await store.put("queue", { ...item, failures: refused ? 0 : failures, ...refused });
    changed();
    if (!refused) throw failed;
    return null;
  }
}

// Whether the next one may go: not when nobody is logged in, or when we are asked to slow down.
async function settled(item, answer) {
  if (answer.status === 401 || answer.status === 403 || answer.status === 429) {
    await store.put("queue", { ...item, problem: answer.body });
    changed();
    return false;
  }
  if (answer.ok && item.kind === "note") await arrived(item);
  if (answer.ok || isThere(item, answer)) {
    await store.settle(item.place, item.kind === "sale" ? done(item, answer.body) : null);
    if (item.kind === "sale") await store.prune("done", RECEIPTS, "at");
    if (await ended(item, "mended")) queueMicrotask(send);
  } else if (item.kind === "note") {
    await store.remove("queue", item.place);
  } else {
    await store.put("queue", { ...item, state: "refused", problem: answer.body });
  }
  changed({ item, answer });
  return true;
}

// Who joined elsewhere in the meantime has joined; their sales can follow.
const isThere = (item, answer) => item.kind === "enrol" && answer.body?.code === "member_exists";

function done(item, view) {
  return { ...item.shown, at: item.at, club: item.club, number: item.number, view };
}

setInterval(async () => {
  if ((await waiting()).some((one) => one.state === "waiting") && (state.loggedIn || !state.reached)) send();
}, AGAIN_AFTER);
server.addEventListener("back", () => send().then(reconcile));
