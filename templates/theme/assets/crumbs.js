/* The way back, for pages that are listed on several others. */
/* needs: store */

(() => {
  "use strict";

  /** The way back leads to the list the reader came from: a topic, an action, a provider, a decision. @type {(nav: HTMLElement) => void} */
  function crumbs(nav) {
    const came = globalThis.guideway.kept?.way();
    if (!came) return;
    const from = new URL(came);
    const way = Object.entries(JSON.parse(nav.dataset.ways)).find(([path]) => from.pathname.replace(/index\.html$/, "").endsWith(`/${path}`));
    const link = /** @type {HTMLAnchorElement | null} */ (nav.querySelector("li:nth-child(2) a"));
    if (!way || !link) return;
    link.href = from.href;
    link.textContent = way[1];
  }

  document.querySelectorAll(".gw-crumbs[data-ways]").forEach(crumbs);
})();
