/* Makes a decision ask one question at a time. Everything is in the page already: this only reads it. */

(() => {
  "use strict";

  const { make, hold, fill } = globalThis.guideway;
  const { askOf, labelOf, optionOf, optionsOf, radios, readAnswers, writeAnswers } = globalThis.guideway.questions;

  /** Where an option leads: to the state that stands in it, or to where its link points. */
  const goOf = (option) => {
    const next = option.querySelector(":scope > details > [id], :scope > .gw-go");
    return next.id || next.hash.slice(1);
  };

  function decision(root) {
    const words = globalThis.guideway.asking.decision;
    const states = new Map([...root.querySelectorAll("[id^='s']")].map((state) => [state.id, state]));
    const asks = [...root.querySelectorAll(".gw-ask")];
    const title = document.title;
    const after = root.parentElement.querySelector("[data-after-outcome]");
    const stage = make("div", { class: "gw-stage gw-stage--decision" });
    const level = root.querySelector(".gw-ask__title").localName; // what is asked stood below the title of the page
    let { answers, strange } = readAnswers(asks);
    let editing = null;
    let dropped = [];

    /** Follow the answers from the start: what was asked, and where that leads. */
    function run() {
      const trail = [];
      let state = states.get("s0");
      while (state.dataset.question !== undefined && trail.length <= states.size) {
        const options = optionsOf(state);
        const matters = options.some((option) => goOf(option) !== goOf(options[0]));
        const chosen = matters ? optionOf(state, answers.get(state.dataset.question)) : options[0];
        if (!chosen) break;
        if (matters) trail.push({ state, option: chosen });
        state = states.get(goOf(chosen));
      }
      return { trail, state };
    }

    /** The questions that can still come, from a state on. */
    function ahead(state, met = new Set()) {
      const { question } = state.dataset;
      if (question === undefined || met.has(state)) return met;
      met.add(state).add(question);
      for (const option of optionsOf(state)) ahead(states.get(goOf(option)), met);
      return met;
    }

    /** Keep later answers while they can still be asked for; name those that cannot. */
    function settle() {
      const { trail, state } = run();
      const open = ahead(state);
      const kept = new Map(trail.map((step) => [step.state.dataset.question, step.option.dataset.option]));
      dropped = [];
      for (const [question, option] of answers) {
        if (open.has(question)) kept.set(question, option);
        else if (!kept.has(question)) dropped.push(askOf(asks.find((ask) => ask.dataset.question === question)));
      }
      answers = kept;
    }

    function choose(question, option) {
      answers.set(question, option);
      editing = null;
      strange = 0;
      settle();
      show(true, true);
    }

    function go(number) {
      editing = number;
      dropped = [];
      strange = 0;
      show(false, true);
    }

    function restart() {
      answers = new Map();
      editing = null;
      dropped = [];
      strange = 0;
      show(true, true);
    }

    function form(state, trail, position) {
      const question = state.dataset.question;
      const warning = make("p", { class: "gw-form__missing", role: "alert", tabindex: "-1" });
      const element = make("form", { class: "gw-stage__form", method: "dialog" }, radios(state, "gw-answer", answers.get(question)));
      const back = position > 0 ? make("button", { type: "button", click: () => go(position - 1) }, words.back) : null;
      const complain = () => {
        if (!warning.textContent) document.title = words.error + document.title;
        warning.textContent = words.choose;
        warning.focus();
      };
      // A frame that may not send forms hears of no "submit"; Enter clicks this button as well.
      const next = (event) => {
        event.preventDefault();
        const chosen = new FormData(element).get("gw-answer");
        if (chosen) choose(question, chosen);
        else complain();
      };
      const button = make("button", { type: "submit", click: next }, words.next);
      element.append(warning, make("p", { class: "gw-buttons" }, button, back));
      return element;
    }

    function left(state) {
      const { fewest, most } = state.dataset;
      if (most === "1") return words.last;
      return fill(fewest === most ? words.left : words.left_range, { fewest, most });
    }

    /** Where one is, as a picture: what was asked, this question, those that come for sure or perhaps, the result. */
    function map(state, done) {
      const [fewest, most] = [state.dataset.fewest, state.dataset.most].map((number) => number - 1);
      const dots = (number, kind) => Array.from({ length: number }, () => make("span", { class: "gw-map__dot", "data-is": kind }));
      const label = `${fill(words.map, { done, number: done + 1 })}${left(state)}`;
      return make("p", { class: "gw-map", role: "img", "aria-label": label },
        ...dots(done, "done"), ...dots(1, "here"), make("strong", {}, words.here), ...dots(fewest, "sure"), ...dots(most - fewest, "perhaps"), make("span", { class: "gw-map__goal" }, words.goal));
    }

    function trailList(trail) {
      if (!trail.length) return null;
      const items = trail.map(({ state, option }, number) =>
        make("li", {}, make("span", {}, askOf(state)), " ", make("strong", {}, labelOf(option)), " ",
          make("button", { type: "button", "aria-label": `${words.change}：${askOf(state)}`, click: () => go(number) }, words.change)));
      const again = make("button", { type: "button", click: restart }, words.again);
      return make("div", { class: "gw-trail" }, make(level, { class: "gw-trail__title" }, words.trail), make("ol", {}, ...items), again);
    }

    /** What was answered goes along to the guide, as far as it asks the same (`pages/decisions.py`, `Hand.later`). */
    function hand(link) {
      const told = new URLSearchParams();
      for (const part of link.dataset.hand.split(" ")) {
        if (!part.includes(":") && part.includes("=")) {
          told.set(...part.split("="));
          continue;
        }
        const [name, question = name, options] = part.split(":");
        const said = answers.get(question);
        const means = options ? options.split(",").find((option) => option.split("=")[0] === said) : said;
        if (means && !told.has(name)) told.set(name, means.split("=").pop());
      }
      if ([...told].length) link.hash += (link.hash.includes("?") ? "&" : "?") + told;
    }

    function outcome(state, trail) {
      const found = state.cloneNode(true);
      found.removeAttribute("id");
      const title = found.querySelector(".gw-outcome__title");
      title.replaceWith(make(level, { class: "gw-outcome__title", tabindex: "-1" }, ...title.childNodes));
      const because = trail.map(({ option }) => `“${labelOf(option)}”`).join("、");
      found.querySelectorAll("[data-hand]").forEach(hand);
      if (because) found.append(make("p", { class: "gw-when" }, words.because + because));
      return found;
    }

    function notices() {
      const said = [];
      if (dropped.length) said.push(fill(words.dropped, { names: dropped.map((name) => `“${name}”`).join("、") }));
      if (strange) said.push(fill(words.strange, { number: strange }));
      return make("div", { role: "status" }, ...said.map((text) => make("p", { class: "gw-notice" }, text)));
    }

    function show(push, focus) {
      const { trail, state } = run();
      const position = editing === null ? trail.length : editing;
      const shown = editing === null ? state : trail[editing].state;
      const asked = shown.dataset.question !== undefined;
      hold(stage, notices(), asked ? map(shown, position) : "", asked ? form(shown, trail, position) : outcome(shown, trail));
      if (asked && editing === null) stage.append(make("p", { class: "gw-left" }, left(shown)));
      const done = trailList(trail);
      if (done) stage.append(done);
      if (after) Object.assign(after, { hidden: asked, open: !asked });
      document.title = `${asked ? askOf(shown) : shown.querySelector(".gw-outcome__title").textContent} - ${title}`;
      writeAnswers([...answers], push);
      if (focus) stage.querySelector("legend, .gw-outcome__title").focus();
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
