/* What the reader fills in: days, from which deadlines are counted, and words, of which letters grow.
   It stays in this page; only if the reader asks, it is kept on this device. */
(() => {
  "use strict";

  const { make, fill, count, between, shifted, save, ics, docx, DOCX, words, workdays } = globalThis.guideway;
  const root = document.querySelector(".gw-blanks");
  if (!root) return;

  const blanks = JSON.parse(root.dataset.blanks);
  const KEY = `guideway.blanks.${root.dataset.guide}`;
  const values = new Map();
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  const rows = [...document.querySelectorAll("[data-deadline]")].map((element) => ({
    element, rule: JSON.parse(element.dataset.deadline), out: make("div", { class: "gw-date", role: "status" }), file: element.querySelector(".gw-deadline__file"),
  }));
  const letters = [...document.querySelectorAll("[data-letter]")].map((element) => ({
    element, paper: element.querySelector(".gw-mail__paper"), form: make("div", { class: "gw-fill" }), said: make("p", { class: "gw-notice", role: "status" }),
  }));

  const rowOf = (blank) => rows.find(({ element }) => `deadline.${element.id.slice(9)}` === blank);
  /** A day there is: what was kept on the device may have been changed there. */
  function isDay(value) {
    const day = /^(19|20)\d\d-\d\d-\d\d$/.test(value || "") ? new Date(`${value}T00:00:00Z`) : new Date(NaN);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
  }
  const shown = (element) => !element.closest("[hidden]") && element.dataset.applies !== "no";
  const spelt = (day) => {
    const [year, month, date] = day.split("-").map(Number);
    return fill(words.date, { year, month, day: date });
  };
  const withWeekday = (day) => `${spelt(day)}\uff08${words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}\uff09`;

  /* What is kept on the device, if the reader asks. A browser may refuse. */
  const memory = {
    read() { try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; } },
    write(data) { try { localStorage.setItem(KEY, JSON.stringify(data)); } catch { /* then it is not kept */ } },
    forget() { try { localStorage.removeItem(KEY); } catch { /* nothing was kept */ } },
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

  function input(name) {
    const { label, help, kind } = blanks[name];
    const type = { date: "date", amount: "text", number: "text", line: "text" }[kind];
    const box = kind === "text" ? make("textarea", { rows: 3 }) : make("input", { type, autocomplete: "off" });
    if (kind === "amount" || kind === "number") box.inputMode = kind === "amount" ? "decimal" : "numeric";
    if (kind === "date") Object.assign(box, { min: "1990-01-01", max: "2099-12-31" });
    box.dataset.fills = name;
    box.value = values.get(name) || "";
    const warning = make("small", { class: "gw-fill__warning", role: "alert" });
    box.addEventListener("input", () => {
      values.set(name, box.value);
      warning.textContent = danger(box.value);
      for (const other of document.querySelectorAll(`[data-fills="${name}"]`)) if (other !== box) other.value = box.value;
      keep();
      update();
    });
    return make("label", { class: "gw-fill__field", "data-field": name }, make("span", {}, label), help ? make("small", {}, help) : null, box, warning);
  }

  const keep = () => { if (remember.checked) memory.write(Object.fromEntries(values)); };

  const counted = (rule) => (isDay(values.get(rule.since)) ? count(rule, values.get(rule.since), workdays) : null);

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
    return `${who.textContent} \u00b7 ${what.textContent}`;
  }

  /** An event for the calendar; its uid is that of the file without a date, see `uid_of`. */
  function entry({ element, rule }, found) {
    const note = [root.dataset.title, element.querySelector("dd p").textContent.trim(), advice(rule, found)].filter(Boolean).join("\n");
    const ahead = rule.acts === "you" ? Math.max(1, between(found.safe, found.last)) : 1;
    return { uid: `${element.id.slice(9)}.${root.dataset.guide}@guideway`, what: task(element), note, last: found.last, ahead };
  }

  const calendar = (name, entries) => save(`${name}.ics`, "text/calendar;charset=utf-8", ics(entries));

  function drawRow(row) {
    const found = counted(row.rule);
    const gone = Boolean(found) && row.rule.direction === "after" && found.last < today;
    row.element.classList.toggle("gw-deadline--gone", gone);
    if (row.file) row.file.hidden = Boolean(found);
    if (!found) return row.out.replaceChildren();
    const label = row.rule.direction === "before" ? words.reached : words.last;
    const more = advice(row.rule, found);
    return row.out.replaceChildren(
      make("p", { class: "gw-date__last" }, `${label} `, make("strong", {}, withWeekday(found.last)), row.rule.direction === "after" ? `\uff0c${distance(found.last)}\u3002` : ""),
      more ? make("p", {}, `${more}\u3002`) : "", estimate(found) || "",
      make("p", { class: "gw-buttons" }, button(words.calendar, () => calendar(task(row.element), [entry(row, found)]))));
  }

  function datesForm() {
    const names = [...new Set(rows.map(({ rule }) => rule.since))].filter((name) => name && blanks[name]);
    if (!names.length) return null;
    const all = button(words.calendar_all, () => {
      const events = rows.filter((row) => shown(row.element)).map((row) => [row, counted(row.rule)]).filter(([, found]) => found);
      calendar(root.dataset.title, events.map(([row, found]) => entry(row, found)));
    });
    all.dataset.all = "";
    return make("div", { class: "gw-fill" }, make("p", { class: "gw-fill__title" }, words.dates), ...names.map(input), make("p", { class: "gw-buttons" }, all));
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
      for (const box of document.querySelectorAll("[data-fills]")) box.value = "";
      said.textContent = words.forgotten;
      update();
    });
    return make("div", { class: "gw-private" }, make("p", {}, words.private), make("label", {}, remember, ` ${words.remember}`), " ", forget, " ", said);
  }

  /* Letters */

  function valueOf(name) {
    if (name === "today") return spelt(today);
    const [kind, id] = name.split(".");
    if (kind === "deadline") {
      const row = rowOf(name);
      const found = row && counted(row.rule);
      return found ? spelt(found.last) : "";
    }
    const value = values.get(id) || "";
    return blanks[id].kind === "date" && isDay(value) ? spelt(value) : value.trim();
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
      spot.dataset.empty ??= spot.textContent;
      const value = valueOf(spot.dataset.blank);
      spot.textContent = value || spot.dataset.empty;
      spot.classList.toggle("gw-blank--filled", Boolean(value));
    }
    const needed = new Set(spots.filter(included).map((spot) => spot.dataset.blank));
    for (const row of [...needed].map(rowOf).filter(Boolean)) needed.add(`blank.${row.rule.since}`);
    for (const field of letter.form.querySelectorAll("[data-field]")) field.hidden = !needed.has(`blank.${field.dataset.field}`);
    const waiting = [...letter.paper.querySelectorAll('[data-applies="unknown"]')].some((part) => !part.closest("[hidden]"));
    const empty = spots.filter((spot) => included(spot) && !valueOf(spot.dataset.blank)).length;
    letter.said.replaceChildren([waiting ? words.unanswered : "", empty ? fill(words.unfilled, { number: empty }) : ""].filter(Boolean).join(" "));
  }

  function letterForm(letter) {
    const spots = [...letter.paper.querySelectorAll(".gw-blank")].map((spot) => spot.dataset.blank);
    const since = spots.map((name) => rowOf(name)?.rule.since);
    const names = [...new Set([...spots.filter((name) => name.startsWith("blank.")).map((name) => name.slice(6)), ...since])].filter((name) => blanks[name]);
    const title = letter.element.querySelector("h3").textContent;
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
    letter.form.append(make("p", { class: "gw-fill__title" }, words.fill), ...names.map(input));
    letter.paper.before(letter.form);
    letter.paper.after(letter.said, make("p", { class: "gw-buttons" }, copy,
      button(words.text, () => save(`${title}.txt`, "text/plain;charset=utf-8", `\ufeff${text().replaceAll("\n", "\r\n")}`)),
      button(words.word, () => save(`${title}.docx`, DOCX, docx(heading, paragraphs(letter.paper)))), said));
  }

  /* All together */

  const kept = memory.read();
  if (kept && typeof kept === "object") {
    for (const name of Object.keys(blanks)) if (typeof kept[name] === "string") values.set(name, kept[name].slice(0, 2000));
    remember.checked = true;
  }
  let dates = null;
  const ready = [];

  function update() {
    rows.forEach(drawRow);
    if (dates) drawDates(dates);
    ready.forEach(drawLetter);
  }

  function showDates() {
    rows.forEach(({ element, out }) => element.querySelector("dd").append(out));
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
    forms.shift()();
    if (forms.length) soon();
  }

  /* Answers may change many at once; one look at the result is enough. */
  let waiting = 0;
  document.addEventListener("guideway:answers", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(update);
  });
  if (globalThis.guideway.fragment.place()) forms.forEach((show) => show());
  else soon();
})();
