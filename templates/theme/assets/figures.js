/* Figures as people type them: full width, with units, with thousands marked, in the letters of a language (`numerals` of its words).
   What could mean two things (1k2, 9,5) is not guessed. */
/* needs: numerals */
(() => {
  "use strict";

  const { numerals } = globalThis.guideway;
  const NEVER = "(?!)";
  /** @type {(list: string[]) => string} */
  const any = (list) => list.map((one) => one.replace(/[.*+?^${}()|[\]\\-]/g, "\\$&")).join("|") || NEVER;
  /** @type {(list: string[]) => [string, string][]} */
  const pairs = (list) => list.map((one) => /** @type {[string, string]} */ (one.split(" ")));

  const SAME = pairs(numerals.same);
  const AFTER = new Map(pairs(numerals.after));
  const SCALES = new Map(pairs(numerals.scales).map(([sign, value]) => [sign, Number(value)]));
  const [scale, digit] = [[...SCALES.keys()].sort((one, other) => other.length - one.length), [...numerals.digits]].map(any);
  const bare = numerals.bare || NEVER; // stands without a digit before it
  const START = new RegExp(`^(?:${any(numerals.before)})`);
  const END = new RegExp(`(?:${any([...AFTER.keys()])})$`);
  const MINUS = new RegExp(`^(?:[-\\u2212]|${numerals.minus || NEVER})`);
  const GROUP = numerals.thousands.trim() || "_"; // where thousands stand apart, a sign that nobody types
  const UNIT = new RegExp(`^(.*?)(${any(numerals.units)})?$`);
  const GROUPS = new RegExp(`\\B(?=(?:\\d{${numerals.pairs ? 2 : 3}})*\\d{3}$)`, "g");
  const WHOLE = new RegExp(`^(?:[\\d.,]|${digit}|${scale})+$`);
  const BROKEN = new RegExp(`(?:^|${scale})(?!${bare})(?:${scale})|\\.\\d+(?=(?<sign>${scale}))\\k<sign>.`); // a scale as long as it can be
  const PART = new RegExp(`([\\d.,]+|(?:${digit})+|(?=${bare}))(${scale})?`, "g");

  /** What is typed, in the signs that are read; spaces between digits mark thousands. @type {(typed: string) => string} */
  function folded(typed) {
    const text = typed.normalize("NFKC").toLowerCase().trim().replace(/'/g, "\u2019").replace(/(\d)\s+(?=\d)/g, `$1${GROUP}`).replace(/\s/g, "");
    const marked = text.split(numerals.decimal).map((part) => part.split(GROUP).join(",")).join(".");
    const said = SAME.reduce((rest, [old, now]) => rest.split(old).join(now), marked);
    return said.replace(START, "").replace(END, (found) => String(AFTER.get(found)));
  }

  /** Digits, with thousands marked or not; not a number otherwise. @type {(text: string) => number} */
  function plain(text) {
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    return /^(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : NaN;
  }

  /** A digit in letters, perhaps behind a zero. @type {(text: string) => number} */
  function lettered(text) {
    const [zero] = numerals.digits;
    const digits = text.startsWith(zero) ? text.slice(1) || zero : text;
    return digits.length === 1 ? numerals.digits.indexOf(digits) : NaN;
  }

  /** Parts with their scales, from large to small: 1.5k, 2k500. What comes last without a scale is units, if that is clear.
      @type {(text: string) => number} */
  function scaled(text) {
    let [sum, before] = [0, Infinity];
    for (const [, digits, sign] of text.matchAll(PART)) {
      const scale = SCALES.get(sign) ?? 1;
      const part = digits === "" ? 1 : /\d/.test(digits) ? plain(digits) : lettered(digits);
      const clear = sign || before <= 10 || before === Infinity || digits.startsWith(numerals.digits[0]) || part * 10 >= before;
      if (!(part >= 0) || scale >= before || !clear) return NaN;
      sum += part * scale;
      before = scale;
    }
    return sum;
  }

  /** Read a figure: its value and the unit behind it, or why it cannot be read. @type {Guideway["figure"]} */
  function figure(typed) {
    const text = folded(typed);
    if (!text) return { why: "empty" };
    if (MINUS.test(text)) return { why: "negative" };
    const [, digits = "", unit = ""] = text.match(UNIT) ?? [];
    if (!WHOLE.test(digits) || BROKEN.test(digits)) return { why: "unreadable" };
    const value = /^[\d.,]+$/.test(digits) ? plain(digits) : scaled(digits);
    if (!Number.isFinite(value)) return { why: "unreadable" };
    return value < 1e9 ? { value, unit } : { why: "large" };
  }

  /** A number in the signs of the language: 1,234.50. @type {Guideway["written"]} */
  function written(number) {
    const [whole, rest] = String(number).split(".");
    const grouped = numerals.late && whole.replace("-", "").length < 5 ? whole : whole.replace(GROUPS, numerals.groups);
    return rest === undefined ? grouped : `${grouped}${numerals.decimal}${rest}`;
  }

  /** Whether a unit is a sign of money: one by Unicode, or what is paid with on the site. @type {(unit: string) => boolean} */
  const isSign = (unit) => unit !== "" && (unit === numerals.own || /\p{Sc}/u.test(unit));

  /** Whether a unit stands before its number. @type {Guideway["isBefore"]} */
  const isBefore = (unit = "") => isSign(unit) && numerals.sum.startsWith("{unit}");

  /** A number with its unit, `amount` of pages/figures.py: 8 years, £20. @type {Guideway["amount"]} */
  function amount(number, unit = "") {
    const isSum = isSign(unit);
    const form = isSum ? numerals.sum : unit === "%" ? numerals.percent : unit ? numerals.value : "{number}";
    const [minus, digits] = isSum && number.startsWith("-") ? ["-", number.slice(1)] : ["", number];
    const before = isSum && form.startsWith("{number}{") && /^\p{L}/u.test(unit) ? "\u00a0" : "";
    const after = isSum && form.endsWith("}{number}") && /\p{L}$/u.test(unit) ? "\u00a0" : "";
    return minus + form.replace("{number}", () => digits + (isSum && digits.slice(-2, -1) === numerals.decimal ? "0" : "")).replace("{unit}", () => before + unit + after);
  }

  Object.assign(globalThis.guideway, { figure, written, amount, isBefore });
})();
