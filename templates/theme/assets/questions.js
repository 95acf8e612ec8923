/* Questions and answers, for decisions and for guides that ask. What was answered elsewhere is compared with ids in
   the page and never written into it. */
/* needs: store, guideway, fragment */

(() => {
  "use strict";

  const { make, part } = globalThis.guideway;
  const MOST_PARAMETERS = 100;

  /** Those that have a name now, else those that had it earlier.
      @type {(elements: HTMLElement[], kind: string, name: string | undefined | null) => HTMLElement[]} */
  function called(elements, kind, name) {
    const now = elements.filter((element) => element.dataset[kind] === name);
    return now.length ? now : elements.filter((element) => element.dataset.aliases?.split(" ").includes(/** @type {string} */ (name)));
  }
  /* What is said of an option stands in it, or on the fold around what it leads to. */
  /** @type {(option: Element) => Element} */
  const saidOf = (option) => option.querySelector(":scope > details > summary") || option;
  /** @type {Guideway["questions"]["labelOf"]} */
  const labelOf = (option) => part(saidOf(option), ":scope > .gw-option__label").textContent;
  /** @type {Guideway["questions"]["askOf"]} */
  const askOf = (ask) => part(ask, ":scope > .gw-ask__title").textContent;
  /** @type {Guideway["questions"]["optionsOf"]} */
  const optionsOf = (ask) => /** @type {HTMLElement[]} */ ([...part(ask, ":scope > .gw-options").children]);
  /** What is typed, with the band it lies in, or ticked, with the line it fits. @type {(ask: HTMLElement, name: string | undefined | null, answers?: Answers) => { value?: string, option?: HTMLElement }} */
  const typedOf = (ask, name, answers) => (ask.dataset.kind && name && globalThis.guideway[ask.dataset.kind === "choices" ? "choices" : "values"]?.read(ask, name, answers?.get(ask.dataset.beside ?? ""))) || {};
  /** @type {Guideway["questions"]["optionOf"]} */
  const optionOf = (ask, name, answers) => typedOf(ask, name, answers).option ?? called(optionsOf(ask), "option", name)[0];
  /** An answer by the name it has now; of what is typed as it was read. @type {(ask: HTMLElement, name: string) => string | undefined} */
  const answerOf = (ask, name) => typedOf(ask, name).value ?? called(optionsOf(ask), "option", name)[0]?.dataset.option;

  /** Where the answers are: in the address, so that a link takes them along. An embed keeps them to itself. */
  const keeping = globalThis.guideway.keeping || globalThis.guideway.fragment;

  /** Read the answers given that belong to these questions; count the questions of which something else is said.
      Two answers that contradict each other are none. @type {Guideway["questions"]["readAnswers"]} */
  function readAnswers(asks) {
    const answers = new Map();
    const broken = new Set();
    const given = [...new URLSearchParams(keeping.read())].slice(0, MOST_PARAMETERS);
    for (const [name, value] of given) {
      const [ask] = called(asks, "question", name);
      if (!ask) continue;
      const { question } = ask.dataset;
      const own = answerOf(ask, value);
      const fits = own && (!answers.has(question) || answers.get(question) === own);
      if (!fits) broken.add(question);
      if (own) answers.set(question, fits ? own : null);
    }
    for (const [question, own] of answers) if (!own) answers.delete(question);
    recall(asks, answers);
    return { answers, strange: broken.size };
  }

  /** Whether its answer is known on other pages too; an embed keeps it to itself. @type {Guideway["questions"]["isShared"]} */
  const isShared = (ask) => ask.dataset.everywhere !== undefined && keeping === globalThis.guideway.fragment;

  /** What was answered on another page is chosen here, where the address says nothing of it. @type {(asks: HTMLElement[], answers: Answers) => void} */
  function recall(asks, answers) {
    const shared = asks.filter((ask) => isShared(ask) && !answers.has(ask.dataset.question));
    for (const [name, option] of shared.length ? globalThis.guideway.kept.known() : []) {
      const [ask] = called(shared, "question", name);
      const own = ask && answerOf(ask, option);
      if (own) answers.set(ask.dataset.question, own);
    }
  }

  /** @type {Guideway["questions"]["share"]} */
  function share(ask, option) {
    if (ask && isShared(ask)) globalThis.guideway.kept.know(ask.dataset.question, option);
  }

  /** @type {Guideway["questions"]["writeAnswers"]} */
  function writeAnswers(pairs, push) {
    const filled = [...new URLSearchParams(keeping.read())].filter(([name]) => name.startsWith("blank."));
    keeping.write(new URLSearchParams([...pairs, ...filled]).toString().replace(/%2C/g, ","), push);
  }

  /** The radio buttons of a question, or its boxes, with its help and hints. @type {Guideway["questions"]["radios"]} */
  function radios(ask, group, chosen, boxes) {
    const help = [...ask.querySelectorAll(":scope > p")].map((part) => part.cloneNode(true));
    const set = make("fieldset", { class: "gw-form" }, make("legend", { tabindex: "-1" }, askOf(ask)), ...help);
    for (const option of boxes ?? optionsOf(ask)) {
      const hint = saidOf(option).querySelector(":scope > small");
      const input = make("input", {
        type: boxes ? "checkbox" : "radio", name: group, value: option.dataset.option, checked: (chosen ?? "").split(",").includes(option.dataset.option),
      });
      const text = make("span", {}, labelOf(option), hint ? hint.cloneNode(true) : null);
      set.append(make("label", { class: "gw-form__option" }, input, text));
    }
    return set;
  }

  Object.assign(globalThis.guideway, {
    questions: { keeping, called, askOf, labelOf, optionOf, optionsOf, radios, readAnswers, isShared, share, writeAnswers },
  });
})();
