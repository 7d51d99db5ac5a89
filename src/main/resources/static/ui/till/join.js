// The branch's sign for people who enrol themselves: a code that leads their phone to the club.
import { $, el, show, t } from "./page.js";
import * as store from "./store.js";
import { ask, Unreached } from "./server.js";
import { desk } from "./sale.js";

// The sign stays the same, so it is there without the network too: the phone has its own.
async function sign() {
  const place = `join ${desk.club.id} ${desk.place?.branch ?? ""}`;
  try {
    const answer = await ask("GET", `/till/data/join?branch=${encodeURIComponent(desk.place?.branch ?? "")}`, { patience: 5000 });
    if (answer.ok) {
      await store.put("kept", answer.body, place);
      return answer.body;
    }
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
  }
  return store.get("kept", place);
}

function picture({ size, path, address }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const dots = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", t("join.code", { address }));
  dots.setAttribute("d", path);
  svg.append(dots);
  return svg;
}

export async function open() {
  const told = await sign();
  show($("join-sign"), told ? [picture(told), el("p", { class: "quiet", dir: "ltr" }, told.address)] : el("p", { class: "note" }, t("join.needs_network")));
  $("join-close").onclick = () => $("join-dialog").close();
  $("join-dialog").showModal();
}
