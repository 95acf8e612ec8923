/* For the pages of others: <guideway-guide src="…/embed/<id>/"> or <div data-guideway="<id>">, each with a link inside
   for readers without scripts; whenever it comes into the page. The frame is as high as its content, what happens in it
   becomes an event of the host, and a look that is asked for later is passed on. Loaded again, this does nothing.
   A message counts only if it comes from that very frame, is new, and says something from a closed list. */
(() => {
  "use strict";

  const NAME = "guideway-guide";
  const LOOKS = ["theme", "accent"];
  const HEARD = ["src", "data-guideway", ...LOOKS, "data-theme", "data-accent"];
  /** @type {Record<string, string[]>} */
  const TOLD = /** @type {any} */ ({ __proto__: null, start: ["page"], answer: ["question", "option"], outcome: ["outcome"], related: ["page"] });
  /** @type {Map<HTMLElement, Embedded>} */
  const shown = new Map();

  // A module is not told where it comes from; what it would say of an error names it.
  const here = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src || new Error().stack?.match(/\w+:[^\s()]+\/embed\.js/)?.[0];
  const site = /** @type {string} */ (here && new URL(".", here).href);

  /** The page and the look an element asks for. What its address says of answers goes behind the `#`, which no browser sends.
      @type {(host: HTMLElement) => Asked} */
  function asked(host) {
    const value = host.getAttribute("src") || host.dataset.guideway || "";
    const address = new URL(/^[\w.-]+$/.test(value) ? `${site}embed/${value}/` : value, document.baseURI);
    const { searchParams } = address;
    /** @type {Asked["look"]} */
    const look = {};
    for (const name of LOOKS) {
      look[name] = host.getAttribute(name) || host.dataset[name] || searchParams.get(name);
      searchParams.delete(name);
    }
    const said = String(searchParams);
    address.search = "";
    if (said) address.hash += (address.hash.includes("?") ? "&" : "?") + said;
    const page = address.href;
    for (const name of LOOKS) if (look[name]) searchParams.set(name, look[name]);
    return { src: page.startsWith(site) && address.href, page, look };
  }

  /** @type {(known: Embedded) => void} */
  const pass = ({ frame, look }) => frame.contentWindow?.postMessage({ guideway: 1, ...look }, "*");

  /** Show what an element asks for now. A frame that has not begun hears of its look when it does. @type {(host: HTMLElement) => void} */
  function settle(host) {
    try {
      const wanted = asked(host);
      let known = /** @type {any} */ (shown.get(host));
      if (!wanted.src || !host.isConnected || known?.src === wanted.src) return;
      if (!known) {
        const frame = Object.assign(document.createElement("iframe"), {
          title: host.title || host.textContent.trim(),
          loading: "lazy",
          referrerPolicy: "no-referrer",
          sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
          style: "display:block;width:100%;height:30rem;border:0",
          src: wanted.src,
        });
        host.attachShadow({ mode: "open" }).append(frame);
        host.style.display = "block";
        known = { host, frame, last: 0 };
        shown.set(host, known);
      } else if (known.page !== wanted.page) known.frame.src = wanted.src;
      pass(Object.assign(known, wanted));
    } catch {
      // Its address is none, or this element cannot hold a frame: its link stays.
    }
  }

  /** @type {(event: MessageEvent) => void} */
  function hear({ source, data }) {
    const known = source && [...shown.values()].find(({ frame }) => frame.contentWindow === source);
    const { guideway, order, type, height, detail } = data || {};
    if (!known || guideway !== 1 || !Number.isSafeInteger(order) || order <= known.last) return;
    known.last = order;
    if (type === "height") {
      // Within 60 and 30,000 px; beyond a million it is absurd.
      if (Number.isFinite(height) && height > 0 && height < 1e6) known.frame.style.height = `${Math.min(Math.max(height, 60), 3e4)}px`;
      return;
    }
    pass(known);
    /** @type {[string, unknown][] | undefined} */
    const said = detail && TOLD[type]?.map((name) => [name, detail[name]]);
    if (said?.every(([, value]) => typeof value === "string" && /^[a-z0-9][a-z0-9./-]{0,99}$/.test(value))) known.host.dispatchEvent(new CustomEvent(`guideway:${type}`, { bubbles: true, detail: Object.fromEntries(said) }));
  }

  /** Begin, when the whole page is there and no other copy has. */
  function start() {
    if (!site || customElements.get(NAME)) return;
    addEventListener("message", hear);
    // The observer does not see into the shadow roots of hosts; there the element is told.
    customElements.define(NAME, class extends HTMLElement {
      static get observedAttributes() { return HEARD; }
      connectedCallback() { settle(this); }
      attributeChangedCallback() { settle(this); }
    });
    const look = () => document.querySelectorAll("[data-guideway]").forEach(settle);
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: HEARD });
    look();
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
