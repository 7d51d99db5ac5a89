// Dialogs and toasts. A dialog is a page of its own that a link with data-dialog shows over the one
// it stands on; without this script the link simply leads there.
const dialog = document.getElementById("dialog");

function open(path) {
  return htmx.ajax("GET", path, { target: dialog, swap: "innerHTML" }).then(() => {
    if (!dialog.firstElementChild) return;
    if (!dialog.open) dialog.showModal();
    const first =
      dialog.querySelector("[autofocus], .is-invalid") ??
      dialog.querySelector("input:not([type=hidden]), select, textarea") ??
      dialog.querySelector("#dialog-title");
    first?.focus();
  });
}

// Forms shown in the dialog are answered in it; what they lead to is a page again.
function adopt(root) {
  for (const form of root.querySelectorAll("form[method=post]:not([hx-post])")) {
    form.setAttribute("hx-post", form.getAttribute("action"));
    form.setAttribute("hx-target", "#dialog");
    form.setAttribute("hx-disabled-elt", "find button:not([type=button])");
    htmx.process(form);
  }
}

if (dialog) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-dialog]");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      open(link.getAttribute("href"));
    }
    if (event.target === dialog || (dialog.open && event.target.closest("#dialog [data-closes]"))) {
      event.preventDefault();
      dialog.close();
    }
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target === dialog) adopt(dialog);
  });
  // Once it has settled, because htmx goes to the first field before that.
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.detail.target === dialog) dialog.querySelector(".is-invalid, .alert-danger")?.focus();
  });
}

// A toast can be closed, and goes by itself when nobody is at it; one that can undo stays longer.
for (const toast of document.querySelectorAll("[data-toast]")) {
  const close = toast.querySelector("[data-toast-close]");
  close.hidden = false;
  close.addEventListener("click", () => toast.remove());
  let left = toast.querySelector("form") ? 30 : 10;
  const clock = setInterval(() => {
    if (toast.matches(":hover, :focus-within")) return;
    left -= 1;
    if (left <= 0) {
      clearInterval(clock);
      toast.remove();
    }
  }, 1000);
}

// What unfolds over the page folds again when it is left: by Escape, or by pressing elsewhere.
const unfolded = "details.tool[open], details.more-acts[open]";
document.addEventListener("pointerdown", (event) => {
  for (const details of document.querySelectorAll(unfolded)) {
    if (!details.contains(event.target)) details.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const details of document.querySelectorAll(unfolded)) {
    details.open = false;
    details.querySelector("summary").focus();
  }
});

// The menu of views is fetched when it is opened, with what is chosen on the list at that moment.
document.addEventListener(
  "toggle",
  (event) => {
    const tool = event.target;
    if (!(tool instanceof HTMLDetailsElement) || !tool.dataset.views || !tool.open) return;
    const chosen = new URLSearchParams(location.search);
    chosen.delete("after");
    const asked = new URLSearchParams({ list: tool.dataset.views, query: chosen.toString() });
    window.htmx.ajax("GET", `/console/views?${asked}`, { target: "#views", swap: "innerHTML" });
  },
  true,
);

// The name of a chosen file stands beside the button that chooses one.
function named(root) {
  for (const told of root.querySelectorAll(".file-name")) told.textContent ||= told.dataset.none;
  for (const told of root.querySelectorAll(".file-name[hidden]")) told.hidden = false;
}
named(document);
document.addEventListener("htmx:afterSwap", () => named(document));
document.addEventListener("change", (event) => {
  const told = event.target.type === "file" && event.target.closest(".file-field")?.querySelector(".file-name");
  if (told) told.textContent = event.target.files[0]?.name ?? told.dataset.none;
});
