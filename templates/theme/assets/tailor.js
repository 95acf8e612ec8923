/* Makes a guide show only what applies to the answers of its reader. */

(() => {
  "use strict";

  const { make, hold, fill, fragment } = globalThis.guideway;
  const { keeping, radios, readAnswers, writeAnswers } = globalThis.guideway.questions;

  /** Whether a condition holds: true, false, or undefined while answers are missing. */
  function verdict(condition, answers) {
    if (condition.is) {
      const [question, options] = condition.is;
      return answers.has(question) ? options.includes(answers.get(question)) : undefined;
    }
    if (condition.not) {
      const inner = verdict(condition.not, answers);
      return inner === undefined ? undefined : !inner;
    }
    const parts = (condition.all || condition.any).map((part) => verdict(part, answers));
    const decides = Boolean(condition.any);
    if (parts.includes(decides)) return decides;
    return parts.includes(undefined) ? undefined : !decides;
  }

  function asksFor(condition, question) {
    if (condition.is) return condition.is[0] === question;
    return (condition.not ? [condition.not] : condition.all || condition.any).some((part) => asksFor(part, question));
  }

  function tailor(root) {
    const words = globalThis.guideway.asking.tailor;
    const asks = [...root.querySelectorAll(".gw-ask")];
    const items = [...document.querySelectorAll("[data-when]")].map((element) => ({
      element, when: JSON.parse(element.dataset.when),
    }));
    const status = root.querySelector(".gw-tailor__status");
    const stage = make("div", { class: "gw-stage" });
    let { answers, strange } = readAnswers(asks);
    let all = false;

    function draw() {
      hold(stage, ...asks.map((ask) => radios(ask, ask.dataset.question, answers.get(ask.dataset.question))));
    }

    function apply() {
      const verdicts = items.map(({ when }) => verdict(when, answers));
      items.forEach(({ element }, number) => {
        element.hidden = !all && verdicts[number] === false;
        element.dataset.applies = { true: "yes", false: "no" }[verdicts[number]] || "unknown";
      });
      [...stage.children].forEach((set, number) => {
        const question = asks[number].dataset.question;
        const open = items.some(({ when }, item) => verdicts[item] === undefined && asksFor(when, question));
        set.hidden = !answers.has(question) && !open;
      });
      let number = 0;
      for (const step of document.querySelectorAll(".gw-step")) {
        if (!step.hidden) step.querySelector(".gw-step__number").textContent = String(++number);
      }
      tell(verdicts.filter((value) => value === false).length);
      carry();
      document.dispatchEvent(new Event("guideway:answers"));
    }

    /** Links to other forms of this guide take the answers along. */
    function carry() {
      for (const link of document.querySelectorAll("a[data-answers]")) fragment.carry(link, keeping.read());
    }

    function tell(hidden) {
      const said = strange ? [fill(words.strange, { number: strange })] : [];
      if (hidden) said.push(fill(all ? words.shown : words.hidden, { number: hidden }));
      hold(status, said.join(" "), " ");
      if (hidden) status.append(button(all ? words.mine : words.show_all, () => { all = !all; apply(); }));
      if (answers.size) status.append(" ", button(words.clear, () => { answers = new Map(); update(); draw(); apply(); }));
    }

    const button = (text, click) => make("button", { type: "button", click }, text);

    function update() {
      strange = 0;
      const order = asks.map((ask) => ask.dataset.question).filter((question) => answers.has(question));
      writeAnswers(order.map((question) => [question, answers.get(question)]), false);
    }

    /** A link may lead to a step that the answers hide: then everything is shown. */
    function reveal() {
      const target = document.getElementById(fragment.place());
      if (!target || !target.closest("[data-when][hidden]")) return;
      all = true;
      apply();
      target.scrollIntoView();
    }

    /** Going back and forth leads to places; the answers stay. Another address brings its own. */
    function arrive({ detail }) {
      if (!detail.been) {
        ({ answers, strange } = readAnswers(asks));
        draw();
      }
      settle();
    }

    /** Put the answers into the address, which may have said something else. */
    function settle() {
      const first = strange;
      update();
      strange = first;
      apply();
    }

    document.addEventListener("guideway:address", arrive);
    addEventListener("hashchange", reveal);
    stage.addEventListener("change", (event) => {
      answers.set(event.target.name, event.target.value);
      update();
      apply();
    });
    draw();
    asks[0].before(stage);
    settle();
    asks.forEach((ask) => { ask.hidden = true; });
    reveal();
  }
  document.querySelectorAll(".gw-tailor").forEach(tailor);
})();
