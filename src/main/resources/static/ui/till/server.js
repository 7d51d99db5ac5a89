// Speaks to the club's server and knows whether it answers, and whether somebody is logged in.
import { language } from "./page.js";

const PATIENCE = 10_000;

export class Unreached extends Error {
  constructor(reason, status = 0) {
    super(reason);
    this.status = status;
  }
}

export const server = new EventTarget();
export const state = { reached: navigator.onLine, loggedIn: true };

function now(changes) {
  const before = JSON.stringify(state);
  Object.assign(state, changes);
  if (JSON.stringify(state) !== before) server.dispatchEvent(new Event("change"));
}

addEventListener("offline", () => now({ reached: false }));
addEventListener("online", () => server.dispatchEvent(new Event("back")));

// The answer, whatever it is; an error when there was none. Only what the server decided counts: a
// gateway that has nothing behind it did not answer.
export async function ask(method, path, { body, key, patience = PATIENCE } = {}) {
  const headers = { Accept: "application/json", "Accept-Language": language };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (key) headers["Idempotency-Key"] = key;
  try {
    const answer = await fetch(path, {
      method,
      headers,
      body,
      cache: "no-store",
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    if (answer.status >= 500 || answer.status === 0) throw new Unreached("no answer", answer.status);
    const json = (answer.headers.get("Content-Type") ?? "").includes("json");
    const told = json ? await answer.json() : null;
    now({ reached: true, loggedIn: answer.status !== 401 });
    return { status: answer.status, body: told, ok: answer.ok };
  } catch (failed) {
    now({ reached: false });
    throw failed instanceof Unreached ? failed : new Unreached(String(failed));
  }
}
