/* A number that leads to a source says which: its name is in the list on the page. */

(() => {
  "use strict";

  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".gw-cites a"))) {
    const source = document.querySelector(link.hash);
    if (!source) continue;
    const law = source.parentElement?.firstChild?.nodeValue?.trim() ?? ""; // articles of one law stand behind its name
    const called = [...source.childNodes].slice(1).map((part) => part.textContent).join("").trim();
    link.setAttribute("aria-label", `${link.textContent} ${law}${called}`);
  }
})();
