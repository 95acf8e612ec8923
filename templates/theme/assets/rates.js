/* The yearly rate of a loan, from the reader's own figures. Nothing typed leaves the page. */
(() => {
  "use strict";

  const { make, fill, words } = globalThis.guideway;
  const PER_YEAR = { month: 12, week: 52, day: 365 };

  /** What is received and paid, period by period; the start is number 0. */
  function flows({ got, pay, times, first, last, fee }) {
    const found = new Array(times + 1).fill(0);
    found[0] = got - fee;
    for (let n = 0; n < times; n += 1) found[first === "now" ? n : n + 1] -= pay;
    found[times] -= last;
    return found;
  }

  const worth = (flow, rate) => flow.reduce((sum, sign, n) => sum + sign / (1 + rate) ** n, 0);

  /** The rate per period at which all that is paid is worth what was received; nothing if there is none. */
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

  /** The rate per year without compound interest, and with it, both in per cent; what is paid in all. */
  function loan(given) {
    const rate = rateOf(flows(given));
    const paid = given.pay * given.times + given.last + given.fee;
    if (rate === null) return null;
    const per = PER_YEAR[given.every];
    return { simple: 100 * rate * per, effective: 100 * ((1 + rate) ** per - 1), paid, extra: paid - given.got };
  }

  Object.assign(globalThis.guideway, { loan });
  const root = document.querySelector(".gw-rate");
  if (!root) return;

  const lines = JSON.parse(root.dataset.lines);
  const said = words.rate;
  const out = make("div", { class: "gw-rate__result", role: "status" });
  const boxes = {};

  function number(name) {
    boxes[name] = make("input", { type: "text", inputmode: "decimal", autocomplete: "off" });
    return make("label", { class: "gw-fill__field" }, make("span", {}, said[name]), said.help[name] ? make("small", {}, said.help[name]) : null, boxes[name]);
  }

  function choice(name) {
    const options = Object.entries(said.choices[name]).map(([value, text]) => make("option", { value }, text));
    boxes[name] = make("select", {}, ...options);
    return make("label", { class: "gw-fill__field" }, make("span", {}, said[name]), boxes[name]);
  }

  const read = (name) => Number(boxes[name].value.replace(/[,\uff0c\s]/g, "") || 0);

  function given() {
    const found = { got: read("got"), pay: read("pay"), times: read("times"), last: read("last"), fee: read("fee"), every: boxes.every.value, first: boxes.first.value };
    const possible = Object.values(found).every((value) => typeof value === "string" || (Number.isFinite(value) && value >= 0 && value < 1e9));
    const whole = Number.isInteger(found.times) && found.times >= 1 && found.times <= 600;
    return possible && whole && found.got > 0 && found.pay + found.last > 0 ? found : null;
  }

  const money = (sum) => (Math.abs(sum) < 0.005 ? 0 : sum).toFixed(2);

  function compared(simple) {
    return lines.map(({ label, rate, quantity }) => {
      const verdict = Math.abs(simple - rate) < 0.005 ? said.equal : simple > rate ? said.above : said.below;
      return make("li", {}, fill(verdict, { label, quantity }));
    });
  }

  function update() {
    const found = given();
    if (!found) return out.replaceChildren(make("p", {}, said.incomplete));
    const result = loan(found);
    if (!result) return out.replaceChildren(make("p", {}, said.none));
    return out.replaceChildren(
      make("p", { class: "gw-rate__simple" }, fill(said.result, { rate: money(result.simple) })),
      make("p", {}, fill(said.more, { effective: money(result.effective), paid: money(result.paid), extra: money(result.extra) })),
      make("ul", { class: "gw-points" }, ...compared(result.simple)), make("p", { class: "gw-private" }, said.careful));
  }

  const form = make("div", { class: "gw-fill" }, make("p", { class: "gw-fill__title" }, said.title), number("got"), number("pay"), number("times"),
    choice("every"), choice("first"), number("fee"), number("last"));
  form.addEventListener("input", update);
  root.replaceChildren(form, make("p", { class: "gw-private" }, words.private), out);
  update();
})();
