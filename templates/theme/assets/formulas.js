/* Formulas worked out as trees, in whole numbers: a value is one number over another, so nothing is lost before it is
   rounded. The same as guideway/computing, by shared vectors: `tests/computing/vectors.yaml`, and formulas made by chance. */
(() => {
  "use strict";

  const [ZERO, ONE, TWO, TEN] = [0, 1, 2, 10].map(BigInt);
  const DAY = 86400000;

  /** @type {(number: bigint) => bigint} */
  const size = (number) => (number < ZERO ? -number : number);
  /** With what is below the line above zero. @type {(above: bigint, below: bigint) => Ratio} */
  const ratio = (above, below) => (below < ZERO ? [-above, -below] : [above, below]);
  /** A number as it is written. @type {(written: string) => Ratio} */
  function read(written) {
    const [whole, tail = ""] = written.split(".");
    return [BigInt(whole + tail), TEN ** BigInt(tail.length)];
  }

  /** @type {(one: Ratio, other: Ratio) => Ratio} */
  const add = ([a, b], [c, d]) => [a * d + c * b, b * d];
  /** @type {(one: Ratio, other: Ratio) => Ratio} */
  const less = (one, [c, d]) => add(one, [-c, d]);
  /** @type {(one: Ratio, other: Ratio) => Ratio} */
  const times = ([a, b], [c, d]) => [a * c, b * d];
  /** @type {(one: Ratio, other: Ratio) => number} */
  const order = ([a, b], [c, d]) => (a * d < c * b ? -1 : Number(a * d > c * b));

  /** What no number comes out of. @type {() => never} */
  const nothing = () => { throw RangeError("no number"); };

  /** @type {(value: Ratio) => bigint} */
  const floor = ([above, below]) => above / below - (above % below < ZERO ? ONE : ZERO);

  /** To so many decimals; a half goes away from zero. @type {(value: Ratio, decimals: number, how?: string) => Ratio} */
  function round([above, below], decimals, how = "half-up") {
    const many = TEN ** BigInt(decimals);
    if (how === "down") return [floor([above * many, below]), many];
    if (how === "up") return [-floor([-above * many, below]), many];
    const found = (size(above) * many * TWO + below) / (below * TWO);
    return [above < ZERO ? -found : found, many];
  }

  /** Those that every page with formulas has; rates and months come where they are worked out. @type {Guideway["formulas"]["functions"]} */
  const functions = {
    add: (values) => values.reduce(add),
    add_days: (values) => values.reduce(add),
    subtract: ([one, other]) => less(one, other),
    days_between: ([one, other]) => less(other, one),
    multiply: (values) => values.reduce(times),
    divide: ([one, [above, below]]) => (above === ZERO ? nothing() : times(one, ratio(below, above))),
    min: (values) => values.reduce((one, other) => (order(one, other) < 0 ? one : other)),
    max: (values) => values.reduce((one, other) => (order(one, other) > 0 ? one : other)),
    power: ([[above, below], often]) => [above ** floor(often), below ** floor(often)],
    round: ([value, decimals]) => round(value, Number(floor(decimals))),
  };

  /** @type {Guideway["formulas"]["evaluate"]} */
  function evaluate(formula, known) {
    if (typeof formula === "string") {
      const found = known.get(formula);
      return Array.isArray(found) ? found : nothing();
    }
    const [name, ...parts] = formula;
    if (name === "number") return read(/** @type {string} */ (parts[0]));
    if (name === "day") return day(/** @type {string} */ (parts[0]));
    if (name !== "choose") return (functions[name] ?? nothing)(parts.map((part) => evaluate(/** @type {Formula} */ (part), known)));
    const options = /** @type {Record<string, Formula>} */ (parts[1]);
    return evaluate(options[String(known.get(/** @type {string} */ (parts[0])))], known);
  }

  /** What one of a unit is: `scale` of computing/names.py. @type {(value: Ratio, unit: string) => Ratio} */
  const scaled = ([above, below], unit) => (unit === "%" ? [above, below * TEN * TEN] : [above, below]);

  /** Every line, rounded; nothing where no number comes out. @type {Guideway["formulas"]["work"]} */
  function work(lines, given) {
    const known = new Map(given);
    for (const { id, value, decimals, unit, rounded } of lines) {
      try {
        const [above, below] = evaluate(value, known);
        known.set(id, scaled(round(unit === "%" ? [above * TEN * TEN, below] : [above, below], decimals, rounded), unit));
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        known.delete(id);
      }
    }
    return known;
  }

  /** A rounded number without idle zeros. @type {Guideway["formulas"]["shown"]} */
  function shown(value, decimals, unit = "") {
    const [found] = round(unit === "%" ? [value[0] * TEN * TEN, value[1]] : value, decimals);
    const digits = String(size(found)).padStart(decimals + 1, "0");
    const cut = digits.length - decimals;
    const tail = digits.slice(cut).replace(/0+$/, "");
    return (found < ZERO ? "-" : "") + digits.slice(0, cut) + (tail && `.${tail}`);
  }

  /** @type {Guideway["formulas"]["day"]} */
  const day = (written) => [BigInt(Date.parse(`${written}T00:00:00Z`) / DAY), ONE];
  /** @type {Guideway["formulas"]["date"]} */
  const date = (value) => new Date(Number(floor(value)) * DAY);

  Object.assign(globalThis.guideway, { formulas: { read: (/** @type {string} */ written, /** @type {string} */ unit) => scaled(read(written), unit), evaluate, functions, floor, nothing, work, shown, order, less, day, date } });
})();
