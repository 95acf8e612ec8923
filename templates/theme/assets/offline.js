/* The website kept on this device: turned on and off on the page of downloads, and on every page a calm word
   when there is a newer one. Nothing is kept before somebody asks for it. */
/* needs: guideway, offline-words */
(() => {
  "use strict";

  const { make, hold, fill, offlineWords: words } = globalThis.guideway;
  const root = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const room = document.querySelector(".gw-offline");
  const said = make("p", { class: "gw-notice", role: "status" });
  const OURS = `guideway:${root.href}:`;
  /** @type {(text: string, click: () => void) => HTMLButtonElement} */
  const button = (text, click) => make("button", { type: "button", click }, text);
  const registered = () => navigator.serviceWorker.getRegistration(root.href);

  /* On every page of a website that is kept: something newer is ready. */

  /** @type {(worker: ServiceWorker) => void} */
  function announce(worker) {
    const take = button(words.take, () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take");
    });
    const place = document.querySelector(".gw-head") || document.body;
    place.after(make("div", { class: "gw-newer", role: "status" }, words.newer, " ", take));
  }

  /** @type {(registration: ServiceWorkerRegistration) => void} */
  function watch(registration) {
    if (registration.waiting && registration.active) announce(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const coming = registration.installing;
      if (!registration.active || !coming) return;
      coming.addEventListener("statechange", () => { if (coming.state === "installed") announce(coming); });
    });
  }

  /* On the page of downloads: on, and off again. */

  let saving = false;
  let trying = false; // until it is kept, or the worker has said why not

  /** @type {(text: string, ...buttons: HTMLButtonElement[]) => void} */
  function show(text, ...buttons) {
    saving = false;
    said.textContent = text;
    if (room) hold(room, said, make("p", { class: "gw-buttons" }, ...buttons));
  }

  /** @type {(text: string) => void} */
  const showOff = (text) => show(text, button(words.turn_on, turnOn));
  const showOn = () => show(words.is_on, button(words.turn_off, turnOff));

  async function turnOn() {
    show(fill(words.saving, { done: 0, all: "…" }));
    saving = trying = true;
    try {
      const registration = await navigator.serviceWorker.register(new URL("worker.js", root), { scope: root.href, updateViaCache: "none" });
      const worker = registration.installing || registration.active;
      if (!worker) { showOff(words.failed); return; }
      if (worker.state === "activated") { showOn(); return; }
      worker.addEventListener("statechange", () => {
        if (worker.state === "activated") { trying = false; showOn(); }
        if (worker.state === "redundant" && trying) showOff(words.failed);
      });
    } catch {
      showOff(words.failed);
    }
  }

  async function turnOff() {
    const registration = await registered();
    if (registration) await registration.unregister();
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith(OURS)).map((name) => caches.delete(name)));
    showOff(words.gone);
  }

  async function start() {
    const registration = await registered();
    if (registration) watch(registration);
    if (!room) return;
    navigator.serviceWorker.addEventListener("message", ({ data }) => {
      if (data.altered && trying) { trying = false; showOff(words.altered); }
      else if (saving && data.all) said.textContent = fill(words.saving, data);
    });
    if (registration && registration.active) showOn();
    else showOff(words.is_off);
  }

  if ("serviceWorker" in navigator && isSecureContext && location.protocol.startsWith("http")) start();
  else if (room) show(words.impossible);
})();
