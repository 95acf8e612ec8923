/* What the reader fills in: days, from which deadlines are counted, and words, of which letters grow.
   It stays in this page; only if the reader asks, it is kept on this device. */
/* needs: store, guideway, data, workdays, counting, days, files */
(() => {
  "use strict";

  const { make, part, hold, fill, count, between, shifted, wordsOf, sum, save, ics, docx, DOCX, words, workdays, checked, readDay, judge, away, FIRST, LAST, written = String } = globalThis.guideway;
  const here = document.querySelector(".gw-blanks");
  if (!here || ![make, count, judge, save, words].every(Boolean)) return; // a script before this one was lost
  const root = here;

  /** @type {Record<string, Blank>} */
  const blanks = JSON.parse(root.dataset.blanks);
  const KEY = `blanks.${root.dataset.guide}`;
  /** @type {Map<string, string>} */
  const values = new Map();
  const now = new Date();
  const clock = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const today = clock < checked ? "" : clock; // a clock that is behind what was checked knows no day
  /** @type {Row[]} */
  const rows = [...document.querySelectorAll("[data-deadline]")].map((element) => ({
    element, rule: JSON.parse(element.dataset.deadline), out: make("div", { class: "gw-date", role: "status" }), line: make("ol", { class: "gw-days" }),
  }));
  /** @type {Mail[]} */
  const letters = [...document.querySelectorAll("[data-letter]")].map((element) => ({
    element, paper: part(element, ".gw-mail__paper"), form: make("div", { class: "gw-fill" }), said: make("p", { class: "gw-notice", role: "status" }),
    id: element.dataset.letter, answer: element.dataset.answer ? JSON.parse(element.dataset.answer) : null,
  }));
  /** @type {Field[]} */
  const boxes = [];
  const days = words.days;
  const isTogether = "together" in root.dataset;

  /** @type {(blank: string) => Row | undefined} */
  const rowOf = (blank) => rows.find(({ element }) => `deadline.${element.id.slice(9)}` === blank);

  /** What can be filled in, by key: the blanks of the guide, and of each letter the day it is sent and its day for an answer.
      @type {Record<string, Blank>} */
  const abouts = { ...blanks };
  for (const about of Object.values(blanks)) {
    const [from, name] = (about.takes ?? "").split(/\.(.*)/);
    const { answered = null, results = null } = globalThis.guideway;
    if (name) about.suggested = () => taken(about.kind, from === "answer" ? answered?.(name) : results?.get(name));
  }
  for (const { id, answer } of letters) {
    abouts[`${id}.sent`] = { kind: "date", lies: "sending", label: days.sending, suggested: () => today };
    if (!answer) continue;
    const suggested = () => { const sent = dayOf(`${id}.sent`); return sent && away(answer.within, "after", sent, workdays); };
    abouts[`${id}.answer-by`] = { kind: "date", lies: "future", after: `${id}.sent`, label: answer.label, help: answer.help, suggested };
  }

  /** A figure as people write it, a sum with both digits of its small coins. @type {(kind: Blank["kind"], value: string) => string} */
  const spelled = (kind, value) => (kind === "date" ? value : written(kind === "amount" ? value.replace(/\.(\d)$/, ".$10") : value));

  /** What was answered or worked out on this page; an option that was chosen is no value. @type {(kind: Blank["kind"], value: string | undefined) => string} */
  const taken = (kind, value = "") => ((kind === "date" ? /^\d{4}-\d\d-\d\d$/ : /^-?[\d.]+$/).test(value) ? spelled(kind, value) : "");

  /** What stands in a blank: what the reader typed, else what the page suggests. @type {(key: string) => string} */
  function standing(key) {
    return values.get(key) ?? (abouts[key].suggested?.() || "");
  }

  /** @type {(key: string | undefined) => OtherDay | null} */
  const other = (key) => { const day = key && dayOf(key); return day ? { day, label: abouts[key].label } : null; };
  /** @type {(key: string) => Verdict | null} */
  const finding = (key) => (abouts[key].kind === "date" ? judge(standing(key), abouts[key], today, other, workdays) : null);

  /** The day in a blank; empty if there is none, or none that can be: nothing counts from it, and no letter names it.
      @type {(key: string) => string} */
  function dayOf(key) {
    const day = standing(key);
    return finding(key)?.refused ? "" : day;
  }

  /** @type {(element: HTMLElement) => boolean} */
  const shown = (element) => !element.closest("[hidden]") && element.dataset.applies !== "no";
  /** @type {(day: string) => string} */
  const spelt = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return fill(words.date, { year, month, month_name: words.months[month - 1], day: date });
  };
  /** @type {(day: string) => string} */
  const withWeekday = (day) => fill(words.dated, { date: spelt(day), weekday: words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] });

  /* What is kept on the device, if the reader asks. A browser may refuse. */
  const memory = {
    read() { try { return JSON.parse(String(guideway.kept.read(KEY))); } catch { return null; } },
    write: (/** @type {object} */ data) => guideway.kept?.write(KEY, JSON.stringify(data)),
    forget: () => guideway.kept?.write(KEY, null),
  };
  const remember = make("input", { type: "checkbox" });

  /** What is wrong with what was typed, if it is dangerous: a whole card number. @type {(value: string) => string} */
  function danger(value) {
    const digits = value.replace(/[\s-]/g, "");
    if (!/^[3-6]\d{15,18}$/.test(digits)) return "";
    const sum = [...digits].reverse().reduce((total, digit, place) => {
      const doubled = Number(digit) * (place % 2 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 ? "" : words.card;
  }

  /** What is said at a field about the day in it. @type {(found: Verdict, typed: string) => string} */
  function about({ code, far, label, day }, typed) {
    const given = { day: /^\d{4}-/.test(typed) && code !== "none" && code !== "year" ? spelt(typed) : "", label, other: day && spelt(day), far: far && spelt(far) };
    return fill(days[code], given);
  }

  /** Say what is wrong with what is in a box. Who is still typing a year hears of it when leaving. @type {(field: Field) => void} */
  function mark(field) {
    const { box, warning, key } = field;
    const half = box.validity.badInput && !box.value;
    /** @type {Verdict | null} */
    const found = half ? { code: "none", refused: true } : finding(key);
    const waits = box === document.activeElement && !field.left && ["none", "year"].includes(String(found?.code));
    const text = found && !waits ? about(found, standing(key)) : danger(box.value);
    if (warning.textContent !== text) warning.textContent = text;
    box.setAttribute("aria-invalid", String(Boolean(text && (!found || found.refused))));
  }

  /* What a browser knows of its reader, and nobody else: WCAG 1.3.5. */
  /** @type {Record<string, string>} */
  const OWN = { "own-name": "name", "own-phone": "tel" };
  /** @type {Record<string, string>} */
  const FORMS = { "own-phone": "tel" };

  /** One field of a form: its name, a word of help, what is typed, and what is wrong with it. @type {(key: string) => HTMLElement} */
  function input(key) {
    const { label, help, kind, means } = abouts[key];
    const id = `fill-${boxes.length + 1}`;
    const box = kind === "text" ? make("textarea", { rows: 3 }) : make("input", { type: FORMS[means ?? ""] || (kind === "date" ? "date" : "text"), autocomplete: OWN[means ?? ""] || "off" });
    if (kind === "amount" || kind === "number") box.inputMode = kind === "amount" ? "decimal" : "numeric";
    if (kind === "date") Object.assign(box, { min: FIRST, max: LAST });
    box.id = id;
    box.dataset.fills = key;
    box.setAttribute("aria-describedby", help ? `${id}-help ${id}-said` : `${id}-said`);
    box.value = standing(key);
    const warning = make("small", { class: "gw-fill__warning", id: `${id}-said` });
    const field = { key, box, warning, left: false };
    boxes.push(field);
    box.addEventListener("input", () => {
      values.set(key, kind === "date" ? readDay(box.value) : box.value);
      keep();
      update();
    });
    box.addEventListener("focus", () => {
      field.left = false;
      for (const one of boxes) one.warning.removeAttribute("role"); // one voice, though the same blank is in many forms
      warning.setAttribute("role", "alert");
    });
    box.addEventListener("blur", () => {
      field.left = true;
      mark(field);
    });
    return make("div", { class: "gw-fill__field", "data-field": key }, make("label", { for: id }, label), help ? make("small", { id: `${id}-help` }, help) : null, box, warning);
  }

  /** Put into every box what stands in its blank, except where somebody types. */
  function drawBoxes() {
    for (const field of boxes) {
      const value = standing(field.key);
      if (field.box !== document.activeElement && field.box.value !== value) field.box.value = value;
      mark(field);
    }
  }

  const keep = () => { if (remember.checked) memory.write(Object.fromEntries(values)); };

  /** @type {(rule: DeadlineRule) => Counted | null} */
  function counted(rule) {
    const day = blanks[rule.since] && dayOf(rule.since);
    return day ? count(rule, day, workdays) : null;
  }

  /** @type {(text: string, click: () => void) => HTMLButtonElement} */
  const button = (text, click) => make("button", { type: "button", click }, text);

  /* Deadlines */

  /** @type {(found: Counted) => HTMLElement | null} */
  function estimate(found) {
    if (!found.estimated) return null;
    const year = Number(found.last.slice(0, 4));
    const told = year >= workdays.first && year <= workdays.last;
    return make("p", { class: "gw-date__estimate" }, fill(told ? words.estimated : words.untold, { year }));
  }

  /** @type {(last: string) => string} */
  function distance(last) {
    const days = between(today, last);
    if (days === 0) return words.today;
    return days > 0 ? fill(words.left, { days }) : fill(words.gone, { days: -days });
  }

  /** @type {(rule: DeadlineRule, found: Counted) => string | null} */
  function advice(rule, found) {
    if (rule.direction === "before") return null;
    if (rule.acts === "them") return fill(words.press, { last: spelt(found.last), day: withWeekday(shifted(found.last, 1)) });
    return found.safe === found.last ? null : fill(words.safe, { day: withWeekday(found.safe) });
  }

  /** Who has to do what: the heading of a deadline. @type {(element: HTMLElement) => string} */
  function task(element) {
    const what = /** @type {Element} */ (part(element, "dt").cloneNode(true));
    const who = part(what, ".gw-who");
    who.remove();
    return `${wordsOf(who)} \u00b7 ${wordsOf(what)}`;
  }

  /** What tells this case of the reader from their others, for ever: the numbers it bears, else the day that is counted from.
      @type {(rule: DeadlineRule) => string} */
  function caseOf({ since }) {
    const numbers = Object.keys(blanks).filter((key) => blanks[key].means === "case").map((key) => standing(key).normalize("NFKC").replace(/\s/g, ""));
    return numbers.some(Boolean) ? sum(numbers.join()) : dayOf(since);
  }

  /** An event for the calendar. Its name is that of the deadline in this case, so that a calendar replaces what it has of it.
      @type {(row: Row, found: Counted) => CalendarEntry} */
  function entry({ element, rule }, found) {
    const note = [root.dataset.title, wordsOf(part(element, "dd p")), advice(rule, found)].filter(Boolean).join("\n");
    const ahead = rule.acts === "you" ? Math.max(1, between(found.safe, found.last)) : 1;
    return { uid: `${element.id.slice(9)}.${caseOf(rule)}.${root.dataset.guide}@guideway`, what: task(element), note, last: found.last, ahead };
  }

  /** @type {(name: string, entries: CalendarEntry[]) => void} */
  const calendar = (name, entries) => save(`${name}.ics`, "text/calendar;charset=utf-8", ics(entries));

  /** The day that is counted from, today and the last day, in their order: a picture, if there is a day.
      @type {(rule: DeadlineRule, found: Counted | null) => HTMLElement[]} */
  function timeLine({ since, direction }, found) {
    const points = found ? [[dayOf(since), blanks[since].label], [today, words.now], [found.last, direction === "before" ? words.reached : words.last]] : [];
    return points.filter(([day]) => day).sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([day, label]) => make("li", { "data-gone": day <= today }, make("strong", {}, label), ` ${spelt(day)}`));
  }

  /** @type {(row: Row) => void} */
  function drawRow(row) {
    const found = counted(row.rule);
    hold(row.line, ...timeLine(row.rule, found));
    const gone = found !== null && today !== "" && row.rule.direction === "after" && found.last < today;
    row.element.classList.toggle("gw-deadline--gone", gone);
    if (!found) return hold(row.out);
    const label = row.rule.direction === "before" ? words.reached : words.last;
    const more = advice(row.rule, found);
    return hold(
      row.out,
      make("p", { class: "gw-date__last" }, `${label} `, make("strong", {}, withWeekday(found.last)), row.rule.direction === "after" && today ? fill(words.distance, { left: distance(found.last) }) : ""),
      more ? make("p", {}, fill(words.sentence, { text: more })) : "", estimate(found) || "",
      make("p", { class: "gw-buttons" }, button(words.calendar, () => calendar(task(row.element), [entry(row, found)]))));
  }

  /** Where days stand together, as on a sheet, each is asked for once; elsewhere beside what counts from it. */
  function datesForm() {
    const names = [...new Set(rows.map(({ rule }) => rule.since))].filter((name) => name && blanks[name]);
    if (!names.length) return null;
    const all = button(words.calendar_all, () => {
      calendar(root.dataset.title, rows.filter((row) => shown(row.element)).flatMap((row) => {
        const found = counted(row.rule);
        return found ? [entry(row, found)] : [];
      }));
    });
    all.dataset.all = "";
    const save = make("p", { class: "gw-buttons" }, all);
    return isTogether ? make("div", { class: "gw-fill" }, make("p", { class: "gw-fill__title" }, words.dates), ...names.map(input), save) : save;
  }

  /** @type {(row: Row) => void} */
  function ownField({ rule, out }) {
    if (!isTogether && blanks[rule.since]) out.before(make("div", { class: "gw-fill gw-fill--day" }, input(rule.since)));
  }

  /** @type {(form: HTMLElement) => void} */
  function drawDates(form) {
    for (const field of form.querySelectorAll("[data-field]")) {
      field.hidden = !rows.some(({ element, rule }) => rule.since === field.dataset.field && shown(element));
    }
    part(form, "[data-all]").hidden = !rows.some((row) => shown(row.element) && counted(row.rule));
  }

  function privacy() {
    const said = make("span", { role: "status" });
    remember.addEventListener("change", () => { if (remember.checked) keep(); else memory.forget(); });
    const forget = button(words.forget, () => {
      memory.forget();
      remember.checked = false;
      values.clear();
      said.textContent = words.forgotten;
      update();
    });
    const behind = today ? null : make("p", { class: "gw-notice" }, fill(days.clock, { day: spelt(clock) }));
    return make("div", { class: "gw-private" }, behind, make("p", {}, words.private), make("label", {}, remember, ` ${words.remember}`), " ", forget, " ", said);
  }

  /* Letters */

  /** Under which key the blank of a letter is filled in; nothing for the last day of a deadline.
      @type {(name: string, letter: Mail) => string | null} */
  function keyOf(name, letter) {
    if (name.startsWith("deadline.")) return null;
    return name.startsWith("blank.") ? name.slice(6) : `${letter.id}.${name}`;
  }

  /** What has to be filled in for a blank of a letter: itself, or the day its deadline counts from, if that is on the page.
      @type {(name: string, letter: Mail) => string[]} */
  function keysFor(name, letter) {
    const key = keyOf(name, letter) || rowOf(name)?.rule.since;
    return key ? [key] : [];
  }

  /** @type {(name: string, letter: Mail) => string} */
  function valueOf(name, letter) {
    const key = keyOf(name, letter);
    if (!key) {
      const row = rowOf(name);
      const found = row && counted(row.rule);
      return found ? spelt(found.last) : "";
    }
    if (abouts[key].kind !== "date") return standing(key).trim();
    const day = dayOf(key);
    return day && spelt(day);
  }

  /** The parts that are in the letter: not what does not apply, nor what waits for an answer. @type {(element: HTMLElement) => boolean} */
  function included(element) {
    const outside = element.closest('[hidden], [data-applies="no"], [data-applies="unknown"], .gw-when');
    return !outside || !outside.closest(".gw-mail__paper");
  }

  /** @type {(paper: HTMLElement) => string[]} */
  function paragraphs(paper) {
    const found = [...paper.querySelectorAll("p:not(.gw-mail__title)")].filter(included);
    return found.map((element) => {
      const copy = /** @type {Element} */ (element.cloneNode(true));
      copy.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
      return copy.textContent.split("\n").map((line) => line.trim()).join("\n");
    });
  }

  /** @type {(letter: Mail) => void} */
  function drawLetter(letter) {
    const spots = [...letter.paper.querySelectorAll(".gw-blank")];
    for (const spot of spots) {
      spot.dataset.empty = spot.dataset.empty ?? spot.textContent;
      const value = valueOf(spot.dataset.blank, letter);
      spot.textContent = value || spot.dataset.empty;
      spot.classList.toggle("gw-blank--filled", Boolean(value));
    }
    const used = new Set(spots.filter(included).map((spot) => spot.dataset.blank));
    const needed = new Set([...used].flatMap((name) => keysFor(name, letter)));
    if (today && !used.has("answer-by")) needed.delete(`${letter.id}.sent`);
    for (const field of letter.form.querySelectorAll("[data-field]")) field.hidden = !needed.has(String(field.dataset.field));
    const waiting = [...letter.paper.querySelectorAll('[data-applies="unknown"]')].some((part) => !part.closest("[hidden]"));
    const empty = spots.filter((spot) => included(spot) && !valueOf(spot.dataset.blank, letter)).length;
    const wrong = [...needed].filter((key) => finding(key)?.refused).map((key) => abouts[key].label);
    const parts = [waiting ? words.unanswered : "", wrong.length ? fill(days.mend, { labels: wrong.join(words.join) }) : "", empty ? fill(words.unfilled, { number: empty }) : ""];
    const text = parts.filter(Boolean).join(" ");
    if (letter.said.textContent !== text) letter.said.textContent = text;
  }

  /** @type {(letter: Mail) => void} */
  function letterForm(letter) {
    const spots = [...letter.paper.querySelectorAll(".gw-blank")].map((spot) => spot.dataset.blank);
    const names = new Set(spots.flatMap((name) => keysFor(name, letter)));
    const own = [`${letter.id}.sent`, `${letter.id}.answer-by`].filter((key) => names.delete(key)); // last, and in this order
    const title = part(letter.element, ".gw-mail__name").textContent;
    const heading = part(letter.paper, ".gw-mail__title").textContent;
    const text = () => `${[heading, ...paragraphs(letter.paper)].join("\n\n")}\n`;
    const said = make("span", { role: "status" });
    const copy = button(words.copy, async () => {
      try {
        await navigator.clipboard.writeText(text());
        said.textContent = words.copied;
      } catch {
        said.textContent = words.copy_failed;
      }
    });
    const caution = letter.element.querySelector(".gw-mail__caution");
    if (caution) copy.setAttribute("aria-describedby", caution.id);
    letter.form.append(make("p", { class: "gw-fill__title" }, words.fill), ...[...names, ...own].filter((key) => abouts[key]).map(input));
    letter.paper.before(letter.form);
    (caution || letter.paper).after(letter.said, make("p", { class: "gw-buttons" }, copy,
      button(words.text, () => save(`${title}.txt`, "text/plain;charset=utf-8", `\ufeff${text().replace(/\n/g, "\r\n")}`)),
      button(words.word, () => save(`${title}.docx`, DOCX, docx(heading, paragraphs(letter.paper)))), said),
      make("p", { class: "gw-mail__private" }, words.private));
  }

  /* All together */

  /** Letters once shared their day for an answer; one that is still to come is taken over by each. @type {(day: unknown) => void} */
  function takeOver(day) {
    if (typeof day !== "string" || !today || day < today) return;
    for (const { id, answer } of letters) if (answer && !values.has(`${id}.answer-by`)) values.set(`${id}.answer-by`, day);
  }

  /** What a decision filled in before it led here: days and sums, for no address may write words into a letter. */
  function fromAddress() {
    for (const [name, value] of new URLSearchParams(globalThis.guideway.fragment?.read() ?? "")) {
      const key = name.slice(6);
      const kind = name.startsWith("blank.") && Object.prototype.hasOwnProperty.call(blanks, key) ? blanks[key].kind : "";
      const fits = kind === "date" ? /^\d{4}-\d\d-\d\d$/ : kind === "amount" || kind === "number" ? /^\d{1,9}(\.\d{1,3})?$/ : null;
      if (kind && fits?.test(value) && !values.has(key)) values.set(key, spelled(kind, value));
    }
  }

  const kept = memory.read();
  if (kept && typeof kept === "object") {
    for (const key of Object.keys(abouts)) if (typeof kept[key] === "string") values.set(key, kept[key].slice(0, 2000));
    takeOver(kept["answer-by"]);
    remember.checked = true;
  }
  fromAddress();
  /** @type {HTMLElement | null} */
  let dates = null;
  /** @type {Mail[]} */
  const ready = [];

  function update() {
    drawBoxes();
    rows.forEach(drawRow);
    if (dates) drawDates(dates);
    ready.forEach(drawLetter);
  }

  function showDates() {
    rows.forEach((row) => { part(row.element, "dd").append(row.out, isTogether ? "" : row.line); ownField(row); });
    dates = datesForm();
    if (dates) root.append(dates);
    update();
  }

  /** @type {(letter: Mail) => void} */
  function showLetter(letter) {
    letterForm(letter);
    ready.push(letter);
    drawLetter(letter);
  }

  /* Forms are far down and take time to make: one after the other, when the browser has nothing else to do. Who came for a
     place in the page has them at once, or they would push it away. */
  const forms = [showDates, ...letters.map((letter) => () => showLetter(letter)), () => root.append(privacy())];
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  const soon = () => idle(makeNext, { timeout: 300 }); // in milliseconds: a browser may find itself busy for long

  function makeNext() {
    const show = forms.shift();
    if (forms.length) soon(); // also if this one fails
    show?.();
  }

  /* Answers may change many at once; one look at the result is enough. */
  let waiting = 0;
  document.addEventListener("guideway:answers", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(update);
  });
  document.addEventListener("guideway:figures", update);
  if (globalThis.guideway.fragment?.place()) forms.forEach((show) => show());
  else soon();
})();
