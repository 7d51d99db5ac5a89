// What the till keeps in the browser. A sale is written here, to the disk, before it is sent.
const STORES = {
  queue: { keyPath: "place", autoIncrement: true },
  done: { keyPath: "number" },
  members: { keyPath: "code" },
  goods: { keyPath: "key" },
  kept: {},
  items: { keyPath: "key" },
  allowances: { keyPath: "key" },
};

const opening = new Promise((resolve, reject) => {
  const request = indexedDB.open("vafa-till", 2);
  request.onupgradeneeded = () => {
    for (const [name, form] of Object.entries(STORES)) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name, form);
    }
  };
  request.onsuccess = () => {
    request.result.onversionchange = () => request.result.close();
    resolve(request.result);
  };
  request.onerror = () => reject(request.error);
});

async function within(store, mode, work) {
  const database = await opening;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: "strict" });
    const request = work(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const all = (store) => within(store, "readonly", (one) => one.getAll());
export const get = (store, key) => within(store, "readonly", (one) => one.get(key));
export const put = (store, value, key) =>
  within(store, "readwrite", (one) => (key === undefined ? one.put(value) : one.put(value, key)));
export const putAll = (store, values) =>
  within(store, "readwrite", (one) => values.map((value) => one.put(value)).at(-1) ?? {});
export const remove = (store, key) => within(store, "readwrite", (one) => one.delete(key));

// Moves on only when both are written: what was waiting is gone, and what came of it is there.
export async function settle(place, done) {
  const database = await opening;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(["queue", "done"], "readwrite", { durability: "strict" });
    transaction.objectStore("queue").delete(place);
    if (done) transaction.objectStore("done").put(done);
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

// Keeps the newest of a store and forgets the others.
export async function prune(store, most, by) {
  const values = (await all(store)).sort((a, b) => (a[by] < b[by] ? 1 : -1));
  for (const old of values.slice(most)) await remove(store, old[STORES[store].keyPath]);
}
