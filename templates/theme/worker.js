/* Keeps the website on a device whose reader asked for it, and gives it back without a network.
   The build writes the first line: `kept.version`, and `kept.files`, an address → the sum of what is there.
   Nothing but those files is kept, and nobody but this site is asked. */
"use strict";

const OURS = `guideway:${self.registration.scope}:`;
const NAME = OURS + kept.version;
const LIST = new URL("kept.json", self.registration.scope).href;
const AT_ONCE = 12;

/** What another version keeps: the cache, and the sums of its files. */
async function earlier() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === NAME) continue;
    const cache = await caches.open(name);
    const list = await cache.match(LIST);
    if (list) return { cache, sums: await list.json() };
  }
  return { cache: null, sums: {} };
}

async function tell(done, all) {
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) page.postMessage({ done, all });
}

/** Bring every file into a cache of its own; what has not changed comes from the version before. */
async function bring() {
  const cache = await caches.open(NAME);
  const before = await earlier();
  const waiting = Object.entries(kept.files);
  const all = waiting.length;
  let done = 0;

  async function one([path, sum]) {
    const address = new URL(path, self.registration.scope).href;
    const same = before.sums[path] === sum ? await before.cache.match(address) : undefined;
    const answer = same || await fetch(address, { cache: "no-cache", redirect: "error" });
    if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
    await cache.put(address, answer);
    done += 1;
    if (done % AT_ONCE === 0) await tell(done, all);
  }

  async function some() {
    while (waiting.length) await one(waiting.pop());
  }

  try {
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    await cache.put(LIST, new Response(JSON.stringify(kept.files)));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(NAME);
    throw error;
  }
}

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The address under which a file is kept, whatever answers are in the address; null if it is not. */
function keyOf(request) {
  const url = new URL(request.url);
  const path = (url.origin + url.pathname).replace(/\/index\.html$/, "/");
  if (request.method !== "GET" || !path.startsWith(self.registration.scope)) return null;
  return Object.hasOwn(kept.files, path.slice(self.registration.scope.length)) ? path : null;
}

async function answer(request, key) {
  const cache = await caches.open(NAME);
  return (await cache.match(key)) || fetch(request);
}

self.addEventListener("install", (event) => event.waitUntil(bring()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("message", (event) => { if (event.data === "take") self.skipWaiting(); });
self.addEventListener("fetch", (event) => {
  const key = keyOf(event.request);
  if (key !== null) event.respondWith(answer(event.request, key));
});
