/* What every page needs: making elements, the word about a page that is older than it looks. */
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

  /** A number that leads to a source says which: its name is in the list on the page. */
  function cite(link) {
    const source = document.querySelector(link.hash);
    if (!source) return;
    link.setAttribute("aria-label", `${link.textContent} ${(source.querySelector("a") || source).textContent}`);
  }

  Object.assign(globalThis.guideway, { make, fill });
  document.querySelectorAll(".gw-cites a").forEach(cite);
  document.querySelectorAll(".gw-overdue").forEach(overdue);
})();
