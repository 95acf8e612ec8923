/* A number that leads to a source says which: its name is in the list on the page. */

(() => {
  "use strict";

  for (const link of document.querySelectorAll(".gw-cites a")) {
    const source = document.querySelector(link.hash);
    if (source) link.setAttribute("aria-label", `${link.textContent} ${(source.querySelector("a") || source).textContent}`);
  }
})();
