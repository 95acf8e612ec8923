/* Leads through the steps of a guide: the next action above, one step open at a time, a tick for what is done.
   Ticks are those of the action sheet: they stay on this device until the reader clears them there. */
/* needs: guideway, fragment, asking */

(() => {
  "use strict";

  const { make, part, hold, fill, bring, fragment } = globalThis.guideway;
  const list = document.querySelector(".gw-steps");
  const words = globalThis.guideway.asking?.steps;
  if (!list || !words) return;

  const KEY = `ticks.${list.dataset.guide}`;
  const BEGINNINGS = ["pointerdown", "keydown", "scroll"];
  const LINES = 3; // of what not to do
  const SENTENCE = /[\u3002\uff01\uff1f]+[\u201d\u300d\uff09]?|[.!?]+[\u201d\u2019)]?(?=\s|$)/g; // `model/inline.py`, opening
  const LEAST = 16; // so many signs say something by themselves
  /** @type {StepParts[]} */
  const steps = /** @type {HTMLElement[]} */ ([...list.children]).map((item) => {
    const parts = { item, fold: part(item, "details"), body: part(item, ".gw-step__body") };
    /** @type {StepParts} */
    const step = {
      ...parts,
      back: make("button", { type: "button", class: "gw-button gw-button--slim", click: () => back(step) }, words.back),
      tick: make("button", { type: "button", class: "gw-button gw-button--main", click: () => tick(step) }),
    };
    return step;
  });
  const dont = [...document.querySelectorAll(".gw-dont__line")];
  const wandering = [...document.querySelectorAll("[data-steps]")];
  const card = part(document, ".gw-now");
  const done = read();

  /** @type {() => Set<string>} */
  function read() {
    try { return new Set(JSON.parse(String(guideway.kept?.read(KEY))) || []); } catch { return new Set(); }
  }

  /* Who succeeds never takes the way out: it is marked, and not counted. */
  /** @type {(step: StepParts) => boolean} */
  const isCounted = ({ item }) => !item.hidden && !item.classList.contains("gw-step--out");
  /** @type {(step: StepParts) => boolean} */
  const isDone = ({ item }) => done.has(item.id);
  const counted = () => steps.filter(isCounted);

  /** What shows how far one has come: it stays in sight below the top of the window. */
  const place = make("span");
  const mine = make("small");
  const bar = make("span", { class: "gw-way__bar", "aria-hidden": "true" });
  const way = make("div", { class: "gw-way", role: "status", "aria-label": words.way }, make("p", {}, place, mine), bar);

  function progress() {
    const all = counted();
    const open = all.findIndex(({ fold }) => fold.open);
    const ticked = all.filter(isDone).length;
    const said = open >= 0 ? words.open : ticked === all.length ? words.whole : ticked ? words.some : words.all;
    const text = fill(said, { number: open + 1, all: all.length, done: ticked });
    if (place.textContent !== text) place.textContent = text;
    mine.textContent = [...document.querySelectorAll(".gw-chip > :first-child")].map((chip) => chip.textContent).join(" \u00b7 ");
    bar.style.setProperty("--gw-part", String((open >= 0 ? open + 1 : ticked) / all.length));
    for (const step of steps) {
      step.item.classList.toggle("gw-step--done", isDone(step));
      const last = step === all[all.length - 1];
      step.tick.textContent = isDone(step) ? words.undo : last ? words.last : words.next;
      step.back.hidden = step === all[0];
    }
  }

  /** The first sentences of a text: as few as say something. @type {(text: string) => string} */
  function opening(text) {
    const ends = [...text.matchAll(SENTENCE)].map((end) => end.index + end[0].length);
    return text.slice(0, ends.find((end) => end >= LEAST));
  }

  /** A tag without the signs around it. @type {(tag: string) => string} */
  function bare(tag) {
    const [before, after] = words.label.split("{tag}");
    return tag.slice(before.length, tag.length - after.length);
  }

  /** @type {(step: StepParts) => boolean} */
  const isOpen = ({ item }) => item.dataset.applies === "unknown";

  /** The card above: the first step that applies, as far as it is open with the first answer of each question, and is not done. */
  function next() {
    const left = counted().filter((one) => !isDone(one));
    const step = left.find((one) => !isOpen(one) || one.item.dataset.usual === "yes") || left[0];
    card.hidden = !step;
    if (!step) return;
    const { item, body } = step;
    const tag = item.querySelector(".gw-step__do ~ .gw-when");
    const say = body.querySelector(":scope > .gw-step__say, :scope > .gw-line--where > :last-child");
    const assumed = isOpen(step) ? tag : null;
    part(card, ".gw-now__assumed").textContent = assumed ? fill(words.assumed, { tag: bare(assumed.textContent) }) : "";
    const title = part(card, "h2");
    title.textContent = part(item, ".gw-step__do").textContent;
    const text = say ? opening(say.textContent) : "";
    let said = card.querySelector(".gw-now__say");
    if (!said) title.after(said = make("p", { class: "gw-now__say" }));
    said.textContent = text;
    said.hidden = !text;
    const letter = body.querySelector(".gw-mail:not([hidden])");
    const links = letter ? [[letter.id, words.letter], [item.id, words.how]] : [[item.id, words.how]];
    const isCalm = !document.querySelector(".gw-call");
    hold(part(card, ".gw-now__act"), ...links.map(([id, label], number) => make("a", { class: `gw-button${isCalm && !number ? " gw-button--main" : ""}`, href: `#${id}` }, label)));
  }

  /** What not to do: first what certainly applies, then what may. */
  function warn() {
    if (!dont.length) return;
    const [first, rest] = document.querySelectorAll(".gw-dont ul");
    const shown = dont.filter((line) => !line.hidden);
    const sorted = [...shown.filter((line) => line.dataset.applies !== "unknown"), ...shown.filter((line) => line.dataset.applies === "unknown")];
    const few = rest ? sorted.slice(0, LINES) : sorted;
    first.append(...few);
    if (rest) rest.append(...dont.filter((line) => !few.includes(line)));
    const more = rest?.closest("details");
    if (more) more.hidden = sorted.length <= LINES;
    part(document, ".gw-dont").hidden = !sorted.length;
  }

  /** What several steps need stands in the first of them that is there. */
  function settle() {
    for (const piece of wandering) {
      const ids = piece.dataset.steps.split(" ");
      const home = steps.find(({ item }) => ids.includes(item.id) && !item.hidden);
      if (home && !home.body.contains(piece)) part(home.body, ":scope > .gw-line--good, :scope > .gw-fold, :scope > .gw-move").before(piece);
    }
  }

  function count() {
    for (const number of document.querySelectorAll("[data-count]")) {
      const whole = number.dataset.count || (number.dataset.count = number.textContent);
      const gone = /** @type {Element} */ (number.closest("details")).querySelectorAll("[data-when][hidden]");
      number.textContent = String(Number(whole) - [...gone].filter((each) => !each.parentElement?.closest("[data-when]")).length);
    }
  }

  function update() {
    settle();
    warn();
    next();
    progress();
    count();
  }

  /** Open a place and all around it, and bring it to the top. @type {(id: string) => void} */
  function open(id) {
    const target = id && document.getElementById(id);
    if (!target) return;
    const step = steps.find(({ item }) => item === target);
    const inner = step ? step.fold : target;
    for (let around = inner.closest("details"); around; around = around.parentElement?.closest("details") ?? null) /** @type {HTMLDetailsElement} */ (around).open = true;
    if (!inner.closest("details")) return;
    inner.scrollIntoView();
    const title = inner.closest("summary") || inner.querySelector("summary");
    if (title) title.focus({ preventScroll: true });
  }

  /** @type {(step: StepParts) => void} */
  function tick(step) {
    if (isDone(step)) done.delete(step.item.id);
    else done.add(step.item.id);
    guideway.kept?.write(KEY, done.size ? JSON.stringify([...done]) : null);
    const following = counted().slice(counted().indexOf(step) + 1);
    update();
    if (!isDone(step)) return;
    if (following.length) open(following[0].item.id);
    else step.fold.open = false;
  }

  /** @type {(step: StepParts) => void} */
  function back(step) {
    const all = counted();
    const before = all[all.indexOf(step) - 1];
    if (before) open(before.item.id);
  }

  /** What counts days and fills in letters comes when somebody begins to do something, comes for a place, or has kept what
      was typed: nobody needs it to read. In a page that is one file it is there. @type {(script: string) => void} */
  function waitForPapers(script) {
    const root = document.querySelector(".gw-blanks");
    if (!root || !script) return;
    const come = () => {
      for (const beginning of BEGINNINGS) removeEventListener(beginning, come);
      bring(new URL("../", script).href, ...root.dataset.brings.split(" "));
    };
    if (fragment.place() || guideway.kept?.read(`blanks.${root.dataset.guide}`)) come();
    else for (const beginning of BEGINNINGS) addEventListener(beginning, come, { passive: true });
  }

  for (const step of steps) {
    const isOut = step.item.classList.contains("gw-step--out");
    if (!isOut) step.body.append(make("p", { class: "gw-move" }, step.back, step.tick));
    step.fold.addEventListener("toggle", () => {
      // Browsers that do not know groups of `details` leave the others open; on paper all are.
      if (step.fold.open && step.fold.hasAttribute("name")) for (const { fold } of steps) if (fold !== step.fold) fold.open = false;
      progress();
    });
  }
  waitForPapers(/** @type {HTMLScriptElement} */ (document.currentScript).src);
  part(card, "h2").tabIndex = -1;
  list.before(way);
  document.addEventListener("guideway:answers", update);
  addEventListener("hashchange", () => open(fragment.place()));
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && /** @type {HTMLAnchorElement | null} */ (event.target.closest('a[href^="#"]'));
    if (link && link.hash === location.hash) open(fragment.place()); // the address does not change: nothing else opens it
  });
  update();
  open(fragment.place());
})();
