/* What was answered in a decision goes along to the guide that it leads to. */
(() => {
  "use strict";

  /** What was answered goes along to the guide, as far as it asks the same (`pages/hands.py`, `Hand.later`).
      @type {NonNullable<Guideway["handOver"]>} */
  function handOver(link, trail, answers) {
    const chosen = new Map(trail.map(({ state, option }) => [state.dataset.question, option.dataset.option]));
    const told = new URLSearchParams();
    for (const one of link.dataset.hand.split(" ")) {
      if (!one.includes(":") && one.includes("=")) {
        const [name, option] = one.split("=");
        if (!told.has(name)) told.set(name, option);
        continue;
      }
      const [name, question = name, options] = one.split(":");
      const said = options ? chosen.get(question) : answers.get(question);
      const means = options ? options.split(",").find((option) => option.split("=")[0] === said) : said;
      const fits = !name.startsWith("blank.") || trail.some((step) => step.state.dataset.question === question && globalThis.guideway.values?.isTyped(step.state, step.said));
      if (means && !told.has(name) && fits) told.set(name, means.slice(means.indexOf("=") + 1));
    }
    if ([...told].length) link.hash += (link.hash.includes("?") ? "&" : "?") + told;
  }

  Object.assign(globalThis.guideway, { handOver });
})();
