/* What is typed as an answer: read, held against what can be, and the band it lies in, as `model/values.py` has it.
   Of a day the size is how many days away it is, so a band moves with today; of one of the calendar which day it is. */
/* needs: guideway, figures */
(() => {
  "use strict";

  const { figure, written, amount, isBefore, fill, make, count = null, workdays = null } = globalThis.guideway;
  if (document.querySelector("[data-since]") && !(count && workdays)) return; // nobody counts: the bands stand there in words
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

  /** @type {(ask: HTMLElement) => boolean} */
  const isOfCalendar = (ask) => ask.dataset.lies === "calendar";
  /** The size that is written in the page. @type {(ask: HTMLElement, written?: string) => number} */
  const sizeOf = (ask, written = "") => (isOfCalendar(ask) ? dayOf(written) : Math.round(Number(written) * scaleOf(ask)));

  /** @type {(ask: HTMLElement, typed: string) => { size: number, value: string } | { why: string }} */
  function day(ask, typed) {
    const found = dayOf(typed);
    if (!typed.trim() || Number.isNaN(found)) return { why: typed.trim() ? "none" : "empty" };
    const size = ask.dataset.lies === "past" ? today() - found : isOfCalendar(ask) ? found : found - today();
    return size < 0 && !isOfCalendar(ask) ? { why: ask.dataset.lies === "past" ? "future" : "past" } : { size, value: new Date(found * DAY).toISOString().slice(0, 10) };
  }

  /** @type {(ask: HTMLElement, typed: string) => { size: number, value: string } | { why: string }} */
  function number(ask, typed) {
    const found = figure(typed);
    if (found.why !== undefined) return { why: found.why };
    if (found.unit && found.unit !== figure(`1 ${ask.dataset.unit}`).unit) return { why: "unit" };
    const size = Math.round(found.value * scaleOf(ask));
    const isExact = Math.abs(found.value * scaleOf(ask) - size) < 1e-6;
    return isExact ? { size, value: String(size / scaleOf(ask)) } : { why: "decimals" };
  }

  /** The bands, each with its least value. @type {(ask: HTMLElement) => Banded[]} */
  const bandsOf = (ask) => [.../** @type {NodeListOf<HTMLElement>} */ (ask.querySelectorAll(":scope > .gw-options > [data-from]"))]
    .map((option) => ({ option, from: sizeOf(ask, option.dataset.from), since: option.dataset.since && JSON.parse(option.dataset.since) }));

  /** The last day of a period that began on a day. @type {(rule: Counting, day: number) => number} */
  const lastOf = (rule, day) => (count && workdays ? dayOf(count(rule, new Date(day * DAY).toISOString().slice(0, 10), workdays).last) : NaN);

  /** Whether a value is past where a band begins. @type {(band: Banded, size: number) => boolean} */
  const isIn = ({ from, since }, size) => (since ? lastOf(since, today() - size) < today() : from <= size);

  /** How a value is to what was answered to another question. @type {(ask: HTMLElement, size: number, other: string | undefined) => string} */
  function orderOf(ask, size, other) {
    const found = other && /^\d/.test(other) ? (ask.dataset.kind === "date" ? day : number)(ask, other) : { why: "none" };
    if ("why" in found) return "";
    return size === found.size ? "equals" : size < found.size ? "under" : "over";
  }

  /** What was typed, if it can be. @type {NonNullable<Guideway["values"]>["value"]} */
  function value(ask, typed) {
    const found = ask.dataset.kind === "date" ? day(ask, typed) : number(ask, typed);
    if ("why" in found) return found;
    return found.size < sizeOf(ask, ask.dataset.low) || found.size > sizeOf(ask, ask.dataset.high) ? { why: "outside" } : found;
  }

  /** @type {NonNullable<Guideway["values"]>["read"]} */
  function read(ask, typed, other) {
    const found = value(ask, typed);
    if ("why" in found) return found;
    const begun = bandsOf(ask).filter((band) => isIn(band, found.size));
    const last = begun.filter(({ from }) => from === begun[begun.length - 1].from).map(({ option }) => option);
    const order = orderOf(ask, found.size, other);
    const option = last.find((each) => [undefined, order].includes(each.dataset.order)) ?? last[0];
    return option ? { ...found, option } : { why: "outside" };
  }

  /** @type {HTMLElement | null} */
  const around = document.querySelector("[data-typing]");
  /** @type {Words["typing"] & Months} */
  const words = JSON.parse(around?.dataset.typing ?? "{}");

  /** @type {NonNullable<Guideway["values"]>["spelt"]} */
  function spelt(date) {
    return fill(words.day, { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, month_name: words.months[date.getUTCMonth()], day: date.getUTCDate() });
  }

  /** Whether an answer was typed: no name of an option is a number, nor that of a band a day. @type {NonNullable<Guideway["values"]>["isTyped"]} */
  const isTyped = ({ dataset: { kind } }, said) => kind !== undefined && (kind === "date" ? /^\d+-/ : /^\d/).test(said);
  /** @type {NonNullable<Guideway["values"]>["say"]} */
  const say = (ask, value) => (ask.dataset.kind === "date" ? spelt(new Date(dayOf(value) * DAY)) : amount(written(ask.dataset.kind === "money" && value.includes(".") ? Number(value).toFixed(2) : value), ask.dataset.unit));

  /** @type {NonNullable<Guideway["values"]>["refuse"]} */
  function refuse(ask, why) {
    const { low: least, high: most, unit, decimals, refused } = ask.dataset;
    if (refused && why !== "empty") return refused;
    const said = /** @type {Record<string, any>} */ (words)[why] ?? words.unreadable;
    if (isOfCalendar(ask) && why === "outside") return fill(words.days, { least: say(ask, least ?? ""), most: say(ask, most ?? "") });
    if (why === "outside") return fill(said, { least: isBefore(unit) ? amount(written(least), unit) : written(least), most: amount(written(most), unit) });
    return fill(why === "decimals" && decimals === "0" ? words.whole : said, { least: written(least), most: written(most), unit, decimals });
  }

  /** @type {NonNullable<Guideway["values"]>["until"]} */
  function until(ask, value) {
    const found = ask.dataset.kind === "date" && !isOfCalendar(ask) ? read(ask, value) : { why: "number" };
    if ("why" in found) return null;
    const bands = bandsOf(ask);
    const isPast = ask.dataset.lies === "past";
    const own = bands.find(({ option }) => option === found.option);
    const [next] = isPast ? bands.filter(({ from }) => own && from > own.from) : bands.filter(({ from }) => own && from < own.from).slice(-1);
    if (!own || !next) return null;
    const last = next.since ? lastOf(next.since, today() - found.size) : today() + (isPast ? next.from - 1 - found.size : found.size - own.from);
    return { said: fill(words.until, { answer: say(ask, value), day: spelt(new Date(last * DAY)) }), option: next.option };
  }

  /** @type {NonNullable<Guideway["values"]>["field"]} */
  function field(ask, set, value) {
    const { kind, unit, low: least, high: most } = ask.dataset;
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
    const hint = isDay ? null : make("small", {}, fill(words.between, { least: written(least), most: written(most), unit }));
    set.insertBefore(make("p", { class: "gw-form__value" }, ...(isDay ? [input] : isBefore(unit) ? [`${unit} `, input] : [input, ` ${unit}`]), hint), first);
    return input;
  }

  Object.assign(globalThis.guideway, { values: { isTyped, value, read, say, refuse, until, field, spelt } });
})();
