/* What the reader fills in: days, from which deadlines are counted, and words, of which letters grow.
   It stays in this page; only if the reader asks, it is kept on this device. */
(() => {
  "use strict";

  const { make, hold, fill, count, between, shifted, wordsOf, sum, save, ics, docx, DOCX, words, workdays, checked, readDay, judge, away, FIRST, LAST } = globalThis.guideway;
  const root = document.querySelector(".gw-blanks");
  if (!root || ![make, count, judge, save, words].every(Boolean)) return; // a script before this one was lost

  const blanks = JSON.parse(root.dataset.blanks);
  const KEY = `blanks.${root.dataset.guide}`;
  const values = new Map();
  const now = new Date();
  const clock = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const today = clock < checked ? "" : clock; // a clock that is behind what was checked knows no day
  const rows = [...document.querySelectorAll("[data-deadline]")].map((element) => ({
    element, rule: JSON.parse(element.dataset.deadline), out: make("div", { class: "gw-date", role: "status" }), line: make("ol", { class: "gw-days" }),
  }));
  const letters = [...document.querySelectorAll("[data-letter]")].map((element) => ({
    element, paper: element.querySelector(".gw-mail__paper"), form: make("div", { class: "gw-fill" }), said: make("p", { class: "gw-notice", role: "status" }),
    id: element.dataset.letter, answer: element.dataset.answer ? JSON.parse(element.dataset.answer) : null,
  }));
  const boxes = [];
  const days = words.days;
  const isTogether = "together" in root.dataset;

  const rowOf = (blank) => rows.find(({ element }) => `deadline.${element.id.slice(9)}` === blank);

  /** What can be filled in, by key: the blanks of the guide, and of each letter the day it is sent and its day for an answer. */
  const abouts = { ...blanks };
  for (const { id, answer } of letters) {
    abouts[`${id}.sent`] = { kind: "date", lies: "sending", label: days.sending, suggested: () => today };
    if (!answer) continue;
    const suggested = () => { const sent = dayOf(`${id}.sent`); return sent && away(answer.within, "after", sent, workdays); };
    abouts[`${id}.answer-by`] = { kind: "date", lies: "future", after: `${id}.sent`, label: answer.label, help: answer.help, suggested };
  }

  /** What stands in a blank: what the reader typed, else what the page suggests. */
  function standing(key) {
    return values.has(key) ? values.get(key) : abouts[key].suggested?.() || "";
  }

  const other = (key) => { const day = key && dayOf(key); return day ? { day, label: abouts[key].label } : null; };
  const finding = (key) => (abouts[key].kind === "date" ? judge(standing(key), abouts[key], today, other, workdays) : null);

  /** The day in a blank; empty if there is none, or none that can be: nothing counts from it, and no letter names it. */
  function dayOf(key) {
    const day = standing(key);
    return finding(key)?.refused ? "" : day;
  }

  const shown = (element) => !element.closest("[hidden]") && element.dataset.applies !== "no";
  const spelt = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return fill(words.date, { year, month, day: date });
  };
  const withWeekday = (day) => `${spelt(day)}\uff08${words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}\uff09`;

  /* What is kept on the device, if the reader asks. A browser may refuse. */
  const memory = {
    read() { try { return JSON.parse(guideway.kept.read(KEY)); } catch { return null; } },
    write: (data) => guideway.kept?.write(KEY, JSON.stringify(data)),
    forget: () => guideway.kept?.write(KEY, null),
  };
  const remember = make("input", { type: "checkbox" });

  /** What is wrong with what was typed, if it is dangerous: a whole card number. */
  function danger(value) {
    const digits = value.replace(/[\s-]/g, "");
    if (!/^[3-6]\d{15,18}$/.test(digits)) return "";
    const sum = [...digits].reverse().reduce((total, digit, place) => {
      const doubled = place % 2 ? digit * 2 : Number(digit);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
    return sum % 10 ? "" : words.card;
  }

  /** What is said at a field about the day in it. */
  function about({ code, far, label, day }, typed) {
    const given = { day: /^\d{4}-/.test(typed) && code !== "none" && code !== "year" ? spelt(typed) : "", label, other: day && spelt(day), far: far && spelt(far) };
    return fill(days[code], given);
  }

  /** Say what is wrong with what is in a box. Who is still typing a year hears of it when leaving. */
  function mark(field) {
    const { box, warning, key } = field;
    const half = box.validity.badInput && !box.value;
    const found = half ? { code: "none", refused: true } : finding(key);
    const waits = box === document.activeElement && !field.left && ["none", "year"].includes(found?.code);
    const text = found && !waits ? about(found, standing(key)) : danger(box.value);
    if (warning.textContent !== text) warning.textContent = text;
    box.setAttribute("aria-invalid", String(Boolean(text && (!found || found.refused))));
  }

  /* What a browser knows of its reader, and nobody else: WCAG 1.3.5. */
  const OWN = { "own-name": "name", "own-phone": "tel" };
  const FORMS = { "own-phone": "tel" };

  /** One field of a form: its name, a word of help, what is typed, and what is wrong with it. */
  function input(key) {
    const { label, help, kind, means } = abouts[key];
    const id = `fill-${boxes.length + 1}`;
    const box = kind === "text" ? make("textarea", { rows: 3 }) : make("input", { type: FORMS[means] || (kind === "date" ? "date" : "text"), autocomplete: OWN[means] || "off" });
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

  function counted(rule) {
    const day = blanks[rule.since] && dayOf(rule.since);
    return day ? count(rule, day, workdays) : null;
  }

  const button = (text, click) => make("button", { type: "button", click }, text);

  /* Deadlines */

  function estimate(found) {
    if (!found.estimated) return null;
    const year = Number(found.last.slice(0, 4));
    const told = year >= workdays.first && year <= workdays.last;
    return make("p", { class: "gw-date__estimate" }, fill(told ? words.estimated : words.untold, { year }));
  }

  function distance(last) {
    const days = between(today, last);
    if (days === 0) return words.today;
    return days > 0 ? fill(words.left, { days }) : fill(words.gone, { days: -days });
  }

  function advice(rule, found) {
    if (rule.direction === "before") return null;
    if (rule.acts === "them") return fill(words.press, { last: spelt(found.last), day: withWeekday(shifted(found.last, 1)) });
    return found.safe === found.last ? null : `${words.safe}\uff1a${withWeekday(found.safe)}`;
  }

  /** Who has to do what: the heading of a deadline. */
  function task(element) {
    const what = element.querySelector("dt").cloneNode(true);
    const who = what.querySelector(".gw-who");
    who.remove();
    return `${wordsOf(who)} \u00b7 ${wordsOf(what)}`;
  }

  /** What tells this case of the reader from their others, for ever: the numbers it bears, else the day that is counted from. */
  function caseOf({ since }) {
    const numbers = Object.keys(blanks).filter((key) => blanks[key].means === "case").map((key) => standing(key).normalize("NFKC").replace(/\s/g, ""));
    return numbers.some(Boolean) ? sum(numbers.join()) : dayOf(since);
  }

  /** An event for the calendar. Its name is that of the deadline in this case, so that a calendar replaces what it has of it. */
  function entry({ element, rule }, found) {
    const note = [root.dataset.title, wordsOf(element.querySelector("dd p")), advice(rule, found)].filter(Boolean).join("\n");
    const ahead = rule.acts === "you" ? Math.max(1, between(found.safe, found.last)) : 1;
    return { uid: `${element.id.slice(9)}.${caseOf(rule)}.${root.dataset.guide}@guideway`, what: task(element), note, last: found.last, ahead };
  }

  const calendar = (name, entries) => save(`${name}.ics`, "text/calendar;charset=utf-8", ics(entries));

  /** The day that is counted from, today and the last day, in their order: a picture, if there is a day. */
  function timeLine({ since, direction }, found) {
    const points = found ? [[dayOf(since), blanks[since].label], [today, words.now], [found.last, direction === "before" ? words.reached : words.last]] : [];
    return points.filter(([day]) => day).sort(([one], [other]) => (one < other ? -1 : Number(one > other)))
      .map(([day, label]) => make("li", { "data-gone": day <= today }, make("strong", {}, label), ` ${spelt(day)}`));
  }

  function drawRow(row) {
    const found = counted(row.rule);
    hold(row.line, ...timeLine(row.rule, found));
    const gone = Boolean(found && today) && row.rule.direction === "after" && found.last < today;
    row.element.classList.toggle("gw-deadline--gone", gone);
    if (!found) return hold(row.out);
    const label = row.rule.direction === "before" ? words.reached : words.last;
    const more = advice(row.rule, found);
    return hold(
      row.out,
      make("p", { class: "gw-date__last" }, `${label} `, make("strong", {}, withWeekday(found.last)), row.rule.direction === "after" && today ? `\uff0c${distance(found.last)}\u3002` : ""),
      more ? make("p", {}, `${more}\u3002`) : "", estimate(found) || "",
      make("p", { class: "gw-buttons" }, button(words.calendar, () => calendar(task(row.element), [entry(row, found)]))));
  }

  /** Where days stand together, as on a sheet, each is asked for once; elsewhere beside what counts from it. */
  function datesForm() {
    const names = [...new Set(rows.map(({ rule }) => rule.since))].filter((name) => name && blanks[name]);
    if (!names.length) return null;
    const all = button(words.calendar_all, () => {
      const events = rows.filter((row) => shown(row.element)).map((row) => [row, counted(row.rule)]).filter(([, found]) => found);
      calendar(root.dataset.title, events.map(([row, found]) => entry(row, found)));
    });
    all.dataset.all = "";
    const save = make("p", { class: "gw-buttons" }, all);
    return isTogether ? make("div", { class: "gw-fill" }, make("p", { class: "gw-fill__title" }, words.dates), ...names.map(input), save) : save;
  }

  function ownField({ element, rule, out }) {
    if (!isTogether && blanks[rule.since]) out.before(make("div", { class: "gw-fill gw-fill--day" }, input(rule.since)));
  }

  function drawDates(form) {
    for (const field of form.querySelectorAll("[data-field]")) {
      field.hidden = !rows.some(({ element, rule }) => rule.since === field.dataset.field && shown(element));
    }
    form.querySelector("[data-all]").hidden = !rows.some((row) => shown(row.element) && counted(row.rule));
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

  /** Under which key the blank of a letter is filled in; nothing for the last day of a deadline. */
  function keyOf(name, letter) {
    if (name.startsWith("deadline.")) return null;
    return name.startsWith("blank.") ? name.slice(6) : `${letter.id}.${name}`;
  }

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

  /** The parts that are in the letter: not what does not apply, nor what waits for an answer. */
  function included(element) {
    const outside = element.closest('[hidden], [data-applies="no"], [data-applies="unknown"], .gw-when');
    return !outside || !outside.closest(".gw-mail__paper");
  }

  function paragraphs(paper) {
    const found = [...paper.querySelectorAll("p:not(.gw-mail__title)")].filter(included);
    return found.map((element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll("br").forEach((line) => line.replaceWith("\n"));
      return copy.textContent.split("\n").map((line) => line.trim()).join("\n");
    });
  }

  function drawLetter(letter) {
    const spots = [...letter.paper.querySelectorAll(".gw-blank")];
    for (const spot of spots) {
      spot.dataset.empty = spot.dataset.empty ?? spot.textContent;
      const value = valueOf(spot.dataset.blank, letter);
      spot.textContent = value || spot.dataset.empty;
      spot.classList.toggle("gw-blank--filled", Boolean(value));
    }
    const used = new Set(spots.filter(included).map((spot) => spot.dataset.blank));
    const needed = new Set([...used].map((name) => keyOf(name, letter) || rowOf(name)?.rule.since));
    if (today && !used.has("answer-by")) needed.delete(`${letter.id}.sent`);
    for (const field of letter.form.querySelectorAll("[data-field]")) field.hidden = !needed.has(field.dataset.field);
    const waiting = [...letter.paper.querySelectorAll('[data-applies="unknown"]')].some((part) => !part.closest("[hidden]"));
    const empty = spots.filter((spot) => included(spot) && !valueOf(spot.dataset.blank, letter)).length;
    const wrong = [...needed].filter((key) => key && finding(key)?.refused).map((key) => abouts[key].label);
    const parts = [waiting ? words.unanswered : "", wrong.length ? fill(days.mend, { labels: wrong.join("\u3001") }) : "", empty ? fill(words.unfilled, { number: empty }) : ""];
    const text = parts.filter(Boolean).join(" ");
    if (letter.said.textContent !== text) letter.said.textContent = text;
  }

  function letterForm(letter) {
    const spots = [...letter.paper.querySelectorAll(".gw-blank")].map((spot) => spot.dataset.blank);
    const names = new Set(spots.map((name) => keyOf(name, letter) || rowOf(name)?.rule.since));
    const own = [`${letter.id}.sent`, `${letter.id}.answer-by`].filter((key) => names.delete(key)); // last, and in this order
    const title = letter.element.querySelector(".gw-mail__name").textContent;
    const heading = letter.paper.querySelector(".gw-mail__title").textContent;
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

  /** Letters once shared their day for an answer; one that is still to come is taken over by each. */
  function takeOver(day) {
    if (typeof day !== "string" || !today || day < today) return;
    for (const { id, answer } of letters) if (answer && !values.has(`${id}.answer-by`)) values.set(`${id}.answer-by`, day);
  }

  const kept = memory.read();
  if (kept && typeof kept === "object") {
    for (const key of Object.keys(abouts)) if (typeof kept[key] === "string") values.set(key, kept[key].slice(0, 2000));
    takeOver(kept["answer-by"]);
    remember.checked = true;
  }
  let dates = null;
  const ready = [];

  function update() {
    drawBoxes();
    rows.forEach(drawRow);
    if (dates) drawDates(dates);
    ready.forEach(drawLetter);
  }

  function showDates() {
    rows.forEach((row) => { row.element.querySelector("dd").append(row.out, isTogether ? "" : row.line); ownField(row); });
    dates = datesForm();
    if (dates) root.append(dates);
    update();
  }

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
    show();
  }

  /* Answers may change many at once; one look at the result is enough. */
  let waiting = 0;
  document.addEventListener("guideway:answers", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(update);
  });
  if (globalThis.guideway.fragment?.place()) forms.forEach((show) => show());
  else soon();
})();
