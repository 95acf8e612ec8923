/* What stands around a page: its name in the head, its contents beside it, the way back to the top, and, where its reader
   keeps the website on the device, the word that there is a newer one. */
(() => {
  "use strict";

  const title = document.querySelector("h1");
  const topic = document.querySelector(".gw-topic");
  const up = document.querySelector(".gw-top");
  const beside = document.querySelector(".gw-beside");
  const contents = document.querySelector(".gw-jump ul");
  const FAR = 400;
  let last = scrollY;

  /** The list of contents that is in the page, once more where there is room for it. */
  function links() {
    const fits = Boolean(beside && contents);
    document.body.classList.toggle("gw-has-beside", fits);
    if (!fits) return [];
    beside.append(contents.cloneNode(true));
    return [...beside.querySelectorAll("a")].map((link) => ({ link, part: document.querySelector(link.hash) }));
  }

  const listed = links();

  function look() {
    const head = document.querySelector(".md-header").offsetHeight;
    topic.textContent = title && title.getBoundingClientRect().bottom < head ? title.textContent : "";
    const passed = listed.filter(({ part }) => part.getBoundingClientRect().top < head + 60).at(-1);
    for (const one of listed) {
      if (one === passed) one.link.setAttribute("aria-current", "true");
      else one.link.removeAttribute("aria-current");
    }
    if (scrollY !== last) up.hidden = scrollY < FAR || scrollY > last;
    last = scrollY;
  }

  /** Only a website that is kept needs the scripts about keeping it on every page. */
  function kept(script) {
    if (origin === "null" || !navigator.serviceWorker?.controller) return;
    for (const name of ["offline-words.js", "offline.js"]) {
      if (document.querySelector(`script[src$="/${name}"]`)) continue;
      document.body.append(Object.assign(document.createElement("script"), { src: new URL(name, script), async: false }));
    }
  }

  let waiting = 0;
  addEventListener("scroll", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(look);
  }, { passive: true });
  up.addEventListener("click", () => scrollTo({ top: 0 }));
  look();
  const { src } = document.currentScript;
  addEventListener("DOMContentLoaded", () => kept(src));
})();
