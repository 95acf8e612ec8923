/* The action sheet: boxes to tick, kept on this device until the reader clears them; a copy as Markdown. */
/* needs: store, guideway, data, files */
(() => {
  "use strict";

  const { make, part, fill, kept, save, words, wordsOf } = globalThis.guideway;
  const here = document.querySelector(".gw-sheet");
  if (!here) return;
  const sheet = here;

  const KEY = `ticks.${sheet.dataset.sheet}`;
  const boxes = new Map();
  const progress = make("p", { class: "gw-progress", role: "status" });

  /** An address in letters, as far as it is one: anybody can make up a link with a broken one. @type {(text: string) => string} */
  function readable(text) {
    try { return decodeURI(text); } catch { return text; }
  }

  function read() {
    try { return new Set(JSON.parse(String(kept.read(KEY))) || []); } catch { return new Set(); }
  }

  function write() {
    const ticked = [...boxes].filter(([, box]) => box.checked).map(([name]) => name);
    kept.write(KEY, ticked.length ? JSON.stringify(ticked) : null);
  }

  /** @type {(element: Element) => boolean} */
  const shown = (element) => !element.closest("[hidden]");
  /** Who succeeds never takes the way out: it has a box, and is not counted. */
  const steps = () => [...boxes].filter(([name, box]) => name.startsWith("step-") && shown(box) && !box.closest(".gw-step--out")).map(([, box]) => box);

  /** The steps that are there are numbered as on the page of the guide. */
  function number() {
    const there = [...sheet.querySelectorAll(".gw-step__number")].filter(shown);
    there.forEach((spot, before) => { spot.textContent = String(before + 1); });
  }

  function tell() {
    const all = steps();
    progress.textContent = fill(words.progress, { done: all.filter((box) => box.checked).length, all: all.length });
    for (const [, box] of boxes) box.closest(".gw-tick").classList.toggle("gw-tick--done", box.checked);
  }

  function clear() {
    for (const [, box] of boxes) box.checked = false;
    write();
    tell();
  }

  /** The words of an element as one line, without what is hidden or only for the screen. @type {(element: Element) => string} */
  const line = (element) => wordsOf(element, ".gw-fill, .gw-sheet__screen, .gw-step__number");

  /** @type {(element: Element, number: number) => string} */
  function item(element, number) {
    const box = /** @type {HTMLInputElement | null} */ (element.querySelector(":scope > .gw-tick__line input"));
    const mark = box ? `[${box.checked ? "x" : " "}] ` : "";
    const lines = /** @type {HTMLElement[]} */ ([...element.children]).filter((each) => !each.hidden).map(line).filter(Boolean);
    return `${element.parentElement?.tagName === "OL" ? `${number}.` : "-"} ${mark}${(lines.length ? lines : [line(element)]).join("\n   ")}`;
  }

  function markdown() {
    const answers = [...sheet.querySelectorAll(".gw-chip")].map((chip) => `- ${chip.dataset.ask} ${chip.firstElementChild?.textContent}`);
    const parts = [`# ${part(document, "h1").textContent}`, line(part(sheet, ".gw-sheet__goal")), answers.join("\n")];
    for (const section of sheet.querySelectorAll(".gw-sheet__part")) {
      const items = [...section.querySelectorAll(":scope > ol > li, :scope > ul > li, :scope > dl > div")].filter(shown);
      const dated = section.querySelector(":scope > dl > div") !== null;
      const lines = items.map((element, number) => (dated ? `- ${[...element.children].map(line).join(words.colon)}` : item(element, number + 1)));
      parts.push(`## ${part(section, "h2").firstChild?.textContent?.trim()}`, lines.join("\n"));
    }
    parts.push(`${words.address}${words.colon}${location.href}`);
    return `${parts.filter(Boolean).join("\n\n")}\n`;
  }

  /** @type {(text: string, click: () => void) => HTMLButtonElement} */
  const button = (text, click) => make("button", { type: "button", click }, text);
  const ticked = read();
  for (const spot of sheet.querySelectorAll("[data-tick]")) {
    const name = spot.dataset.tick;
    const box = make("input", { type: "checkbox", checked: ticked.has(name), "aria-labelledby": `tick-${name}` });
    box.addEventListener("change", () => { write(); tell(); });
    spot.append(box);
    boxes.set(name, box);
  }
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (sheet.querySelectorAll("a[href]"))) {
    const own = location.pathname.replace(/sheet\/(index\.html)?$/, "");
    if (link.protocol.startsWith("http") && !link.pathname.startsWith(own)) link.dataset.address = fill(String(sheet.dataset.bracket), { text: readable(link.href) });
  }
  const address = make("p", { class: "gw-sheet__address" });
  const tools = make("div", { class: "gw-sheet__screen gw-buttons" }, progress, button(words.print, () => print()),
    button(words.markdown, () => save(`${part(document, "h1").textContent}.md`, "text/markdown;charset=utf-8", markdown())),
    button(words.forget_ticks, clear));
  part(sheet, ".gw-sheet__part").before(tools);
  sheet.append(address);

  function update() {
    address.textContent = `${words.address}${words.colon}${readable(location.href)}`;
    number();
    tell();
  }

  document.addEventListener("guideway:answers", update);
  update();
})();
