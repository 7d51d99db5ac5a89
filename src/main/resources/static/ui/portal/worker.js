// Keeps what a member needs where there is no network: the files pages are dressed with, and the
// home and the card as they were last seen. Whoever leaves takes all of it along.
const KEPT = "vafa-portal-1";
const PAGES = ["/me", "/me/card"];

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function dressed(request) {
  const kept = await caches.open(KEPT);
  const known = await kept.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await kept.put(request, answer.clone());
  return answer;
}

// A page that is kept says so, and of when it is; what guards it is kept with it. Its text is no
// longer packed nor of the length it came in.
async function asKept(known) {
  const text = (await known.text()).replace("data-kept hidden", "data-kept");
  const headers = new Headers(known.headers);
  headers.delete("Content-Encoding");
  headers.delete("Content-Length");
  return new Response(text, { headers });
}

async function page(request, path) {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (PAGES.includes(path) && answer.ok && !answer.redirected) {
      await kept.put(path, answer.clone());
    }
    return answer;
  } catch (gone) {
    const known = (await kept.match(path)) || (await kept.match("/me/card"));
    if (known) return asKept(known);
    throw gone;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.method === "POST") {
    if (/^\/me\/(leave|delete)/.test(pathname)) event.waitUntil(caches.delete(KEPT));
    return;
  }
  if (request.method !== "GET") return;
  if (pathname.startsWith("/ui/") || /^\/club\/[^/]+\/brand\//.test(pathname)) event.respondWith(dressed(request));
  else if (request.mode === "navigate") event.respondWith(page(request, pathname));
});

// Both are there although they were not opened again since somebody logged in.
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.open(KEPT).then((kept) =>
      Promise.all(
        PAGES.map(async (path) => {
          const answer = await fetch(path, { headers: { Accept: "text/html" } });
          if (answer.ok && !answer.redirected) await kept.put(path, answer);
        }),
      ),
    ).catch(() => {}),
  );
});
