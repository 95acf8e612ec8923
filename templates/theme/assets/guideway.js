/* What every page needs: making elements, the word about a page that is older than it looks, the way back. */
globalThis.guideway = globalThis.guideway || {};

(() => {
  "use strict";

  /** Make an element; children that are texts become text. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "click") element.addEventListener("click", value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** The page may be older than it looks: then the word about it is shown. */
  function overdue(notice) {
    const now = new Date();
    const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
    if (today > notice.dataset.due) notice.hidden = false;
  }

  /** The way back leads to the list the reader came from: a topic, an action, a provider, a decision. */
  function crumbs(nav) {
    const from = document.referrer ? new URL(document.referrer) : null;
    if (!from || from.origin !== location.origin) return;
    const way = Object.entries(JSON.parse(nav.dataset.ways)).find(([path]) => from.pathname.endsWith(`/${path}`));
    const link = nav.querySelector("li:nth-child(2) a");
    if (!way || !link) return;
    link.href = from.href;
    link.textContent = way[1];
  }

  Object.assign(globalThis.guideway, { make, fill });
  document.querySelectorAll(".gw-crumbs[data-ways]").forEach(crumbs);
  document.querySelectorAll(".gw-overdue").forEach(overdue);
})();
