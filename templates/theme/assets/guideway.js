/* Makes a decision ask one question at a time, and a guide show only what applies.
   Everything is in the page already: this only reads it, and keeps the answers in the address.
   What comes from an address is compared with ids in the page and never written into it. */
globalThis.guideway = globalThis.guideway || {};

(() => {
  "use strict";

  const MOST_PARAMETERS = 100;

  /** Make an element; children that are texts become text. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "click") element.addEventListener("click", value);
      else if (value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const ids = (element, own) => [own, ...(element.dataset.aliases || "").split(" ").filter(Boolean)];
  const labelOf = (option) => option.querySelector(":scope > .gw-option__label").textContent;
  const askOf = (ask) => ask.querySelector(":scope > .gw-ask__title").textContent;
  const optionsOf = (ask) => [...ask.querySelector(":scope > .gw-options").children];
  /** Where an option leads: to the state that stands in it, or to where its link points. */
  const goOf = (option) => {
    const next = option.querySelector(":scope > :is(.gw-ask, .gw-outcome, .gw-go)");
    return next.id || next.hash.slice(1);
  };
  const optionOf = (ask, name) =>
    optionsOf(ask).find((option) => ids(option, option.dataset.option).includes(name));

  /** Read the answers in the address that belong to these questions; count what does not. */
  function readAddress(asks) {
    const answers = new Map();
    let strange = 0;
    const given = [...new URLSearchParams(location.search)].slice(0, MOST_PARAMETERS);
    for (const [name, value] of given) {
      const found = asks.filter((ask) => ids(ask, ask.dataset.question).includes(name));
      const option = found.map((ask) => optionOf(ask, value)).find(Boolean);
      const question = found.length ? found[0].dataset.question : null;
      if (option && !answers.has(question)) answers.set(question, option.dataset.option);
      else strange += 1;
    }
    return { answers, strange };
  }

  function writeAddress(pairs, push) {
    const query = new URLSearchParams(pairs).toString();
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    try {
      if (push) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // A page opened from a file may not be allowed to change its address; it works all the same.
    }
  }

  /** The radio buttons of a question, with its help and hints. */
  function radios(ask, group, chosen) {
    const help = [...ask.querySelectorAll(":scope > p")].map((part) => part.cloneNode(true));
    const set = make("fieldset", { class: "gw-form" }, make("legend", { tabindex: "-1" }, askOf(ask)), ...help);
    for (const option of optionsOf(ask)) {
      const hint = option.querySelector(":scope > small");
      const input = make("input", {
        type: "radio", name: group, value: option.dataset.option, checked: option.dataset.option === chosen,
      });
      const text = make("span", {}, labelOf(option), hint ? hint.cloneNode(true) : null);
      set.append(make("label", { class: "gw-form__option" }, input, text));
    }
    return set;
  }

  function decision(root) {
    const words = globalThis.guideway.asking;
    const states = new Map([...root.querySelectorAll("[id^='s']")].map((state) => [state.id, state]));
    const asks = [...root.querySelectorAll(".gw-ask")];
    const title = document.title;
    const stage = make("div", { class: "gw-stage" });
    let { answers, strange } = readAddress(asks);
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

    /** Keep later answers while they are still asked for; name those that are not. */
    function settle() {
      const { trail } = run();
      const used = new Map(trail.map((step) => [step.state.dataset.question, step.option.dataset.option]));
      const lost = [...answers.keys()].filter((question) => !used.has(question));
      dropped = lost.map((question) => askOf(asks.find((ask) => ask.dataset.question === question)));
      answers = used;
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
      const warning = make("p", { class: "gw-form__missing", role: "alert" });
      const element = make("form", { class: "gw-stage__form" }, radios(state, "gw-answer", answers.get(question)));
      const back = position > 0 ? make("button", { type: "button", click: () => go(position - 1) }, words.back) : null;
      element.append(warning, make("p", { class: "gw-buttons" }, make("button", { type: "submit" }, words.next), back));
      element.addEventListener("submit", (event) => {
        event.preventDefault();
        const chosen = new FormData(element).get("gw-answer");
        if (chosen) choose(question, chosen);
        else warning.textContent = words.choose;
      });
      return element;
    }

    function left(state) {
      const { fewest, most } = state.dataset;
      if (most === "1") return words.last;
      return fill(fewest === most ? words.left : words.left_range, { fewest, most });
    }

    function trailList(trail) {
      if (!trail.length) return null;
      const items = trail.map(({ state, option }, number) =>
        make("li", {}, make("span", {}, askOf(state)), " ", make("strong", {}, labelOf(option)), " ",
          make("button", { type: "button", "aria-label": `${words.change}：${askOf(state)}`, click: () => go(number) }, words.change)));
      const again = make("button", { type: "button", click: restart }, words.again);
      return make("div", { class: "gw-trail" }, make("h3", {}, words.trail), make("ol", {}, ...items), again);
    }

    function outcome(state, trail) {
      const found = state.cloneNode(true);
      found.removeAttribute("id");
      found.querySelector(".gw-outcome__title").setAttribute("tabindex", "-1");
      const because = trail.map(({ option }) => `“${labelOf(option)}”`).join("、");
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
      stage.replaceChildren(notices(), asked ? form(shown, trail, position) : outcome(shown, trail));
      if (asked && editing === null) stage.append(make("p", { class: "gw-left" }, left(shown)));
      const done = trailList(trail);
      if (done) stage.append(done);
      document.title = `${asked ? askOf(shown) : shown.querySelector(".gw-outcome__title").textContent} - ${title}`;
      writeAddress(trail.map((step) => [step.state.dataset.question, step.option.dataset.option]), push);
      if (focus) stage.querySelector("legend, .gw-outcome__title").focus();
    }

    addEventListener("popstate", () => {
      ({ answers, strange } = readAddress(asks));
      editing = null;
      settle();
      show(false, true);
    });
    settle();
    root.before(stage);
    root.hidden = true;
    show(false, false);
  }

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
    const words = globalThis.guideway.asking;
    const asks = [...root.querySelectorAll(".gw-ask")];
    const items = [...document.querySelectorAll("[data-when]")].map((element) => ({
      element, when: JSON.parse(element.dataset.when),
    }));
    const status = root.querySelector(".gw-tailor__status");
    const form = make("form", { class: "gw-stage" });
    let { answers, strange } = readAddress(asks);
    let all = false;

    function draw() {
      form.replaceChildren(...asks.map((ask) => radios(ask, ask.dataset.question, answers.get(ask.dataset.question))));
    }

    function apply() {
      const verdicts = items.map(({ when }) => verdict(when, answers));
      items.forEach(({ element }, number) => {
        element.hidden = !all && verdicts[number] === false;
        element.dataset.applies = { true: "yes", false: "no" }[verdicts[number]] || "unknown";
      });
      [...form.children].forEach((set, number) => {
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
      for (const link of document.querySelectorAll("a[data-answers]")) link.search = location.search;
    }

    function tell(hidden) {
      const said = strange ? [fill(words.strange, { number: strange })] : [];
      if (hidden) said.push(fill(all ? words.shown : words.hidden, { number: hidden }));
      status.replaceChildren(said.join(" "), " ");
      if (hidden) status.append(button(all ? words.mine : words.show_all, () => { all = !all; apply(); }));
      if (answers.size) status.append(" ", button(words.clear, () => { answers = new Map(); update(); draw(); apply(); }));
    }

    const button = (text, click) => make("button", { type: "button", click }, text);

    function update() {
      strange = 0;
      const order = asks.map((ask) => ask.dataset.question).filter((question) => answers.has(question));
      writeAddress(order.map((question) => [question, answers.get(question)]), false);
    }

    /** A link may lead to a step that the answers hide: then everything is shown. */
    function reveal() {
      const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
      if (!target || !target.closest("[data-when][hidden]")) return;
      all = true;
      apply();
      target.scrollIntoView();
    }

    addEventListener("hashchange", reveal);
    form.addEventListener("change", (event) => {
      answers.set(event.target.name, event.target.value);
      update();
      apply();
    });
    draw();
    asks[0].before(form);
    asks.forEach((ask) => { ask.hidden = true; });
    const first = strange;
    update();
    strange = first;
    apply();
    reveal();
  }

  /** The page may be older than it looks: then the word about it is shown. */
  function overdue(notice) {
    const now = new Date();
    const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10);
    if (today > notice.dataset.due) notice.hidden = false;
  }

  /** The way back leads to the list the reader came from: a topic, an action, a provider, a decision. */
  function crumbs(nav) {
    const from = document.referrer ? new URL(document.referrer) : null;
    if (!from || from.origin !== location.origin) return;
    const way = Object.entries(JSON.parse(nav.dataset.ways)).find(([path]) => from.pathname.replace(/index\.html$/, "").endsWith(`/${path}`));
    const link = nav.querySelector("li:nth-child(2) a");
    if (!way || !link) return;
    link.href = from.href;
    link.textContent = way[1];
  }

  /** The address of a page below the root; a folder is a file when the site is opened from one. */
  function address(path, root) {
    const [, folder, rest] = path.match(/^([^?#]*)(.*)$/);
    const file = location.protocol === "file:" && (folder === "" || folder.endsWith("/")) ? "index.html" : "";
    return new URL(`${folder}${file}${rest}`, root).href;
  }

  /** A website that its reader keeps on the device says when there is a newer one. */
  function kept(script) {
    if (!script || !navigator.serviceWorker || !navigator.serviceWorker.controller) return;
    for (const name of ["offline-words.js", "offline.js"]) {
      if (document.querySelector(`script[src$="/${name}"]`)) continue;
      document.head.append(Object.assign(make("script", { src: new URL(name, script) }), { async: false }));
    }
  }

  /** A number that leads to a source says which: its name is in the list on the page. */
  function cite(link) {
    const source = document.querySelector(link.hash);
    if (!source) return;
    link.setAttribute("aria-label", `${link.textContent} ${(source.querySelector("a") || source).textContent}`);
  }

  Object.assign(globalThis.guideway, { make, fill, address });
  document.querySelectorAll(".gw-cites a").forEach(cite);
  kept(document.currentScript.src);
  document.querySelectorAll(".gw-crumbs[data-ways]").forEach(crumbs);
  document.querySelectorAll(".gw-overdue").forEach(overdue);
  function ask() {
    document.querySelectorAll(".gw-decision").forEach(decision);
    document.querySelectorAll(".gw-tailor").forEach(tailor);
  }

  // The words come with another script, which may stand below this one.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ask);
  else ask();
})();
