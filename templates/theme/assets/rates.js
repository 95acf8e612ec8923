/* The yearly rate of a loan, from the reader's own figures. Nothing typed leaves the page. */
/* needs: guideway, data, figures */
(() => {
  "use strict";

  const { make, hold, fill, figure, numerals, words } = globalThis.guideway;
  const PER_YEAR = { month: 12, week: 52, day: 365 };

  /** What is received and paid, period by period; the start is number 0. @type {(loan: Loan) => number[]} */
  function flows({ got, pay, times, first, last, fee }) {
    const found = new Array(times + 1).fill(0);
    found[0] = got - fee;
    for (let n = 0; n < times; n += 1) found[first === "now" ? n : n + 1] -= pay;
    found[times] -= last;
    return found;
  }

  /** @type {(flow: number[], rate: number) => number} */
  const worth = (flow, rate) => flow.reduce((sum, sign, n) => sum + sign / (1 + rate) ** n, 0);

  /** The rate per period at which all that is paid is worth what was received; nothing if there is none. @type {(flow: number[]) => number | null} */
  function rateOf(flow) {
    let [low, high] = [-0.9, 100];
    if (worth(flow, low) >= 0 || worth(flow, high) <= 0) return null;
    for (let n = 0; n < 200; n += 1) {
      const middle = (low + high) / 2;
      if (worth(flow, middle) < 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }

  /** The rate per year without compound interest, and with it, both in per cent; what is paid in all. @type {Guideway["loan"]} */
  function loan(given) {
    const rate = rateOf(flows(given));
    const paid = given.pay * given.times + given.last + given.fee;
    if (rate === null) return null;
    const per = PER_YEAR[given.every];
    return { simple: 100 * rate * per, effective: 100 * ((1 + rate) ** per - 1), paid, extra: paid - given.got };
  }

  Object.assign(globalThis.guideway, { loan });
  const root = document.querySelector(".gw-rate");
  if (!root || ![make, figure, words].every(Boolean)) return; // a script before this one was lost

  const said = words.rate;
  const out = make("div", { role: "status" });
  const lines = [...root.querySelectorAll("[data-line]")].map((element) => ({ element, ...JSON.parse(element.dataset.line) }));
  const list = root.querySelector("ul");
  /** @type {Record<string, HTMLInputElement | HTMLSelectElement>} */
  const boxes = {};
  /** @type {Record<string, HTMLElement>} */
  const reasons = {};

  /** @type {(name: Figures) => HTMLLabelElement} */
  function number(name) {
    const id = `rate-${name}`;
    boxes[name] = make("input", { type: "text", inputmode: "decimal", autocomplete: "off", "aria-describedby": id });
    reasons[name] = make("small", { class: "gw-fill__warning", id });
    const help = /** @type {Partial<Record<Figures, string>>} */ (said.help)[name];
    return make("label", { class: "gw-fill__field" }, make("span", {}, said[name]), help ? make("small", {}, help) : null, boxes[name], reasons[name]);
  }

  /** @type {(name: "every" | "first") => HTMLLabelElement} */
  function choice(name) {
    const options = Object.entries(said.choices[name]).map(([value, text]) => make("option", { value }, text));
    boxes[name] = make("select", {}, ...options);
    return make("label", { class: "gw-fill__field" }, make("span", {}, said[name]), boxes[name]);
  }

  /** What stands in a box, or why it cannot be used. @type {(name: string) => Figure} */
  function read(name) {
    const found = figure(boxes[name].value);
    if (found.why) return found;
    const periods = /** @type {Record<string, string[]>} */ (numerals.periods);
    const units = periods[name === "times" ? boxes.every.value : "money"];
    if (found.unit && !units.includes(found.unit)) return { why: "unit" };
    if (name === "times" && !(Number.isInteger(found.value) && found.value >= 1 && found.value <= 600)) return { why: "times" };
    return name === "got" && found.value === 0 ? { why: "zero" } : found;
  }

  /** Says beside a box why it cannot be read; an empty box is not wrong. @type {(name: string, why: Figure["why"]) => void} */
  function tell(name, why) {
    const wrong = why && why !== "empty";
    reasons[name].textContent = wrong ? fill(said.wrong[why], { typed: boxes[name].value.trim() }) : "";
    if (wrong) boxes[name].setAttribute("aria-invalid", "true");
    else boxes[name].removeAttribute("aria-invalid");
  }

  /** @type {(names: Figures[]) => string} */
  const named = (names) => names.map((name) => fill(words.quote, { text: said[name] })).join(words.join);

  /** The figures, or in words which boxes are wrong or missing. @type {() => { words?: string, found?: Loan }} */
  function given() {
    const found = /** @type {Loan} */ ({ every: boxes.every.value, first: boxes.first.value });
    /** @type {Partial<Record<Figures, Figure["why"]>>} */
    const whys = {};
    for (const name of /** @type {Figures[]} */ (Object.keys(reasons))) {
      const { value, why } = read(name);
      tell(name, why);
      found[name] = value || 0;
      if (why) whys[name] = why;
    }
    const wrong = /** @type {Figures[]} */ (Object.keys(whys)).filter((name) => whys[name] !== "empty");
    if (wrong.length) return { words: fill(said.unread, { boxes: named(wrong) }) };
    const missing = /** @type {Figures[]} */ (["got", "pay", "times"]).filter((name) => !found[name] && !(name === "pay" && found.last));
    return missing.length ? { words: fill(said.missing, { boxes: named(missing) }) } : { found };
  }

  /** @type {(sum: number) => string} */
  const money = (sum) => (Math.abs(sum) < 0.005 ? 0 : sum).toFixed(2);

  /** A yearly rate in words: in per cent, and above ten times what was lent as so many times. @type {(rate: number) => string} */
  function spelt(rate) {
    if (rate <= 1000) return fill(said.percent, { rate: money(rate) });
    const times = Math.floor(rate / 100);
    return fill(said.times_over, { times: times >= 1e8 ? said.most : times >= 1e4 ? `${Math.floor(times / 1e4)} ${said.myriad}` : `${times} ` });
  }

  /** @type {(simple: number | null) => void} */
  function compare(simple) {
    for (const { element, label, rate, quantity } of lines) {
      const verdict = simple === null ? said.line : Math.abs(simple - rate) < 0.005 ? said.equal : simple > rate ? said.above : said.below;
      element.querySelector(".gw-rate__line").textContent = fill(verdict, { label, quantity });
    }
  }

  /** @type {(given: { words?: string, found?: Loan }) => HTMLElement[]} */
  function answer({ words: asked, found }) {
    if (!found) return [make("p", {}, asked ?? "")];
    const result = loan(found);
    if (!result) return [make("p", {}, said.none)];
    const sums = { paid: money(result.paid), extra: money(result.extra) };
    if (result.extra < -0.005) return [make("p", {}, fill(said.less, sums))];
    compare(result.simple);
    return [make("p", { class: "gw-rate__simple" }, fill(said.result, { rate: spelt(result.simple) })),
      make("p", {}, fill(said.more, { effective: spelt(result.effective), ...sums }))];
  }

  function update() {
    compare(null);
    hold(out, ...answer(given()));
  }

  const form = make("div", { class: "gw-fill" }, make("p", { class: "gw-fill__title" }, said.title), number("got"), number("pay"), number("times"),
    choice("every"), choice("first"), number("fee"), number("last"));
  form.addEventListener("input", update);
  hold(root, form, make("p", { class: "gw-private" }, words.private),
    make("div", { class: "gw-rate__result" }, out, list, make("p", { class: "gw-private" }, said.careful)));
  update();
})();
