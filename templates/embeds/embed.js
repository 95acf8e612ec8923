/* For the pages of others: <guideway-guide src="…/embed/<id>/"> or <div data-guideway="<id>">, each with a link inside
   for readers without scripts. The frame is as high as its content, and what happens in it becomes an event of the host.
   A message counts only if it comes from that very frame, is new, and says something from a closed list. */
(() => {
  "use strict";

  const here = document.currentScript.src;
  const LEAST = 60;
  const MOST = 30000;
  const ABSURD = 1e6;
  const LOOKS = ["theme", "accent"];
  const ID = /^[a-z0-9][a-z0-9./-]{0,99}$/;
  const isId = (value) => typeof value === "string" && ID.test(value);
  const TOLD = { start: ["page"], answer: ["question", "option"], outcome: ["outcome"], related: ["page"] };
  const frames = new Map();

  /** What an address says of answers goes behind the `#`, which no browser sends. */
  function keepToOurselves(address) {
    const said = [...address.searchParams].filter(([name]) => !LOOKS.includes(name));
    said.forEach(([name]) => address.searchParams.delete(name));
    if (said.length) address.hash = `${address.hash.slice(1)}${address.hash.includes("?") ? "&" : "?"}${new URLSearchParams(said)}`;
  }

  function addressOf(host) {
    const value = host.getAttribute("src") || host.dataset.guideway || "";
    const isName = isId(value) && !value.includes("/");
    const address = isName ? new URL(`embed/${value}/`, here) : new URL(value, document.baseURI);
    const own = new URL(here);
    keepToOurselves(address);
    for (const name of LOOKS) {
      if (host.hasAttribute(name)) address.searchParams.set(name, host.getAttribute(name));
    }
    return address.protocol === own.protocol && address.host === own.host ? address.href : null;
  }

  function mount(host) {
    const src = addressOf(host);
    if (!src || host.shadowRoot) return;
    const frame = document.createElement("iframe");
    frame.title = host.title || host.textContent.trim();
    frame.loading = "lazy";
    frame.referrerPolicy = "no-referrer";
    frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    frame.style.cssText = "display:block;width:100%;height:30rem;border:0";
    frame.src = src;
    host.style.display = "block";
    host.attachShadow({ mode: "open" }).append(frame);
    frames.set(frame, { host, last: 0 });
  }

  function hear(frame, known, { order, type, height, detail }) {
    if (!Number.isSafeInteger(order) || order <= known.last) return;
    known.last = order;
    if (type === "height") {
      if (Number.isFinite(height) && height > 0 && height < ABSURD) frame.style.height = `${Math.min(Math.max(height, LEAST), MOST)}px`;
    } else if (Array.isArray(TOLD[type]) && detail && TOLD[type].every((name) => isId(detail[name]))) {
      const said = Object.fromEntries(TOLD[type].map((name) => [name, detail[name]]));
      known.host.dispatchEvent(new CustomEvent(`guideway:${type}`, { bubbles: true, detail: said }));
    }
  }

  addEventListener("message", ({ source, data }) => {
    if (!source || !data || data.guideway !== 1) return;
    for (const [frame, known] of frames) {
      if (frame.contentWindow === source) hear(frame, known, data);
    }
  });

  const ready = (act) =>
    document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", act) : act();

  customElements.define("guideway-guide", class extends HTMLElement {
    connectedCallback() { ready(() => mount(this)); }
  });
  ready(() => document.querySelectorAll("[data-guideway]").forEach(mount));
})();
