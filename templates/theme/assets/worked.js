/* What a decision works out of what its reader typed, and which of its bands comes out. */
/* needs: formulas, values */
(() => {
  "use strict";

  const { formulas, values } = globalThis.guideway;
  if (!formulas || !values) return; // a script before this one was lost: it is asked, as without scripts

  /** @type {() => Ratio} */
  function today() {
    const now = new Date();
    return formulas.day(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10));
  }

  /** What is known of a decision by its answers: what each name stands for, what is worked out. @type {NonNullable<Guideway["reckoned"]>["known"]} */
  function known(root, answers) {
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
      if (!values?.isTyped(ask, said)) return undefined;
      return ask.dataset.kind === "date" ? formulas.day(said) : formulas.read(said, ask.dataset.unit ?? "");
    }

    /** @type {(id: string) => Figured} */
    function worked(id) {
      const { lines, facts } = computed[id];
      const known = new Map(Object.entries(facts).map(([name, [number, unit]]) => /** @type {[string, Ratio | string]} */ ([name, formulas.read(number, unit)])));
      known.set("today", today());
      for (const question of [...asks.keys(), ...Object.keys(sources)]) {
        const value = given(question);
        if (value !== undefined) known.set(question, value);
      }
      return formulas.work(lines, known);
    }
    return { asks, answerTo, worked, computed };
  }

  /** The band that comes out of what was typed; nothing where nothing can be worked out. @type {NonNullable<Guideway["reckoned"]>["settled"]} */
  function settled(root, state, answers) {
    const [, id, line] = /** @type {string[]} */ ((state.dataset.worked ?? "").match(/^computed\.(.*)\.(.*)$/));
    const { worked, computed } = known(root, answers);
    const found = computed[id]?.lines.find((each) => each.id === line);
    const value = found && worked(id).get(line);
    if (!found || !Array.isArray(value)) return undefined;
    const size = found.day && state.dataset.lies !== "calendar" ? formulas.less(value, today()) : value;
    const from = (/** @type {string} */ written) => (/^\d{4}-/.test(written) ? formulas.day(written) : formulas.read(written, found.unit));
    const options = /** @type {HTMLElement[]} */ ([...state.querySelectorAll(":scope > .gw-options > [data-from]")]);
    return options.filter((option) => formulas.order(from(option.dataset.from ?? "0"), size) <= 0).pop();
  }

  Object.assign(globalThis.guideway, { reckoned: { known, settled } });
})();
