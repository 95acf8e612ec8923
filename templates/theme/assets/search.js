/* The search box: loads nothing until somebody wants to search. Without scripts there is a link in its place. */
globalThis.guideway = globalThis.guideway || {};

(() => {
  "use strict";

  const forms = [...document.querySelectorAll("form.gw-search")];
  if (!forms.length) return;
  const root = new URL(forms[0].dataset.root.replace(/\/*$/, "/"), location.href);
  const loaded = new Map();

  function load(path) {
    if (!loaded.has(path)) {
      loaded.set(path, new Promise((done, failed) => {
        const script = document.createElement("script");
        script.src = new URL(path, root);
        script.async = false;
        script.onload = done;
        script.onerror = () => { loaded.delete(path); failed(new Error(path)); };
        document.head.append(script);
      }));
    }
    return loaded.get(path);
  }

  /** Make a box work, with everything it needs. If that cannot be loaded, it still leads to A–Z. */
  async function wake(form) {
    await Promise.all(["search/face.js", "assets/search-engine.js", "assets/search-box.js"].map(load));
    form.action = guideway.address("search/", root);
    guideway.searchBox(form, root);
  }

  /** The box of a page, wherever it stands. */
  function show() {
    const input = forms[0].querySelector("input");
    input.focus();
    input.select();
  }

  for (const form of forms) {
    let waking = null;
    const start = () => { waking = waking || wake(form).catch(() => { waking = null; }); };
    form.addEventListener("focusin", start);
    if (form.dataset.results) {
      const input = form.querySelector("input");
      input.value = input.value || new URLSearchParams(guideway.fragment.read()).get("q") || "";
      start();
    }
  }
  /* A form would send what was typed; the fragment of a link stays here. Without this script its box has no name,
     and what is sent is nothing. */
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !forms.includes(event.target)) return;
    event.preventDefault();
    const typed = event.target.querySelector("input").value;
    location.assign(`${event.target.action}#?${new URLSearchParams({ q: typed })}`);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!slash && !(event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey))) return;
    event.preventDefault();
    show();
  });
})();
