/* Figures as people type them: full width, with 万, 元 or 期, with thousands marked, in Han.
   What could mean two things (1万2, 一百五) is not guessed. */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const DIGITS = "零一二三四五六七八九";
  /** @type {Record<string, number>} */
  const SCALES = { "十": 10, "百": 100, "千": 1000, "万": 10000 };
  /** @type {[RegExp, string][]} */
  const FOLDED = [
    [/〇/g, "零"], [/两/g, "二"], [/块钱|块|圆/g, "元"], [/个?(?:星期|礼拜)/g, "周"], [/个月/g, "月"], [/日/g, "天"],
    [/w/gi, "万"], [/k/gi, "千"], [/^(?:¥|rmb|cny|人民币)/i, ""], [/(?:元整|元|rmb|cny)$/i, "元"],
  ];

  /** What is typed, in the signs that are read; spaces between digits mark thousands. @type {(typed: string) => string} */
  function folded(typed) {
    const text = typed.normalize("NFKC").trim().replace(/(\d)\s+(?=\d)/g, "$1,").replace(/\s/g, "");
    return FOLDED.reduce((said, [old, now]) => said.replace(old, now), text);
  }

  /** Digits, with thousands marked or not; not a number otherwise. @type {(text: string) => number} */
  function plain(text) {
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    return /^(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d+)?$/.test(text) ? Number(text.replace(/,/g, "")) : NaN;
  }

  /** @type {(text: string) => number} */
  function han(text) {
    const digits = text.replace(/^零/, "") || "零";
    return digits.length === 1 ? DIGITS.indexOf(digits) : NaN;
  }

  /** Parts with their scales, from large to small: 1.5万, 1万5千, 一百二十. What comes last without a scale is units, if that is clear.
      @type {(text: string) => number} */
  function scaled(text) {
    let [sum, before] = [0, Infinity];
    for (const [, digits, sign] of text.matchAll(/([\d.,]+|[零一二三四五六七八九]+|(?=十))([十百千万])?/g)) {
      const scale = sign ? SCALES[sign] : 1;
      const part = digits === "" ? 1 : /\d/.test(digits) ? plain(digits) : han(digits);
      const clear = sign || before <= 10 || before === Infinity || digits.startsWith("零") || part * 10 >= before;
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
    if (/^[-−负]/.test(text)) return { why: "negative" };
    const [, digits = "", unit = ""] = text.match(/^(.*?)([元期月周天次]?)$/) ?? [];
    if (!/^[\d.,零一二三四五六七八九十百千万]+$/.test(digits) || /(^|[十百千万])[百千万]|\.\d+[十百千万]./.test(digits)) return { why: "unreadable" };
    const value = /^[\d.,]+$/.test(digits) ? plain(digits) : scaled(digits);
    if (!Number.isFinite(value)) return { why: "unreadable" };
    return value < 1e9 ? { value, unit } : { why: "large" };
  }

  Object.assign(globalThis.guideway, { figure });
})();
