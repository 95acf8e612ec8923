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

  /** Let an element hold these and nothing else: `replaceChildren`, which came with Chrome 86. */
  function hold(element, ...children) {
    element.textContent = "";
    element.append(...children);
  }

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** The page may be older than it looks: then the word about it is shown. */
  function overdue(notice) {
    const now = new Date();
    const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
    if (today > notice.dataset.due) notice.hidden = false;
  }

  /** The address of a page below the root; a folder is a file when the site is opened from one. */
  function address(path, root) {
    const [, folder, rest] = path.match(/^([^?#]*)(.*)$/);
    const file = location.protocol === "file:" && (folder === "" || folder.endsWith("/")) ? "index.html" : "";
    return new URL(`${folder}${file}${rest}`, root).href;
  }

  /** What few readers need comes when they do: the scripts of these names lie beside the one at the address. */
  function bring(script, ...names) {
    for (const name of names) document.body.append(Object.assign(make("script"), { src: new URL(name, script), async: false }));
  }

  /* Closed parts are printed: by style in newer browsers, in others they are open for so long. Of a group only one can
     be open, so for so long they are none. */
  const opened = [];
  addEventListener("beforeprint", () => {
    if (opened.length) return; // a preview asks twice
    for (const part of document.querySelectorAll("details")) opened.push([part, part.open, part.getAttribute("name")]);
    for (const [part] of opened) part.removeAttribute("name");
    for (const [part] of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const [part, wasOpen, name] of opened.splice(0)) {
      part.open = wasOpen;
      if (name) part.setAttribute("name", name);
    }
  });

  Object.assign(globalThis.guideway, { make, hold, fill, address, bring });
  document.querySelectorAll(".gw-overdue").forEach(overdue);
})();
