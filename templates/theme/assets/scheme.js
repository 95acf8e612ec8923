/* Light or dark: as the reader chose on this device, or else as the system says. It comes first in the page,
   so that nothing is drawn in the wrong colours, or that only scripts can bring to life. */
/* needs: store */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const { kept = { read: () => null, write() {} } } = globalThis.guideway;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let chosen = kept.read("scheme");

  function draw() {
    const scheme = chosen && ["default", "slate"].includes(chosen) ? chosen : (dark.matches ? "slate" : "default");
    document.body.dataset.mdColorScheme = scheme;
    for (const button of document.querySelectorAll("[data-scheme]")) button.hidden = button.dataset.scheme === scheme;
  }

  /** @type {(event: MouseEvent) => void} */
  function choose(event) {
    const button = /** @type {HTMLElement} */ (event.target).closest("[data-scheme]");
    if (!button) return;
    chosen = button.dataset.scheme ?? null;
    kept.write("scheme", chosen);
    draw();
    document.querySelector("[data-scheme]:not([hidden])")?.focus();
  }

  /* Room is kept for what scripts bring; if one of ours is lost or breaks before the page is there, it is as without any. */
  /** @type {(works: boolean) => void} */
  const scripted = (works) => { document.documentElement.classList.toggle("gw-scripted", works); };
  const ours = new URL(".", /** @type {HTMLScriptElement} */ (document.currentScript).src || location.href).href;

  /* A part that fails takes nothing else along: what it would have brought to life is there as without it. It is told as
     the browser would have; parts after it may only miss it, and are quiet. */
  /** @type {unknown} */
  let told = null;
  /** @type {Guideway["lost"]} */
  function lost(part, error) {
    const { dataset } = document.documentElement;
    dataset.lost = `${dataset.lost || ""} ${part}`;
    if (!told) setTimeout(() => { throw error; });
    told = told || error;
  }

  /** @type {(event: ErrorEvent | Event) => void} */
  function failed(event) {
    if (told && "error" in event && event.error === told) return;
    const script = "filename" in event ? event.filename : event.target instanceof HTMLScriptElement && event.target.src;
    if (script && script.startsWith(ours)) scripted(false);
  }

  addEventListener("error", failed, true);
  addEventListener("load", () => removeEventListener("error", failed, true));
  Object.assign(globalThis.guideway, { lost });
  scripted(true);
  draw();
  dark.addEventListener("change", draw);
  document.addEventListener("DOMContentLoaded", draw);
  document.addEventListener("click", choose);
})();
