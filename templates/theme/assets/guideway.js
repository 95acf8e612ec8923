/* What every page needs: making elements, the word about a page that is older than it looks. */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  /** The language of what we say: that of the site, or of our piece in the site of somebody else. */
  const language = (document.currentScript?.closest("[lang]") ?? document.documentElement).lang || "en";

  /** Make an element; children that are texts become text. @type {Guideway["make"]} */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener("click", /** @type {EventListener} */ (value));
      else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : /** @type {string} */ (value));
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A part that templates of ours write. Where it is missing, what is lost says its name.
      @type {Guideway["part"]} */
  function part(around, selector) {
    const found = around.querySelector(selector);
    if (!found) throw Error(`no ${selector}`);
    return /** @type {any} */ (found);
  }

  /** Let an element hold these and nothing else: `replaceChildren`, which came with Chrome 86. @type {Guideway["hold"]} */
  function hold(element, ...children) {
    element.textContent = "";
    element.append(...children);
  }

  /** The form of a text for the first number in it: `model/words.py`, form_for. @type {(forms: Forms, values: Record<string, any>) => string} */
  function formFor(forms, values) {
    const [, name] = [...forms.other.matchAll(/\{(\w+)\}/g)].find(([, name]) => !Number.isNaN(parseFloat(values[name]))) ?? [];
    const form = name ? new Intl.PluralRules(language).select(parseFloat(values[name])) : "other";
    return forms[form] ?? forms.other;
  }

  /** @type {Guideway["fill"]} */
  function fill(said, values) {
    const given = /** @type {Record<string, any>} */ (values);
    const words = typeof said === "string" ? said : formFor(said, given);
    return words.replace(/\{(\w+)\}/g, (_, name) => given[name]);
  }

  /** The page may be older than it looks: then the word about it is shown. @type {(notice: HTMLElement) => void} */
  function overdue(notice) {
    const now = new Date();
    const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
    if (today > notice.dataset.due) notice.hidden = false;
  }

  /** The address of a page below the root; a folder is a file when the site is opened from one. @type {Guideway["address"]} */
  function address(path, root) {
    const [, folder, rest] = /** @type {string[]} */ (path.match(/^([^?#]*)(.*)$/));
    const file = location.protocol === "file:" && (folder === "" || folder.endsWith("/")) ? "index.html" : "";
    return new URL(`${folder}${file}${rest}`, root).href;
  }

  /** What few readers need comes when they do: the scripts of these names lie beside the one at the address. @type {Guideway["bring"]} */
  function bring(script, ...names) {
    for (const name of names) document.body.append(Object.assign(make("script"), { src: new URL(name, script), async: false }));
  }

  /* Closed parts are printed: by style in newer browsers, in others they are open for so long. Of a group only one can
     be open, so for so long they are none. */
  /** @type {[HTMLDetailsElement, boolean, string | null][]} */
  const opened = [];
  addEventListener("beforeprint", () => {
    if (opened.length) return; // a preview asks twice
    for (const part of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details"))) opened.push([part, part.open, part.getAttribute("name")]);
    for (const [part] of opened) part.removeAttribute("name");
    for (const [part] of opened) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const [part, wasOpen, name] of opened.splice(0)) {
      part.open = wasOpen;
      if (name) part.setAttribute("name", name);
    }
  });

  Object.assign(globalThis.guideway, { language, make, part, hold, fill, address, bring });
  document.querySelectorAll(".gw-overdue").forEach(overdue);
})();
