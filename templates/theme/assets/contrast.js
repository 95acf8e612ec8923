/* Whether a colour can be read: WCAG 2.2, contrast (minimum), 1.4.3. */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const ENOUGH = 4.5;
  const GROUNDS = ["paper", "card", "tint"];

  /** @type {(colour: string) => number} */
  function luminance(colour) {
    const [r, g, b] = (colour.match(/[0-9a-f]{2}/gi) || []).map((pair) => {
      const share = Number.parseInt(pair, 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  /** @type {Guideway["contrast"]} */
  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** The colours that links and buttons stand on in an element. @type {Guideway["grounds"]} */
  function grounds(element) {
    const style = getComputedStyle(element);
    return GROUNDS.map((name) => style.getPropertyValue(`--gw-${name}`).trim());
  }

  /** Whether RRGGBB can be read on all of these. @type {Guideway["fits"]} */
  const fits = (colour, on) => colour !== null && /^[0-9a-f]{6}$/i.test(colour) && on.every((ground) => contrast(colour, ground) >= ENOUGH);

  Object.assign(globalThis.guideway, { contrast, fits, grounds });
})();
