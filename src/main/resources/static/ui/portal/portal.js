// What pages of members can do beyond links and forms: a code that renews itself, sharing, and a
// card that is still there without network.
const pass = document.querySelector("[data-pass]");

if (pass) {
  let timer = 0;
  const offline = (yes) => {
    pass.querySelector("[data-offline]").hidden = !yes;
    pass.querySelector("[data-online]").hidden = yes;
    const code = pass.querySelector("[data-code]");
    if (code) code.hidden = yes;
  };
  const plan = (seconds) => {
    clearTimeout(timer);
    timer = setTimeout(renew, seconds * 1000);
  };
  const renew = async () => {
    try {
      const answer = await fetch(pass.dataset.url, { redirect: "manual" });
      if (!answer.ok) throw new Error(String(answer.status));
      const part = new DOMParser().parseFromString(await answer.text(), "text/html");
      const code = part.querySelector("[data-code]");
      pass.querySelector("[data-code]").replaceWith(code);
      offline(false);
      plan(Number(code.dataset.seconds) + 0.5);
    } catch {
      offline(true);
      plan(10);
    }
  };
  // A page that was kept for a time without network shows a code that is long over.
  renew();
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) renew();
  });
}

const share = document.querySelector("[data-share]");
if (share && navigator.share) {
  share.hidden = false;
  share.addEventListener("click", () => {
    navigator.share({ text: share.dataset.text, url: share.dataset.share }).catch(() => {});
  });
}

if ("serviceWorker" in navigator && document.body.classList.contains("inside")) {
  navigator.serviceWorker.register("/portal-worker.js", { scope: "/me" }).catch(() => {});
}
