/* What is typed as an answer: read, held against what can be, and the band it lies in, as `model/values.py` has it.
   Of a day the size is how many days away it is, so a band moves with today. */
/* needs: guideway, figures */
(() => {
  "use strict";

  const { figure, fill, make } = globalThis.guideway;
  const DAY = 86400000;
  const WRITTEN = /^\s*(\d{4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?\s*$/;

  /** A day as a number; not a number if no calendar has it. @type {(typed: string) => number} */
  function dayOf(typed) {
    const [year, month, day] = (typed.normalize("NFKC").match(WRITTEN) ?? []).slice(1).map(Number);
    const date = new Date(Date.UTC(year, month - 1, day));
    return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY : NaN;
  }

  /** @type {() => number} */
  function today() {
    const now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
  }

  /** @type {(ask: HTMLElement) => number} */
  const scaleOf = (ask) => 10 ** Number(ask.dataset.decimals);

  /** @type {(ask: HTMLElement, typed: string) => { size: number, value: string } | { why: string }} */
  function day(ask, typed) {
    const found = dayOf(typed);
    if (!typed.trim() || Number.isNaN(found)) return { why: typed.trim() ? "none" : "empty" };
    const size = ask.dataset.lies === "past" ? today() - found : found - today();
    return size < 0 ? { why: ask.dataset.lies === "past" ? "future" : "past" } : { size, value: new Date(found * DAY).toISOString().slice(0, 10) };
  }

  /** @type {(ask: HTMLElement, typed: string) => { size: number, value: string } | { why: string }} */
  function number(ask, typed) {
    const found = figure(typed);
    if (found.why !== undefined) return { why: found.why };
    if (found.unit && found.unit !== ask.dataset.unit) return { why: "unit" };
    const size = Math.round(found.value * scaleOf(ask));
    const isExact = Math.abs(found.value * scaleOf(ask) - size) < 1e-6;
    return isExact ? { size, value: String(size / scaleOf(ask)) } : { why: "decimals" };
  }

  /** The bands, each with its least value. @type {(ask: HTMLElement) => [HTMLElement, number][]} */
  const bandsOf = (ask) => [.../** @type {NodeListOf<HTMLElement>} */ (ask.querySelectorAll(":scope > .gw-options > [data-option]"))]
    .filter((option) => /^\d/.test(option.dataset.option))
    .map((option) => [option, Math.round(Number(option.dataset.option) * scaleOf(ask))]);

  /** @type {NonNullable<Guideway["values"]>["read"]} */
  function read(ask, typed) {
    const found = ask.dataset.kind === "date" ? day(ask, typed) : number(ask, typed);
    if ("why" in found) return found;
    const [least, most] = [ask.dataset.least, ask.dataset.most].map((end) => Math.round(Number(end) * scaleOf(ask)));
    if (found.size < least || found.size > most) return { why: "outside" };
    const option = bandsOf(ask).filter(([, from]) => from <= found.size).map(([band]) => band).pop();
    return option ? { ...found, option } : { why: "outside" };
  }

  /** @type {HTMLElement | null} */
  const around = document.querySelector("[data-typing]");
  /** @type {Words["typing"]} */
  const words = JSON.parse(around?.dataset.typing ?? "{}");

  /** @type {(number: number) => string} */
  function spelt(number) {
    const date = new Date(number * DAY);
    return fill(words.day, { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
  }

  /** @type {NonNullable<Guideway["values"]>["say"]} */
  const say = (ask, value) => (ask.dataset.kind === "date" ? spelt(dayOf(value)) : `${value} ${ask.dataset.unit}`);

  /** @type {NonNullable<Guideway["values"]>["refuse"]} */
  function refuse(ask, why) {
    const { least, most, unit, decimals, refused } = ask.dataset;
    if (refused && why !== "empty") return refused;
    const said = /** @type {Record<string, string>} */ (words)[why] ?? words.unreadable;
    return fill(why === "decimals" && decimals === "0" ? words.whole : said, { least, most, unit, decimals });
  }

  /** @type {NonNullable<Guideway["values"]>["until"]} */
  function until(ask, value) {
    const found = ask.dataset.kind === "date" ? read(ask, value) : { why: "number" };
    if ("why" in found) return null;
    const bands = bandsOf(ask);
    const place = bands.findIndex(([band]) => band === found.option);
    const isPast = ask.dataset.lies === "past";
    const next = bands[isPast ? place + 1 : place - 1];
    if (!next) return null;
    const last = isPast ? today() + next[1] - 1 - found.size : today() + found.size - bands[place][1];
    return { said: fill(words.until, { answer: say(ask, value), day: spelt(last) }), option: next[0] };
  }

  /** @type {NonNullable<Guideway["values"]>["field"]} */
  function field(ask, set, value) {
    const { kind, unit, least, most } = ask.dataset;
    const isDay = kind === "date";
    const input = make("input", {
      type: isDay ? "date" : "text", inputmode: isDay ? undefined : "decimal", autocomplete: "off", value: value && /^\d/.test(value) ? value : undefined, "aria-label": set.querySelector("legend")?.textContent ?? "",
    });
    input.addEventListener("input", () => set.querySelectorAll("input:checked").forEach((radio) => Object.assign(radio, { checked: false })));
    set.addEventListener("change", ({ target }) => { if (target !== input) input.value = ""; });
    for (const option of set.querySelectorAll(".gw-form__option")) {
      if (/^\d/.test(/** @type {HTMLInputElement} */ (option.firstChild).value)) option.remove();
    }
    const first = set.querySelector(".gw-form__option");
    const hint = isDay ? null : make("small", {}, fill(words.between, { least, most, unit }));
    set.insertBefore(make("p", { class: "gw-form__value" }, input, isDay ? "" : ` ${unit}`, hint), first);
    return input;
  }

  Object.assign(globalThis.guideway, { values: { read, say, refuse, until, field } });
})();
