// Paying with what the club owes the customer: wallets, gift cards, codes of coupons and vouchers.
import { $, apart, button, el, icon, number, sentences, show, t } from "./page.js";
import { minor, money, moneyTyped, plain, units } from "./numbers.js";
import { ask, state, Unreached } from "./server.js";
import { afterDiscount, away as isAway, clean, desk, moneyOf, most, paidLines, payable, payableLines } from "./sale.js";

export function draw(sale, act) {
  const away = isAway(sale);
  const allowance = away ? sale.member?.allowance : null;
  const free = payable(sale).filter(({ unit }) => !sale.spending.some((one) => one.unit?.code === unit.code));
  show(
    $("spending"),
    sale.spending.map((one) => row(sale, one, act)),
    paidLines(sale).map((line) =>
      el(
        "div",
        { class: "spent" },
        el("span", {}, icon("wallet"), " ", t("spend.goods", { goods: `\u2068${line.name}\u2069`, unit: `\u2068${line.paid.name}\u2069` })),
        button(null, () => act.pay(line, null), { class: "plain", "aria-label": t("spend.remove", { what: line.name }) }, "x")
      )
    ),
    sale.coupons.map((code) =>
      el(
        "div",
        { class: "spent" },
        el("span", {}, icon("ticket"), " ", number(code)),
        button(null, () => act.dropCode(code), { class: "plain", "aria-label": t("spend.remove", { what: code }) }, "x")
      )
    ),
    away && (sale.spending.length || sale.coupons.length || free.length || paidLines(sale).length)
      ? el("p", { class: "note" }, icon("info-circle"), t(allowance ? "spend.allowance" : "spend.needs_network"))
      : null,
    el(
      "div",
      { class: "chips" },
      free.map((one) =>
        button(
          [t("spend.with", { unit: `\u2068${one.unit.name}\u2069` }), el("small", {}, t("spend.up_to", { amount: units(plain(one.active, one.unit.decimals)) }))],
          () => act.spend({ unit: one.unit, typed: plain(most(sale, one), one.unit.decimals) }),
          { class: "chip spend", disabled: (away && !allowance) || most(sale, one) <= 0n },
          "wallet"
        )
      ),
      payableLines(sale).map(({ unit, line }) =>
        button(
          t("spend.goods", { goods: `\u2068${line.name}\u2069`, unit: `\u2068${unit.name}\u2069` }),
          () => act.pay(line, unit),
          { class: "chip spend", disabled: away },
          "wallet"
        )
      ),
      desk.may?.giftCards
        ? button(t("spend.gift_card"), () => ask_code("gift"), { class: "chip", disabled: !state.reached, id: "gift-open" }, "gift")
        : null,
      button(t("spend.code"), () => ask_code("code"), { class: "chip", disabled: !state.reached, id: "code-open" }, "discount")
    )
  );
}

function row(sale, one, act) {
  const id = one.unit ? `spend-${one.unit.code}` : `gift-${one.code}`;
  const name = one.unit ? one.unit.name : t("spend.gift_card_ending", { code: one.code.slice(-4) });
  const field = el("input", {
    id,
    class: "short",
    inputmode: "decimal",
    autocomplete: "off",
    dir: "ltr",
    value: one.typed,
  });
  const worth = el("span", { class: "quiet" }, one.unit ? `= ${money(moneyOf(one))}` : "");
  field.addEventListener("input", () => {
    one.typed = field.value;
    if (one.unit) worth.textContent = `= ${money(moneyOf(one))}`;
    act.changed();
  });
  return el(
    "div",
    { class: "spent" },
    el("label", { for: id }, icon(one.unit ? "wallet" : "gift"), " ", apart(name)),
    field,
    worth,
    button(null, () => act.dropSpending(one), { class: "plain", "aria-label": t("spend.remove", { what: name }) }, "x")
  );
}

// Which kind of code the little form is open for.
let asking = "code";

function ask_code(kind) {
  asking = kind;
  $("code-title").textContent = t(kind === "gift" ? "spend.gift_card" : "spend.code");
  $("code-label").textContent = t(kind === "gift" ? "spend.gift_code" : "spend.code_label");
  $("code-fault").hidden = true;
  $("code-value").value = "";
  $("code-dialog").showModal();
  $("code-value").focus();
}

export function form(sale, act) {
  $("code-close").addEventListener("click", () => $("code-dialog").close());
  $("code-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const code = clean($("code-value").value);
    if (!code) return $("code-value").focus();
    const fault = asking === "gift" ? await giftCard(sale(), code, act) : act.code(code);
    if (!fault) return $("code-dialog").close();
    $("code-fault").hidden = false;
    $("code-fault").textContent = fault;
    $("code-value").select();
  });
}

async function giftCard(sale, code, act) {
  if (sale.spending.some((one) => one.code === code)) return t("spend.twice");
  try {
    const answer = await ask("POST", "/v1/gift-cards/lookup", { body: JSON.stringify({ code }) });
    if (!answer.ok) return sentences(answer.body).join(" ");
    const balance = minor(answer.body.balance?.amount ?? answer.body.balance);
    const others = sale.spending.reduce((sum, one) => sum + moneyOf(one), 0n);
    const due = afterDiscount(sale) - others;
    act.spend({ code, typed: moneyTyped(balance < due ? balance : due < 0n ? 0n : due) });
    return null;
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
    return t("spend.needs_network");
  }
}
