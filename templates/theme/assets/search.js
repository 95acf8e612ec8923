/* The search box: loads nothing until somebody wants to search. Without scripts there is a link in its place. */
/* needs: guideway, fragment */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form.gw-search")]);
  if (!forms.length) return;
  const root = new URL(forms[0].dataset.root.replace(/\/*$/, "/"), location.href);
  /** @type {Map<string, Promise<unknown>>} */
  const loaded = new Map();

  /** @type {(path: string) => Promise<unknown>} */
  function load(path) {
    const known = loaded.get(path) ?? new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = new URL(path, root).href;
      script.async = false;
      script.onload = done;
      script.onerror = () => { loaded.delete(path); failed(new Error(path)); };
      document.head.append(script);
    });
    loaded.set(path, known);
    return known;
  }

  /** Make a box work, with everything it needs. If that cannot be loaded, it still leads to A–Z. @type {(form: HTMLFormElement) => Promise<void>} */
  async function wake(form) {
    await Promise.all(["search/face.js", "assets/search-engine.js", "assets/search-box.js"].map(load));
    form.action = guideway.address("search/", root);
    guideway.searchBox(form, root);
  }

  /** @type {(form: Element) => HTMLInputElement} */
  const inputOf = (form) => /** @type {HTMLInputElement} */ (form.querySelector("input"));

  /** The box of a page, wherever it stands. */
  function show() {
    const input = inputOf(forms[0]);
    input.focus();
    input.select();
  }

  for (const form of forms) {
    /** @type {Promise<void> | null} */
    let waking = null;
    const start = () => { waking = waking || wake(form).catch(() => { waking = null; }); };
    form.addEventListener("focusin", start);
    if (form.dataset.results) {
      const input = inputOf(form);
      input.value = input.value || new URLSearchParams(guideway.fragment.read()).get("q") || "";
      start();
    }
  }
  /* A form would send what was typed; the fragment of a link stays here. Without this script its box has no name,
     and what is sent is nothing. */
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (event.defaultPrevented || !forms.includes(form)) return;
    event.preventDefault();
    const typed = inputOf(form).value;
    location.assign(`${form.action}#?${new URLSearchParams({ q: typed })}`);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {Element} */ (event.target).closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    show();
  });
})();
