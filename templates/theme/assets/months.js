/* Whole months between days, for formulas: loaded only where they are counted. The same as guideway/computing/calendar.py. */
/* needs: formulas */
(() => {
  "use strict";

  const { formulas } = globalThis.guideway;
  if (!formulas) return; // a script before this one was lost
  const { floor, order, less } = formulas;
  const [ZERO, ONE] = [0, 1].map(BigInt);
  const DAY = 86400000;

  /** How many months a day is after the year 0, and which of its month it is; `computing/calendar.py`. @type {(value: Ratio) => [number, number]} */
  function monthOf(value) {
    const found = new Date(Number(floor(value)) * DAY);
    return [found.getUTCFullYear() * 12 + found.getUTCMonth(), found.getUTCDate()];
  }

  /** @type {(values: Ratio[]) => Ratio} */
  function monthsBetween([one, other]) {
    if (order(other, one) < 0) return less([ZERO, ONE], monthsBetween([other, one]));
    const [[begun, first], [ended, last]] = [one, other].map(monthOf);
    return [BigInt(ended - begun - Number(last < first)), ONE];
  }

  /** @type {(values: Ratio[]) => Ratio} */
  function monthsOn([value, many]) {
    const [begun, first] = monthOf(value);
    const months = begun + Number(floor(many));
    const year = Math.floor(months / 12);
    const last = new Date(Date.UTC(year, months - year * 12 + 1, 0)).getUTCDate();
    return [BigInt(Date.UTC(year, months - year * 12, Math.min(first, last)) / DAY), ONE];
  }

  Object.assign(formulas.functions, { add_months: monthsOn, months_between: monthsBetween });
})();
