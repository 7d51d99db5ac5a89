// What a sale brought, before it is recorded and after; and the receipt to print.
import { $, apart, button, el, icon, number, sentences, show, t } from "./page.js";
import { counted, minor, moment, money, units } from "./numbers.js";
import { desk, total } from "./sale.js";

const ICONS = { earn: "coins", discount: "discount", gift: "gift", voucher: "ticket", stamp_card: "stack-2", tier: "award" };

const moneyIn = (view) => money(minor(view.amount));

const unitOf = (code) => desk.units.find((one) => one.code === code) ?? { name: code };

const unitName = (code) => unitOf(code).name;

function effect(one) {
  const granted = one.granted && Number(one.granted) > 0 ? one.granted : null;
  const what =
    one.type === "discount" && granted
      ? `−${money(minor(granted))}`
      : granted && one.unit
        ? `+${units(granted)}`
        : "";
  const label = [
    one.unit && granted ? apart(counted(unitOf(one.unit), granted)) : one.name ? apart(one.name) : null,
    one.reason ? el("small", {}, apart(one.reason)) : null,
    ...(one.vouchers ?? []).filter((voucher) => voucher.code).map((voucher) => number(voucher.code)),
  ];
  return el("li", {}, icon(ICONS[one.type] ?? "star"), el("span", {}, label), el("strong", {}, number(what)));
}

// The effects, and what would have brought more.
export function effects(view) {
  const brought = (view.effects ?? []).filter((one) => one.status !== "none");
  return [
    brought.length ? el("ul", { class: "effects" }, brought.map(effect)) : null,
    ...(view.notApplied ?? []).map((one) => el("p", { class: "quiet hint" }, icon("info-circle"), apart(one.reason))),
  ];
}

export function drawQuote(sale, quoting) {
  const all = total(sale);
  const view = sale.quote;
  $("due").textContent = all === null ? money(0n) : view ? moneyIn(view.due) : money(all);
  $("due-label").textContent = t(view || !sale.member ? "sale.due" : "sale.total");
  $("quote").classList.toggle("busy", quoting);
  if (sale.problem) {
    return show($("quote"), sentences(sale.problem).map((text) => el("p", { class: "note bad" }, icon("alert-triangle"), text)));
  }
  if (!view || all === null || all === 0n) return show($("quote"));
  const paid = view.payments?.length ? view.payments : [];
  show(
    $("quote"),
    Number(view.discount.amount) > 0
      ? el("p", { class: "split" }, el("span", {}, t("sale.before_discount")), el("s", {}, moneyIn(view.total)))
      : null,
    effects(view),
    paid.map((one) =>
      el(
        "p",
        { class: "split" },
        el("span", {}, apart(one.unit ? counted(unitOf(one.unit), one.units ?? 0) : t("spend.gift_card_ending", { code: one.lastFour })), one.units ? ` ${units(one.units)}` : ""),
        number(`−${moneyIn(one.amount)}`)
      )
    )
  );
}

function wallets(view, before) {
  const shown = (view.wallets ?? []).filter((one) => Number(one.active) > 0 || Number(one.pending) > 0 || before?.some((old) => old.unit === one.unit));
  return shown.length
    ? el(
        "ul",
        { class: "after" },
        shown.map((one) => {
          const old = before?.find((other) => other.unit === one.unit);
          const changed = old && old.active !== one.active;
          return el(
            "li",
            {},
            el("span", {}, apart(unitName(one.unit))),
            el("strong", {}, changed ? el("span", { class: "quiet old" }, units(old.active), " → ") : null, units(one.active)),
            Number(one.pending) > 0 ? el("small", {}, t("member.pending", { amount: units(one.pending) })) : null
          );
        })
      )
    : null;
}

// After a sale: what it brought, or that it waits.
export function drawDone(sold, act) {
  const { view, waiting } = sold;
  const recorded = !waiting;
  show(
    $("member"),
    el(
      "article",
      { class: `card done ${recorded ? "good" : "kept"}`, role: "status" },
      el(
        "header",
        {},
        el("span", { class: "face" }, icon(recorded ? "circle-check" : "history")),
        el("div", {}, el("h2", {}, t(recorded ? "done.recorded" : "done.kept")), el("p", { class: "quiet" }, number(sold.number)))
      ),
      recorded ? null : el("p", {}, t("done.kept_hint")),
      el("p", { class: "split big" }, el("span", {}, sold.name ? apart(sold.name) : t("done.paid")), el("strong", {}, view ? moneyIn(view.due) : money(sold.total))),
      view ? effects(view) : null,
      view ? wallets(view, sold.before) : null,
      el("div", { class: "row" }, button([t("done.print"), el("kbd", {}, "F10")], act.print, { id: "print" }, "receipt"))
    )
  );
  drawReceipt(sold);
}

const pair = (label, value, attributes = {}) => el("p", { class: "split", ...attributes }, el("span", {}, label), el("span", {}, value));

// The paper: the same facts, black on white, as wide as a roll.
export function drawReceipt(sold) {
  const view = sold.view;
  show(
    $("receipt"),
    desk.club.look?.logo ? el("img", { class: "receipt-logo", src: desk.club.look.logo, alt: "" }) : null,
    el("h1", {}, apart(desk.club.name)),
    el("p", {}, apart(desk.place?.name ?? "")),
    el("p", {}, moment(sold.at)),
    el("hr"),
    sold.lines.map((one) => pair([apart(one.name), one.quantity === "1" ? "" : ` × ${units(one.quantity)}`], money(one.amount))),
    el("hr"),
    view && Number(view.discount.amount) > 0 ? pair(t("receipt.discount"), number(`−${moneyIn(view.discount)}`)) : null,
    view && Number(view.paidByWallets.amount) > 0 ? pair(t("receipt.by_wallets"), number(`−${moneyIn(view.paidByWallets)}`)) : null,
    pair(el("strong", {}, t("done.paid")), el("strong", {}, view ? moneyIn(view.due) : money(sold.total))),
    sold.name ? el("p", {}, apart(sold.name)) : null,
    view ? (view.effects ?? []).filter((one) => one.status !== "none").map((one) => el("p", {}, apart(one.reason))) : null,
    view ? (view.wallets ?? []).filter((one) => Number(one.active) > 0).map((one) => pair(apart(unitName(one.unit)), units(one.active))) : null,
    view ? null : el("p", {}, t("receipt.later")),
    el("p", { class: "receipt-number" }, number(sold.number))
  );
}
