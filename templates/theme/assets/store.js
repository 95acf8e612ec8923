/* What is kept on this device, each under a name that begins with the site's own: several sites may share one host. Nothing
   else touches the storage; content/articles/about.yaml says all of it to readers. The build writes the first line: the site. */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const { site = "" } = globalThis.guideway;
  const LISTS = /\/(topics|actions|providers|decisions)\/[^/]+\/(index\.html)?$/;
  /** @type {(name: string) => string} */
  const keyOf = (name) => `${site}:${name}`;

  /** What was kept before names began with the site is taken over, once. @type {(name: string) => void} */
  function takeOver(name) {
    for (const old of [`guideway.${name}`, `guideway:${name}`]) {
      const value = localStorage.getItem(old);
      if (value === null || old === keyOf(name)) continue;
      if (localStorage.getItem(keyOf(name)) === null) localStorage.setItem(keyOf(name), value);
      localStorage.removeItem(old);
    }
  }

  /* A browser may keep nothing, or refuse to say. */

  /** @type {Guideway["kept"]["read"]} */
  function read(name) {
    try {
      takeOver(name);
      return localStorage.getItem(keyOf(name));
    } catch {
      return null;
    }
  }

  /** @type {Guideway["kept"]["write"]} */
  function write(name, text) {
    try {
      if (text === null) localStorage.removeItem(keyOf(name));
      else localStorage.setItem(keyOf(name), text);
    } catch { /* then it holds for this page */ }
  }

  /** The list from which the reader came to this page, until the window is closed: the browser tells no page, so that it tells no server.
      @type {Guideway["kept"]["way"]} */
  function way() {
    try {
      const { from, to } = JSON.parse(String(sessionStorage.getItem(keyOf("way"))));
      return to === location.pathname && from.startsWith(`${location.protocol}//${location.host}/`) ? from : null;
    } catch {
      return null;
    }
  }

  /** What was answered to questions that other pages ask too, until the window is closed. @type {() => [string, string][]} */
  function known() {
    try {
      return Object.entries(JSON.parse(sessionStorage.getItem(keyOf("known")) || "{}"));
    } catch {
      return [];
    }
  }

  /** @type {Guideway["kept"]["know"]} */
  function know(question, option) {
    const rest = known().filter(([name]) => name !== question);
    try {
      sessionStorage.setItem(keyOf("known"), JSON.stringify(Object.fromEntries(option === null ? rest : [...rest, [question, option]])));
    } catch { /* then it is asked on each page */ }
  }

  addEventListener("click", ({ target }) => {
    const link = LISTS.test(location.pathname) && /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (target).closest("a[href]"));
    if (!link || link.host !== location.host || link.pathname === location.pathname) return;
    try {
      sessionStorage.setItem(keyOf("way"), JSON.stringify({ from: location.href, to: link.pathname }));
    } catch { /* then the way back is the usual one */ }
  });

  Object.assign(globalThis.guideway, { kept: { read, write, way, known, know } });
})();
