// Lines of goods, and what this till sold lately, to be taken again with one press.
import { $, apart, button, el, number, show, t } from "./page.js";
import { minor, money, moneyTyped, plain, typedMoney, units } from "./numbers.js";
import * as catalogue from "./catalogue.js";
import * as store from "./store.js";
import { desk } from "./sale.js";

const FAVOURITES = 12;
const QUANTITY_DECIMALS = 3;

export function line({ name, sku = "", category = "", price, quantity = "1" }) {
  const pieces = minor(quantity, QUANTITY_DECIMALS);
  return {
    name,
    sku,
    category,
    price,
    quantity: plain(pieces, QUANTITY_DECIMALS),
    amount: (price * pieces + 500n) / 1000n,
  };
}

export function draw(sale, act) {
  show(
    $("lines"),
    sale.lines.map((one, at) =>
      el(
        "li",
        {},
        el("span", {}, apart(one.name), el("small", {}, ` ${units(one.quantity)} × ${money(one.price)}`)),
        el("span", { class: "amount" }, money(one.amount)),
        button(null, () => act.more(at), { class: "plain", "aria-label": t("goods.more", { name: one.name }) }, "plus"),
        button(null, () => act.less(at), { class: "plain", "aria-label": t("goods.less", { name: one.name }) }, one.quantity === "1" ? "trash" : "arrow-down")
      )
    )
  );
  $("lines").hidden = sale.lines.length === 0;
}

export function changed(one, by) {
  const pieces = minor(one.quantity, QUANTITY_DECIMALS) + by * 1000n;
  return pieces > 0n ? line({ ...one, quantity: plain(pieces, QUANTITY_DECIMALS) }) : null;
}

const key = (one) => `${desk.club.id} ${one.name} ${one.price}`;

export async function remember(lines) {
  for (const one of lines) {
    const known = await store.get("goods", key(one));
    await store.put("goods", {
      key: key(one),
      club: desk.club.id,
      name: one.name,
      sku: one.sku,
      category: one.category,
      price: one.price,
      times: (known?.times ?? 0) + 1,
      at: new Date().toISOString(),
    });
  }
  if (lines.length) await store.prune("goods", 200, "at");
}

async function soldLately() {
  const known = (await store.all("goods")).filter((one) => one.club === desk.club?.id);
  return known.sort((a, b) => b.times - a.times || (a.at < b.at ? 1 : -1));
}

// The club's own come first, as they are now; then what was sold lately and stands in no catalogue.
export async function favourites() {
  const chosen = catalogue.favourites().filter((item) => item.price !== null).map(sold);
  const lately = (await soldLately()).map((one) => {
    const item = one.sku ? catalogue.bearing(one.sku) : null;
    return item?.price ? sold(item) : one;
  });
  const all = new Map();
  for (const one of [...chosen, ...lately]) if (!all.has(one.sku || one.name)) all.set(one.sku || one.name, one);
  return [...all.values()].slice(0, FAVOURITES);
}

const sold = (item) => ({ name: item.name, sku: item.code, category: item.category ?? "", price: item.price });

// An item of the catalogue goes on the sale; one without a price asks for it.
export async function take(item, act) {
  if (item.price !== null) return act.add(line(sold(item)));
  if (!$("goods-dialog").open) await open();
  asking = item;
  $("goods-typed").open = true;
  $("goods-name").value = item.name;
  $("goods-category").value = item.category ?? "";
  $("goods-price").focus();
}

// The item of the catalogue that the form was filled from.
let asking = null;
let category = null;

function drawPick(act) {
  const found = catalogue.find($("goods-search").value, category);
  show(
    $("goods-found"),
    found.map((item) =>
      el(
        "li",
        {},
        button([apart(item.name), item.price === null ? "" : el("span", { class: "amount" }, money(item.price))], () => added(item, act), { class: "choice" })
      )
    )
  );
  $("goods-none").hidden = found.length > 0;
  const chip = (code, name) =>
    button(name, () => ((category = code), drawPick(act)), { class: "chip", "aria-pressed": String(category === code) });
  const groups = catalogue.groups();
  show($("goods-categories"), groups.length ? [chip(null, t("goods.all")), groups.map((one) => chip(one.code, apart(one.name)))] : []);
}

function added(item, act) {
  take(item, act);
  if (item.price === null) return;
  $("goods-added").textContent = t("goods.added", { name: `\u2068${item.name}\u2069` });
  $("goods-search").value = "";
  drawPick(act);
  $("goods-search").focus();
}

function pick(act) {
  $("goods-search").addEventListener("input", () => drawPick(act));
  $("goods-search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const typed = $("goods-search").value;
    const item = typed && (catalogue.bearing(typed) ?? catalogue.find(typed, category)[0]);
    if (item) added(item, act);
  });
}

export async function drawFavourites(act) {
  const known = await favourites();
  show(
    $("favourites"),
    known.map((one) => button([apart(one.name), el("small", {}, money(one.price))], () => act.add(line(one)), { class: "chip" }))
  );
  $("favourites").hidden = known.length === 0;
}

// The form for goods that were not sold lately; it stays open for the next ones.
export function form(act) {
  const dialog = $("goods-dialog");
  const fault = $("goods-fault");
  $("goods-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = $("goods-name").value.trim();
    const price = typedMoney($("goods-price").value);
    const quantity = $("goods-quantity").value.trim() || "1";
    const pieces = minor(quantity, QUANTITY_DECIMALS);
    const missing = !name ? "goods.name_missing" : price === null ? "goods.price_wrong" : !pieces ? "goods.quantity_wrong" : null;
    fault.hidden = !missing;
    if (missing) {
      fault.textContent = t(missing);
      return $(!name ? "goods-name" : price === null ? "goods-price" : "goods-quantity").focus();
    }
    const sku = asking?.name === name ? asking.code : "";
    act.add(line({ name, sku, price, quantity, category: $("goods-category").value.trim() }));
    asking = null;
    for (const id of ["goods-name", "goods-price", "goods-quantity"]) $(id).value = "";
    $("goods-name").focus();
  });
  pick(act);
  openPick = () => drawPick(act);
  $("goods-close").addEventListener("click", () => dialog.close());
  $("goods-name").addEventListener("change", async () => {
    const same = (await favourites()).find((one) => one.name === $("goods-name").value.trim());
    if (same && !$("goods-price").value) {
      $("goods-price").value = moneyTyped(same.price);
      $("goods-category").value = same.category;
    }
  });
}

let openPick = () => {};

export async function open() {
  const typed = catalogue.isEmpty();
  asking = category = null;
  $("goods-added").textContent = $("goods-search").value = "";
  $("goods-pick").hidden = typed;
  $("goods-typed").open = typed;
  if (!typed) openPick();
  show($("goods-known"), (await favourites()).map((one) => el("option", { value: one.name })));
  $("goods-fault").hidden = true;
  if (!$("goods-dialog").open) $("goods-dialog").showModal();
  $(typed ? "goods-name" : "goods-search").focus();
}

export const label = (one) => [apart(one.name), number(units(one.quantity))];
