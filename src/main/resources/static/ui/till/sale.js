// The sale that is being rung up, and how it is told to the server.
import { t } from "./page.js";
import { minor, plain, typedMoney, unitsFor, western, worthOf } from "./numbers.js";
import { ask, state, Unreached } from "./server.js";

const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

export const desk = { club: null, place: null, person: "", units: [], ahead: 0 };

export function fresh() {
  return { member: null, typed: "", lines: [], spending: [], coupons: [], confirmed: null, quote: null, problem: null };
}

// The club's time, also when this device's clock is wrong.
export const now = () => new Date(Date.now() + desk.ahead);

export function total(sale) {
  if (sale.lines.length) return sale.lines.reduce((sum, line) => sum + line.amount, 0n);
  return typedMoney(sale.typed);
}

// What a receipt is found by: the terminal, the time, and signs that nobody else has in that second.
export function receiptNumber(at) {
  const digits = at.toISOString().replace(/\D/g, "");
  const random = crypto.getRandomValues(new Uint8Array(4));
  const tail = [...random].map((one) => SIGNS[one % SIGNS.length]).join("");
  const terminal = (desk.place?.terminal ?? "till").toUpperCase().replace(/[^A-Z0-9]/g, "").slice(0, 12);
  return `${terminal || "TILL"}-${digits.slice(2, 8)}-${digits.slice(8, 14)}-${tail}`;
}

export function purchase(sale) {
  const lines = sale.lines.length
    ? sale.lines.map((line) => ({
        sku: line.sku || line.name,
        name: line.name,
        ...(line.category && { category: line.category }),
        quantity: line.quantity,
        unitPrice: plain(line.price),
        amount: plain(line.amount),
      }))
    : [{ sku: "sale", name: t("line.sale"), quantity: "1", amount: plain(total(sale)) }];
  return {
    ...(sale.member && { member: sale.member.ref }),
    ...(desk.place?.branch && { branch: desk.place.branch }),
    ...(desk.place?.terminal && { terminal: desk.place.terminal }),
    ...(desk.person && { staff: desk.person }),
    currency: desk.club.currency,
    lines,
    ...(sale.coupons.length && { coupons: sale.coupons }),
    ...(sale.confirmed && { confirmation: sale.confirmed.id }),
    ...(spendsAway(sale) && { allowance: sale.member.allowance.token }),
    ...((sale.spending.length || paidLines(sale).length) && { payments: payments(sale) }),
  };
}

// Lines that a unit pays whole.
export const paidLines = (sale) => sale.lines.filter((line) => line.paid);

function payments(sale) {
  const whole = sale.lines.flatMap((one, line) => (one.paid ? [{ kind: "goods", unit: one.paid.code, line }] : []));
  return [...whole, ...sale.spending.map(payment).filter(Boolean)];
}

// Which units may pay which lines; how much of them, the server knows.
export function payableLines(sale) {
  const has = (unit) => sale.member?.wallets?.some((one) => one.unit === unit.code && minor(one.active, unit.decimals) > 0n);
  const pays = (unit, line) => unit.skus?.includes(line.sku) || unit.categories?.includes(line.category);
  return desk.units
    .filter(has)
    .flatMap((unit) => sale.lines.filter((line) => !line.paid && pays(unit, line)).map((line) => ({ unit, line })));
}

function payment(one) {
  const amount = (one.unit ? minor(one.typed, one.unit.decimals) : typedMoney(one.typed));
  if (amount === null || amount === 0n) return null;
  return one.unit
    ? { kind: "wallet", unit: one.unit.code, amount: plain(amount, one.unit.decimals) }
    : { kind: "gift_card", code: one.code, amount: plain(amount) };
}

// What the sale would bring; nothing when nobody answers.
export async function quoted(sale) {
  try {
    return await ask("POST", "/v1/purchases/quote", { body: JSON.stringify(purchase(sale)), patience: 5000 });
  } catch (failed) {
    if (failed instanceof Unreached) return null;
    throw failed;
  }
}

// Whether nobody can be asked what the customer has.
export const away = (sale) => !state.reached || Boolean(sale.member?.unchecked);

export const spendsAway = (sale) => away(sale) && Boolean(sale.member?.allowance) && sale.spending.some((one) => one.unit);

// What the club lets be spent of a unit while it cannot be asked.
const allowed = (sale, unit) => minor(sale.member?.allowance?.left[unit.code] ?? "0", unit.decimals);

// Whether more is spent than the club lets without being asked.
export const beyond = (sale) =>
  away(sale) &&
  (paidLines(sale).length > 0 ||
    sale.spending.some((one) => !one.unit || (minor(one.typed, one.unit.decimals) ?? 0n) > allowed(sale, one.unit)) ||
    (desk.care?.free && sale.spending.reduce((sum, one) => sum + moneyOf(one), 0n) > minor(desk.care.free)));

// Which wallets can pay and with how much at most, as far as the till can tell; the server decides.
export function payable(sale) {
  return desk.units
    .filter((unit) => unit.worth !== null && unit.worth !== undefined && Number(unit.worth) > 0)
    .map((unit) => ({ unit, wallet: sale.member?.wallets?.find((one) => one.unit === unit.code) }))
    .filter(({ unit, wallet }) => wallet && minor(wallet.active, unit.decimals) > 0n)
    .map(({ unit, wallet }) => {
      const active = minor(wallet.active, unit.decimals);
      return { unit, active, money: worthOf(active, unit) };
    });
}

export function most(sale, { unit, active }) {
  const others = sale.spending
    .filter((one) => one.unit?.code !== unit.code)
    .reduce((sum, one) => sum + moneyOf(one), 0n);
  const due = afterDiscount(sale) - others;
  const share = unit.maxPercent ? (afterDiscount(sale) * BigInt(unit.maxPercent)) / 100n : due;
  let amount = unitsFor(due < share ? due : share, unit);
  if (active < amount) amount = active;
  if (away(sale)) {
    const left = allowed(sale, unit);
    if (left < amount) amount = left;
    const free = desk.care?.free ? unitsFor(minor(desk.care.free) - others, unit) : amount;
    if (free < amount) amount = free;
  }
  const maximum = unit.maximum && minor(unit.maximum, unit.decimals);
  if (maximum && maximum < amount) amount = maximum;
  const step = unit.step && minor(unit.step, unit.decimals);
  return amount < 0n ? 0n : step ? amount - (amount % step) : amount;
}

export function afterDiscount(sale) {
  const all = total(sale) ?? 0n;
  return sale.quote?.discount ? all - minor(sale.quote.discount.amount) : all;
}

export function moneyOf(one) {
  const amount = (one.unit ? minor(one.typed, one.unit.decimals) : typedMoney(one.typed)) ?? 0n;
  return one.unit ? worthOf(amount, one.unit) : amount;
}

export const clean = (code) => western(code).trim();
