/* What stands around a page: its name and the step one is at in the head, its contents beside it, the way back to the
   top, and, where its reader keeps the website on the device, the word that there is a newer one. */
(() => {
  "use strict";

  const title = document.querySelector("h1");
  const topic = document.querySelector(".gw-topic");
  const up = document.querySelector(".gw-top");
  const beside = document.querySelector(".gw-beside");
  const contents = document.querySelector(".gw-jump ul");
  const FAR = 400;
  const NEAR = 60;
  let last = 0;

  /** The list of contents that is in the page, once more where there is room for it. */
  function links() {
    const fits = Boolean(beside && contents);
    document.body.classList.toggle("gw-has-beside", fits);
    if (!fits) return [];
    beside.append(contents.cloneNode(true));
    return [...beside.querySelectorAll("a")].map((link) => ({ link, part: document.querySelector(link.hash) }));
  }

  const listed = links();

  /** How far one has come, counting the steps that apply; nothing before the first and after the last. */
  function progress(head) {
    const steps = [...document.querySelectorAll(".gw-step:not([hidden])")];
    const begun = steps.filter((step) => step.getBoundingClientRect().top < head + NEAR).length;
    if (!begun || steps[steps.length - 1].getBoundingClientRect().bottom < head) return "";
    return topic.dataset.step.replace("{number}", begun).replace("{all}", steps.length);
  }

  function look() {
    const head = document.querySelector(".md-header").offsetHeight;
    const gone = title && title.getBoundingClientRect().bottom < head;
    topic.textContent = gone ? progress(head) || title.textContent : "";
    const [passed] = listed.filter(({ part }) => part.getBoundingClientRect().top < head + NEAR).slice(-1);
    for (const one of listed) {
      if (one === passed) one.link.setAttribute("aria-current", "true");
      else one.link.removeAttribute("aria-current");
    }
    if (scrollY !== last) up.hidden = scrollY < FAR || scrollY > last;
    last = scrollY;
  }

  /** Only a website that is kept needs the scripts about keeping it on every page. */
  function kept(script) {
    if (origin === "null" || globalThis.guideway.offlineWords || !navigator.serviceWorker?.controller) return;
    bring(script, "offline-words.js", "offline.js");
  }

  /** What few readers need comes when they do: the scripts of a name lie beside this one. */
  function bring(script, ...names) {
    for (const name of names) document.body.append(Object.assign(document.createElement("script"), { src: new URL(name, script), async: false }));
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
  const { src } = document.currentScript;
  addEventListener("DOMContentLoaded", () => kept(src));
  for (const box of document.querySelectorAll(".gw-say")) box.addEventListener("toggle", () => bring(src, "feedback.js"), { once: true });
})();
