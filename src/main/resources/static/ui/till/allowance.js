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
    const before = await waits(id);
    const answer = await ask("GET", `/till/data/allowance?member=${id}&${place}`, { patience: 5000 });
    if (!answer.ok) return;
    if (!answer.body.token) return await store.remove("allowances", key(id));
    const { token, units, until } = answer.body;
    const left = without(units, { ...before, ...(await waits(id)) });
    await store.put("allowances", { key: key(id), token, left, until, at: now().toISOString() });
    await store.prune("allowances", MOST, "at");
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
  }
}

// What sales of the customer that still wait here pay from each wallet, by their place. Those that
// arrive while the server is asked may count twice, until it is asked again.
async function waits(id) {
  const found = {};
  for (const one of await store.all("queue")) {
    if (one.kind !== "sale" || one.state !== "waiting" || one.club !== desk.club.id) continue;
    const body = JSON.parse(one.body);
    if (body.member?.id === id) found[one.place] = (body.payments ?? []).filter((paid) => paid.kind === "wallet");
  }
  return found;
}

function without(units, sales) {
  const left = { ...units };
  for (const paid of Object.values(sales).flat()) {
    const unit = desk.units.find((one) => one.code === paid.unit);
    if (!unit || !(paid.unit in left)) continue;
    const rest = minor(left[paid.unit], unit.decimals) - (minor(paid.amount, unit.decimals) ?? 0n);
    left[paid.unit] = plain(rest < 0n ? 0n : rest, unit.decimals);
  }
  return left;
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
