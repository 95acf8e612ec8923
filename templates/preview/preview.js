/* In the preview of a site: loads the page again when it is another one, and shows what is wrong.

   The server that made the preview puts it into every page; no published page has it. */

(() => {
  "use strict";

  const PLACE = `preview-place ${location.pathname}`;

  /** Loads the page again; what was answered stands in its address, the place comes back. */
  const again = () => {
    sessionStorage.setItem(PLACE, String(scrollY));
    location.reload();
  };

  const place = sessionStorage.getItem(PLACE);
  if (place !== null) {
    sessionStorage.removeItem(PLACE);
    addEventListener("load", () => scrollTo(0, Number(place)));
  }

  /** @param {string} tag @param {string} text @param {HTMLElement} [parent] */
  const put = (tag, text, parent) => {
    const made = document.createElement(tag);
    made.textContent = text;
    if (parent) parent.append(made);
    return made;
  };

  const box = put("aside", "");
  box.className = "gw-preview";
  box.hidden = true;
  box.setAttribute("role", "status");
  document.body.append(box);

  /**
   * @typedef {{ level: string, message: string, hint: string, where: string, href: string }} Problem
   */

  /** @param {Problem} problem @param {HTMLElement} parent */
  const list = (problem, parent) => {
    const one = put("div", "", parent);
    one.className = `gw-preview__${problem.level}`;
    const where = put("a", problem.where, put("p", "", one));
    if (problem.href) where.setAttribute("href", problem.href);
    put("p", problem.message, one);
    if (problem.hint) put("p", problem.hint, one).className = "gw-preview__hint";
  };

  /** Shows errors, for they keep the page as it was, and folds away what is only a warning. */
  const show = (/** @type {Problem[]} */ problems) => {
    const errors = problems.filter((each) => each.level === "error");
    const warnings = problems.filter((each) => each.level !== "error");
    box.replaceChildren();
    errors.forEach((each) => list(each, box));
    if (warnings.length) {
      const folded = put("details", "", box);
      put("summary", `${warnings.length} warning(s)`, folded);
      warnings.forEach((each) => list(each, folded));
    }
    box.hidden = problems.length === 0;
    box.classList.toggle("gw-preview--calm", errors.length === 0);
  };

  const here = decodeURIComponent(location.pathname.slice(1)).replace(/index\.html$/, "");
  const events = new EventSource("/_preview/events");
  events.addEventListener("news", (event) => {
    const news = JSON.parse(event.data);
    if (news.is_last) show(news.problems);
    if (news.pages.includes(here) || news.pages.includes("*")) again();
  });
})();
