// The till: one customer, one sale, one press to record it.
import { $, t } from "./page.js";
import { minor, moneyShown, plain, sign, typedMoney, western } from "./numbers.js";
import * as catalogue from "./catalogue.js";
import * as allowance from "./allowance.js";
import * as confirm from "./confirm.js";
import * as deskPart from "./desk.js";
import * as goods from "./goods.js";
import * as member from "./member.js";
import * as queue from "./queue.js";
import * as receipt from "./receipt.js";
import * as join from "./join.js";
import * as returns from "./returns.js";
import { listen } from "./scanner.js";
import { server, state, Unreached } from "./server.js";
import { away, beyond, desk, fresh, now, paidLines, purchase, quoted, receiptNumber, spendsAway, total } from "./sale.js";
import * as spending from "./spending.js";
import * as waiting from "./waiting.js";

const PAUSE = 200;

let sale = fresh();
let asked = 0;
let timer = null;
let recording = false;
let latest = null;
let before = null;

const act = {
  leave() {
    sale.member = before = null;
    unspend();
    drawAll();
    $("code").focus();
  },
  meet(met) {
    sale.member = met;
    unspend();
    drawAll();
    $("amount").disabled ? $("record").focus() : $("amount").focus();
  },
  async choose(id) {
    try {
      act.meet(await member.load(id));
    } catch (failed) {
      if (!(failed instanceof Unreached)) throw failed;
      member.drawFound({ offlineName: true }, act);
    }
  },
  code(code) {
    if (sale.coupons.includes(code)) return t("spend.twice");
    sale.member ??= before;
    sale.coupons.push(code);
    drawAll();
    return null;
  },
  dropCode(code) {
    sale.coupons = sale.coupons.filter((one) => one !== code);
    drawAll();
  },
  spend(one) {
    sale.spending.push(one);
    drawAll();
    const field = $(one.unit ? `spend-${one.unit.code}` : `gift-${one.code}`);
    field?.focus();
    field?.select();
  },
  pay(line, unit) {
    sale.lines = sale.lines.map((one) => (one === line ? { ...one, paid: unit } : one));
    drawAll();
  },
  dropSpending(one) {
    sale.spending = sale.spending.filter((other) => other !== one);
    drawAll();
  },
  add(line) {
    const same = sale.lines.findIndex((one) => one.name === line.name && one.sku === line.sku && one.price === line.price);
    if (same >= 0) sale.lines[same] = goods.changed(sale.lines[same], minor(line.quantity, 3) / 1000n || 1n);
    else sale.lines.push(line);
    drawAll();
  },
  more(at) {
    sale.lines[at] = goods.changed(sale.lines[at], 1n);
    drawAll();
  },
  less(at) {
    const less = goods.changed(sale.lines[at], -1n);
    sale.lines = less ? sale.lines.with(at, less) : sale.lines.toSpliced(at, 1);
    if (!sale.lines.length) $("amount").value = sale.typed = "";
    drawAll();
  },
  changed: quoteSoon,
  print: () => print(),
};

// What one customer pays with is not another's.
function unspend() {
  sale.spending = [];
  sale.lines = sale.lines.map((one) => ({ ...one, paid: null }));
}

function drawAll() {
  member.draw(sale, act);
  goods.draw(sale, act);
  spending.draw(sale, act);
  const amount = $("amount");
  amount.disabled = sale.lines.length > 0;
  $("amount-sign").textContent = sign();
  if (sale.lines.length) amount.value = moneyShown(total(sale));
  quoteSoon();
}

// Every change asks anew, a moment after the last one; an answer to an older question is dropped.
function quoteSoon() {
  clearTimeout(timer);
  asked += 1;
  sale.problem = null;
  const worthAsking = total(sale) > 0n && (sale.member || sale.coupons.length || sale.spending.length);
  if (!worthAsking || !state.reached || !state.loggedIn) sale.quote = null;
  receipt.drawQuote(sale, worthAsking);
  if (worthAsking && state.reached && state.loggedIn) timer = setTimeout(() => quote(asked), PAUSE);
}

async function quote(question) {
  const answer = await quoted(sale);
  if (question !== asked) return;
  sale.quote = answer?.ok ? answer.body : null;
  sale.problem = answer && !answer.ok && answer.status !== 401 ? answer.body : null;
  receipt.drawQuote(sale, false);
}

async function look(code) {
  const typed = western(code).trim();
  if (!typed) return;
  $("code").value = "";
  const item = catalogue.bearing(typed);
  if (item) {
    goods.take(item, act);
    return item.price === null || $("code").focus();
  }
  $("member").replaceChildren();
  $("scan").classList.add("busy");
  before = sale.member;
  const result = await member.find(typed);
  $("scan").classList.remove("busy");
  if (result.member) return act.meet(result.member);
  sale.member = null;
  drawAll();
  member.drawFound(result, act);
}

async function record(event) {
  event?.preventDefault();
  const all = total(sale);
  if (recording) return;
  if (all === null || all === 0n) return complain(sale.typed ? "sale.amount_wrong" : "sale.amount_missing");
  if (desk.branches.length && !desk.place) return deskPart.choose();
  if (beyond(sale)) return complain("spend.beyond");
  if (!away(sale) && confirm.needed(sale) && !(await agreed())) return;
  recording = true;
  $("record").disabled = true;
  const item = written(all);
  if (spendsAway(sale)) await allowance.use(sale.member.id, sale.spending);
  const told = await member.sentAtOnce(item);
  $("record").disabled = false;
  recording = false;
  if (told?.body?.code === "spend_unconfirmed" || told?.body?.errors?.some((one) => one.code === "spend_unconfirmed")) {
    await deskPart.refresh();
    if (confirm.needed(sale) && (await agreed())) return record();
  }
  if (told && !told.ok && told.status !== 401) {
    sale.confirmed = null;
    sale.problem = told.body;
    return receipt.drawQuote(sale, false);
  }
  await goods.remember(sale.lines);
  if (told?.ok && desk.care?.offline && sale.member?.id && (sale.spending.length || paidLines(sale).length)) seenAnew(sale.member.id);
  sale = fresh();
  before = null;
  $("amount").value = "";
  drawAll();
  goods.drawFavourites(act);
  latest = { ...item.shown, number: item.number, at: item.at, view: told?.ok ? told.body : null, waiting: !told?.ok };
  receipt.drawDone(latest, act);
  $("code").focus();
}

// What is left to spend without network is less now.
const seenAnew = (id) => member.load(id).catch((failed) => {
  if (!(failed instanceof Unreached)) throw failed;
});

// The customer says yes by a code on their phone.
async function agreed() {
  const told = await confirm.confirmed(sale);
  if (told) sale.confirmed = told;
  return Boolean(told);
}

async function camera() {
  const { scan } = await import("./camera.js");
  const code = await scan();
  if (code) await look(code);
}

// What was kept a moment ago and is still looked at is told anew when it has been sent.
function sent(event) {
  const { item, answer } = event.detail ?? {};
  if (!answer?.ok || !latest?.waiting || item.number !== latest.number || !document.querySelector(".done.kept")) return;
  latest = { ...latest, view: answer.body, waiting: false };
  receipt.drawDone(latest, act);
}

// The sale as it goes into the queue: what is sent, and what people need to see of it.
function written(all) {
  const at = now();
  const number = receiptNumber(at);
  const body = { source: "till", externalId: number, occurredAt: at.toISOString(), ...purchase(sale) };
  return {
    kind: "sale",
    club: desk.club.id,
    path: "/v1/purchases",
    body: JSON.stringify(body),
    at: at.toISOString(),
    number,
    shown: {
      name: sale.member?.name || sale.member?.phone || "",
      typed: sale.member?.typed ?? "",
      total: all,
      before: sale.member?.wallets ?? null,
      lines: sale.lines.length
        ? sale.lines.map(({ name, quantity, amount }) => ({ name, quantity, amount }))
        : [{ name: t("line.sale"), quantity: "1", amount: all }],
    },
  };
}

function complain(key) {
  sale.problem = { detail: t(key) };
  receipt.drawQuote(sale, false);
  ($("amount").disabled ? $("goods-open") : $("amount")).focus();
}

// Begins anew: first what is open closes, then the sale is emptied.
function clear() {
  sale = fresh();
  before = null;
  $("amount").value = "";
  $("code").value = "";
  drawAll();
  $("code").focus();
}

const KEYS = {
  F2: () => $("code").focus(),
  F3: camera,
  F4: () => goods.open(),
  F8: () => $("spending").querySelector(".chip:not(:disabled)")?.focus(),
  F9: () => returns.open(),
  F10: () => $("print")?.click(),
};

function keys() {
  addEventListener("keydown", (event) => {
    const open = document.querySelector("dialog[open]");
    if (event.key === "Escape" && !open) return clear();
    if (KEYS[event.key] && !open && !event.ctrlKey && !event.altKey) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
}

// Whatever was open, what is scanned next is a customer. Focus that the browser gives back by itself
// has no caret in Chromium until it is taken anew.
function dialogs() {
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("close", () => {
      document.activeElement?.blur();
      (dialog.id === "goods-dialog" ? $("record") : dialog.id === "code-dialog" ? $("amount") : $("code")).focus();
    });
  }
}

// The menu closes behind whoever leaves it. Logging out needs somebody to tell it to.
function menu() {
  const menu = document.querySelector("details.more");
  addEventListener("pointerdown", (event) => menu.contains(event.target) || (menu.open = false));
  addEventListener("keydown", (event) => event.key === "Escape" && (menu.open = false), true);
  $("log-out").addEventListener("submit", (event) => state.reached || event.preventDefault());
  $("returns-menu").addEventListener("click", () => (menu.open = false));
}

// A pad of digits for screens that are touched; it types where the cursor was last.
function pad() {
  let field = $("amount");
  for (const one of [$("amount"), $("code")]) one.addEventListener("focus", () => (field = one));
  $("pad").addEventListener("pointerdown", (event) => event.preventDefault());
  $("pad").addEventListener("click", (event) => {
    const key = event.target.closest("button")?.dataset.key;
    if (!key || field.disabled) return;
    if (field === $("amount")) field.value = sale.typed;
    field.value = key === "back" ? field.value.slice(0, -1) : field.value + key;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Another language or light is another page, which is fetched before this one is left.
function preferences() {
  for (const form of document.querySelectorAll("form.preferences")) {
    form.addEventListener("submit", async (event) => {
      const worker = navigator.serviceWorker?.controller;
      if (state.reached && !worker) return;
      event.preventDefault();
      if (!state.reached) return;
      const told = new URLSearchParams(new FormData(form));
      told.set(event.submitter.name, event.submitter.value);
      await fetch(form.action, { method: "POST", body: told, redirect: "manual" });
      const channel = new MessageChannel();
      channel.port1.onmessage = () => location.reload();
      worker.postMessage("fetch the page anew", [channel.port2]);
    });
  }
}

function connect() {
  $("scan").addEventListener("submit", (event) => {
    event.preventDefault();
    // After the last item there is nothing left to scan.
    if (!$("code").value.trim() && sale.lines.length) return record();
    look($("code").value);
  });
  $("sale").addEventListener("submit", record);
  $("amount").addEventListener("input", () => {
    sale.typed = $("amount").value;
    spending.draw(sale, act);
    quoteSoon();
  });
  $("amount").addEventListener("focus", () => ($("amount").value = sale.typed));
  $("amount").addEventListener("blur", () => {
    const typed = sale.lines.length ? null : typedMoney(sale.typed);
    if (typed !== null) $("amount").value = moneyShown(typed);
  });
  $("goods-open").addEventListener("click", goods.open);
  $("camera-open").addEventListener("click", camera);
  $("join-open").addEventListener("click", () => {
    document.querySelector("details.more").open = false;
    join.open();
  });
  for (const id of ["returns-open", "returns-menu"]) $(id).addEventListener("click", returns.open);
  $("clear").addEventListener("click", clear);
  $("place").addEventListener("click", () => deskPart.choose());
  $("place-close").addEventListener("click", () => $("place-dialog").close());
  listen($("code"), look);
  queue.queue.addEventListener("change", sent);
  server.addEventListener("change", () => {
    spending.draw(sale, act);
    quoteSoon();
  });
  server.addEventListener("back", renew);
  document.addEventListener("visibilitychange", () => document.hidden || renew());
  goods.form(act);
  spending.form(() => sale, act);
  returns.form();
  waiting.watch();
  dialogs();
  menu();
  keys();
  pad();
  preferences();
}

// What the club has changed meanwhile, and what it sells now.
async function renew() {
  const told = await deskPart.refresh();
  if (told) queue.reconcile();
  if (told && (await catalogue.refresh())) await drawCatalogue();
  return told;
}

async function drawCatalogue() {
  await catalogue.load();
  goods.drawFavourites(act);
}

async function start() {
  connect();
  const known = await deskPart.begin();
  if (known) ready();
  const told = await deskPart.refresh();
  if (told && !known) ready();
  if (told) catalogue.refresh().then((fresh) => fresh && drawCatalogue());
  if (!known && !told) $("first").hidden = false;
  if (told && desk.branches.length && !desk.place) await deskPart.choose();
  queue.send().then(queue.reconcile);
  $("code").focus();
  navigator.storage?.persist?.();
  navigator.serviceWorker?.register("/ui/till/worker.js", { scope: "/till" });
}

function ready() {
  drawAll();
  waiting.draw();
  drawCatalogue();
  document.body.dataset.ready = "yes";
  $("code").focus();
}

start();
