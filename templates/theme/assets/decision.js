/* Makes a decision ask one question at a time. Everything is in the page already: this only reads it. */
/* needs: guideway, asking, questions */

(() => {
  "use strict";

  const { make, part, hold, fill } = globalThis.guideway;
  const { askOf, labelOf, optionOf, optionsOf, radios, readAnswers, share, writeAnswers } = globalThis.guideway.questions;

  /** Whether it cannot be answered beside what was answered before. @type {(option: HTMLElement | undefined) => boolean} */
  const isRefused = (option) => option?.dataset.refused !== undefined;

  /** Where an option leads: to the state that stands in it, or to where its link points. @type {(option: HTMLElement) => string} */
  const goOf = (option) => {
    if (isRefused(option)) return "";
    const next = /** @type {HTMLAnchorElement} */ (part(option, ":scope > details > [id], :scope > .gw-go"));
    return next.id || next.hash.slice(1);
  };

  /** @type {(root: HTMLElement) => void} */
  function decision(root) {
    const words = globalThis.guideway.asking.decision;
    const { values = null, choices = null } = globalThis.guideway;
    const states = new Map([...root.querySelectorAll("[id^='s']")].map((state) => [state.id, state]));
    const asks = [...root.querySelectorAll(".gw-ask")];
    const title = document.title;
    const after = root.parentElement?.querySelector("[data-after-outcome]");
    const stage = make("div", { class: "gw-stage gw-stage--decision" });
    const level = /** @type {"h2" | "h3"} */ (part(root, ".gw-ask__title").localName); // what is asked stood below the title of the page
    let { answers, strange } = readAnswers(asks);
    /** @type {number | null} */
    let editing = null;
    /** @type {string[]} */
    let dropped = [];
    /** @type {Map<string, string>} */
    const worded = new Map(); // what was asked, in the words of its reader

    /** Every way leads to a state of this page.
        @type {(id: string) => HTMLElement} */
    const stateOf = (id) => states.get(id) ?? part(root, `#${id}`);

    /** @type {(state: HTMLElement) => boolean} */
    const isTicked = (state) => state.dataset.kind === "choices";
    /** @type {(step: Trail[0]) => boolean} */
    const wasTyped = (step) => Boolean(values?.isTyped(step.state, step.said));
    /** An answer in words. @type {(step: Trail[0]) => string} */
    const sayOf = (step) => (isTicked(step.state) ? choices : wasTyped(step) ? values : null)?.say(step.state, step.said) ?? labelOf(step.option);

    /** @type {(texts: string[]) => string} */
    const named = (texts) => texts.map((text) => fill(words.quote, { text })).join(words.join);

    /** What comes out in a state, if that is worked out and not asked. @type {(state: HTMLElement, said: Answers) => HTMLElement | undefined} */
    const settled = (state, said) => (state.dataset.worked === undefined ? undefined : globalThis.guideway.reckoned?.settled(root, state, said));

    /** Why an answer cannot be, beside those before, or what comes out of it. @type {(state: HTMLElement, said: string) => string} */
    function refusalOf(state, said) {
      const known = new Map(answers).set(state.dataset.question, said);
      let option = optionOf(state, said, answers);
      while (option && !isRefused(option)) option = settled(stateOf(goOf(option)), known);
      return option?.querySelector(":scope > .gw-refused")?.textContent ?? "";
    }

    /** Follow the answers from the start: what was asked, and where that leads. @type {() => Run} */
    function run() {
      /** @type {Trail} */
      const trail = [];
      let state = stateOf("s0");
      while (state.dataset.question !== undefined && trail.length <= states.size) {
        const options = optionsOf(state);
        const matters = state.dataset.needed !== undefined || options.some((option) => goOf(option) !== goOf(options[0]));
        const own = settled(state, answers);
        const chosen = own ?? (matters ? optionOf(state, answers.get(state.dataset.question), answers) : options[0]);
        if (!chosen || isRefused(chosen)) {
          if (own) state = trail.pop()?.state ?? state; // what comes out of it cannot be: it is answered anew
          break;
        }
        if (matters && !own) trail.push({ state, option: chosen, said: answers.get(state.dataset.question) ?? "" });
        state = stateOf(goOf(chosen));
      }
      return { trail, state };
    }

    /** The questions that can still come, from a state on.
        @type {(state: HTMLElement, met?: Set<HTMLElement | string>) => Set<HTMLElement | string>} */
    function ahead(state, met = new Set()) {
      const { question } = state.dataset;
      if (question === undefined || met.has(state)) return met;
      met.add(state).add(question);
      for (const option of optionsOf(state)) if (!isRefused(option)) ahead(stateOf(goOf(option)), met);
      return met;
    }

    /** Keep later answers while they can still be asked for; name those that cannot. */
    function settle() {
      const { trail, state } = run();
      const open = ahead(state);
      const kept = new Map(trail.map((step) => [step.state.dataset.question, wasTyped(step) || isTicked(step.state) ? step.said : step.option.dataset.option]));
      dropped = [];
      for (const [question, option] of answers) {
        if (open.has(question)) kept.set(question, option);
        else if (!kept.has(question)) dropped.push(worded.get(question) ?? asks.filter((ask) => ask.dataset.question === question).map(askOf)[0]);
      }
      answers = kept;
    }

    /** @type {(question: string, option: string) => void} */
    function choose(question, option) {
      answers.set(question, option);
      share(asks.find((ask) => ask.dataset.question === question), option);
      editing = null;
      strange = 0;
      settle();
      show(true, true);
    }

    /** @type {(number: number) => void} */
    function go(number) {
      editing = number;
      dropped = [];
      strange = 0;
      show(false, true);
    }

    function restart() {
      for (const ask of asks) share(ask, null);
      answers = new Map();
      editing = null;
      dropped = [];
      strange = 0;
      show(true, true);
    }

    /** @type {(state: HTMLElement, position: number) => HTMLFormElement} */
    function form(state, position) {
      const question = state.dataset.question;
      const warning = make("p", { class: "gw-form__missing", role: "alert", tabindex: "-1" });
      const many = isTicked(state) ? choices : null;
      const set = many ? many.boxes(state, "gw-answer", answers.get(question)) : radios(state, "gw-answer", answers.get(question));
      const field = values && !many && state.dataset.kind ? values.field(state, set, answers.get(question)) : null;
      globalThis.guideway.finder?.(state, set);
      const element = make("form", { class: "gw-stage__form", method: "dialog" }, set);
      const back = position > 0 ? make("button", { type: "button", click: () => go(position - 1) }, words.back) : null;
      const complain = (/** @type {string} */ text) => {
        if (!warning.textContent) document.title = words.error + document.title;
        warning.textContent = text;
        warning.focus();
      };
      // A frame that may not send forms hears of no "submit"; Enter clicks this button as well.
      const next = (/** @type {Event} */ event) => {
        event.preventDefault();
        const chosen = new FormData(element).getAll("gw-answer").join();
        const typed = values && field && (field.value || !chosen || field.validity.badInput) ? values.read(state, field.value) : null;
        const said = typed && "value" in typed ? typed.value : chosen;
        if (typed && "why" in typed) complain(values?.refuse(state, typed.why) ?? words.choose);
        else if (!said) complain(many ? words.tick : words.choose);
        else if (refusalOf(state, said)) complain(refusalOf(state, said));
        else choose(question, said);
      };
      const button = make("button", { type: "submit", click: next }, words.next);
      warning.textContent = refusalOf(state, answers.get(question) ?? ""); // by an address, or an answer before it was changed
      element.append(warning, make("p", { class: "gw-buttons" }, button, back));
      return element;
    }

    /** @type {(state: HTMLElement) => string} */
    function left(state) {
      const { fewest, most } = state.dataset;
      if (most === "1") return words.last;
      return fill(fewest === most ? words.left : words.left_range, { fewest, most });
    }

    /** Where one is, as a picture: what was asked, this question, those that come for sure or perhaps, the result.
        @type {(state: HTMLElement, done: number) => HTMLElement} */
    function map(state, done) {
      const [fewest, most] = [state.dataset.fewest, state.dataset.most].map((number) => Number(number) - 1);
      const dots = (/** @type {number} */ number, /** @type {string} */ kind) => Array.from({ length: number }, () => make("span", { class: "gw-map__dot", "data-is": kind }));
      const label = `${fill(words.map, { done, number: done + 1 })}${left(state)}`;
      return make("p", { class: "gw-map", role: "img", "aria-label": label },
        ...dots(done, "done"), ...dots(1, "here"), make("strong", {}, words.here), ...dots(fewest, "sure"), ...dots(most - fewest, "perhaps"), make("span", { class: "gw-map__goal" }, words.goal));
    }

    /** @type {(trail: Trail) => HTMLElement | null} */
    function trailList(trail) {
      if (!trail.length) return null;
      const items = trail.map((step, number) =>
        make("li", {}, make("span", {}, askOf(step.state)), " ", make("strong", {}, sayOf(step)), " ",
          make("button", { type: "button", "aria-label": fill(words.change_this, { question: askOf(step.state) }), click: () => go(number) }, words.change)));
      const again = make("button", { type: "button", click: restart }, words.again);
      return make("div", { class: "gw-trail" }, make(level, { class: "gw-trail__title" }, words.trail), make("ol", {}, ...items), again);
    }

    /** @type {(state: HTMLElement, trail: Trail) => HTMLElement} */
    function outcome(state, trail) {
      const found = /** @type {HTMLElement} */ (state.cloneNode(true));
      found.removeAttribute("id");
      const title = part(found, ".gw-outcome__title");
      title.replaceWith(make(level, { class: "gw-outcome__title", tabindex: "-1" }, ...title.childNodes));
      const because = named(trail.map(sayOf));
      /** @type {NodeListOf<HTMLAnchorElement>} */ (found.querySelectorAll("[data-hand]")).forEach((link) => globalThis.guideway.handOver?.(link, trail, answers));
      if (because) found.append(make("p", { class: "gw-when" }, fill(words.because, { answers: because })));
      for (const step of trail.filter(wasTyped)) {
        const turn = values?.until(step.state, step.said);
        if (turn && !isRefused(turn.option) && goOf(turn.option) !== goOf(step.option)) found.append(make("p", { class: "gw-until" }, turn.said));
      }
      return found;
    }

    function notices() {
      const said = [];
      if (dropped.length) said.push(fill(words.dropped, { names: named(dropped) }));
      if (strange) said.push(fill(words.strange, { number: strange }));
      return make("div", { role: "status" }, ...said.map((text) => make("p", { class: "gw-notice" }, text)));
    }

    /** @type {(push: boolean, focus: boolean) => void} */
    function show(push, focus) {
      globalThis.guideway.told?.(root, answers);
      const { trail, state } = run();
      for (const step of trail) worded.set(step.state.dataset.question ?? "", askOf(step.state));
      const position = editing === null ? trail.length : editing;
      const shown = editing === null ? state : trail[editing].state;
      const asked = shown.dataset.question !== undefined;
      hold(stage, notices(), asked ? map(shown, position) : "", asked ? form(shown, position) : outcome(shown, trail));
      if (asked && editing === null) stage.append(make("p", { class: "gw-left" }, left(shown)));
      const done = trailList(trail);
      if (done) stage.append(done);
      if (after) Object.assign(after, { hidden: asked, open: !asked });
      document.title = `${asked ? askOf(shown) : part(shown, ".gw-outcome__title").textContent} - ${title}`;
      writeAnswers([...answers], push);
      if (focus) part(stage, "legend, .gw-outcome__title").focus();
    }

    document.addEventListener("guideway:address", () => {
      ({ answers, strange } = readAnswers(asks));
      editing = null;
      settle();
      show(false, true);
    });
    settle();
    root.before(stage);
    show(false, false);
    root.hidden = true;
  }
  document.querySelectorAll(".gw-decision").forEach(decision);
})();
