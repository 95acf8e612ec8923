/* Makes a guide show only what applies to the answers of its reader: one question at a time, one tap for each. */
/* needs: guideway, fragment, asking, questions */

(() => {
  "use strict";

  const { make, part, hold, fill, fragment } = globalThis.guideway;
  const { keeping, askOf, labelOf, optionOf, optionsOf, readAnswers, isShared, share, writeAnswers } = globalThis.guideway.questions;

  /** Whether a condition holds: true, false, or undefined while answers are missing.
      @type {(condition: Condition, answers: Answers) => boolean | undefined} */
  function verdict(condition, answers) {
    if (condition.ticked) {
      const [question, boxes, fewest, most] = condition.ticked;
      const number = answers.get(question)?.split(",").filter((box) => boxes.includes(box)).length;
      return number === undefined ? undefined : number >= fewest && number <= most;
    }
    if (condition.is) {
      const [question, options] = condition.is;
      const answer = answers.get(question);
      return answer === undefined ? undefined : options.includes(answer);
    }
    if (condition.not) {
      const inner = verdict(condition.not, answers);
      return inner === undefined ? undefined : !inner;
    }
    const parts = (condition.all || condition.any || []).map((part) => verdict(part, answers));
    const decides = Boolean(condition.any);
    if (parts.includes(decides)) return decides;
    return parts.includes(undefined) ? undefined : !decides;
  }

  /** Whether one of these is looked at. @type {(condition: Condition, names: (string | undefined)[]) => boolean} */
  function looksAt(condition, names) {
    const [asked] = condition.is ?? condition.ticked ?? [];
    if (asked !== undefined) return names.includes(asked);
    return (condition.not ? [condition.not] : condition.all || condition.any || []).some((part) => looksAt(part, names));
  }

  /** @type {(option: HTMLElement) => string} */
  const shortOf = (option) => option.dataset.short || labelOf(option);

  /** @type {(root: HTMLElement) => void} */
  function tailor(root) {
    const words = globalThis.guideway.asking.tailor;
    const { typedAsks: typed = null, comingOut = null } = globalThis.guideway;
    const asks = [...root.querySelectorAll(".gw-ask:not([data-worked])")];
    const items = [...document.querySelectorAll("[data-when]")].map((element) => ({
      element, when: JSON.parse(element.dataset.when),
    }));
    /** Whether a condition looks at an answer, or at what is worked out of it. @type {(condition: Condition, question: string | undefined) => boolean} */
    const asksFor = (condition, question) => looksAt(condition, [question, ...(comingOut?.made(root, question) ?? [])]);
    const status = part(root, ".gw-tailor__status");
    const chips = make("div", { class: "gw-chosen", role: "group", "aria-label": words.mine_is });
    const stage = make("div", { class: "gw-stage" });
    const spots = new Map(asks.map((ask) => [ask, spotOf(ask.dataset.question)]));
    /** @type {(boolean | undefined)[]} */
    let verdicts = [];
    let { answers, strange } = readAnswers(asks);
    const steps = document.querySelector(".gw-steps");
    const pages = document.querySelector(".gw-situations"); // one tap there answers what is asked first
    /** @type {HTMLElement | null} */
    let asking = null;
    let isOther = false;
    let all = false;

    /** Where something is asked: above everything if it decides which steps there are, else in the part that needs it.
        @type {(question: string) => HTMLElement | null} */
    function spotOf(question) {
      const asked = items.filter(({ when }) => asksFor(when, question)).map(({ element }) => element);
      if (asked.some((element) => element.matches(".gw-step, .gw-dont__line"))) return null;
      const place = asked.length ? asked[0].closest(".gw-step__body, .gw-fold--section > div") : null;
      if (!place) return null;
      const spot = make("div", { class: "gw-stage" });
      const first = place.querySelector(":scope > .gw-step__say");
      if (first) first.after(spot);
      else place.prepend(spot);
      return spot;
    }

    /** @type {(ask: HTMLElement) => boolean} */
    const isOpen = (ask) => items.some(({ when }, number) => verdicts[number] === undefined && asksFor(when, ask.dataset.question));
    /** @type {(ask: HTMLElement) => boolean} */
    const isAnswered = (ask) => answers.has(ask.dataset.question);

    /** What is asked above: what the reader wants to change, else the first that is open. */
    const nextAsk = () => asking || asks.find((ask) => !spots.get(ask) && !isAnswered(ask) && isOpen(ask));

    /** What conditions look at: the option that was chosen, the band of a value, boxes as they were ticked, what comes out. @type {(answers: Answers) => Answers} */
    const looked = (answers) => new Map([...[...answers].map(([question, said]) => {
      const ask = asks.find((each) => each.dataset.question === question);
      const option = ask && ask.dataset.kind !== "choices" ? optionOf(ask, said, answers) : null;
      return /** @type {[string, string]} */ ([question, option?.dataset.option ?? said]);
    }), ...(comingOut?.bands(root, answers) ?? [])]);

    /** Why an answer cannot be, beside the others. @type {(ask: HTMLElement, said: string) => string} */
    function refusal(ask, said) {
      const known = looked(new Map(answers).set(ask.dataset.question, said));
      /** @type {[Condition, string][]} */
      const refuses = JSON.parse(ask.dataset.refuses ?? "[]");
      return refuses.find(([when]) => verdict(when, known))?.[1] ?? "";
    }

    /** What cannot be beside the others is no answer. @type {() => number} */
    function withdraw() {
      const odd = asks.filter((ask) => isAnswered(ask) && refusal(ask, answers.get(ask.dataset.question) ?? ""));
      for (const ask of odd) answers.delete(ask.dataset.question);
      return odd.length;
    }

    /** @type {(ask: HTMLElement, option: HTMLElement) => HTMLElement} */
    function optionButton(ask, option) {
      const hint = option.querySelector(":scope > small");
      const pressed = String(answers.get(ask.dataset.question) === option.dataset.option);
      return make("li", {}, make("button", { type: "button", class: "gw-option", "aria-pressed": pressed, click: () => choose(ask, option.dataset.option) },
        make("span", { class: "gw-option__label" }, labelOf(option)), hint ? hint.cloneNode(true) : null));
    }

    /** @type {(ask: HTMLElement) => HTMLElement} */
    function form(ask) {
      const id = `ask-${ask.dataset.question}`;
      const help = [...ask.querySelectorAll(":scope > p")].map((part) => part.cloneNode(true));
      if (ask.dataset.kind && typed) return typed.form(ask, answers, (said) => choose(ask, said), (said) => refusal(ask, said));
      const options = make("ul", { class: "gw-choices" }, ...optionsOf(ask).map((option) => optionButton(ask, option)));
      return make("div", { class: "gw-question", role: "group", "aria-labelledby": id }, make(spots.get(ask) ? "h4" : "h2", { id, tabindex: "-1" }, askOf(ask)), ...help, options);
    }

    /** An answer in a few words. @type {(ask: HTMLElement) => string} */
    function sayOf(ask) {
      const said = answers.get(ask.dataset.question) ?? "";
      const found = ask.dataset.kind && typed ? typed.say(ask, said) : "";
      if (found) return found;
      const option = optionOf(ask, said);
      return option ? shortOf(option) : "";
    }

    /** @type {(ask: HTMLElement) => HTMLElement} */
    function chip(ask) {
      const open = () => {
        asking = asking === ask ? null : ask;
        draw();
        if (asking) part(stage, "h2, .gw-question[tabindex]").focus({ preventScroll: true });
      };
      return make("button", { type: "button", class: "gw-chip", "aria-expanded": String(asking === ask), "data-ask": askOf(ask), click: open },
        make("span", {}, sayOf(ask)), " ", make("u", {}, words.change));
    }

    function draw() {
      if (pages) pages.hidden = isOther || asks.some((ask) => isAnswered(ask) && !isShared(ask));
      const next = !pages || pages.hidden ? nextAsk() : null;
      hold(chips, ...asks.filter((ask) => isAnswered(ask) && !spots.get(ask)).map(chip));
      hold(stage, ...(next ? [form(next)] : []));
      for (const [ask, spot] of spots) if (spot) hold(spot, ...(isOpen(ask) || isAnswered(ask) ? [form(ask)] : []));
      carry();
    }

    /** @type {(ask: HTMLElement, said: string) => void} */
    function choose(ask, said) {
      answers.set(ask.dataset.question, said);
      share(ask, said);
      asking = null;
      withdraw();
      update();
      apply();
      const spot = spots.get(ask);
      if (spot) see(part(spot, '[aria-pressed="true"], .gw-question[tabindex]'));
      else goOn();
    }

    /** To the next question, or to the next action. */
    function goOn() {
      const next = stage.querySelector("h2, .gw-question[tabindex]") || document.querySelector("#now");
      if (next) see(next);
    }

    /** Who has answered goes on from there, and sees it. @type {(element: HTMLElement) => void} */
    function see(element) {
      element.focus({ preventScroll: true });
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center" });
    }

    function apply() {
      const known = looked(answers);
      verdicts = items.map(({ when }) => verdict(when, known));
      const usual = new Map([...asks.map((ask) => /** @type {[string, string]} */ ([ask.dataset.question, part(ask, "[data-option]").dataset.option])), ...known]);
      items.forEach(({ element, when }, number) => {
        element.hidden = !all && verdicts[number] === false;
        element.dataset.applies = verdicts[number] === undefined ? "unknown" : verdicts[number] ? "yes" : "no";
        if (element.matches(".gw-step")) element.dataset.usual = verdict(when, usual) ? "yes" : "no";
      });
      tell(verdicts.filter((value) => value === false).length);
      draw();
      document.dispatchEvent(new Event("guideway:answers"));
    }

    /** Links to other forms of this guide take the answers along. */
    function carry() {
      for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-answers]"))) {
        fragment.carry(link, [link.dataset.answers, keeping.read()].filter(Boolean).join("&"));
      }
    }

    /** @type {(hidden: number) => void} */
    function tell(hidden) {
      const said = strange ? [fill(words.strange, { number: strange })] : [];
      if (hidden && all) said.push(fill(words.shown, { number: hidden }));
      hold(status, said.join(" "), " ");
      if (strange || !steps) root.append(status);
      else steps.after(status); // who has answered wants the next action first
      if (hidden) status.append(button(all ? words.mine : words.show_all, () => { all = !all; apply(); }));
      if (answers.size) status.append(" ", button(words.clear, () => { for (const ask of asks) share(ask, null); answers = new Map(); asking = null; isOther = false; update(); apply(); }));
    }

    /** @type {(text: string, click: () => void) => HTMLButtonElement} */
    const button = (text, click) => make("button", { type: "button", click }, text);

    function update() {
      strange = 0;
      const order = asks.map((ask) => ask.dataset.question).filter((question) => answers.has(question));
      writeAnswers(order.map((question) => [question, String(answers.get(question))]), false);
    }

    /** A link may lead to a step that the answers hide: then everything is shown. */
    function reveal() {
      const target = document.getElementById(fragment.place());
      if (!target || !target.closest("[data-when][hidden]")) return;
      all = true;
      apply();
      target.scrollIntoView();
    }

    /** Going back and forth leads to places; the answers stay. Another address brings its own. @type {(event: Event) => void} */
    function arrive(event) {
      if (!/** @type {CustomEvent} */ (event).detail.been) ({ answers, strange } = readAnswers(asks));
      settle();
    }

    /** Put the answers into the address, which may have said something else. */
    function settle() {
      const first = strange + withdraw();
      update();
      strange = first;
      apply();
    }

    document.addEventListener("guideway:address", arrive);
    addEventListener("hashchange", reveal);
    document.documentElement.classList.toggle("gw-asks", true);
    Object.assign(globalThis.guideway, { answered: (/** @type {string} */ question) => answers.get(question) });
    if (pages) {
      part(pages, "button").addEventListener("click", () => {
        isOther = true;
        draw();
        goOn();
      });
    }
    for (const each of /** @type {HTMLElement[]} */ ([...root.children])) each.hidden = each !== status;
    root.prepend(chips, stage);
    settle();
    reveal();
  }
  document.querySelectorAll(".gw-tailor").forEach(tailor);
})();
