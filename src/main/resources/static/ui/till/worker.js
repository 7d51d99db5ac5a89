// Keeps the till's page and files in the browser, so that it starts without the network. The page
// and its files are always of one making: a newer page comes with a newer worker.
const CACHE = `till-${VERSION}`;
const PAGE = "/till";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll(FILES);
      await keepPage();
      await self.skipWaiting();
    })()
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith("till-") && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })()
  );
});

// Only the till itself, of this making; not the login it may lead to.
async function keepPage() {
  const page = await fetch(PAGE, { credentials: "same-origin", headers: { Accept: "text/html" } });
  const copy = page.clone();
  if (page.ok && !page.redirected && (await page.text()).includes(`data-version="${VERSION}"`)) {
    await (await caches.open(CACHE)).put(PAGE, copy);
    return true;
  }
  return false;
}

self.addEventListener("message", (event) => {
  event.waitUntil(
    keepPage()
      .catch(() => false)
      .then(() => event.ports[0]?.postMessage("done"))
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && url.pathname === PAGE) {
    event.respondWith(page(event));
  } else if (FILES.includes(url.pathname + url.search)) {
    event.respondWith(file(event.request));
  }
});

// What is kept comes at once; what is new is kept for the next time.
async function page(event) {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (!kept) return fetch(event.request);
  event.waitUntil(keepPage().catch(() => false));
  return kept;
}

async function file(request) {
  return (await (await caches.open(CACHE)).match(request)) ?? fetch(request);
}
