/* From a day and a rule to the last day: the same as guideway/deadlines/counting.py, by shared vectors.
   Days are texts such as "2026-09-18"; inside they are numbers of days, so that no time zone can move them. */
(() => {
  "use strict";

  const DAY = 86400000;
  /** @type {(text: string) => number} */
  const number = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
  /** @type {(day: number) => string} */
  const text = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  /** @type {(day: number) => number} */
  const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

  /** @type {WeakMap<Workdays, Calendar>} */
  const calendars = new WeakMap();

  /** The calendar that belongs to some data, made once. @type {(data: Workdays) => Calendar} */
  function calendarOf(data) {
    const known = calendars.get(data) ?? calendar(data);
    calendars.set(data, known);
    return known;
  }

  /** Which days are worked: `data` is what guideway/deadlines/workdays.py writes. @type {(data: Workdays) => Calendar} */
  function calendar(data) {
    const off = new Set(data.off.map(number));
    const on = new Set(data.on.map(number));
    /** @type {(day: number) => number} */
    const weekday = (day) => new Date(day * DAY).getUTCDay();
    const weekend = new Set(data.weekend);
    /** @type {(day: number) => boolean} */
    const works = (day) => on.has(day) || (!weekend.has(weekday(day)) && !off.has(day));
    /** @type {(day: number, step: number) => number} */
    const walk = (day, step) => { while (!works(day)) day += step; return day; };
    return { works, onward: (day) => walk(day, 1), back: (day) => walk(day, -1) };
  }

  /** The same day of another month, or its last. @type {(day: number, many: number) => { day: number, exact: boolean }} */
  function months(day, many) {
    const date = new Date(day * DAY);
    const there = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + many, 1));
    const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
    const exact = date.getUTCDate() <= last;
    there.setUTCDate(exact ? date.getUTCDate() : last);
    return { day: there.getTime() / DAY, exact };
  }

  /** @type {(rule: Counting, event: number, sign: number, days: Calendar) => number} */
  function working(rule, event, sign, days) {
    let left = rule.number - (rule.counting === "same-day" && days.works(event) ? 1 : 0);
    let day = event;
    while (left > 0) {
      day += sign;
      if (days.works(day)) left -= 1;
    }
    return day;
  }

  /** @type {(rule: Counting, event: number, days: Calendar) => number} */
  function end(rule, event, days) {
    const sign = rule.direction === "after" ? 1 : -1;
    if (rule.unit === "working-day") return working(rule, event, sign, days);
    if (rule.unit === "hour") return event + sign * Math.ceil(rule.number / 24);
    const first = rule.counting === "next-day" ? 0 : sign;
    if (rule.unit === "day") return event + sign * rule.number - first;
    const there = months(event, sign * rule.number * (rule.unit === "year" ? 12 : 1));
    return there.day - (there.exact ? first : 0);
  }

  /** Count from the day of an event; see Counted in the Python module for what comes out. @type {Guideway["count"]} */
  function count(rule, from, data) {
    const days = calendarOf(data);
    const event = number(from);
    const until = end(rule, event, days);
    const last = rule.roll === "next-working-day" ? days.onward(until) : until;
    let safe = days.back(until);
    if (rule.direction === "after" && safe <= event) safe = last;
    const start = rule.unit === "working-day" ? event : safe;
    const estimated = yearOf(Math.min(start, last)) < data.first || yearOf(Math.max(start, last)) > data.announced;
    return { last: text(last), safe: text(safe), estimated };
  }

  /** @type {Guideway["between"]} */
  const between = (one, other) => number(other) - number(one);
  /** @type {Guideway["shifted"]} */
  const shifted = (day, by) => text(number(day) + by);

  Object.assign(globalThis.guideway, { count, between, shifted });
})();
