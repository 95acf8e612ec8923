/* What a page works out from its reader's figures, shown with its working. Nothing typed leaves the page. */
/* needs: guideway, data, values, formulas */
(() => {
  "use strict";

  const { make, part, hold, fill, words, formulas, written, amount, isBefore } = globalThis.guideway;
  const found = globalThis.guideway.values;
  const roots = [...document.querySelectorAll(".gw-computed")];
  if (!roots.length || ![make, found, formulas, words].every(Boolean)) return; // a script before this one was lost
  const values = /** @type {NonNullable<Guideway["values"]>} */ (found);

  const said = words.computed;
  const { evaluate, work, shown, order, read, day, date } = formulas;
  const TENFOLD = read("10", "");
  /** What binds closer is higher; all but the last are joined by a sign. @type {Record<string, number>} */
  const LEVELS = { add: 0, subtract: 0, multiply: 1, divide: 1, power: 2 };
  /** @type {Map<string, string>} */
  const results = new Map(); // `<id>.<line>`: as a form takes it

  /** @type {(value: Ratio) => string} */
  const iso = (value) => date(value).toISOString().slice(0, 10);

  /** @type {(value: Ratio) => string} */
  function spelt(value) {
    const on = date(value);
    if (Number.isNaN(on.getTime())) return said.nothing;
    return fill(words.date, { year: on.getUTCFullYear(), month: on.getUTCMonth() + 1, month_name: words.months[on.getUTCMonth()], day: on.getUTCDate() });
  }

  /** A number with its unit; more than ten times as so many times. @type {(value: Ratio, decimals: number, unit: string) => string} */
  function counted(value, decimals, unit) {
    if (unit === "%" && order(value, TENFOLD) > 0) {
      const times = Number(value[0] / value[1]);
      return fill(said.times_over, { times: times >= 1e8 ? said.most : times >= 1e4 ? `${Math.floor(times / 1e4)} ${said.myriad}` : `${times} ` });
    }
    return amount(written(shown(value, decimals, unit)), unit);
  }

  /** Whether all that a formula is worked out with is here. @type {(formula: Formula) => boolean} */
  function knows(formula) {
    if (typeof formula === "string" || ["number", "day"].includes(formula[0])) return true;
    if (formula[0] !== "choose") return formula[0] in formulas.functions && formula.slice(1).every((part) => knows(/** @type {Formula} */ (part)));
    return Object.values(/** @type {Record<string, Formula>} */ (formula[2])).every(knows);
  }

  /** @type {(root: HTMLElement) => void} */
  function computed(root) {
    const id = root.id.slice(9);
    /** @type {WorkData} */
    const { lines, facts } = JSON.parse(root.dataset.computed);
    if (!lines.every(({ value }) => knows(value))) return; // a script was lost: it stays as without
    const result = lines[lines.length - 1];
    const form = make("div", { class: "gw-fill" });
    const inputs = [...root.querySelectorAll(".gw-input")].map(field);
    const out = make("div", { class: "gw-computed__out", role: "status" });
    const remarks = [...root.querySelectorAll("[data-remark]")];
    const none = root.querySelector("[data-none]");
    const measures = [...root.querySelectorAll("[data-measure]")].map((element) => ({ element, ...JSON.parse(element.dataset.measure) }));
    const working = [...root.querySelectorAll("[data-working]")];

    /** A field for what is asked for, with what helps, and the word about what cannot be. @type {(item: HTMLElement) => WorkInput} */
    function field(item) {
      const { input: name, kind, unit, usual } = item.dataset;
      const reason = make("small", { class: "gw-fill__warning", id: `${root.id}-${name}` });
      const options = [...item.querySelectorAll("[data-option]")].map((each) => make("option", { value: each.dataset.option }, each.textContent));
      const attributes = { type: kind === "date" ? "date" : "text", inputmode: kind === "date" ? undefined : "decimal", autocomplete: "off", placeholder: usual ?? "", "aria-describedby": reason.id };
      const box = options.length ? make("select", {}, ...options) : make("input", attributes);
      const help = item.querySelector(":scope > small");
      const counted = unit && kind !== "date" ? make("span", { class: "gw-fill__unit" }, ...(isBefore(unit) ? [`${unit} `, box] : [box, ` ${unit}`])) : null;
      form.append(make("label", { class: "gw-fill__field" }, make("span", {}, part(item, ".gw-input__ask").textContent), help ? help.cloneNode(true) : null, counted ?? box, reason));
      return { item, id: name, box, reason, own: false };
    }

    /** What stands in a field, or why it cannot be used. @type {(input: WorkInput) => { value?: Ratio | string, why?: string }} */
    function given({ item, box }) {
      const { kind, unit, usual } = item.dataset;
      if (kind === undefined) return { value: box.value };
      const typed = box.value.trim();
      if (!typed && !box.validity.badInput && usual !== undefined) return { value: read(usual, unit ?? "") };
      const { value, why } = { why: undefined, ...values.value(item, box.validity.badInput ? "?" : typed) };
      if (value === undefined) return { why };
      return { value: kind === "date" ? day(value) : read(value, unit ?? "") };
    }

    /** Say beside a field why it cannot be read; an empty one is not wrong. @type {(input: WorkInput, why: string | undefined) => boolean} */
    function tell({ item, box, reason }, why) {
      const isWrong = why !== undefined && why !== "empty";
      reason.textContent = isWrong ? values.refuse(item, why) : "";
      box.setAttribute("aria-invalid", String(isWrong));
      return isWrong;
    }

    /** @type {(some: WorkInput[]) => string} */
    const named = (some) => some.map(({ item }) => fill(words.quote, { text: item.dataset.short })).join(words.join);

    /** Every figure by its name, or in words what is wrong or missing. @type {() => { asked: string } | Figured} */
    function figures() {
      /** @type {Figured} */
      const known = new Map(Object.entries(facts).map(([name, [number, unit]]) => [name, read(number, unit)]));
      const now = new Date();
      known.set("today", day(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())).toISOString().slice(0, 10)));
      const all = inputs.map((input) => ({ input, ...given(input) }));
      const wrong = all.filter(({ input, why }) => tell(input, why)).map(({ input }) => input);
      if (wrong.length) return { asked: fill(said.unread, { boxes: named(wrong) }) };
      const missing = all.filter(({ value }) => value === undefined).map(({ input }) => input);
      for (const { input, value } of all) if (value !== undefined) known.set(input.id, value);
      return missing.length ? { asked: fill(said.missing, { boxes: named(missing) }) } : work(lines, known);
    }

    /** What stands for a name in the working. @type {(name: string, known: Figured) => string} */
    function figure(name, known) {
      const value = known.get(name);
      const line = lines.find((each) => each.id === name);
      const item = inputs.find((each) => each.id === name)?.item;
      if (value === undefined) return said.nothing;
      if (typeof value === "string") return item?.querySelector(`[data-option="${value}"]`)?.textContent ?? value;
      if (name === "today" || line?.day || item?.dataset.kind === "date") return spelt(value);
      return line ? counted(value, line.decimals, line.unit) : counted(value, 6, item?.dataset.unit ?? facts[name][1]);
    }

    /** A formula with its figures; inside another with brackets, if it binds less. @type {(formula: Formula, known: Figured, around?: string, place?: number) => string} */
    function told(formula, known, around = "", place = 0) {
      if (typeof formula === "string") return figure(formula, known);
      const [name, ...rest] = formula;
      if (name === "number") return written(String(rest[0]));
      if (name === "choose") return told(/** @type {Record<string, Formula>} */ (rest[1])[String(known.get(String(rest[0])))], known, around, place);
      if (name === "rate") return rated(formula, known);
      const parts = /** @type {Formula[]} */ (rest).map((each, n) => told(each, known, name, n));
      const form = /** @type {Record<string, string>} */ (said.formulas)[name];
      if (!(name in LEVELS) || name === "power") return fill(form, { ...parts, parts: parts.join(said.formulas.list) });
      const isFar = place > 0 && (around === "subtract" || around === "divide");
      const isLoose = LEVELS[name] < LEVELS[around] || (isFar && LEVELS[name] === LEVELS[around]);
      return isLoose ? fill(said.formulas.inside, [parts.join(form)]) : parts.join(form);
    }

    /** @type {(formula: Formula, known: Figured) => string} */
    function rated(formula, known) {
      try { return counted(evaluate(formula, known), 4, "%"); } catch { return said.nothing; }
    }

    /** @type {(remark: HTMLElement, known: Figured) => boolean} */
    function applies(remark, known) {
      const [of, how, than] = JSON.parse(remark.dataset.remark);
      const unit = lines.find((each) => each.id === of)?.unit ?? inputs.find((each) => each.id === of)?.item.dataset.unit ?? "";
      const [one, other] = [known.get(of), typeof than === "number" ? read(String(than), unit) : known.get(than)];
      if (!Array.isArray(one) || !Array.isArray(other)) return false;
      const is = order(one, other);
      return /** @type {Record<string, boolean>} */ ({ under: is < 0, at_most: is <= 0, equals: is === 0, at_least: is >= 0, over: is > 0 })[how];
    }

    /** @type {(value: Ratio | undefined) => void} */
    function compare(value) {
      for (const { element, label, rate, quantity } of measures) {
        const is = value ? order(value, read(String(rate), result.unit)) : null;
        const verdict = is === null ? said.line : is > 0 ? said.above : is < 0 ? said.below : said.equal;
        part(element, ".gw-measure").textContent = fill(verdict, { label, quantity });
      }
    }

    /** @type {(known: Figured | null) => void} */
    function show(known) {
      const value = known?.get(result.id);
      const odd = known ? remarks.filter((each) => applies(each, known)) : [];
      const alone = odd.find((each) => "alone" in each.dataset);
      const isNone = known !== null && value === undefined;
      for (const each of remarks) each.hidden = alone ? each !== alone : !odd.includes(each);
      if (none) none.hidden = !isNone || Boolean(alone);
      const isThere = Boolean(known) && !isNone && !alone;
      compare(isThere && Array.isArray(value) ? value : undefined);
      for (const item of working) {
        const line = lines.find((each) => each.id === item.dataset.working);
        const numbers = line && known ? { numbers: told(line.value, known), result: figure(line.id, known) } : null;
        part(item, ".gw-working__sum").textContent = numbers && !alone ? fill(said.sum, numbers) : "";
      }
      if (known && isThere) hold(out, make("p", { class: "gw-computed__result" }, fill(said.result, { label: result.label, figure: figure(result.id, known) })));
      for (const line of lines) {
        const number = isThere && known?.get(line.id);
        if (Array.isArray(number)) results.set(`${id}.${line.id}`, line.day ? iso(number) : shown(number, line.decimals, line.unit));
        else results.delete(`${id}.${line.id}`);
      }
    }

    function update() {
      const known = figures();
      if ("asked" in known) hold(out, make("p", { class: "gw-computed__asked" }, known.asked));
      else hold(out);
      show("asked" in known ? null : known);
      document.dispatchEvent(new Event("guideway:figures"));
    }

    /** What was answered on this page already stands in its field, until the reader types there. */
    function fillIn() {
      for (const { item, box, own } of inputs) {
        if (item.dataset.takes && !own) box.value = globalThis.guideway.answered?.(item.dataset.takes.slice(7)) ?? "";
      }
    }

    form.addEventListener("input", ({ target }) => {
      for (const input of inputs) input.own = input.own || input.box === target;
      update();
    });
    document.addEventListener("guideway:answers", () => { fillIn(); update(); });
    part(root, ".gw-inputs").replaceWith(form, make("p", { class: "gw-private" }, words.private), out);
    for (const name of [".gw-unscripted", ".gw-computed__given"]) part(root, name).remove();
    for (const when of root.querySelectorAll(".gw-remark__when")) when.remove();
    fillIn();
    update();
  }
  Object.assign(globalThis.guideway, { results });
  roots.forEach(computed);
})();
