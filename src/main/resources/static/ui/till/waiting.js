// What waits and what was refused, told at all times and dealt with one by one.
import { $, apart, button, el, icon, number, sentences, show, t } from "./page.js";
import { count, moment, money } from "./numbers.js";
import * as queue from "./queue.js";
import { server, state } from "./server.js";

export async function draw() {
  const items = (await queue.waiting()).filter((one) => one.kind !== "note");
  const refused = items.filter((one) => one.state === "refused").length;
  const waits = items.length - refused;
  const kind = refused ? "bad" : !state.loggedIn && state.reached ? "bad" : !state.reached ? "away" : waits ? "busy" : "good";
  const text = refused
    ? t("state.refused", { n: count(refused) })
    : waits
      ? t("state.waiting", { n: count(waits) })
      : t(!state.reached ? "state.away" : state.loggedIn ? "state.good" : "state.logged_out");
  const pill = $("state");
  pill.className = `pill ${kind}`;
  pill.dataset.waiting = String(waits);
  pill.dataset.refused = String(refused);
  show(pill, icon(kind === "good" ? "circle-check" : kind === "bad" ? "alert-triangle" : "history"), el("span", {}, text));
  $("log-in").hidden = state.loggedIn || !state.reached;
  if ($("waiting-dialog").open) drawList(items);
}

export async function open() {
  drawList((await queue.waiting()).filter((one) => one.kind !== "note"));
  $("waiting-dialog").showModal();
}

async function drawList(items) {
  const others = (await queue.foreign()).length;
  show(
    $("waiting-list"),
    items.map(row),
    others ? el("li", {}, el("p", { class: "note" }, icon("info-circle"), t("waiting.foreign", { n: count(others) }))) : null
  );
  $("waiting-none").hidden = items.length > 0;
  $("waiting-hint").textContent = t(!state.reached ? "waiting.away" : state.loggedIn ? "waiting.good" : "waiting.logged_out");
}

function row(item) {
  const bad = item.state === "refused";
  const name = item.shown.name || item.shown.typed;
  return el(
    "li",
    { class: "card waits" },
    el(
      "p",
      { class: "split" },
      el("span", {}, icon(item.kind === "enrol" ? "user-plus" : "receipt"), " ", name ? apart(name) : t("done.stranger")),
      item.kind === "enrol" ? el("span", {}, t("waiting.enrol")) : el("strong", {}, money(item.shown.total))
    ),
    el("p", { class: "quiet" }, moment(item.at), item.number ? " · " : null, item.number ? number(item.number) : null),
    bad
      ? el("p", { class: "note bad" }, icon("alert-triangle"), sentences(item.problem).join(" "), item.told ? ` ${t("waiting.told")}` : "")
      : el("p", { class: "note" }, icon("history"), t("waiting.waits")),
    bad ? el("div", { class: "row" }, actions(item)) : null
  );
}

// A sale that was refused is never thrown away unasked: it is sent again, with what was wrong mended.
function actions(item) {
  const body = JSON.parse(item.body);
  const phone = body.member?.phone;
  return [
    button(t("waiting.again"), () => queue.again(item), { class: "primary" }, "refresh"),
    item.kind === "sale" && phone
      ? button(t("waiting.enrol_and_send"), () => enrolAndSend(item, phone), {}, "user-plus")
      : null,
    item.kind === "sale" && body.member
      ? button(t("waiting.without_member"), () => queue.again(item, without(body)), {}, "user")
      : null,
    button(t("waiting.drop"), (event) => drop(item, event.currentTarget), { class: "danger" }, "trash"),
  ];
}

// Nobody's wallet pays for a sale that is nobody's.
function without(body) {
  const { member, coupons, payments, confirmation, allowance, ...bare } = body;
  return JSON.stringify(bare);
}

// The sale is written down behind its new member before its old place is given up.
async function enrolAndSend(item, phone) {
  await queue.add({ kind: "enrol", club: item.club, path: "/v1/members", body: JSON.stringify({ phone }), at: item.at, shown: { name: "", typed: phone } });
  const { place, ...sale } = item;
  await queue.add({ ...sale, problem: null });
  await queue.forget(item.place);
  queue.send();
}

function drop(item, pressed) {
  if (pressed.dataset.sure) return queue.drop(item);
  pressed.dataset.sure = "yes";
  pressed.lastChild.textContent = t("waiting.drop_sure");
}

export function watch() {
  queue.queue.addEventListener("change", draw);
  server.addEventListener("change", draw);
  $("state").addEventListener("click", open);
  $("waiting-close").addEventListener("click", () => $("waiting-dialog").close());
  $("waiting-send").addEventListener("click", () => queue.send());
}
