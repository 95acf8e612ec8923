/* Finds pages and places in them, in the shards that guideway/search/ writes. Nothing is loaded before the first search.
   guideway.openSearch("../search/").search("…") → Promise of {results, weak, total}. */
(() => {
  "use strict";

  const HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}";
  const LETTERS = "0-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u0373\u0386-\u0481\u048a-\u052f" +
    "\u05d0-\u05ea\u0620-\u064a\u0660-\u0669\u0e01-\u0e30\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3";
  const RUN = new RegExp(`[${HAN}]+|[${LETTERS}]+`, "gu");
  const IS_HAN = new RegExp(`^[${HAN}]`, "u");
  const SIGNED = new RegExp(`([${HAN}])([\\x20-\\x7e]*)`, "gu");
  const LONGEST = 40;
  const FIELDS = "takgspqoucwb";
  const ALPHABET = [...Array(94).keys()].map((n) => String.fromCharCode(n + 33)).filter((sign) => !`"\\<${FIELDS}`.includes(sign)).join("");
  const LEADING = 20;
  const ENDING = ALPHABET.length - LEADING;

  const W = Object.assign({
    t: 4, a: 3.2, k: 1.6, g: 2.5, s: 1.8, p: 1.6, q: 1.6, o: 1.2, u: 1.4, c: 1.6, w: 1.6, b: 1,
    filler: 0.12, straddle: 0.35, prefix: 0.7, cover: 1.5, near: 0.6, fit: 1.2, phrase: 0.5, exact: 1,
    sound1: 0.6, sound2: 0.4, initials: 0.6, weak: 0.5, kinCover: 0.9, unknown: 0.6, long: 1.6, fitPower: 1, rare: 1, later: 0.8, kinName: 0.8, nothing: 0.2,
  }, globalThis.guidewayWeights);
  const NAMED = "takgw";

  /* The rules of guideway/search/terms.py. */

  const fold = (text, simple) => [...text.normalize("NFKC").toLowerCase().normalize("NFKC")].map((sign) => simple.get(sign) ?? sign).join("");

  /** The terms of a folded text, in order, each with where it starts and ends, in characters. */
  function terms(folded) {
    const found = [];
    let at = 0, units = 0;
    const count = (upto) => { at += [...folded.slice(units, upto)].length; units = upto; return at; };
    for (const run of folded.matchAll(RUN)) {
      const start = count(run.index);
      const signs = [...run[0]];
      if (!IS_HAN.test(run[0])) found.push({ term: signs.slice(0, LONGEST).join(""), from: start, to: start + signs.length });
      else signs.forEach((sign, n) => found.push({ term: sign + (signs[n + 1] ?? ""), from: start + n, to: start + n + (n + 1 < signs.length ? 2 : 1), last: n + 1 === signs.length, only: signs.length === 1 }));
    }
    return found;
  }

  function numbers(text) {
    const found = [];
    let high = 0;
    for (const sign of text) {
      const digit = ALPHABET.indexOf(sign);
      if (digit < ENDING) { found.push(high * ENDING + digit); high = 0; }
      else high = high * LEADING + digit - ENDING + 1;
    }
    return found;
  }

  function rising(text) {
    let sum = 0;
    return numbers(text).map((gap) => (sum += gap));
  }

  /* Shards: scripts that hand over their content by calling one function. */

  const arrived = {};
  globalThis.guidewayShard = (name, content) => arrived[name]?.(content);

  function loader(root) {
    const loading = {};
    return (name) => (loading[name] ??= new Promise((done, failed) => {
      arrived[name] = done;
      const script = document.createElement("script");
      script.src = `${root}${name}.js`;
      script.onload = () => script.remove();
      script.onerror = () => { delete loading[name]; script.remove(); failed(new Error(`cannot load ${script.src}`)); };
      document.head.append(script);
    }));
  }

  /** The last of some rising values that is not above a value: its number. */
  function lastUpTo(values, value) {
    let low = 0, high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle + 1; else high = middle;
    }
    return low - 1;
  }

  const readers = {
    t(text) {
      const found = new Map();
      for (const line of text.split("\n").slice(1)) {
        if (!IS_HAN.test(line)) { const space = line.indexOf(" "); found.set(line.slice(0, space), line.slice(space + 1)); continue; }
        const [first, alone] = line.match(SIGNED)[0].match(/^(.)(.*)$/u).slice(1);
        if (alone) found.set(first, alone);
        for (const [, second, value] of line.slice(first.length + alone.length).matchAll(SIGNED)) found.set(first + second, value);
      }
      return found;
    },
    c: (text) => new Map([...text.replace(/=(.)/gu, "=$1 ").matchAll(/([^\x00-\x7f])(=.|[a-z,]+)/gu)].map(([, sign, value]) => [sign, value])),
    s: (text) => new Map(text.split("\n").slice(1).map((line) => [line.slice(0, 2), [...line.slice(2).matchAll(/([^\x00-\x7f]{2})([a-z]*),([a-z]*)(\d)/gu)].map(([, pair, a, b, strength]) => ({ pair, first: line[0] + a, second: line[1] + b, strength: +strength }))])),
  };

  async function openIndex(root) {
    const load = loader(root);
    const manifest = await load("index");
    const lengths = numbers(manifest.passages);
    const docOf = new Int32Array(lengths.reduce((sum, many) => sum + many, 0));
    const starts = [];
    let next = 0;
    lengths.forEach((many, doc) => { starts.push(next); docOf.fill(doc, next, next += many); });
    const firsts = { d: rising(manifest.d[0]) };
    for (const letter of "tsc") firsts[letter] = manifest[letter][0] ? manifest[letter][0].split(" ") : [];
    const read = {};
    const shard = async (letter, number) => {
      const name = `${manifest[letter][1 + (number >> 5)]}/${number & 31}`;
      return (read[name] ??= (readers[letter] ?? ((text) => text.split("\n")))(await load(name)));
    };
    /** What is written for a key: undefined where there is nothing. */
    async function get(letter, key) {
      const number = lastUpTo(firsts[letter], key);
      return number < 0 ? undefined : (await shard(letter, number)).get(key);
    }
    /** Everything written for keys that start so. */
    async function starting(prefix) {
      const [low, high] = [Math.max(0, lastUpTo(firsts.t, prefix)), lastUpTo(firsts.t, prefix + "\uffff")];
      const some = await Promise.all([...Array(Math.min(8, high - low + 1)).keys()].map((n) => shard("t", low + n)));
      return some.flatMap((one) => [...one]).filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
    }
    /** The line of a passage, and the lines before it in the same shard. */
    async function lines(passage) {
      const number = lastUpTo(firsts.d, passage);
      return { first: firsts.d[number], lines: await shard("d", number) };
    }
    return { many: lengths.length, docOf, starts, get, starting, lines, fillers: manifest.fillers.split(" ").filter(Boolean) };
  }

  /* From what was typed to units: a part of the query, and what is in the index for it. */

  const FIELD = new RegExp(`([${FIELDS}]?)([^${FIELDS}]*)`, "g");

  /** The passages that are written for a term, by the letters of their fields. */
  function decoded(value) {
    const found = {};
    for (const [all, letter, passages] of value.matchAll(FIELD)) if (all) found[letter || "b"] = rising(passages);
    return found;
  }

  /** Only what is in every one of some lists of passages, field by field. */
  function together(lists) {
    const [first, ...others] = lists;
    const found = {};
    for (const letter in first) {
      const sets = others.map((one) => new Set(one[letter]));
      const both = first[letter].filter((passage) => sets.every((set) => set.has(passage)));
      if (both.length) found[letter] = both;
    }
    return found;
  }

  const isNamed = (lists) => [...NAMED].some((letter) => letter in lists);

  async function listsOf(index, word) {
    const wanted = terms(word).filter((one) => !one.last || one.only).map((one) => one.term);
    const values = await Promise.all(wanted.map((term) => index.get("t", term)));
    return values.length && values.every(Boolean) ? together(values.map(decoded)) : {};
  }

  const add = (unit, lists, factor) => { if (Object.keys(lists).length) unit.options.push({ lists, factor }); };

  async function literal(index, unit) {
    const { term, only } = unit;
    const isWord = !IS_HAN.test(term);
    const value = await index.get("t", term);
    if (value) add(unit, decoded(value), 1);
    unit.isExact = !!value;
    if (only || (isWord && term.length > 1)) for (const more of await index.starting(term)) add(unit, decoded(more), only ? 1 : W.prefix);
  }

  /** The simple forms of characters, as far as the index needs them; and their sounds. */
  async function signsOf(index, signs) {
    const unique = [...new Set(signs)];
    const values = await Promise.all(unique.map((sign) => index.get("c", sign)));
    return new Map(unique.map((sign, n) => [sign, values[n]]).filter(([, value]) => value));
  }

  const sounding = (syllable) => syllable.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1");
  const alike = (typed, syllable, isWhole) => isWhole ? sounding(typed) === sounding(syllable) : syllable.startsWith(typed);

  /** The pairs of characters that sound like two syllables, or parts of some. */
  async function pairsOf(index, first, second) {
    const some = await index.get("s", first.text[0] + second.text[0]) ?? [];
    return some.filter((one) => alike(first.text, one.first, first.isWhole) && alike(second.text, one.second, second.isWhole));
  }

  const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i?ang|i?ong|uang|eng|ing|uai|iao|ian|uan|üan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)/;

  /** All ways, up to a few, in which letters can be syllables and initials. */
  function spellings(letters) {
    let ways = [{ rest: letters, parts: [], cost: 0 }];
    const done = [];
    while (ways.length && done.length < 6) {
      const next = [];
      for (const way of ways) {
        if (!way.rest) { done.push(way); continue; }
        const whole = way.rest.match(SYLLABLE)?.[0];
        const take = (text, isWhole, cost) => next.push({ rest: way.rest.slice(text.length), parts: [...way.parts, { text, isWhole }], cost: way.cost + cost });
        if (whole) {
          take(whole, true, 1);
          if (whole.length > 1 && /[aeiouvng]$/.test(whole)) { const less = whole.slice(0, -1).match(SYLLABLE)?.[0]; if (less && less.length === whole.length - 1) take(less, true, 1.2); }
        }
        const initial = way.rest.match(/^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/)?.[0];
        if (initial && initial !== whole) take(initial, false, 1.6);
      }
      ways = next.sort((a, b) => a.cost - b.cost).slice(0, 12);
    }
    return done.sort((a, b) => a.cost - b.cost);
  }

  /** Words of the site that a row of syllables can stand for: pairs, chained. */
  async function chained(index, parts) {
    const pairs = await Promise.all(parts.slice(1).map((part, n) => pairsOf(index, parts[n], part)));
    const words = [];
    for (let at = 0; at < pairs.length;) {
      let held = pairs[at].map((one) => ({ word: one.pair, strength: one.strength }));
      let end = at + 1;
      for (; held.length && end < pairs.length; end += 1) {
        const longer = held.flatMap(({ word, strength }) => pairs[end].filter((one) => word.endsWith(one.pair[0])).map((one) => ({ word: word + one.pair[1], strength: Math.min(strength, one.strength) })));
        if (!longer.length) break;
        held = longer.sort((a, b) => b.strength - a.strength).slice(0, 24);
      }
      if (held.length) { words.push({ from: at, to: end + 1, held: held.slice(0, 24) }); at = end + 1; } else at += 1;
    }
    return words;
  }

  async function spoken(index, unit) {
    let best;
    for (const way of spellings(unit.term)) {
      if (way.parts.length < 2) continue;
      const words = await chained(index, way.parts);
      const heard = words.reduce((sum, one) => sum + one.to - one.from, 0) / way.parts.length;
      if (!best || heard > best.heard) best = { heard, words, way };
      if (heard === 1) break;
    }
    if (!best || best.heard < 0.75) return [unit];
    const isFull = best.way.parts.every((part) => part.isWhole);
    return Promise.all(best.words.map(async ({ from, to, held }) => {
      const size = (unit.to - unit.from) / best.way.parts.length;
      const one = { ...unit, from: unit.from + Math.round(from * size), to: unit.from + Math.round(to * size), options: [], words: held.map(({ word }) => word) };
      await Promise.all(held.map(async ({ word, strength }) => add(one, await listsOf(index, word), isFull ? 1 : W.initials + (1 - W.initials) * strength / 9)));
      return one;
    }));
  }

  async function misspelt(index, unit, signs) {
    const sounds = [...unit.term].map((sign) => (signs.get(sign) ?? "").split(",").filter((sound) => /^[a-z]/.test(sound)));
    const seen = new Set([unit.term]);
    for (const first of sounds[0]) for (const second of sounds[1] ?? []) {
      for (const { pair } of await pairsOf(index, { text: first, isWhole: true }, { text: second, isWhole: true })) {
        if (seen.has(pair)) continue;
        seen.add(pair);
        const same = [...pair].filter((sign, n) => sign === [...unit.term][n]).length;
        add(unit, await listsOf(index, pair), same ? W.sound1 : W.sound2);
        (unit.words ??= []).push(pair);
      }
    }
  }

  const unitsOf = (folded) => terms(folded).filter((one) => !one.last || one.only).slice(0, 64).map((one) => ({ ...one, options: [] }));

  async function analysed(index, query) {
    let simple = new Map();
    let folded, units, signs;
    for (let round = 0; ; round += 1) {
      folded = [...fold(query.slice(0, 600), simple)].slice(0, 120).join("");
      units = unitsOf(folded);
      await Promise.all(units.map((unit) => literal(index, unit)));
      const fill = fillersIn(index, folded);
      const unsure = units.filter((unit) => IS_HAN.test(unit.term) && !unit.options.some((one) => isNamed(one.lists)) && !(fill[unit.from] || fill[unit.to - 1]));
      const missing = unsure.filter((unit) => round || !unit.options.length || unsure.length < 5);
      signs = await signsOf(index, missing.flatMap((unit) => [...unit.term]));
      const old = [...signs].filter(([, value]) => value[0] === "=");
      if (round || !old.length) {
        const sure = new Set(units.filter((unit) => !unsure.includes(unit)).flatMap((unit) => [...Array(unit.to - unit.from).keys()].map((n) => n + unit.from)));
        const doubtful = unsure.filter((unit) => unit.term.length > 1 && !(sure.has(unit.from) && sure.has(unit.to - 1)));
        if (doubtful.length < 7) await Promise.all(doubtful.map((unit) => misspelt(index, unit, signs)));
        break;
      }
      simple = new Map(old.map(([sign, value]) => [sign, value[1]]));
    }
    const all = await Promise.all(units.map((unit) => !unit.isExact && /^[a-z]{2,40}$/.test(unit.term) ? spoken(index, unit) : [unit]));
    return { folded, units: all.flat(), fill: fillersIn(index, folded) };
  }

  /** Which characters belong to words that say nothing about the subject. */
  function fillersIn(index, folded) {
    const marks = [...folded].map(() => false);
    if (index.filler) for (const found of folded.matchAll(index.filler)) {
      const from = [...folded.slice(0, found.index)].length;
      marks.fill(true, from, from + [...found[0]].length);
    }
    return marks;
  }

  /* From units to pages. */

  function weigh(index, { folded, units, fill }) {
    const signs = [...folded];
    for (const unit of units) {
      unit.hits = new Map();
      for (const { lists, factor } of unit.options) for (const letter in lists) for (const passage of lists[letter]) {
        const doc = index.docOf[passage];
        const strength = factor * W[letter];
        const before = unit.hits.get(doc);
        const name = letter === "t" || letter === "a" ? factor : letter === "k" ? factor * W.kinName : 0;
        if (!before) unit.hits.set(doc, { strength, name, factor: factor * (letter === "k" ? W.kinCover : 1) });
        else { if (before.strength < strength) { before.strength = strength; before.factor = factor * (letter === "k" ? W.kinCover : 1); } before.name = Math.max(name, before.name); }
      }
      unit.idf = Math.log(1 + (index.many - unit.hits.size + 0.5) / (unit.hits.size + 0.5)) ** W.rare;
    }
    const unknown = Math.log(1 + index.many) ** W.rare * W.unknown;
    let clause = 1;
    const weights = signs.map((sign, at) => {
      if (/[,.:;?!\u3002]/.test(sign) && at) clause = W.later;
      const over = units.filter((unit) => unit.from <= at && at < unit.to);
      if (!over.length) return 0;
      const known = over.filter((unit) => unit.hits.size);
      const idf = known.length ? Math.min(...known.map((unit) => unit.idf)) : unknown;
      return idf * clause * (fill[at] ? W.filler : 1);
    });
    for (const unit of units) {
      const own = weights.slice(unit.from, unit.to);
      unit.weight = Math.min(unit.idf, own.reduce((sum, one) => sum + one, 0) / own.length) * (unit.to - unit.from > 2 ? W.long : 1);
    }
    return weights;
  }

  function ranked(index, { units }, weights) {
    const sums = new Float64Array(index.many);
    for (const unit of units) for (const [doc, hit] of unit.hits) sums[doc] += unit.weight * hit.strength;
    const best = [...sums.keys()].filter((doc) => sums[doc] > 0).sort((a, b) => sums[b] - sums[a] || a - b);
    const total = best.length;
    const top = new Set(best.slice(0, 60));
    const near = new Map();
    for (const unit of units) {
      const seen = new Set();
      for (const { lists, factor } of unit.options) for (const letter in lists) for (const passage of lists[letter]) {
        if (!top.has(index.docOf[passage]) || seen.has(passage)) continue;
        seen.add(passage);
        near.set(passage, (near.get(passage) ?? 0) + unit.weight * factor);
      }
    }
    const closest = new Map();
    for (const [passage, sum] of near) {
      const doc = index.docOf[passage];
      (closest.get(doc) ?? closest.set(doc, []).get(doc)).push({ passage, sum });
    }
    const all = units.reduce((sum, unit) => sum + unit.weight, 0) || 1;
    const full = weights.reduce((sum, one) => sum + one, 0) || 1;
    const found = [...top].map((doc) => {
      const cover = new Float64Array(weights.length);
      for (const unit of units) {
        const hit = unit.hits.get(doc);
        if (hit) for (let at = unit.from; at < unit.to; at += 1) cover[at] = Math.max(cover[at], hit.factor);
      }
      const covered = weights.reduce((sum, one, at) => sum + one * cover[at], 0) / full;
      const passages = closest.get(doc).sort((a, b) => b.sum - a.sum || a.passage - b.passage);
      const score = sums[doc] * covered ** W.cover * (1 + W.near * passages[0].sum / all);
      return { doc, covered, passages, score };
    });
    return { total, found: found.sort((a, b) => b.score - a.score || a.doc - b.doc) };
  }

  const fieldsOf = (line) => { const [text, address, day] = line.split("\t"); return { letter: text[0], text: text.slice(1), address, day: +day || 0 }; };

  /** How well a name and the query cover each other, from 0 to 1. */
  function fit(index, query, weights, name, doc) {
    const folded = fold(name, new Map());
    const fill = fillersIn(index, folded);
    const own = terms(folded);
    const asked = new Set(query.units.flatMap((unit) => [unit.term, ...(unit.words ?? []).flatMap((word) => terms(word).filter((one) => !one.last).map((one) => one.term))]));
    const mine = fill.map(() => 0);
    const signs = fill.map(() => 0);
    for (const one of own) for (let at = one.from; at < one.to; at += 1) {
      signs[at] = fill[at] ? W.filler : 1;
      if (asked.has(one.term)) mine[at] = signs[at];
    }
    const share = mine.reduce((a, b) => a + b, 0) / (signs.reduce((a, b) => a + b, 0) || 1);
    const cover = weights.map(() => 0);
    for (const unit of query.units) { const name = unit.hits.get(doc)?.name ?? 0; for (let at = unit.from; at < unit.to; at += 1) cover[at] = Math.max(cover[at], name * weights[at]); }
    const covered = cover.reduce((a, b) => a + b, 0) / (weights.reduce((a, b) => a + b, 0) || 1);
    return { share, covered, both: share + covered ? 2 * share * covered / (share + covered) : 0 };
  }

  async function judged(index, query, weights, one) {
    const start = index.starts[one.doc];
    const { first, lines } = await index.lines(start);
    const head = fieldsOf(lines[start - first]);
    let best = fit(index, query, weights, head.text, one.doc);
    const parts = head.text.split(/[:\uff1a?\uff1f]/).filter((part) => part.trim());
    if (parts.length > 1) { const other = fit(index, query, weights, parts[0], one.doc); if (other.both > best.both) best = other; }
    for (let n = start - first + 1; n < lines.length && /^[sgka]/.test(lines[n]); n += 1) if (lines[n][0] === "a") {
      const other = fit(index, query, weights, lines[n].slice(1), one.doc);
      if (other.both > best.both) best = other;
    }
    const isSame = head.text && fold(head.text, new Map()).replace(/\s/g, "").includes(query.folded.replace(/\s/g, ""));
    return { ...one, ...head, title: head.text, score: one.score * (1 + W.fit * best.both ** W.fitPower + (isSame ? W.exact : 0)), fit: best };
  }

  function openSearch(root) {
    let opened;
    const search = async (text, limit = 10) => {
      const index = await (opened ??= openIndex(root));
      index.filler ??= index.fillers.length ? new RegExp([...index.fillers].sort((a, b) => b.length - a.length).join("|"), "gu") : null;
      const query = await analysed(index, text);
      const weights = weigh(index, query);
      const { total, found } = ranked(index, query, weights);
      const judge = await Promise.all(found.slice(0, 14).map((one) => judged(index, query, weights, one)));
      judge.sort((a, b) => b.score - a.score || b.day - a.day || a.doc - b.doc);
      const fits = judge.filter((one) => one.covered >= W.nothing);
      return { results: fits.slice(0, limit), total: fits.length ? total : 0, weak: fits.length > 0 && Math.max(...fits.map((one) => one.covered)) < W.weak, query, weights };
    };
    return { search };
  }

  globalThis.guideway ??= {};
  Object.assign(globalThis.guideway, { openSearch, searchParts: { fold, terms, W } });
})();
