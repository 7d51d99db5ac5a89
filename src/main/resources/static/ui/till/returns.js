// Taking goods back: found by the number on the receipt, line by line.
import { $, apart, button, el, icon, identifier, number, sentences, show, t } from "./page.js";
import { minor, moment, money, units, western } from "./numbers.js";
import * as store from "./store.js";
import { ask, Unreached } from "./server.js";
import { desk, now } from "./sale.js";

const LATEST = 6;

let found = null;
let key = null;

export function form() {
  $("returns-close").addEventListener("click", () => $("returns-dialog").close());
  $("returns-find").addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = western($("returns-number").value).trim();
    if (typed) look(typed);
  });
  $("returns-form").addEventListener("submit", giveBack);
}

export async function open() {
  found = null;
  $("returns-number").value = "";
  $("returns-form").hidden = true;
  show($("returns-told"));
  const latest = (await store.all("done"))
    .filter((one) => one.club === desk.club.id)
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, LATEST);
  show(
    $("returns-latest"),
    latest.map((one) =>
      el(
        "li",
        {},
        button(
          [apart(one.name || t("done.stranger")), el("small", {}, moment(one.at)), el("strong", {}, money(one.total))],
          () => look(one.number),
          { class: "choice" },
          "receipt"
        )
      )
    )
  );
  $("returns-latest").hidden = latest.length === 0;
  $("returns-dialog").showModal();
  $("returns-number").focus();
}

function told(text, bad = true) {
  show($("returns-told"), el("p", { class: bad ? "note bad" : "note good", role: bad ? "alert" : "status" }, icon(bad ? "alert-triangle" : "circle-check"), text));
}

async function asked(method, path, options) {
  try {
    return await ask(method, path, options);
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
    told(t("returns.needs_network"));
    return null;
  }
}

async function look(typed) {
  show($("returns-told"));
  $("returns-form").hidden = true;
  const answer = await asked("GET", `/till/data/sales?number=${encodeURIComponent(typed)}`);
  if (!answer) return;
  if (!answer.ok) return told(sentences(answer.body).join(" "));
  found = answer.body;
  key = identifier();
  $("returns-latest").hidden = true;
  $("returns-sale").textContent = `${moment(found.occurredAt)} · ${money(minor(found.paid))}`;
  show($("returns-lines"), found.lines.map(line));
  const nothing = found.lines.every((one) => Number(one.left) === 0);
  $("returns-form").hidden = nothing;
  if (nothing) return told(t("returns.all_back"));
  $("returns-take").focus();
}

function line(one) {
  const gone = Number(one.left) === 0;
  const box = el("input", { type: "checkbox", id: `back-${one.line}`, checked: !gone, disabled: gone });
  const quantity = el("input", {
    class: "short",
    id: `back-${one.line}-quantity`,
    value: one.left,
    inputmode: "decimal",
    dir: "ltr",
    disabled: gone,
    "aria-label": t("returns.quantity", { name: one.name }),
  });
  return el(
    "li",
    {},
    el("label", { class: "check" }, box, el("span", {}, apart(one.name))),
    gone ? el("span", { class: "quiet" }, t("returns.is_back")) : one.quantity === "1" ? null : [quantity, el("small", {}, t("returns.of", { n: units(one.quantity) }))],
    el("span", { class: "amount" }, money(minor(one.amount)))
  );
}

async function giveBack(event) {
  event.preventDefault();
  const lines = found.lines
    .filter((one) => $(`back-${one.line}`).checked)
    .map((one) => ({ line: one.line, quantity: western($(`back-${one.line}-quantity`)?.value ?? one.left) }));
  if (!lines.length) return told(t("returns.nothing"));
  $("returns-take").disabled = true;
  const body = JSON.stringify({ externalId: `${found.number}-R-${key.slice(0, 8)}`, lines, occurredAt: now().toISOString() });
  const answer = await asked("POST", `/v1/purchases/${found.id}/returns`, { body, key });
  $("returns-take").disabled = false;
  if (!answer) return;
  if (!answer.ok) return told(sentences(answer.body).join(" "));
  $("returns-form").hidden = true;
  drawBack(answer.body, byWallets(lines));
}

// The share of what comes back that points and cards had paid, which is no money to hand out.
function byWallets(lines) {
  return lines.reduce((sum, { line, quantity }) => {
    const sold = found.lines[line];
    return sum + (minor(sold.byWallets) * minor(quantity, 3)) / minor(sold.quantity, 3);
  }, 0n);
}

function drawBack(view, paidByWallets) {
  const worth = minor(view.refund.amount);
  const unit = (code) => desk.units.find((one) => one.code === code)?.name ?? code;
  show(
    $("returns-told"),
    el(
      "div",
      { class: "card done good", role: "status" },
      el("p", { class: "split big" }, el("span", {}, t("returns.refund")), el("strong", {}, money(worth - paidByWallets))),
      view.taken
        .map((one) => ({ unit: one.unit, sum: Number(one.pending) + Number(one.active) + Number(one.owed) }))
        .filter((one) => one.sum > 0)
        .map((one) => el("p", { class: "split" }, el("span", {}, t("returns.taken"), " ", apart(unit(one.unit))), number(`−${units(one.sum)}`))),
      view.gaveBack
        .filter((one) => Number(one.usable) > 0)
        .map((one) => el("p", { class: "split" }, el("span", {}, t("returns.gave_back"), " ", apart(unit(one.unit))), number(`+${units(one.usable)}`))),
      view.cardsBack.map((one) => el("p", { class: "split" }, el("span", {}, t("spend.gift_card_ending", { code: one.lastFour })), number(`+${money(minor(one.usable.amount))}`))),
      view.wallets.filter((one) => Number(one.active) > 0).map((one) => el("p", { class: "split" }, el("span", {}, t("returns.balance"), " ", apart(unit(one.unit))), number(units(one.active))))
    )
  );
  $("returns-close").focus();
}
