/* A page of ours in the site of somebody else is loaded whole and left whole. An engine that puts page after page into one
   document (`navigation.instant`) would let our scripts go on in its pages, and start them again, in any order, in the next of
   ours. It stands in the page, before the others, and beside it as a file for sites whose policy lets no script stand in a page. */

(() => {
  "use strict";

  const AGAIN = "guideway:again"; // the state of an entry of the history whose page is loaded a second time, and never a third
  const page = document.currentScript && document.currentScript.closest(".gw-page");
  if (!page || page.hasAttribute("data-whole")) return;
  page.setAttribute("data-whole", "");

  /** Whether this document came as another page. Safari 14 does not tell: there, whether it was complete before us. */
  function isAnothers() {
    const [came] = performance.getEntriesByType("navigation");
    return came ? new URL(came.name, location.href).pathname !== location.pathname : document.readyState === "complete";
  }

  /** Load what is to be seen once more, and until then start nothing. @type {(page: Element) => void} */
  function again(page) {
    page.querySelectorAll("script").forEach((script) => script.remove());
    history.replaceState(AGAIN, "");
    location.reload();
  }

  /** How far the engine says that this entry of the history was scrolled. */
  const high = () => (history.state && history.state.y) || 0;

  if (isAnothers() && history.state !== AGAIN) {
    scrollTo(0, high()); // it begins where it would, not where the reader was in the page before
    again(page);
  }
  /* Back within this page: an engine would put the page itself in its place. */
  const { pathname } = location;
  addEventListener("popstate", (event) => {
    if (location.pathname !== pathname) return;
    event.stopImmediatePropagation();
    if (high()) scrollTo(0, high());
  }, true);
  /* Engines leave links with a target to the browser; to it, this one is as good as none. */
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element && /** @type {HTMLAnchorElement | null} */ (target.closest("a[href]"));
    if (link && !link.target) link.target = "_self";
  }, true);
  /* Back in the history, or however else the page was taken away. */
  const gone = new MutationObserver(() => { if (!page.isConnected) again(page); });
  for (let around = page.parentNode; around; around = around.parentNode) gone.observe(around, { childList: true });
})();
