// A month to choose a day from, beside a field that can be typed into. The browser knows the Jalali,
// Hijri and Gregorian calendars; days themselves are counted as days since 1970.
const DAY = 86_400_000;
const WEEK_BEGINS = { en: 1, fa: 6, ar: 6 };
const language = document.documentElement.lang || "en";

function calendarOf(name, months) {
  const plain = new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
    year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC",
  });
  const written = (options) =>
    new Intl.DateTimeFormat(`${language}-u-ca-${name}`, { timeZone: "UTC", ...options });
  // Months are called as the server calls them; browsers know some by wrong names.
  const named = (options) => {
    const format = written(options);
    const month = (at) => months[plain.formatToParts(at).find((part) => part.type === "month").value - 1];
    return {
      format: (at) => format.formatToParts(at).map((part) => (part.type === "month" ? month(at) : part.value)).join(""),
    };
  };
  return {
    name,
    parts(day) {
      const found = {};
      for (const part of plain.formatToParts(day * DAY)) {
        if (part.type === "relatedYear" || part.type === "year") found.year = parseInt(part.value, 10);
        if (part.type === "month" || part.type === "day") found[part.type] = parseInt(part.value, 10);
      }
      return found;
    },
    month: named({ year: "numeric", month: "long" }),
    full: named({ weekday: "long", year: "numeric", month: "long", day: "numeric" }),
    number: written({ day: "numeric" }),
    weekday: written({ weekday: "narrow" }),
    weekdayName: written({ weekday: "long" }),
  };
}

const western = (text) =>
  text
    .replace(/[\u06f0-\u06f9]/g, (sign) => sign.charCodeAt(0) - 0x6f0)
    .replace(/[\u0660-\u0669]/g, (sign) => sign.charCodeAt(0) - 0x660);
const own = (text) =>
  language === "fa" ? text.replace(/\d/g, (sign) => String.fromCharCode(0x6f0 + +sign)) : text;

function written(calendar, day) {
  const { year, month, day: of } = calendar.parts(day);
  const two = (number) => String(number).padStart(2, "0");
  return own([year, two(month), two(of)].join(calendar.name === "gregory" ? "-" : "/"));
}

// The day a text names in the calendar, or null. A first guess is mended until it fits.
function read(calendar, text) {
  const found = western(text.trim()).match(/^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/);
  if (!found) return null;
  const [year, month, of] = found.slice(1).map(Number);
  if (year >= 1700 || calendar.name === "gregory") {
    const at = Date.UTC(year, month - 1, of) / DAY;
    return new Date(at * DAY).getUTCMonth() === month - 1 ? at : null;
  }
  const [epoch, length] = calendar.name === "persian" ? [-492_268, 365.2422] : [-492_148, 354.367];
  let at = Math.round(epoch + (year - 1) * length + (month - 1) * 30 + of);
  for (let turn = 0; turn < 8; turn++) {
    const here = calendar.parts(at);
    const off = (year - here.year) * length + (month - here.month) * 30 + (of - here.day);
    if (Math.abs(off) < 0.5) return at;
    at += off > 0 ? Math.ceil(off) : Math.floor(off);
  }
  return null;
}

function make(tag, attributes, text) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

class Picker {
  constructor(field) {
    this.field = field;
    this.calendar = calendarOf(field.dataset.calendar, field.dataset.months.split(","));
    this.input = field.querySelector("input");
    this.button = field.querySelector(".day-open");
    this.button.hidden = false;
    this.button.setAttribute("aria-expanded", "false");
    this.button.addEventListener("click", () => (this.sheet ? this.close() : this.open()));
  }

  open() {
    const now = new Date();
    this.today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
    this.chosen = read(this.calendar, this.input.value);
    this.at = this.chosen ?? this.today;
    this.sheet = make("div", {
      class: "day-sheet", role: "dialog", "aria-label": this.field.dataset.open,
    });
    this.sheet.addEventListener("keydown", (event) => this.key(event));
    this.sheet.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.field.contains(event.relatedTarget)) this.close();
    });
    this.outside = (event) => {
      if (!this.field.contains(event.target)) this.close();
    };
    document.addEventListener("pointerdown", this.outside);
    this.field.append(this.sheet);
    this.button.setAttribute("aria-expanded", "true");
    this.draw();
  }

  close() {
    if (!this.sheet) return;
    document.removeEventListener("pointerdown", this.outside);
    const sheet = this.sheet;
    this.sheet = null;
    this.button.setAttribute("aria-expanded", "false");
    const held = sheet.contains(document.activeElement);
    sheet.remove();
    if (held) this.button.focus();
  }

  take(day) {
    this.input.value = day === null ? "" : written(this.calendar, day);
    this.input.dispatchEvent(new Event("input", { bubbles: true }));
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    this.close();
    this.input.focus();
  }

  first() {
    return this.at - this.calendar.parts(this.at).day + 1;
  }

  // The same day of another month, or the last one that month has.
  turn(months) {
    const day = this.calendar.parts(this.at).day;
    let first = this.first();
    for (let left = Math.abs(months); left > 0; left--) {
      first = months > 0 ? first + 32 : first - 1;
      first -= this.calendar.parts(first).day - 1;
    }
    let last = first + 28;
    while (this.calendar.parts(last + 1).day > 1) last++;
    this.at = Math.min(first + day - 1, last);
    this.draw();
  }

  draw() {
    const { before, after, today, clear } = this.field.dataset;
    const head = make("div", { class: "day-head" });
    const step = (label, sign, months) => {
      const button = make("button", { type: "button", class: "btn btn-icon btn-sm", "aria-label": label });
      button.append(make("span", { "aria-hidden": "true", class: "day-arrow" }, sign));
      button.addEventListener("click", () => this.turn(months));
      return button;
    };
    head.append(
      step(before, "‹", -1),
      make("span", { class: "day-month", "aria-live": "polite" }, this.calendar.month.format(this.first() * DAY)),
      step(after, "›", 1),
    );
    const end = make("div", { class: "day-end" });
    for (const [label, day] of [[today, this.today], [clear, null]]) {
      const button = make("button", { type: "button", class: "btn btn-sm" }, label);
      button.addEventListener("click", () => this.take(day));
      end.append(button);
    }
    this.sheet.replaceChildren(head, this.grid(), end);
    this.sheet.querySelector("[tabindex='0']").focus();
  }

  grid() {
    const table = make("table", { role: "grid", class: "day-grid" });
    const first = this.first();
    const weekday = (((first + 4 - (WEEK_BEGINS[language] ?? 1)) % 7) + 7) % 7;
    const names = table.createTHead().insertRow();
    for (let at = first - weekday; at < first - weekday + 7; at++) {
      const name = make("th", { scope: "col", abbr: this.calendar.weekdayName.format(at * DAY) });
      name.textContent = this.calendar.weekday.format(at * DAY);
      names.append(name);
    }
    const body = table.createTBody();
    const month = this.calendar.parts(first).month;
    for (let start = first - weekday; this.calendar.parts(Math.max(start, first)).month === month; start += 7) {
      const row = body.insertRow();
      for (let day = start; day < start + 7; day++) row.append(this.cell(day, month));
    }
    return table;
  }

  cell(day, month) {
    const cell = make("td", { role: "gridcell" });
    if (this.calendar.parts(day).month === month) {
      const button = make("button", {
        type: "button", class: "day", "data-at": day,
        tabindex: day === this.at ? "0" : "-1",
        "aria-label": this.calendar.full.format(day * DAY),
      });
      button.textContent = this.calendar.number.formatToParts(day * DAY).find((part) => part.type === "day").value;
      if (day === this.chosen) cell.setAttribute("aria-selected", "true");
      if (day === this.today) button.setAttribute("aria-current", "date");
      button.addEventListener("click", () => this.take(day));
      cell.append(button);
    }
    return cell;
  }

  key(event) {
    const forward = document.documentElement.dir === "rtl" ? -1 : 1;
    const steps = { ArrowRight: forward, ArrowLeft: -forward, ArrowUp: -7, ArrowDown: 7 };
    if (event.key === "Escape") {
      event.stopPropagation();
      event.preventDefault();
      this.close();
    } else if (event.target.matches(".day") && event.key in steps) {
      event.preventDefault();
      this.at += steps[event.key];
      this.draw();
    } else if (event.target.matches(".day") && /^Page(Up|Down)$/.test(event.key)) {
      event.preventDefault();
      this.turn(event.key === "PageUp" ? -1 : 1);
    }
  }
}

function adopt(root) {
  for (const field of root.querySelectorAll("[data-day]:not([data-ready])")) {
    field.dataset.ready = "";
    new Picker(field);
  }
}
adopt(document);
document.addEventListener("htmx:afterSwap", () => adopt(document));
