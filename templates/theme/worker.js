/* Keeps the website on a device whose reader asked for it, and gives it back without a network.
   The build writes the first line: `kept.version`, and `kept.files`, an address → the sum of what is there,
   `kept.unkept`, the page where nothing is kept. Only those files are kept, only as listed, and nobody but this site is asked. */
"use strict";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OURS = `guideway:${worker.registration.scope}:`;
const NAME = OURS + kept.version;
const LIST = new URL("kept.json", worker.registration.scope).href;
const AT_ONCE = 12;
/* How a file is asked for: whether it has changed; past every cache that heeds a browser; at an address no cache has seen. */
/** @type {[string, RequestCache][]} */
const WAYS = [["", "no-cache"], ["", "reload"], [`?${kept.version}`, "reload"]];

/** What another version keeps: the cache, and the sums of its files. @type {() => Promise<{ cache: Cache | null, sums: Record<string, string> }>} */
async function earlier() {
  for (const name of await caches.keys()) {
    if (!name.startsWith(OURS) || name === NAME) continue;
    const cache = await caches.open(name);
    const list = await cache.match(LIST);
    if (list) return { cache, sums: await list.json() };
  }
  return { cache: null, sums: {} };
}

/** @type {(news: object) => Promise<void>} */
async function tell(news) {
  for (const page of await worker.clients.matchAll({ includeUncontrolled: true })) page.postMessage(news);
}

/** Whether what came is what the list says, by the beginning of its SHA-256. @type {(answer: Response, sum: string) => Promise<boolean>} */
async function isListed(answer, sum) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await answer.clone().arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("").startsWith(sum);
}

/** A file as it is listed. What is older, cut short, or written into on its way is asked for again, and never kept.
    @type {(address: string, sum: string) => Promise<Response>} */
async function fetched(address, sum) {
  for (const [more, cache] of WAYS) {
    const answer = await fetch(address + more, { cache, redirect: "error" });
    if (answer.ok && await isListed(answer, sum)) return answer;
  }
  throw Object.assign(new Error(`not as listed: ${address}`), { altered: true });
}

/** Bring every file into a cache of its own; what has not changed comes from the version before, if it is what it should be. */
async function bring() {
  const cache = await caches.open(NAME);
  const before = await earlier();
  const waiting = Object.entries(kept.files);
  const all = waiting.length;
  let done = 0;

  /** @type {(listed: [string, string]) => Promise<void>} */
  async function one([path, sum]) {
    const address = new URL(path, worker.registration.scope).href;
    const same = before.sums[path] === sum ? await before.cache?.match(address) : undefined;
    const answer = same && await isListed(same, sum) ? same : await fetched(address, sum);
    await cache.put(address, answer);
    done += 1;
    if (done % AT_ONCE === 0) await tell({ done, all });
  }

  async function some() {
    for (let next = waiting.pop(); next; next = waiting.pop()) await one(next);
  }

  try {
    await Promise.all(Array.from({ length: AT_ONCE }, some));
    await cache.put(LIST, new Response(JSON.stringify(kept.files)));
  } catch (error) {
    waiting.length = 0;
    await caches.delete(NAME);
    if (error instanceof Error && "altered" in error) await tell({ altered: true });
    throw error;
  }
}

async function clean() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** @type {(path: string) => boolean} */
const isKept = (path) => Object.prototype.hasOwnProperty.call(kept.files, path.slice(worker.registration.scope.length));

/** The address under which a file is kept, whatever answers are in the address; null if it is not. @type {(request: Request) => string | null} */
function keyOf(request) {
  const url = new URL(request.url);
  const path = (url.origin + url.pathname).replace(/\/index\.html$/, "/");
  if (request.method !== "GET" || !path.startsWith(worker.registration.scope)) return null;
  return isKept(path) ? path : null;
}

/** What a reader sees without a network at an address that is not kept: its folder, or a page that says so. @type {(request: Request) => Response} */
function unkept(request) {
  const url = new URL(request.url);
  const folder = `${url.origin}${url.pathname}/`;
  if (isKept(folder)) return Response.redirect(folder + url.search);
  /** @type {Record<string, string>} */
  const written = { root: worker.registration.scope, here: request.url };
  const page = kept.unkept.replace(/\{(root|here)\}/g, (_, name) => written[name].replace(/[&<>"']/g, (/** @type {string} */ sign) => `&#${sign.charCodeAt(0)};`));
  const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'self'";
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy } });
}

/** @type {(request: Request, key: string | null) => Promise<Response>} */
async function answer(request, key) {
  const found = key && await (await caches.open(NAME)).match(key);
  if (found) return found;
  try {
    return await fetch(request);
  } catch (error) {
    if (request.mode !== "navigate") throw error;
    return unkept(request);
  }
}

worker.addEventListener("install", (event) => event.waitUntil(bring()));
worker.addEventListener("activate", (event) => event.waitUntil(clean()));
worker.addEventListener("message", (event) => { if (event.data === "take") worker.skipWaiting(); });
worker.addEventListener("fetch", (event) => {
  const key = keyOf(event.request);
  if (key !== null || event.request.mode === "navigate") event.respondWith(answer(event.request, key));
});
