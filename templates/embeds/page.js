/* What a page does when others embed it: their theme, its height, what it tells them, the address to share.
   It comes before the other scripts, and keeps the answers to itself: they change neither the address nor the history
   of the page around it. Nothing is stored. */
/* needs: contrast, fragment */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const VERSION = 1;
  const PATIENCE = 500;
  const root = document.documentElement;
  const page = document.body;
  const site = new URL(page.dataset.root, location.href);
  const given = new URLSearchParams(location.search);
  let order = 0;
  let high = 0;

  /** To whoever has embedded us: heights and ids are no secret. A later message has a higher number, also after a reload.
      @type {(type: string, said: object) => void} */
  function tell(type, said) {
    order = Math.max(order + 1, Date.now());
    if (parent !== window) parent.postMessage({ guideway: VERSION, order, type, ...said }, "*");
  }

  /* The look: what the address says, until the page around us says something else. */
  const readers = page.dataset.mdColorScheme;
  /** @type {Look} */
  let look = { theme: given.get("theme"), accent: given.get("accent") };
  function dress() {
    page.dataset.mdColorScheme = new Map([["light", "default"], ["dark", "slate"]]).get(look.theme ?? "") || readers;
    page.style.removeProperty("--gw-accent");
    const { fits, grounds } = globalThis.guideway;
    if (fits(look.accent, grounds(page))) page.style.setProperty("--gw-accent", `#${look.accent}`);
  }
  dress();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", dress);
  addEventListener("message", ({ source, data }) => {
    if (source !== parent || data?.guideway !== VERSION) return;
    look = data;
    dress();
  });

  /* The answers. */
  const { carry, read } = globalThis.guideway.fragment;
  let query = read();
  /** @type {Answers | null} */
  let known = null;
  /** @type {string | null | undefined} */
  let outcome = null;
  globalThis.guideway.keeping = {
    read: () => query,
    write(written) {
      query = written;
      const answers = new Map(new URLSearchParams(written));
      for (const [question, option] of known ? answers : []) {
        // What a reader typed is not told to the page around.
        if (known?.get(question) !== option) tell("answer", { detail: /^[a-z]/.test(option) ? { question, option } : { question } });
      }
      known = answers;
      for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-answers]"))) carry(link, query);
      const reached = document.querySelector(".gw-stage [data-outcome]")?.dataset.outcome;
      if (reached && reached !== outcome) tell("outcome", { detail: { outcome: reached } });
      outcome = reached;
    },
  };

  /* The links: to a place on this page, or to a page of the site. */
  addEventListener("click", (event) => {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
    if (!link) return;
    if (link.hash && link.getAttribute("href")?.startsWith("#")) {
      // The page around us has to move, which following the link alone does not make it do.
      setTimeout(() => document.getElementById(link.hash.slice(1))?.scrollIntoView());
    } else if (link.href.startsWith(site.href)) {
      const [, to] = link.pathname.slice(site.pathname.length).match(/^((?:guides|decisions|warnings)\/[a-z0-9-]+)\//) || [];
      if (to) tell("related", { detail: { page: to } });
    }
  });

  /* The height. */
  const follow = () => { root.style.overflowY = innerHeight + 1 >= high ? "hidden" : ""; };
  function fit() {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height !== high) tell("height", { height });
    high = height;
    setTimeout(follow, PATIENCE);
  }
  new ResizeObserver(fit).observe(root);
  addEventListener("resize", follow);
  tell("start", { detail: { page: page.dataset.page } });

  /* The address to share: that of the whole page, with the answers. */
  for (const share of document.querySelectorAll(".gw-share")) {
    const [button, field, status] = /** @type {[HTMLButtonElement, HTMLInputElement, HTMLElement]} */ (/** @type {unknown} */ ([...share.children]));
    button.hidden = false;
    button.addEventListener("click", () => {
      const whole = new URL(/** @type {HTMLLinkElement} */ (document.querySelector("link[rel=canonical]")).href);
      carry(whole, query);
      field.hidden = false;
      field.value = whole.href;
      field.select();
      // The old way: the new one needs a permission that hosts seldom give to a frame.
      status.textContent = (document.execCommand("copy") ? share.dataset.copied : share.dataset.failed) ?? "";
    });
  }
})();
