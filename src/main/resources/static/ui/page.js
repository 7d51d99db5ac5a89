// What every page needs before it is drawn and cannot be said in HTML or CSS alone.
const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

// The styles know only light and dark; "auto" follows the device, also while the page is open.
function light() {
  const chosen = root.dataset.theme;
  root.dataset.bsTheme = chosen === "auto" || !chosen ? (dark.matches ? "dark" : "light") : chosen;
}
light();
dark.addEventListener("change", light);

// On wide screens the menu is always open; on phones it opens over the page and closes behind it.
const wide = matchMedia("(min-width: 992px)");
function unfold() {
  const menu = document.querySelector("details.menu");
  if (menu) menu.open = wide.matches;
}
wide.addEventListener("change", unfold);
document.addEventListener("DOMContentLoaded", unfold);
