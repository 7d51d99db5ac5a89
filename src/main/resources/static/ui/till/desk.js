// Where this till stands: asked once, kept in the browser, shown at the top.
import { $, el, show, t } from "./page.js";
import { reckonLike } from "./numbers.js";
import * as queue from "./queue.js";
import * as store from "./store.js";
import { ask, Unreached } from "./server.js";
import { desk } from "./sale.js";

// What was known last is there at once; what the server says replaces it when it comes.
export async function begin() {
  const kept = await store.get("kept", "desk");
  if (kept) await take(kept);
  return Boolean(kept);
}

export async function refresh() {
  try {
    const answer = await ask("GET", "/till/data/desk", { patience: 5000 });
    if (!answer.ok) return false;
    const told = { ...answer.body, ahead: Date.parse(answer.body.now) - Date.now() };
    await store.put("kept", told, "desk");
    await take(told);
    return true;
  } catch (failed) {
    if (failed instanceof Unreached) return false;
    throw failed;
  }
}

async function take(told) {
  Object.assign(desk, told, { ahead: Math.abs(told.ahead) > 60_000 ? told.ahead : 0 });
  reckonLike(told.club);
  queue.sendFor(told.club.id);
  desk.place = (await store.get("kept", `place ${told.club.id}`)) ?? only(told) ?? null;
  draw();
}

// Where there is nothing to choose nobody is asked.
function only(told) {
  if (told.branches.length === 0) return { branch: null, terminal: null, name: "" };
  const places = placesOf(told);
  return places.length === 1 ? places[0] : null;
}

function placesOf(told) {
  return told.branches.flatMap((branch) => {
    const terminals = told.terminals.filter((one) => one.branch === branch.code);
    return terminals.length
      ? terminals.map((one) => ({ branch: branch.code, terminal: one.code, name: `${branch.name} · ${one.name}` }))
      : [{ branch: branch.code, terminal: null, name: branch.name }];
  });
}

// The club's own colours; scripts may set them where a sheet of its own would not be kept.
function dress() {
  const { light, dark, logo } = desk.club.look ?? {};
  const root = document.documentElement.style;
  const wear = { "--brand": "text", "--on-brand": "onText", "--tint": "soft" };
  for (const [name, shade] of Object.entries(wear)) {
    if (light && dark) root.setProperty(name, `light-dark(${light[shade]}, ${dark[shade]})`);
    else root.removeProperty(name);
  }
  const mark = document.querySelector("header.bar > img");
  mark.dataset.own ??= mark.getAttribute("src");
  mark.src = logo || mark.dataset.own;
}

function draw() {
  dress();
  $("club").textContent = desk.club.name;
  $("person").textContent = desk.person;
  $("place").textContent = desk.place?.name || t("place.choose");
  $("place").hidden = desk.branches.length === 0;
  $("to-console").hidden = !desk.may.console;
}

// Answers when a place is chosen.
export function choose() {
  const dialog = $("place-dialog");
  return new Promise((resolve) => {
    show(
      $("place-list"),
      placesOf(desk).map((one) =>
        el(
          "li",
          {},
          el(
            "button",
            {
              type: "button",
              class: "choice",
              "aria-pressed": String(desk.place?.branch === one.branch && desk.place?.terminal === one.terminal),
              onclick: async () => {
                desk.place = one;
                await store.put("kept", one, `place ${desk.club.id}`);
                draw();
                dialog.close();
                resolve();
              },
            },
            el("bdi", {}, one.name)
          )
        )
      )
    );
    dialog.addEventListener("close", () => resolve(), { once: true });
    dialog.showModal();
  });
}
