/* Finds an option in a long list while one types: a piece of its name, also in traditional characters, its pinyin or its initials. The list is there all the
   same, and whole while nothing is typed. */
/* needs: guideway, asking */
(() => {
  "use strict";

  const { make, part, fill } = globalThis.guideway;

  /** Letters and characters alone, width and case aside. @type {(text: string) => string} */
  const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s'’·.()-]/g, "");
  /** Without what many do not tell apart: zh and z, ang and an. @type {(sound: string) => string} */
  const plainly = (sound) => sound.replace(/([zcs])h/g, "$1").replace(/([aei]n)g/g, "$1");

  /** Whether letters are these syllables, or beginnings of them, in a row. @type {(letters: string, sounds: string[]) => boolean} */
  function spells(letters, [sound, ...later]) {
    if (!letters) return true;
    for (let size = sound ? sound.length : 0; size; size -= 1) {
      if (letters.startsWith(sound.slice(0, size)) && spells(letters.slice(size), later)) return true;
    }
    return false;
  }

  /** @type {(option: HTMLElement, typed: string) => boolean} */
  function fits(option, typed) {
    if (folded(part(option, ".gw-option__label").textContent).includes(typed)) return true;
    const sounds = (option.dataset.spelt ?? "").split(" ");
    return sounds.some((_, start) => {
      const said = sounds.slice(start);
      return spells(typed, said) || spells(plainly(typed), said.map(plainly));
    });
  }

  /** @type {NonNullable<Guideway["finder"]>} */
  function finder(ask, set) {
    const words = globalThis.guideway.asking.decision;
    const options = /** @type {HTMLElement[]} */ ([...ask.querySelectorAll(":scope > .gw-options > [data-spelt], :scope > .gw-boxes [data-spelt]")]);
    if (!options.length) return;
    const shown = new Map([.../** @type {NodeListOf<HTMLInputElement>} */ (set.querySelectorAll("input"))].map((input) => [input.value, input]));
    const list = make("div", { class: "gw-form__list" }, ...set.querySelectorAll(".gw-form__option"));
    const said = make("small", { role: "status" });
    const simple = new Map((ask.getAttribute("data-variants") ?? "").match(/../gu)?.map((pair) => /** @type {[string, string]} */ ([...pair])));
    const box = make("input", { type: "search", autocomplete: "off" });
    /** What is left to choose from. @type {() => HTMLInputElement[]} */
    const left = () => [...shown.values()].filter((input) => !input.parentElement?.hidden);
    box.addEventListener("input", () => {
      const typed = [...folded(box.value)].map((sign) => simple.get(sign) ?? sign).join("");
      let number = 0;
      for (const option of options) {
        const input = shown.get(option.dataset.option);
        const isThere = !typed || fits(option, typed);
        number += Number(isThere);
        if (input?.parentElement) input.parentElement.hidden = !isThere && !input.checked;
      }
      said.textContent = !typed ? "" : number ? fill(words.found, { number }) : words.not_found;
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !box.value) return;
      const [first, second] = left();
      if (!first || second) event.preventDefault();
      else first.checked = true;
      (second ? first : box).focus();
    });
    set.append(make("p", { class: "gw-form__value" }, make("label", {}, words.find, " ", box), said), list);
  }

  Object.assign(globalThis.guideway, { finder });
})();
