/* The page that says how to embed another: the address of this very site in the code, buttons to copy, a live preview
   with a theme and a colour, and whether the colour can be read. */

(() => {
  "use strict";

  const { fill, fits, grounds, make } = globalThis.guideway;
  const page = document.querySelector(".gw-embedding");
  const words = JSON.parse(page.dataset.words);
  const root = new URL(page.dataset.root, location.href);
  const base = page.dataset.base.startsWith("https://\uff08") && root.protocol !== "file:" ? root.href : page.dataset.base;
  const look = page.querySelector(".gw-look");
  const preview = page.querySelector("guideway-guide");
  const codes = [...page.querySelectorAll("textarea")].map((area) => ({ area, text: area.value.split(page.dataset.base).join(base) }));

  /** The old way first: it needs no permission, and never waits for one. */
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

  /** As it looks: for editors that take no code. What is copied has both forms, and an editor takes the one it knows. */
  function copyAsShown(html, status) {
    const shown = new DOMParser().parseFromString(html, "text/html").body.textContent;
    const hand = (event) => {
      event.clipboardData.setData("text/html", html);
      event.clipboardData.setData("text/plain", shown);
      event.preventDefault();
    };
    document.addEventListener("copy", hand);
    copy(shown, status);
    document.removeEventListener("copy", hand);
  }

  /* The colours of both themes, wherever they are set: an element of each tells. */
  function groundsOf(scheme) {
    const sample = Object.assign(document.createElement("div"), { hidden: true });
    sample.dataset.mdColorScheme = scheme;
    document.documentElement.append(sample);
    const found = grounds(sample);
    sample.remove();
    return found;
  }

  function hint(accent) {
    if (!accent) return "";
    if (!/^[0-9a-f]{6}$/i.test(accent)) return words.none;
    const themes = { light: document.documentElement, dark: "slate" };
    return Object.keys(themes).map((name) => {
      const on = name === "dark" ? groundsOf("slate") : grounds(document.documentElement);
      return fill(fits(accent, on) ? words.fits : words.fits_not, { theme: words[name] });
    }).join(" ");
  }

  /** The code and the preview, with the look that was chosen. */
  function draw() {
    const [theme, accent] = ["theme", "accent"].map((name) => look.elements[name].value);
    const query = new URLSearchParams();
    if (theme !== "auto") query.set("theme", theme);
    if (/^[0-9a-f]{6}$/i.test(accent)) query.set("accent", accent);
    const tail = String(query) && `?${query}`;
    for (const { area, text } of codes) area.value = text.replace(`${page.dataset.embed}"`, `${page.dataset.embed}${tail.replace(/&/g, "&amp;")}"`);
    look.querySelector(".gw-look__hint").textContent = hint(accent);
    const shown = preview.cloneNode(true);
    shown.setAttribute("src", new URL(page.dataset.embed + tail, root).href);
    page.querySelector("guideway-guide").replaceWith(shown);
  }

  for (const section of page.querySelectorAll(".gw-snippet")) {
    const button = section.querySelector("button");
    const area = section.querySelector("textarea");
    button.hidden = false;
    button.addEventListener("click", () => copy(area.value, section.querySelector("[role=status]")));
  }

  /* What is pasted is in files of their own, which a page that is a file itself may not read: there a sentence says what to do. */
  const buttons = page.querySelectorAll("[data-host]");
  const isFile = root.protocol === "file:";
  if (isFile) buttons[0].closest("ul").after(make("p", {}, words.file));
  for (const button of buttons) {
    button.hidden = isFile;
    button.addEventListener("click", async () => {
      const status = button.nextElementSibling;
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
