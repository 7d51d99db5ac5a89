// The club's catalogue as this browser keeps it: asked for once, and later only what changed.
import { language } from "./page.js";
import { minor, western } from "./numbers.js";
import * as store from "./store.js";
import { ask, Unreached } from "./server.js";
import { desk } from "./sale.js";

const MOST_FOUND = 30;

let items = [];
let byCode = new Map();
let categories = [];

// Spellings that readers do not tell apart are one.
export const fold = (text) =>
  western(text)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\u200c\u200d\u0640]/gu, "")
    .replace(/[يىې]/g, "ی")
    .replace(/[كڪ]/g, "ک")
    .replace(/[ةۀ]/g, "ه")
    .replace(/[أإآٱ]/g, "ا");

const place = () => `catalogue ${desk.club.id}`;

function known(item) {
  const name = item.names[language] ?? item.code;
  const text = fold([item.code, ...Object.values(item.names), ...item.barcodes].join(" "));
  return { ...item, name, text, price: item.price === null ? null : minor(item.price) };
}

// What the browser has, made ready to be searched.
export async function load() {
  const order = new Intl.Collator(language);
  const kept = (await store.all("items")).filter((one) => one.club === desk.club?.id && one.active);
  items = kept.map(known).sort((a, b) => order.compare(a.name, b.name));
  byCode = new Map();
  for (const item of items) for (const code of [item.code, ...item.barcodes]) byCode.set(fold(code), item);
  const used = new Set(items.map((item) => item.category));
  categories = ((await store.get("kept", place()))?.categories ?? []).filter((one) => used.has(one.code));
}

// Answers whether anything is new. What came is kept part by part, so that nothing is asked twice.
export async function refresh() {
  let { until = 0, after = null } = (await store.get("kept", place())) ?? {};
  let fresh = false;
  try {
    do {
      const answer = await ask("GET", `/till/data/goods?since=${until}${after ? `&after=${after}` : ""}`);
      if (!answer.ok) return fresh;
      const club = desk.club.id;
      await store.putAll("items", answer.body.items.map((item) => ({ ...item, club, key: `${club} ${item.id}` })));
      ({ until, after } = answer.body);
      await store.put("kept", { until, after, categories: answer.body.categories }, place());
      fresh = true;
    } while (after);
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
  }
  return fresh;
}

export const isEmpty = () => items.length === 0;

// What bears exactly this barcode, or has this code.
export const bearing = (code) => byCode.get(fold(code).trim()) ?? null;

export const groups = () => categories;

export const favourites = () => items.filter((item) => item.favourite);

export function find(typed, category = null) {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const fits = (item) => (!category || item.category === category) && words.every((word) => item.text.includes(word));
  const found = [];
  for (const item of items) if (fits(item) && found.push(item) === MOST_FOUND) break;
  return found;
}
