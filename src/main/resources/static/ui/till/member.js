// The customer: recognised by whatever was scanned or typed, also by what this till still knows.
import { $, apart, button, el, icon, number, sentences, show, t } from "./page.js";
import { minor, money, units, western } from "./numbers.js";
import * as store from "./store.js";
import * as queue from "./queue.js";
import { ask, Unreached } from "./server.js";
import * as allowance from "./allowance.js";
import { desk, now, payable } from "./sale.js";

const REMEMBERED = 500;

// What a code may be when nobody can be asked.
function guessed(code) {
  const plain = western(code).trim();
  if (plain.startsWith("mbr_")) return { id: plain };
  if (plain.includes("@")) return { email: plain };
  if (/^[+0][\d\s()./-]{6,}$/.test(plain)) return { phone: plain };
  return { card: plain };
}

// Answers with a member, or with several to choose from, or with nobody.
export async function find(code) {
  try {
    const path = `/till/data/members?code=${encodeURIComponent(code)}`;
    const answer = await ask("GET", path, { patience: 5000 });
    if (!answer.ok) return answer.status === 401 ? known(code) : { problem: answer.body };
    const { found, phone, more } = answer.body;
    if (found.length === 1) return { member: await load(found[0].id, code) };
    return found.length ? { found, more, code } : { nobody: true, code, phone };
  } catch (failed) {
    if (!(failed instanceof Unreached)) throw failed;
    return known(code);
  }
}

// Without the network: who was here lately, or else the code itself, which the server will know.
async function known(code) {
  const kept = await store.get("members", `${desk.club?.id} ${western(code).trim()}`);
  const ref = kept ? { id: kept.member.id } : guessed(code);
  if (!kept && ref.card && !/\d/.test(ref.card)) return { offlineName: true, code };
  return {
    member: kept
      ? { ...kept.member, ref, asOf: kept.at, allowance: await allowance.of(kept.member.id) }
      : { ref, name: "", typed: western(code).trim(), wallets: null, unchecked: true },
  };
}

export async function load(id, code = null) {
  const answer = await ask("GET", `/v1/members/${id}`, { patience: 5000 });
  if (!answer.ok) throw new Unreached(String(answer.status));
  const told = answer.body;
  const tiers = (told.tiers ?? []).some((one) => one.tier)
    ? ((await ask("GET", `/v1/members/${id}/tiers`, { patience: 5000 })).body?.data ?? [])
    : [];
  const member = {
    id,
    ref: { id },
    name: [told.firstName, told.lastName].filter(Boolean).join(" "),
    phone: told.phone,
    state: told.state,
    wallets: told.wallets ?? [],
    codes: [...(told.vouchers ?? []), ...(told.coupons ?? [])].map((one) => one.code),
    tiers: tiers.filter((one) => one.tier).map((one) => ({ name: one.tier.name, next: one.next?.sentence ?? "" })),
  };
  await remember(member, [code, told.phone, ...(told.cards ?? []).map((card) => card.number)]);
  allowance.renew(id);
  return member;
}

async function remember(member, codes) {
  for (const code of new Set(codes.filter(Boolean).map((one) => western(one).trim()))) {
    await store.put("members", { code: `${desk.club.id} ${code}`, member, at: now().toISOString() });
  }
  await store.prune("members", REMEMBERED, "at");
}

// Enrols by telephone, with a name if there is one. Without the network it waits like a sale does.
export async function enrol(phone, name) {
  const [firstName, ...rest] = name.trim().split(/\s+/);
  const body = {
    phone: western(phone).trim(),
    ...(firstName && { firstName }),
    ...(rest.length && { lastName: rest.join(" ") }),
    ...(desk.place?.terminal && { terminal: desk.place.terminal }),
  };
  const item = {
    kind: "enrol",
    club: desk.club.id,
    path: "/v1/members",
    body: JSON.stringify(body),
    at: now().toISOString(),
    shown: { name: name.trim(), typed: body.phone },
  };
  const told = await sentAtOnce(item);
  if (told?.ok) return { member: await load(told.body.id, body.phone) };
  if (told) return { problem: told.body };
  return { member: { ref: { phone: body.phone }, name: name.trim(), typed: body.phone, wallets: null, unchecked: true } };
}

// Puts it in the queue and gives the server a moment. What is refused while somebody looks is told
// to them and does not stay; what gets no answer waits.
export async function sentAtOnce(item, patience = 4000) {
  const place = await queue.add(item);
  queue.look(place);
  let settled = null;
  const watch = (event) => {
    if (event.detail?.item.place === place) settled = event.detail.answer;
  };
  queue.queue.addEventListener("change", watch);
  await Promise.race([queue.send(), new Promise((resolve) => setTimeout(resolve, patience))]);
  queue.queue.removeEventListener("change", watch);
  if (settled && !settled.ok) await queue.forget(place);
  queue.lookAway(place);
  return settled;
}

// ---- how it looks

export function draw(sale, act) {
  const member = sale.member;
  if (!member) return show($("member"));
  const name = member.name || member.phone || member.typed || t("member.nameless");
  show(
    $("member"),
    el(
      "article",
      { class: "card member" },
      el(
        "header",
        {},
        el("span", { class: "face" }, icon(member.unchecked ? "user" : "user-check")),
        el(
          "div",
          {},
          el("h2", { id: "member-name" }, apart(name)),
          el(
            "p",
            { class: "quiet" },
            member.name && member.phone ? number(member.phone) : null,
            ...(member.tiers ?? []).map((tier) => el("span", { class: "badge tier" }, icon("award"), apart(tier.name)))
          )
        ),
        button(null, act.leave, { class: "plain", "aria-label": t("member.leave"), title: t("member.leave") }, "x")
      ),
      member.state && member.state !== "active"
        ? el("p", { class: "note bad" }, icon("alert-triangle"), t("member.blocked"))
        : null,
      member.unchecked ? el("p", { class: "note" }, icon("info-circle"), t("member.unchecked")) : null,
      member.asOf ? el("p", { class: "note" }, icon("info-circle"), t("member.as_of")) : null,
      balances(sale),
      (member.tiers ?? [])
        .filter((tier) => tier.next)
        .map((tier) => el("p", { class: "quiet" }, tier.next)),
      codes(sale, act)
    )
  );
}

function balances(sale) {
  const wallets = sale.member.wallets ?? [];
  const paying = new Map(payable(sale).map((one) => [one.unit.code, one]));
  const shown = wallets.filter((one) => [one.active, one.pending, one.owed].some((part) => Number(part) > 0));
  if (!sale.member.wallets) return null;
  if (!shown.length) return el("p", { class: "quiet" }, t("member.no_balance"));
  return el(
    "ul",
    { class: "balances" },
    shown.map((wallet) => {
      const unit = desk.units.find((one) => one.code === wallet.unit);
      const pays = paying.get(wallet.unit);
      return el(
        "li",
        {},
        el("span", { class: "quiet" }, apart(unit?.name ?? wallet.unit)),
        el("strong", {}, units(wallet.active)),
        pays ? el("span", { class: "quiet" }, t("member.worth", { amount: money(pays.money) })) : null,
        Number(wallet.pending) > 0 ? el("span", { class: "quiet" }, t("member.pending", { amount: units(wallet.pending) })) : null,
        Number(wallet.owed) > 0 ? el("span", { class: "bad" }, t("member.owed", { amount: units(wallet.owed) })) : null
      );
    })
  );
}

function codes(sale, act) {
  const open = (sale.member.codes ?? []).filter((code) => !sale.coupons.includes(code));
  return open.length
    ? el(
        "div",
        { class: "chips" },
        el("span", { class: "quiet" }, t("member.codes")),
        open.map((code) => button(number(code), () => act.code(code), { class: "chip" }, "ticket"))
      )
    : null;
}

// Nobody, or several: what the cashier can do about it.
export function drawFound(result, act) {
  if (result.problem) {
    return show($("member"), el("p", { class: "note bad", role: "alert" }, icon("alert-triangle"), sentences(result.problem).join(" ")));
  }
  if (result.offlineName) {
    return show($("member"), el("p", { class: "note" }, icon("info-circle"), t("find.offline")));
  }
  if (result.found) {
    const list = el(
      "ul",
      { class: "choices" },
      result.found.map((one) =>
        el("li", {}, button([apart(one.name || t("member.nameless")), number(one.phone)], () => act.choose(one.id), { class: "choice" }, "user"))
      )
    );
    show($("member"), el("div", { class: "card" }, el("h2", {}, t(result.more ? "find.many" : "find.several")), list));
    return list.querySelector("button").focus();
  }
  drawNobody(result, act);
}

function drawNobody({ code, phone }, act) {
  const field = (id, label, attributes) => [
    el("label", { for: id }, label),
    el("input", { id, autocomplete: "off", ...attributes }),
  ];
  const trouble = el("p", { class: "note bad", role: "alert", hidden: true });
  const form = el(
    "form",
    { class: "card enrol", novalidate: true },
    el("h2", {}, t("find.nobody", { code: `\u2068${code}\u2069` })),
    el("p", { class: "quiet" }, t("enrol.hint")),
    field("enrol-phone", t("enrol.phone"), { type: "tel", dir: "ltr", value: phone ?? (/\d/.test(code) ? code : "") }),
    field("enrol-name", t("enrol.name"), { dir: "auto", value: phone || /[\d@]/.test(code) ? "" : code }),
    trouble,
    el(
      "div",
      { class: "row" },
      el("button", { class: "primary" }, icon("user-plus"), t("enrol.enrol")),
      /\S/.test(code) && !phone ? button(t("find.as_code"), () => act.code(code), {}, "ticket") : null
    )
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    form.querySelector("button.primary").disabled = true;
    const result = await enrol($("enrol-phone").value, $("enrol-name").value);
    form.querySelector("button.primary").disabled = false;
    if (result.member) return act.meet(result.member);
    trouble.hidden = false;
    show(trouble, icon("alert-triangle"), sentences(result.problem).join(" "));
    $("enrol-phone").focus();
  });
  show($("member"), form);
  (phone ? $("enrol-name") : $("enrol-phone")).focus();
}

export const holds = (wallet, decimals) => minor(wallet.active, decimals);
