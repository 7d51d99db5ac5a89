// Asks for the code on the customer's phone, where the club wants one.
import { $, sentences, t } from "./page.js";
import { minor, money, plain, western } from "./numbers.js";
import { ask, Unreached } from "./server.js";
import { desk, moneyOf, paidLines } from "./sale.js";
import { identifier } from "./page.js";

export const spent = (sale) =>
  sale.spending.filter((one) => one.unit).reduce((sum, one) => sum + moneyOf(one), 0n) +
  paidLines(sale).reduce((sum, line) => sum + line.amount, 0n);

export function needed(sale) {
  const all = spent(sale);
  const free = desk.care?.free;
  return all > 0n && free !== null && free !== undefined && all > minor(free) && all > (sale.confirmed?.money ?? 0n);
}

// Answers with what was confirmed, or with nothing when it was given up.
export function confirmed(sale) {
  const dialog = $("confirm-dialog");
  const all = spent(sale);
  let id = null;
  let result = null;
  const say = (text) => {
    $("confirm-fault").hidden = !text;
    $("confirm-fault").textContent = text ?? "";
  };
  const send = async () => {
    $("confirm-code").value = "";
    $("confirm-hint").textContent = t("confirm.asking");
    const told = await post("/v1/confirmations", { member: sale.member.id, amount: plain(all), ...(desk.place?.name && { place: desk.place.name }) });
    id = told?.ok ? told.body.id : null;
    $("confirm-hint").textContent = told?.ok ? t(told.body.sent ? "confirm.sent" : "confirm.shown", { money: money(all) }) : "";
    say(told?.ok ? null : told ? sentences(told.body).join(" ") : t("spend.needs_network"));
    $("confirm-code").focus();
  };
  const take = async (event) => {
    event.preventDefault();
    const code = western($("confirm-code").value).replace(/\D/g, "");
    if (!id || !code) return $("confirm-code").focus();
    const told = await post(`/v1/confirmations/${id}/confirm`, { code });
    if (told?.ok) {
      result = { id, money: all };
      return dialog.close();
    }
    say(told ? sentences(told.body).join(" ") : t("spend.needs_network"));
    $("confirm-code").select();
  };
  return new Promise((resolve) => {
    $("confirm-form").onsubmit = take;
    $("confirm-again").onclick = send;
    $("confirm-close").onclick = () => dialog.close();
    dialog.addEventListener("close", () => resolve(result), { once: true });
    say(null);
    dialog.showModal();
    send();
  });
}

async function post(path, body) {
  try {
    return await ask("POST", path, { body: JSON.stringify(body), key: identifier() });
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
    return null;
  }
}
