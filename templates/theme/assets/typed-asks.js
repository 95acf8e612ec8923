/* What a guide asks to be typed or ticked: its form, and an answer in words. */
/* needs: guideway, asking, questions */
(() => {
  "use strict";

  const { make, values = null, choices = null, finder = null } = globalThis.guideway;
  const { radios } = globalThis.guideway.questions;

  /** @type {NonNullable<Guideway["typedAsks"]>["form"]} */
  function form(ask, answers, choose, refusal) {
    const words = globalThis.guideway.asking.tailor;
    const { question, kind, beside } = ask.dataset;
    const said = answers.get(question);
    const set = kind === "choices" && choices ? choices.boxes(ask, `gw-${question}`, said) : radios(ask, `gw-${question}`, said);
    const field = kind !== "choices" && values ? values.field(ask, set, said) : null;
    finder?.(ask, set);
    const warning = make("p", { class: "gw-form__missing", role: "alert", tabindex: "-1" });
    const complain = (/** @type {string} */ text) => { warning.textContent = text; warning.focus(); };
    const take = (/** @type {Event} */ event) => {
      event.preventDefault();
      const chosen = [.../** @type {NodeListOf<HTMLInputElement>} */ (set.querySelectorAll("input:checked"))].map(({ value }) => value).join();
      const typed = values && field && (field.value || !chosen || field.validity.badInput) ? values.read(ask, field.value, answers.get(beside ?? "")) : null;
      const given = typed && "value" in typed ? typed.value : chosen;
      if (typed && "why" in typed) complain(values?.refuse(ask, typed.why) ?? words.choose);
      else if (!given) complain(words.choose);
      else if (refusal(given)) complain(refusal(given));
      else choose(given);
    };
    const button = make("p", { class: "gw-buttons" }, make("button", { type: "submit", click: take }, words.take));
    return make("div", { class: "gw-question", id: `ask-${question}`, tabindex: "-1" }, make("form", { class: "gw-stage__form", method: "dialog" }, set, warning, button));
  }

  /** @type {NonNullable<Guideway["typedAsks"]>["say"]} */
  function say(ask, said) {
    if (ask.dataset.kind === "choices") return choices?.say(ask, said) ?? "";
    return /^\d/.test(said) ? values?.say(ask, said) ?? "" : "";
  }

  Object.assign(globalThis.guideway, { typedAsks: { form, say } });
})();
