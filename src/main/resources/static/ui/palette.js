// The search for everything over whatever page is open: Ctrl-K or ⌘-K, arrows and Enter. Without
// this script the link in the menu leads to a page that does the same.
const palette = document.getElementById("palette");

if (palette) {
  const input = document.getElementById("palette-input");
  const found = document.getElementById("palette-found");
  const hits = () => [...found.querySelectorAll("a.hit")];
  let asked = null;
  let waiting = 0;

  const mark = (hit) => {
    hits().forEach((one) => one.classList.toggle("hit-here", one === hit));
    hit?.scrollIntoView({ block: "nearest" });
  };
  const ask = () => {
    const wanted = input.value.trim();
    if (wanted === asked) return;
    asked = wanted;
    htmx
      .ajax("GET", "/console/search?q=" + encodeURIComponent(wanted), { target: found, swap: "innerHTML" })
      .then(() => mark(hits()[0]));
  };
  const open = () => {
    if (palette.open) return;
    palette.showModal();
    asked = null;
    input.select();
    ask();
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, 150);
  });
  palette.addEventListener("keydown", (event) => {
    const all = hits();
    const at = all.findIndex((hit) => hit.classList.contains("hit-here"));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const next = at + (event.key === "ArrowDown" ? 1 : -1);
      if (all.length) mark(all[(next + all.length) % all.length]);
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      if (all[at]) location.href = all[at].href;
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[data-palette]") && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open();
    }
    if (event.target === palette || event.target.closest("[data-palette-close]")) palette.close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
}
