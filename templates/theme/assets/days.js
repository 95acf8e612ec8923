/* What was typed as a day, and whether it can be one: read, and held against what the guide says of it. */
/* needs: counting */
(() => {
  "use strict";

  const { count, shifted } = globalThis.guideway;
  const FIRST = "1990-01-01";
  const LAST = "2099-12-31";
  /** @type {{ future: Span, past: Span }} */
  const FAR = { future: [400, "day"], past: [10, "year"] };
  const WRITTEN = /^\s*(\d{1,4})\s*[-/.\u5e74]\s*(\d{1,2})\s*[-/.\u6708]\s*(\d{1,2})\s*\u65e5?\s*$/;

  /** A day as 2026-11-03, however it was written; what is none stays as it was typed. @type {Guideway["readDay"]} */
  function readDay(typed) {
    const found = typed.normalize("NFKC").match(WRITTEN);
    return found ? [found[1].padStart(4, "0"), found[2].padStart(2, "0"), found[3].padStart(2, "0")].join("-") : typed;
  }

  /** Such a day is in the calendar. @type {(value: string) => boolean} */
  function isDay(value) {
    const day = /^\d{4}-\d\d-\d\d$/.test(value || "") ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  }

  /** So many days, months or years away. @type {Guideway["away"]} */
  function away([number, unit], direction, from, data) {
    return count({ number, unit, counting: "next-day", roll: "none", direction }, from, data).last;
  }

  /** @type {(code: DayCode, given?: object) => Verdict} */
  const refused = (code, given) => ({ code, refused: true, ...given });
  /** @type {(code: DayCode) => Verdict} */
  const asked = (code) => ({ code, refused: false });

  /** @type {Guideway["judge"]} */
  function misplaced(day, { lies, within, after, before }, today, other, data) {
    if (today && lies === "past" && day > shifted(today, 1)) return refused("future"); // east of here it is tomorrow
    if (today && lies === "future" && day < today) return refused("past");
    const far = today && away(within || FAR.future, "after", today, data);
    if (far && day > far) return refused("far", { far });
    const [earlier, later] = [other(after), other(before)];
    if (earlier && day < earlier.day) return refused("after", earlier);
    return later && day > later.day ? refused("before", later) : null;
  }

  /** @type {(day: string, rule: Placed, today: string, data: Workdays) => Verdict | null} */
  function doubtful(day, { lies, within }, today, data) {
    if (!today) return null;
    if (lies === "past" && day > today) return asked("tomorrow");
    if (lies === "sending" && day < today) return asked("sent");
    const old = away(within || FAR.past, "before", today, data);
    return day < old ? asked("old") : null;
  }

  /** What is wrong with a day that was typed: refused, or only asked about; nothing if it can be.
      `today` is empty if nobody knows it; `other` finds a day it is compared with, as day and label. @type {Guideway["judge"]} */
  function judge(day, rule, today, other, data) {
    if (!day) return null;
    if (/^\d{4}-/.test(day) && (day < FIRST || day > LAST)) return refused("year");
    if (!isDay(day)) return refused("none");
    return misplaced(day, rule, today, other, data) || doubtful(day, rule, today, data);
  }

  Object.assign(globalThis.guideway, { readDay, judge, away, FIRST, LAST });
})();
