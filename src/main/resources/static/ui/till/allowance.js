// What customers may spend here while the network is down: signed by the club, kept until it ends.
import { minor, plain } from "./numbers.js";
import * as store from "./store.js";
import { ask, Unreached } from "./server.js";
import { desk, now } from "./sale.js";

const MOST = 500;
const key = (id) => `${desk.club.id} ${id}`;

// Asked for whenever the customer is seen with the network; what waits here still counts against it.
export async function renew(id) {
  if (!desk.care?.offline) return;
  const place = `branch=${encodeURIComponent(desk.place?.branch ?? "")}&terminal=${encodeURIComponent(desk.place?.terminal ?? "")}`;
  try {
    const answer = await ask("GET", `/till/data/allowance?member=${id}&${place}`, { patience: 5000 });
    if (!answer.ok) return;
    if (!answer.body.token) return await store.remove("allowances", key(id));
    const { token, units: left, until } = answer.body;
    await store.put("allowances", { key: key(id), token, left, until, at: now().toISOString() });
    await store.prune("allowances", MOST, "at");
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
  }
}

export async function of(id) {
  const kept = await store.get("allowances", key(id));
  return kept && new Date(kept.until) > now() ? kept : null;
}

// Takes from it what a sale spends, before anything else can.
export async function use(id, spending) {
  const kept = await store.get("allowances", key(id));
  if (!kept) return;
  for (const one of spending.filter((one) => one.unit)) {
    const decimals = one.unit.decimals;
    const left = minor(kept.left[one.unit.code] ?? "0", decimals) - (minor(one.typed, decimals) ?? 0n);
    kept.left[one.unit.code] = plain(left < 0n ? 0n : left, decimals);
  }
  await store.put("allowances", kept);
}
