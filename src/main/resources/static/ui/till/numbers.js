// Amounts are whole minor units, exact at any size; only what is shown is formatted.
import { language, t } from "./page.js";

// The digits are those of the sentences the server writes.
const locale = { fa: "fa-u-nu-arabext", ar: "ar-u-nu-latn" }[language] ?? language;
// What browsers have for these months in Arabic are the Persian names, misread.
const JALALI_IN_ARABIC = "فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند".split(" ");
let club = { currency: "EUR", decimals: 2, zone: "UTC", calendar: "gregorian" };

export function reckonLike(other) {
  club = other;
}

// Persian and Arabic digits and separators as Western ones.
export function western(text) {
  return text
    .replace(/[۰-۹]/g, (sign) => String(sign.charCodeAt(0) - 0x6f0))
    .replace(/[٠-٩]/g, (sign) => String(sign.charCodeAt(0) - 0x660))
    .replace(/٫/g, ".")
    .replace(/٬/g, ",");
}

// Where people reckon in toman an amount has one more decimal, since ten rial are one.
const typedDecimals = () => club.decimals + (club.toman ? 1 : 0);

// Minor units of what was typed as money; null when it is none.
export const typedMoney = (text) => minor(text, typedDecimals());

// An amount of money as people write it, without what it is counted in.
export const moneyShown = (amount) => units(plain(amount, typedDecimals()));

// An amount of money as it is typed.
export const moneyTyped = (amount) => plain(amount, typedDecimals());

// Minor units of what was typed; null when it is no amount. A single comma is a decimal one when as
// many digits follow as the currency has decimals, else it groups.
export function minor(text, decimals = club.decimals) {
  let plain = western(text).replace(/[\s\u00a0\u202f'’_\u200e\u200f]/g, "");
  const comma = plain.match(/^(\d+),(\d+)$/);
  if (comma && !plain.includes(".") && decimals > 0 && comma[2].length <= Math.min(decimals, 2)) {
    plain = `${comma[1]}.${comma[2]}`;
  }
  plain = plain.replace(/,/g, "");
  const parts = plain.match(/^(\d{1,15})(?:\.(\d*))?$/);
  if (!parts || (parts[2] ?? "").length > decimals) return null;
  return BigInt(parts[1] + (parts[2] ?? "").padEnd(decimals, "0"));
}

export function plain(amount, decimals = club.decimals) {
  const text = amount.toString().padStart(decimals + 1, "0");
  if (decimals === 0) return text;
  const whole = text.slice(0, -decimals);
  const part = text.slice(-decimals).replace(/0+$/, "");
  return part ? `${whole}.${part}` : whole;
}

// How money is marked.
export function sign() {
  if (club.toman) return t("toman");
  // Nobody in Iran says whose rial it is.
  if (language === "ar" && club.currency === "IRR") return "ريال";
  const format = new Intl.NumberFormat(locale, { style: "currency", currency: club.currency, currencyDisplay: "narrowSymbol" });
  return format.formatToParts(0).find((part) => part.type === "currency").value;
}

export function money(amount) {
  if (club.toman) return `${units(plain(amount, typedDecimals()))}\u00a0${sign()}`;
  const decimals = amount % 10n ** BigInt(club.decimals) === 0n ? 0 : club.decimals;
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency: club.currency,
    currencyDisplay: "narrowSymbol",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  // Persian says the number first and then what it is counted in, and so does Arabic in Iran.
  if (language === "fa" || (language === "ar" && club.currency === "IRR")) return `${units(plain(amount))}\u00a0${sign()}`;
  return format.format(plain(amount));
}

// A decimal text as the API writes it, for people.
export function units(text) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }).format(text);
}

// The name of a unit beside a number: one point, two points.
export const counted = (unit, text) => unit.forms?.[new Intl.PluralRules(language, { maximumFractionDigits: 6 }).select(Math.abs(text))] ?? unit.name;

export const count = (whole) => new Intl.NumberFormat(locale).format(whole);

export function moment(at) {
  const calendar = { jalali: "persian", hijri: "islamic-umalqura" }[club.calendar] ?? "gregory";
  const format = (tongue, options) =>
    new Intl.DateTimeFormat(`${tongue}${tongue.includes("-u-") ? "" : "-u"}-ca-${calendar}`, {
      ...options,
      timeZone: club.zone,
    });
  const parts = format(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).formatToParts(new Date(at));
  const own = language === "ar" && calendar === "persian";
  const month = () => JALALI_IN_ARABIC[format("en", { month: "numeric" }).format(new Date(at)) - 1];
  return parts.map((part) => (own && part.type === "month" ? month() : part.value)).join("");
}

// What so many units pay, at a worth in money for one whole unit.
export function worthOf(amount, unit) {
  const [numerator, scale] = fraction(unit.worth);
  const tens = 10n ** BigInt(club.decimals);
  return (amount * numerator * tens) / (10n ** BigInt(unit.decimals) * scale);
}

// The most units that pay no more than so much money.
export function unitsFor(due, unit) {
  const [numerator, scale] = fraction(unit.worth);
  const tens = 10n ** BigInt(club.decimals);
  return numerator === 0n ? 0n : (due * 10n ** BigInt(unit.decimals) * scale) / (numerator * tens);
}

function fraction(text) {
  const [whole, part = ""] = text.split(".");
  return [BigInt(whole + part), 10n ** BigInt(part.length)];
}
