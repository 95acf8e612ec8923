/* From a day and a rule to the last day: the same as guideway/deadlines/counting.py, by shared vectors.
   Days are texts such as "2026-09-18"; inside they are numbers of days, so that no time zone can move them. */
(() => {
  "use strict";

  const DAY = 86400000;
  const number = (text) => Date.parse(`${text}T00:00:00Z`) / DAY;
  const text = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const yearOf = (day) => new Date(day * DAY).getUTCFullYear();

  const calendars = new WeakMap();

  /** The calendar that belongs to some data, made once. */
  function calendarOf(data) {
    if (!calendars.has(data)) calendars.set(data, calendar(data));
    return calendars.get(data);
  }

  /** Which days are worked: `data` is what guideway/deadlines/workdays.py writes. */
  function calendar(data) {
    const off = new Set(data.off.map(number));
    const on = new Set(data.on.map(number));
    const weekday = (day) => new Date(day * DAY).getUTCDay();
    const works = (day) => on.has(day) || (weekday(day) !== 0 && weekday(day) !== 6 && !off.has(day));
    const walk = (day, step) => { while (!works(day)) day += step; return day; };
    return { works, onward: (day) => walk(day, 1), back: (day) => walk(day, -1) };
  }

  /** The same day of another month, or its last. */
  function months(day, many) {
    const date = new Date(day * DAY);
    const there = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + many, 1));
    const last = new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth() + 1, 0)).getUTCDate();
    const exact = date.getUTCDate() <= last;
    there.setUTCDate(exact ? date.getUTCDate() : last);
    return { day: there.getTime() / DAY, exact };
  }

  function working(rule, event, sign, days) {
    let left = rule.number - (rule.counting === "same-day" && days.works(event) ? 1 : 0);
    let day = event;
    while (left > 0) {
      day += sign;
      if (days.works(day)) left -= 1;
    }
    return day;
  }

  function end(rule, event, days) {
    const sign = rule.direction === "after" ? 1 : -1;
    if (rule.unit === "working-day") return working(rule, event, sign, days);
    if (rule.unit === "hour") return event + sign * Math.ceil(rule.number / 24);
    const first = rule.counting === "next-day" ? 0 : sign;
    if (rule.unit === "day") return event + sign * rule.number - first;
    const there = months(event, sign * rule.number * (rule.unit === "year" ? 12 : 1));
    return there.day - (there.exact ? first : 0);
  }

  /** Count from the day of an event; see Counted in the Python module for what comes out. */
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

  const between = (one, other) => number(other) - number(one);
  const shifted = (day, by) => text(number(day) + by);

  Object.assign(globalThis.guideway, { count, between, shifted });
})();
