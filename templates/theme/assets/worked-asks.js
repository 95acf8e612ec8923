/* What conditions of a guide compare that comes out of its answers: of which, and which band, as far as it is known. */
/* needs: questions, worked */
(() => {
  "use strict";

  const { reckoned } = globalThis.guideway;
  if (!reckoned) return; // a script before this one was lost: what hangs on it stays there as what may apply
  const { optionOf } = globalThis.guideway.questions;

  /** @type {(root: Element) => HTMLElement[]} */
  const linesIn = (root) => [...root.querySelectorAll(".gw-ask[data-worked]")];
  /** @type {(line: HTMLElement) => string[]} */
  const ofLine = (line) => (line.dataset.of ?? "").split(" ");

  /** What a guide works out of an answer. @type {NonNullable<Guideway["comingOut"]>["made"]} */
  const made = (root, question) => linesIn(root).filter((line) => ofLine(line).includes(question ?? "")).map((line) => line.dataset.question);

  /** The band of a line of a guide: none where an answer is no value, undefined while one is missing. @type {(root: HTMLElement, line: HTMLElement, answers: Answers) => string | undefined} */
  function band(root, line, answers) {
    const of = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-question]")]).filter((ask) => ofLine(line).includes(ask.dataset.question ?? ""));
    if (of.some((ask) => answers.has(ask.dataset.question) && optionOf(ask, answers.get(ask.dataset.question))?.dataset.from === undefined)) return "";
    return of.every((ask) => answers.has(ask.dataset.question)) ? reckoned?.settled(root, line, answers)?.dataset.option : undefined;
  }

  /** What comes out of answers to a guide, as far as it is known. @type {NonNullable<Guideway["comingOut"]>["bands"]} */
  const bands = (root, answers) => linesIn(root).flatMap((line) => {
    const found = band(root, line, answers);
    return found === undefined ? [] : [/** @type {[string, string]} */ ([line.dataset.question, found])];
  });

  Object.assign(globalThis.guideway, { comingOut: { made, bands } });
})();
