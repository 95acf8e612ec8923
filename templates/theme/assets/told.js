/* What a decision says of what its reader typed: the values themselves, and what is worked out of them. */
/* needs: figures, worked */
(() => {
  "use strict";

  const { formulas, written, amount, values = null, reckoned = null } = globalThis.guideway;
  if (!values || !reckoned) return; // a script before this one was lost: what stands there stays

  /** A whole decision with the answers of its reader. @type {NonNullable<Guideway["told"]>} */
  function told(root, answers) {
    if (!reckoned) return;
    const { asks, answerTo, worked, computed } = reckoned.known(root, answers);

    /** The words for something that is named; nothing where none of it is known. @type {(name: string) => string | undefined} */
    function words(name) {
      if (!name.startsWith("computed.")) {
        const [ask, said] = answerTo(name);
        return ask && said && values?.isTyped(ask, said) ? values.say(ask, said) : undefined;
      }
      const [, id, line] = /** @type {string[]} */ (name.match(/^computed\.(.*)\.(.*)$/));
      const found = computed[id]?.lines.find((each) => each.id === line);
      const value = found && worked(id).get(line);
      if (!found || !Array.isArray(value)) return undefined;
      if (found.day) return values?.spelt(formulas.date(value));
      const plain = formulas.shown(value, found.decimals, found.unit);
      const isMoney = [...asks.values()].some(({ dataset }) => dataset.kind === "money" && dataset.unit === found.unit);
      const number = written(isMoney && plain.includes(".") ? Number(plain).toFixed(2) : plain); // as what was typed is said
      return amount(number, found.unit);
    }

    for (const span of root.querySelectorAll("[data-figure]")) {
      if (span.dataset.unscripted === undefined) span.dataset.unscripted = span.textContent ?? "";
      span.textContent = words(span.dataset.figure) ?? span.dataset.unscripted;
    }
  }

  Object.assign(globalThis.guideway, { told });
})();
