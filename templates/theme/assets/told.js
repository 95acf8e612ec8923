/* What a decision says of what its reader typed: the values themselves, and what is worked out of them. */
/* needs: figures, values, formulas */
(() => {
  "use strict";

  const { formulas, written, amount, values = null } = globalThis.guideway;
  if (!formulas || !values) return; // a script before this one was lost: what stands there stays

  /** Whether it was typed: the name of a band is none of a day. @type {(ask: HTMLElement, said: string) => boolean} */
  const isValue = (ask, said) => (ask.dataset.kind === "date" ? /^\d+-/ : /^\d/).test(said);

  /** A whole decision with the answers of its reader. @type {NonNullable<Guideway["told"]>} */
  function told(root, answers) {
    /** @type {{ computed: Record<string, WorkData>, sources: Record<string, string[]> }} */
    const { computed, sources } = JSON.parse(root.dataset.figured || '{"computed":{},"sources":{}}');
    const asks = new Map([...root.querySelectorAll("[data-question]")].map((ask) => [ask.dataset.question, ask]));
    /** A question, or who told its answer before a part was entered: what was asked, and what was said. @type {(question: string) => [HTMLElement | undefined, string | undefined]} */
    function answerTo(question) {
      const names = [question, ...(sources[question] ?? [])];
      return [names.map((name) => asks.get(name)).find(Boolean), names.map((name) => answers.get(name)).find(Boolean)];
    }

    /** @type {(question: string) => Ratio | string | undefined} */
    function given(question) {
      const [ask, said] = answerTo(question);
      if (!ask || !said || ask.dataset.kind === undefined) return said;
      if (!isValue(ask, said)) return undefined;
      return ask.dataset.kind === "date" ? formulas.day(said) : formulas.read(said, ask.dataset.unit ?? "");
    }

    /** @type {(id: string) => Figured} */
    function worked(id) {
      const { lines, facts } = computed[id];
      const known = new Map(Object.entries(facts).map(([name, [number, unit]]) => /** @type {[string, Ratio | string]} */ ([name, formulas.read(number, unit)])));
      const now = new Date();
      known.set("today", formulas.day(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)));
      for (const question of [...asks.keys(), ...Object.keys(sources)]) {
        const value = given(question);
        if (value !== undefined) known.set(question, value);
      }
      return formulas.work(lines, known);
    }

    /** The words for something that is named; nothing where none of it is known. @type {(name: string) => string | undefined} */
    function words(name) {
      if (!name.startsWith("computed.")) {
        const [ask, said] = answerTo(name);
        return ask && said && isValue(ask, said) ? values?.say(ask, said) : undefined;
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
