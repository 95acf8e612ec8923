/* The page that says how to embed another: the address of this very site in the code, buttons to copy, a live preview
   with a theme and a colour, and whether the colour can be read. */
/* needs: guideway, contrast */

(() => {
  "use strict";

  const { fill, fits, grounds, make, part } = globalThis.guideway;
  const page = part(document, ".gw-embedding");
  const words = JSON.parse(page.dataset.words);
  const root = new URL(page.dataset.root, location.href);
  const base = "nowhere" in page.dataset && root.protocol !== "file:" ? root.href : page.dataset.base;
  const look = part(page, "fieldset");
  const preview = part(page, "guideway-guide");
  const codes = [.../** @type {NodeListOf<HTMLTextAreaElement>} */ (page.querySelectorAll("textarea"))].map((area) => ({ area, text: area.value.split(page.dataset.base).join(base) }));

  /** The old way first: it needs no permission, and never waits for one. @type {(text: string, status: Element) => Promise<void>} */
  async function copy(text, status) {
    const area = make("textarea", { readonly: true });
    area.value = text;
    status.after(area);
    area.select();
    let done = document.execCommand("copy");
    area.remove();
    done = done || await navigator.clipboard?.writeText(text).then(() => true, () => false);
    status.textContent = done ? words.copied : words.failed;
  }

  /** As it looks: for editors that take no code. What is copied has both forms, and an editor takes the one it knows.
      @type {(html: string, status: Element) => void} */
  function copyAsShown(html, status) {
    const shown = new DOMParser().parseFromString(html, "text/html").body.textContent;
    const hand = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", shown);
      event.preventDefault();
    };
    document.addEventListener("copy", hand);
    copy(shown, status);
    document.removeEventListener("copy", hand);
  }

  /* The colours of both themes, wherever they are set: an element of each tells. */
  /** @type {(scheme: string) => string[]} */
  function groundsOf(scheme) {
    const sample = Object.assign(document.createElement("div"), { hidden: true });
    sample.dataset.mdColorScheme = scheme;
    document.documentElement.append(sample);
    const found = grounds(sample);
    sample.remove();
    return found;
  }

  /** @type {(accent: string) => string} */
  function hint(accent) {
    if (!accent) return "";
    if (!/^[0-9a-f]{6}$/i.test(accent)) return words.none;
    return ["light", "dark"].map((name) => {
      const on = name === "dark" ? groundsOf("slate") : grounds(document.documentElement);
      return fill(fits(accent, on) ? words.fits : words.fits_not, { theme: words[name] });
    }).join(" ");
  }

  /** The code and the preview, with the look that was chosen. */
  function draw() {
    const [theme, accent] = ["theme", "accent"].map((name) => /** @type {HTMLInputElement} */ (look.elements.namedItem(name)).value);
    const query = new URLSearchParams();
    if (theme !== "auto") query.set("theme", theme);
    if (/^[0-9a-f]{6}$/i.test(accent)) query.set("accent", accent);
    const tail = String(query) && `?${query}`;
    for (const { area, text } of codes) area.value = text.replace(`${page.dataset.embed}"`, `${page.dataset.embed}${tail.replace(/&/g, "&amp;")}"`);
    part(look, ".gw-look__hint").textContent = hint(accent);
    const shown = /** @type {Element} */ (preview.cloneNode(true));
    shown.setAttribute("src", new URL(page.dataset.embed + tail, root).href);
    part(page, "guideway-guide").replaceWith(shown);
  }

  for (const section of page.querySelectorAll(".gw-snippet")) {
    const button = part(section, "button");
    const area = part(section, "textarea");
    button.hidden = false;
    button.addEventListener("click", () => copy(area.value, part(section, "[role=status]")));
  }

  /* What is pasted is in files of their own, which a page that is a file itself may not read: there a sentence says what to do. */
  const buttons = [...page.querySelectorAll("[data-host]")];
  const isFile = root.protocol === "file:";
  if (isFile) buttons[0].closest("ul")?.after(make("p", {}, words.file));
  for (const button of buttons) {
    button.hidden = isFile;
    button.addEventListener("click", async () => {
      const status = /** @type {Element} */ (button.nextElementSibling);
      const answer = await fetch(new URL(`${page.dataset.embed}${button.dataset.host}.html`, root)).catch(() => null);
      if (answer?.ok) ("asShown" in button.dataset ? copyAsShown : copy)(await answer.text(), status);
      else status.textContent = words.failed;
    });
  }

  look.hidden = false;
  look.addEventListener("change", draw);
  for (const { area, text } of codes) area.value = text;
  const loader = Object.assign(document.createElement("script"), { src: new URL("embed.js", root) });
  document.head.append(loader);
})();
