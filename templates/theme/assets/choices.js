/* What is ticked as an answer: all that apply. An answer is the boxes, joined by commas in their order; the line it fits is
   found as the page says (`pages/boxes.py`): which boxes, how few and how many of them, and whether it is so. */
/* needs: guideway, asking, questions */
(() => {
  "use strict";

  const { make, part } = globalThis.guideway;
  const { called, labelOf, optionsOf, radios } = globalThis.guideway.questions;

  /** @type {(ask: Element) => HTMLElement[]} */
  const boxesOf = (ask) => [...ask.querySelectorAll(":scope > .gw-boxes [data-option]")];

  /** @type {(box: HTMLElement) => boolean} */
  const isAlone = (box) => box.dataset.exclusive !== undefined;

  /** @type {(fact: Fact, ticked: string[]) => boolean} */
  function holds([boxes, low, high, isSo], ticked) {
    const number = boxes.filter((box) => ticked.includes(box)).length;
    return (number >= low && number <= high) === isSo;
  }

  /** @type {(option: HTMLElement, ticked: string[], isAlone: boolean) => boolean} */
  function fits(option, ticked, isAlone) {
    /** @type {(string | Fact[])[]} */
    const any = JSON.parse(option.dataset.ticked ?? "[]");
    return any.some((all) => (typeof all === "string" ? isAlone && all === ticked[0] : !isAlone && all.every((fact) => holds(fact, ticked))));
  }

  /** The boxes that an answer names, by the names they have now, in order; none if it cannot be ticked.
      @type {(ask: HTMLElement, said: string) => HTMLElement[]} */
  function tickedIn(ask, said) {
    const boxes = boxesOf(ask);
    const found = said.split(",").map((name) => called(boxes, "option", name)[0]);
    const isOdd = new Set(found).size < found.length || (found.length > 1 && found.some(isAlone));
    return isOdd || !found.every(Boolean) ? [] : boxes.filter((box) => found.includes(box));
  }

  /** @type {NonNullable<Guideway["choices"]>["read"]} */
  function read(ask, said) {
    const found = tickedIn(ask, said);
    const ticked = found.map((box) => box.dataset.option);
    const option = found.length ? optionsOf(ask).find((each) => fits(each, ticked, isAlone(found[0]))) : undefined;
    return option && { value: ticked.join(), option };
  }

  /** @type {NonNullable<Guideway["choices"]>["say"]} */
  const say = (ask, said) => tickedIn(ask, said).map(labelOf).join(globalThis.guideway.asking.decision.join);

  /** The boxes to tick; what stands alone and the others take each other back. @type {NonNullable<Guideway["choices"]>["boxes"]} */
  function boxes(ask, group, said) {
    const set = radios(ask, group, said, boxesOf(ask));
    const alone = boxesOf(ask).filter(isAlone).map((box) => box.dataset.option);
    set.addEventListener("change", ({ target }) => {
      const { value, checked } = /** @type {HTMLInputElement} */ (target);
      for (const other of /** @type {NodeListOf<HTMLInputElement>} */ (set.querySelectorAll(":checked"))) {
        if (checked && other !== target && (alone.includes(value) || alone.includes(other.value))) other.checked = false;
      }
    });
    part(set, "legend").append(" ", make("small", {}, globalThis.guideway.asking.decision.several));
    return set;
  }

  Object.assign(globalThis.guideway, { choices: { read, say, boxes } });
})();
