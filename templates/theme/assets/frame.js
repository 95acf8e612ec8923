/* What stands around a page: the way back to the top, and, where its reader keeps the website on the device, the word
   that there is a newer one. */
/* needs: guideway */
(() => {
  "use strict";

  const up = /** @type {HTMLElement} */ (document.querySelector(".gw-top"));
  const FAR = 400;
  let last = 0;

  function look() {
    if (scrollY !== last) up.hidden = scrollY < FAR || scrollY > last;
    last = scrollY;
  }

  /** What is folded away in the head goes with Escape, with a tap beside it, and when the focus has left it. */
  const all = /** @type {HTMLDetailsElement} */ (document.querySelector(".gw-all"));
  /** @type {(event: Event) => void} */
  function leave({ target }) {
    if (!all.contains(/** @type {Node} */ (target))) all.open = false;
  }
  addEventListener("click", leave);
  addEventListener("focusin", leave);
  addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || !all.open) return;
    if (all.contains(document.activeElement)) all.querySelector("summary")?.focus();
    all.open = false;
  });

  /** Only a website that is kept needs the scripts about keeping it on every page. @type {(script: string) => void} */
  function kept(script) {
    if (origin === "null" || globalThis.guideway.offlineWords || !navigator.serviceWorker?.controller) return;
    globalThis.guideway.bring(script, "offline-words.js", "offline.js");
  }

  /* With the next picture: to measure now would lay the page out before the scripts after this one change it. */
  let waiting = 0;
  function lookSoon() {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(look);
  }
  addEventListener("scroll", lookSoon, { passive: true });
  up.addEventListener("click", () => scrollTo({ top: 0 }));
  lookSoon();
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  addEventListener("DOMContentLoaded", () => kept(src));
  for (const box of document.querySelectorAll(".gw-say")) box.addEventListener("toggle", () => globalThis.guideway.bring(src, "feedback.js"), { once: true });
})();
