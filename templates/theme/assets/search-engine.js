/* Finds pages and places in the shards that editions/search/ writes: see docs/decisions/0012-search-index.md.
   guideway.openSearch("search/")("…") → Promise of {results, weak, total}; nothing is loaded before. */
(() => {
  "use strict";

  const LOOKED_AT = 60; // pages
  const ALL = 1e6; // more than any score: a page with all terms is looked at
  const HELD = "taekgwpqusc"; // the fields that say what a page and its places are about
  const NAMED = "takgw"; // the fields that say what a page is called
  const LONG = "epqoucb"; // the fields that a longer page has more of
  /* How sure the search is: fitted to questions that are answered and to some that are not, see the decision. */
  const SURE = { told: 0.46, named: 5.81, held: 0.42, least: 3.23, doubt: 1 };
  const BABBLE = /^\s*(\S)\1{2,}\s*$/u;
  /** @type {Record<string, number>} */
  const WEIGHTS = { t: 4, a: 3.2, e: 1.6, k: 2.2, g: 2.5, s: 1.8, p: 1.6, q: 1.6, o: 1.2, u: 1.4, c: 1.6, w: 1.6, b: 1 };
  const TUNED = { filler: 0.25, later: 0.4, unknown: 1, prefix: 0.7, begun: 0.5, near: 2, nearBend: 4, told: 7, often: 8, size: 0.5, cover: 1.2, fit: 2, bend: 1.5, whole: 12, alias: 8, kin: 1, nothing: 0.2, far: 0.1, alike: 0.55, all: 0.95 };

  /** @type {<T>(list: T[]) => T} */
  const last = (list) => list[list.length - 1];

  /* Terms: the rules of editions/search/terms.py. */

  const HAN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
  const LETTER = /[\u0900-\u09630-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u0373\u0386-\u0481\u048a-\u052f\u0561-\u0587\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5-\u06fc\u0966-\u0e3a\u0e40-\u0e4e\u10d0-\u10ff\u1e00-\u1fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]/;
  /** Gives the stem of a word, once the index has brought it: a site has one language. @type {(word: string) => string} */
  let stem = (word) => word;

  /** @type {(text: string, simple?: Map<string, string>) => string} */
  const fold = (text, simple) => [...text.normalize("NFKC").toLowerCase().normalize("NFKC")].map((sign) => simple?.get(sign) ?? sign).join("");

  /** The terms of a folded text, in order, and where they are; `alone` is a character between others that are not Han.
      @type {(folded: string) => Term[]} */
  function terms(folded) {
    const signs = [...folded];
    const found = [];
    for (let from = 0, end; from < signs.length; from = end) {
      const kind = [HAN, LETTER].find((one) => one.test(signs[from]));
      for (end = from + 1; kind && end < signs.length && kind.test(signs[end]);) end += 1;
      const word = kind === LETTER ? signs.slice(from, end).slice(0, 40).join("") : "";
      if (word) found.push({ term: stem(word), word, from, to: end, isWord: true });
      if (kind === HAN) for (let at = from; at < end; at += 1) {
        const to = Math.min(at + 2, end);
        found.push({ term: signs.slice(at, to).join(""), from: at, to, alone: end - from === 1 });
      }
    }
    return found;
  }

  /** Without the characters that end a run. @type {(folded: string) => Term[]} */
  const asked = (folded) => terms(folded).filter((one) => one.isWord || one.alone || one.to - one.from > 1);

  /* Numbers: editions/search/varint.py. */

  const FIELDS = Object.keys(WEIGHTS).join("");
  const ALPHABET = [...Array(94).keys()].map((n) => String.fromCharCode(n + 33)).filter((sign) => !`"\\<${FIELDS}`.includes(sign)).join("");
  const LEADING = 20;
  const ENDING = ALPHABET.length - LEADING;
  const DIGITS = new Map([...ALPHABET].map((sign, digit) => [sign, digit]));

  /** @type {(text: string) => number[]} */
  function numbers(text) {
    const found = [];
    let high = 0;
    for (const sign of text) {
      const digit = DIGITS.get(sign) ?? NaN;
      if (digit >= ENDING) high = high * LEADING + digit - ENDING + 1;
      else high = (found.push(high * ENDING + digit), 0);
    }
    return found;
  }

  /** @type {(text: string) => number[]} */
  function rising(text) {
    let sum = 0;
    return numbers(text).map((gap) => (sum += gap));
  }

  /* Shards: scripts that hand over their content by calling one function. */

  const HERE = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
  /** @type {Map<string, any>} */
  const arrived = new Map();
  globalThis.guidewayShard = (name, content) => arrived.set(name, content);

  /** @type {(address: string | URL) => Promise<void>} */
  const run = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = String(address);
    script.onload = () => { script.remove(); done(); };
    script.onerror = () => { script.remove(); failed(new Error(`cannot load ${script.src}`)); };
    document.head.append(script);
  });

  /** @type {(root: string, name: string) => Promise<any>} */
  async function fetched(root, name) {
    await run(`${root}${name}.js`);
    const content = arrived.get(name);
    arrived.delete(name);
    return content;
  }

  /** @type {<T>(make: (name: string) => Promise<T>) => (name: string) => Promise<T>} */
  const kept = (make) => {
    const held = new Map();
    return (name) => {
      if (!held.has(name)) held.set(name, make(name).catch((error) => { held.delete(name); throw error; }));
      return held.get(name);
    };
  };

  const guessing = kept(async (name) => {
    await run(new URL(name, HERE));
    return globalThis.guideway.searchGuesses;
  });

  /** How many of some rising values are not above a value. @type {<T extends string | number>(values: T[], value: T) => number} */
  function upTo(values, value) {
    let low = 0;
    for (let high = values.length; low < high;) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle + 1; else high = middle;
    }
    return low;
  }

  /** @type {Record<string, (text: string) => any>} */
  const READERS = {
    d: (text) => text.trimEnd().split("\n").map((line) => {
      const [own, address, day, truth] = line.split("\t");
      return { field: own[0], text: own.slice(1), address, day: Number(day || 0), truth };
    }),
    t: (text) => new Map(text.split("\n").flatMap((line) => {
      if (!HAN.test(line[0] + line[1])) return [/** @type {[string, string]} */ (line.split(" "))];
      const [first, ...others] = [...line.matchAll(/([^ -~])([ -~]*)/gu)];
      return [[first[1], first[2]], ...others.map(([, second, value]) => /** @type {[string, string]} */ ([first[1] + second, value]))];
    })),
    c: (text) => new Map([...text.matchAll(/([^ -~])(=.|[ -~]+)/gu)].map(([, sign, value]) => [sign, value])),
    s: (text) => new Map(text.split("\n").map((line) => [line.slice(0, 2), [...line.matchAll(/([^ -~]{2})([a-z]*),([a-z]*)(\d)(!?)/gu)].map(
      ([, pair, a, b, strength, other]) => ({ pair, sounds: [line[0] + a, line[1] + b], strength: Number(strength) / 9, isNamed: !other }))])),
  };

  /** @type {(root: string) => Promise<SearchIndex>} */
  async function openIndex(root) {
    const manifest = await fetched(root, "index");
    const signs = [...manifest.signs];
    const lengths = numbers(manifest.passages);
    const starts = [0];
    for (const many of lengths) starts.push(last(starts) + many);
    const docOf = new Uint32Array(last(starts));
    lengths.forEach((_, doc) => docOf.fill(doc, starts[doc], starts[doc + 1]));
    const firstLines = rising(manifest.d[0]);
    /** @type {Record<string, string[]>} */
    const firsts = Object.fromEntries([..."tsc"].map((letter) => [letter, manifest[letter][0].split(" ").filter(Boolean)]));
    const read = kept(async (name) => READERS[name[0]]((await fetched(root, name)).replace(/[\x80-\u07ff]/g, (/** @type {string} */ code) => signs[code.charCodeAt(0) - 128])));
    const shard = (/** @type {string} */ letter, /** @type {number} */ number) => read(`${manifest[letter][1 + (number >> 5)]}/${number & 31}`);
    if (manifest.stem) stem = await fetched(root, manifest.stem);
    /** @type {string[]} */
    const fillers = manifest.fillers.split(" ").filter(Boolean).sort((/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length);
    /** @type {SearchIndex} */
    const index = {
      docOf, starts, many: lengths.length, isSpelt: firsts["s"].length > 0, isStemmed: Boolean(manifest.stem),
      idle: new Set(fillers),
      fillers: new RegExp(fillers.filter((word) => HAN.test(word)).join("|") || "(?!)", "g"),
      /** What is written for a key. */
      async get(/** @type {string} */ letter, /** @type {string} */ key) {
        const number = upTo(firsts[letter], key) - 1;
        return number < 0 ? undefined : (await shard(letter, number)).get(key) || undefined;
      },
      /** What is written for the terms that start so, but for the term itself; of a form, what is written for its stem. */
      async longer(start) {
        const low = Math.max(1, upTo(firsts.t, start));
        const many = Math.min(4, upTo(firsts.t, `${start}\uffff`) - low + 1);
        const maps = await Promise.all([...Array(many).keys()].map((n) => shard("t", low - 1 + n)));
        const found = maps.flatMap((map) => [...map]).filter(([term]) => term !== start && term.startsWith(start));
        const terms = new Set(found.map(([term, value]) => (value ? term : stem(term))));
        terms.delete(stem(start));
        const values = await Promise.all([...terms].map((term) => index.get("t", term)));
        return values.flatMap((value) => value ?? []);
      },
      /** The lines of a page, from a passage on, at least as far as another one. */
      async lines(passage, last = passage) {
        const found = [];
        for (let at = passage; at <= last; at = passage + found.length) {
          const number = upTo(firstLines, at) - 1;
          found.push(...(await shard("d", number)).slice(at - firstLines[number]));
        }
        return found;
      },
    };
    return index;
  }

  /* Units: parts of the query, and in which passages each of them is. */

  const FIELD = new RegExp(`([${FIELDS}]?)([^${FIELDS}]+)`, "g");
  /** @type {(value: string) => Lists} */
  const decoded = (value) => [...value.matchAll(FIELD)].map(([, field, passages]) => [field || "b", rising(passages)]);

  /** @type {(lists: Lists, passage: number) => boolean} */
  const holds = (lists, passage) => lists.some(([, passages]) => passages[upTo(passages, passage) - 1] === passage);

  /** Only the passages that are in all of some lists. @type {(values: string[]) => Lists} */
  function common(values) {
    const [first, ...others] = values.map(decoded);
    return first.map(([field, passages]) => [field, passages.filter((passage) => others.every((lists) => holds(lists, passage)))]);
  }

  /** Whether one passage has all of the units, of which the rarest is looked through. @type {(units: Unit[]) => boolean} */
  function isTogether(units) {
    const all = units.map(({ options }) => options.flatMap(({ lists }) => lists));
    const many = (/** @type {Lists} */ lists) => lists.reduce((count, [, passages]) => count + passages.length, 0);
    const [rarest, ...others] = all.sort((a, b) => many(a) - many(b));
    return rarest.some(([, passages]) => passages.some((passage) => others.every((lists) => holds(lists, passage))));
  }

  /** @type {Offer} */
  async function offer(index, unit, word, factor) {
    const values = await Promise.all(asked(word).map(({ term }) => index.get("t", term)));
    const known = values.filter((value) => value !== undefined);
    if (values.length && known.length === values.length) unit.options.push({ lists: common(known), factor });
    if (unit.term !== word) unit.words.push(word);
  }

  /** @type {(unit: Unit) => boolean} */
  const isNamed = (unit) => unit.options.some(({ lists }) => lists.some(([field]) => NAMED.includes(field)));

  /** Of a form that is half typed, what is known: cancelli → cancel. @type {(index: SearchIndex, word: string) => Promise<string | undefined>} */
  async function begun(index, word) {
    for (let end = word.length - 1; end > 3 && end > word.length - 5; end -= 1) {
      const value = await index.get("t", stem(word.slice(0, end)));
      if (value) return value;
    }
    return undefined;
  }

  /** @type {(index: SearchIndex, one: Term, isLast: boolean) => Promise<Unit>} */
  async function literal(index, one, isLast) {
    /** @type {Unit} */
    const unit = { ...one, options: [], words: [] };
    await offer(index, unit, unit.term, 1);
    unit.isKnown = unit.options.length > 0;
    if (unit.alone || (unit.isWord && unit.term.length > 1)) {
      for (const value of await index.longer(unit.word ?? unit.term)) unit.options.push({ lists: decoded(value), factor: unit.alone ? 1 : TUNED.prefix });
    }
    const half = index.isStemmed && isLast && unit.word && !unit.options.length && await begun(index, unit.word);
    if (half) unit.options.push({ lists: decoded(half), factor: TUNED.begun });
    return unit;
  }

  /** Whether each character says nothing about the subject. @type {(index: SearchIndex, folded: string) => boolean[]} */
  function idleIn(index, folded) {
    const idle = [...folded].map(() => false);
    for (const { 0: word, index: at } of folded.matchAll(index.fillers)) idle.fill(true, [...folded.slice(0, at)].length, [...folded.slice(0, at + word.length)].length);
    for (const { word, from, to } of terms(folded)) if (word && index.idle.has(word)) idle.fill(true, from, to);
    return idle;
  }

  /** @type {(index: SearchIndex, text: string, simple?: Map<string, string>) => Promise<Query<Unit>>} */
  async function understood(index, text, simple) {
    const folded = [...fold(text.slice(0, 500), simple)].slice(0, 120).join("");
    const idle = idleIn(index, folded);
    const telling = asked(folded).filter(({ from, to }) => !(idle[from] && idle[to - 1]));
    const units = await Promise.all((telling.length ? telling : asked(folded)).slice(0, 64).map((one, at, { length }) => literal(index, one, at === length - 1)));
    const isSure = idle.slice();
    for (const unit of units) if (isNamed(unit)) isSure.fill(true, unit.from, unit.to);
    const isWritten = units.length > 2 && isTogether(units);
    const doubtful = units.filter((unit) => !isWritten && !unit.isWord && !isNamed(unit) && !(isSure[unit.from] && isSure[unit.to - 1]));
    const isStrange = (/** @type {Unit} */ unit) => index.isSpelt && Boolean(unit.isWord) && !unit.isKnown && /^[a-z]{2,40}$/.test(unit.term);
    if (!doubtful.length && !units.some(isStrange)) return { folded, idle, units };
    const guesses = await guessing("search-guesses.js");
    const old = simple ?? await guesses.simplified(index, doubtful);
    if (!simple && old.size) return understood(index, text, old);
    if (doubtful.length < 7) await Promise.all(doubtful.map((unit) => guesses.misheard(index, unit, offer)));
    return { folded, idle, units: await guesses.spelt(index, units, isStrange, offer) };
  }

  /* From units to pages. */

  /** @type {(values: number[]) => number} */
  const sum = (values) => values.reduce((all, one) => all + one, 0);

  /** How much each character of the query says, and each unit. @type {(index: SearchIndex, query: Query<WeighedUnit>) => number[]} */
  function weigh(index, { folded, idle, units }) {
    for (const unit of units) {
      unit.hits = new Map();
      for (const { lists, factor } of unit.options) for (const [field, passages] of lists) for (const passage of passages) {
        const doc = index.docOf[passage];
        const hit = unit.hits.get(doc) ?? { strength: 0, factor: 0, name: 0 };
        hit.strength = Math.max(hit.strength, factor * WEIGHTS[field]);
        hit.factor = Math.max(hit.factor, factor);
        hit.name = Math.max(hit.name, factor * ({ t: 1, a: 1, k: TUNED.kin }[field] ?? 0));
        unit.hits.set(doc, hit);
      }
      unit.rarity = Math.sqrt(Math.log(1 + (index.many - unit.hits.size + 0.5) / (unit.hits.size + 0.5)));
    }
    const strange = Math.sqrt(Math.log(1 + index.many)) * TUNED.unknown;
    let clause = 1;
    const weights = [...folded].map((sign, at) => {
      if (at && /[,.:;?!\u3002]/.test(sign)) clause = TUNED.later;
      const over = units.filter((unit) => unit.from <= at && at < unit.to);
      const rarities = over.filter((unit) => unit.hits.size).map((unit) => unit.rarity);
      // A word weighs as one word of Han, two characters: as much as each of its letters would, an unknown model name outweighs all the rest.
      const rarity = rarities.length ? Math.min(...rarities) : strange * Math.min(1, 2 / Math.max(1, ...over.filter(({ isWord }) => isWord).map(({ from, to }) => to - from)));
      return over.length ? rarity * clause * (idle[at] ? TUNED.filler : 1) : 0;
    });
    for (const unit of units) {
      const own = weights.slice(unit.from, unit.to);
      unit.weight = Math.min(unit.rarity, sum(own) / own.length);
    }
    return weights;
  }

  /** Which share of the query is held; `of` says how well a unit is.
      @type {<U extends Unit>(units: U[], weights: number[], of: (unit: U) => number | undefined) => number} */
  function share(units, weights, of) {
    const cover = weights.map(() => 0);
    for (const unit of units) {
      const held = of(unit) ?? 0;
      for (let at = unit.from; at < unit.to; at += 1) cover[at] = Math.max(cover[at], held);
    }
    return sum(weights.map((weight, at) => weight * cover[at])) / (sum(weights) || 1);
  }

  /** The pages of most value among those that hold something, the best first.
      @type {(held: Uint8Array, value: (doc: number) => number) => number[]} */
  function highest(held, value) {
    /** @type {number[]} */
    const best = [];
    for (let doc = 0, least = -1; doc < held.length; doc += 1) {
      const own = held[doc] ? value(doc) : -1;
      if (own <= least) continue;
      best.splice(best.filter((one) => value(one) >= own).length, 0, doc);
      if (best.length > LOOKED_AT) best.pop();
      if (best.length === LOOKED_AT) least = value(last(best));
    }
    return best;
  }

  /** The pages that hold most of the query, and their passages that do.
      @type {(index: SearchIndex, units: WeighedUnit[], weights: number[]) => { total: number, found: Ranked[] }} */
  function ranked(index, units, weights) {
    const scores = new Float64Array(index.many);
    const held = new Uint8Array(index.many);
    for (const unit of units) for (const [doc, { strength }] of unit.hits) {
      scores[doc] += unit.weight * strength;
      held[doc] += 1;
    }
    const best = highest(held, (doc) => scores[doc] + (held[doc] === units.length ? ALL : 0));
    const top = new Map(best.map((doc) => [doc, { near: new Map(), told: 0 }]));
    const mean = index.docOf.length / index.many;
    const all = sum(units.map((unit) => unit.weight)) || 1;
    for (const unit of units) for (const [doc, passages] of within(index, unit, best)) {
      const one = /** @type {{ near: Map<number, number>, told: number }} */ (top.get(doc));
      const size = 1 - TUNED.size + TUNED.size * (index.starts[doc + 1] - index.starts[doc]) / mean;
      let often = 0;
      for (const [passage, { field, factor }] of passages) {
        often += factor * WEIGHTS[field] / (LONG.includes(field) ? size : 1);
        if (field !== "k") one.near.set(passage, (one.near.get(passage) ?? 0) + factor * unit.weight);
      }
      one.told += unit.weight / all * often / (TUNED.often + often);
    }
    const found = [...top].map(([doc, { near: weighed, told }]) => {
      const passages = [...weighed].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      const covered = share(units, weights, ({ hits }) => hits.get(doc)?.factor);
      const near = (passages[0]?.[1] ?? 0) / all;
      const fair = scores[doc] * covered ** TUNED.cover * (1 + TUNED.near * near ** TUNED.nearBend);
      return { doc, covered, near, passages, told, fair, score: fair * Math.exp(TUNED.told * told) };
    });
    return { total: held.reduce((many, one) => many + Number(one > 0), 0), found: found.sort((a, b) => b.score - a.score || a.doc - b.doc) };
  }

  /** The passages of some pages that hold a unit, page by page.
      @type {(index: SearchIndex, unit: Unit, docs: number[]) => Map<number, Map<number, { field: string, factor: number }>>} */
  function within(index, { options }, docs) {
    const found = new Map();
    for (const { lists, factor } of options) for (const [field, passages] of lists) for (const doc of docs) {
      for (let at = upTo(passages, index.starts[doc] - 1), passage; (passage = passages[at]) < index.starts[doc + 1]; at += 1) {
        const own = found.get(doc) ?? new Map();
        if (factor > (own.get(passage)?.factor ?? 0)) own.set(passage, { field, factor });
        found.set(doc, own);
      }
    }
    return found;
  }

  /* From pages to results. */

  /** Where a text has terms of the query: ranges of UTF-16 units. @type {(text: string, wanted: Set<string>) => Marked} */
  function marks(text, wanted) {
    const signs = [...text];
    const plain = signs.map((sign) => HAN.test(sign) ? sign : fold(sign));
    const owners = plain.flatMap((some, n) => [...some].map(() => n));
    const starts = [0];
    for (const sign of signs) starts.push(last(starts) + sign.length);
    /** @type {[number, number][]} */
    const ranges = [];
    for (const { term, from, to } of terms(plain.join(""))) {
      if (!wanted.has(term)) continue;
      const [start, end] = [starts[owners[from]], starts[owners[to - 1] + 1]];
      if (ranges.length && start <= last(ranges)[1]) last(ranges)[1] = end; else ranges.push([start, end]);
    }
    return { text, marks: ranges };
  }

  /** How well a name and the query cover each other, from 0 to 1.
      @type {(index: SearchIndex, name: string, wanted: Set<string>, covered: number) => number} */
  function fit(index, name, wanted, covered) {
    const folded = fold(name);
    const idle = idleIn(index, folded).map((says) => (says ? TUNED.filler : 1));
    const all = idle.map(() => 0);
    const mine = idle.map(() => 0);
    for (const { term, from, to } of terms(folded)) for (let at = from; at < to; at += 1) {
      all[at] = idle[at];
      if (wanted.has(term)) mine[at] = idle[at];
    }
    const own = sum(mine) / (sum(all) || 1);
    return own + covered ? 2 * own * covered / (own + covered) : 0;
  }

  /** @type {(text: string) => string} */
  const bare = (text) => text.replace(/\s/g, "");

  /** @type {(index: SearchIndex, query: Query<WeighedUnit>, weights: number[], wanted: Set<string>, one: Ranked) => Promise<Judged>} */
  async function judged(index, { folded, units }, weights, wanted, one) {
    const [start, end] = index.starts.slice(one.doc, one.doc + 2);
    const [head, ...names] = (await index.lines(start)).slice(0, end - start);
    const own = share(units, weights, ({ hits }) => hits.get(one.doc)?.name);
    const fits = [head.text, head.text.split(/[:?\uff1a\uff1f]/)[0]].map((name) => fit(index, name, wanted, own));
    for (const { field, text } of names) {
      if (field === "a") fits.push(fit(index, text, wanted, own));
      if (field === "e") fits.push(fit(index, text, wanted, inLine(units, weights, text)));
    }
    for (const [passage] of one.passages.slice(0, 2)) {
      const [{ field, text }] = await index.lines(passage);
      if (field === "e" && passage >= start + names.length) fits.push(fit(index, text, wanted, inLine(units, weights, text)));
    }
    const said = bare(folded);
    const title = bare(fold(head.text));
    const isAlias = names.some(({ field, text }) => field === "a" && bare(fold(text)) === said);
    const same = title === said ? TUNED.whole : isAlias ? TUNED.alias : Number(title.includes(said));
    const best = Math.max(...fits);
    return { ...one, ...head, score: one.score * (1 + TUNED.fit * best ** TUNED.bend + same) };
  }

  /** How sure it is that what was found is what is meant, above or below 0: by what the best pages tell of the query, and how much of it pages and places are called. A longer query that is told is surer than a short one, and one that stands in a page as it is is sure.
      @type {(query: Query<WeighedUnit>, weights: number[], best: Judged[]) => number} */
  function sureness({ folded, idle, units }, weights, best) {
    const known = (/** @type {string} */ fields, /** @type {number} */ least) => share(units, weights, ({ options }) => options.some(({ lists, factor }) => factor > least && lists.some(([field]) => fields.includes(field))) ? 1 : 0);
    const told = Math.max(0, ...best.map((one) => one.told));
    const many = weights.filter((weight, at) => weight > 0 && !idle[at]).length;
    if (BABBLE.test(folded)) return -Infinity;
    const isWhole = (/** @type {Judged} */ { doc, covered, near }) => near > TUNED.all * covered && share(units, weights, ({ hits }) => hits.has(doc) ? 1 : 0) > TUNED.all;
    if (many && best.some(isWhole)) return Infinity;
    return SURE.told * told * many + SURE.named * known(NAMED, 0) * told + SURE.held * known(HELD, TUNED.alike) * many - SURE.least;
  }

  /** Which share of the query is in one line. @type {(units: WeighedUnit[], weights: number[], text: string) => number} */
  function inLine(units, weights, text) {
    const held = new Set(terms(fold(text)).map(({ term }) => term));
    return share(units, weights, ({ term, words }) => [term, ...words].some((word) => asked(word).every((one) => held.has(one.term))) ? 1 : 0);
  }

  /** What to show of a page: its best passage that is no name, and its best places. What a page calls wrong is shown as a place only, with its truth.
      @type {(index: SearchIndex, wanted: Set<string>, one: Judged) => Promise<FoundPage>} */
  async function shown(index, wanted, { doc, address, text, day, covered, score, passages }) {
    const places = new Map();
    let snippet;
    for (const [passage] of passages.slice(0, 4)) {
      const from = Math.max(index.starts[doc], passage - 12);
      const before = (await index.lines(from, passage)).slice(0, passage - from + 1);
      const own = last(before);
      const place = last(before.filter((one) => one.address));
      if (!"tkgae".includes(own.field) && place?.field !== "c") snippet = snippet ?? marks(own.text, wanted);
      if (place && place.address !== address && !places.has(place.address)) places.set(place.address, { address: place.address, field: place.field, heading: marks(place.text, wanted), truth: place.truth ? marks(place.truth, wanted) : null });
    }
    return { address, day, covered, score, title: marks(text, wanted), snippet: snippet ?? null, places: [...places.values()].slice(0, 3) };
  }

  /** A search in the index below an address; it fails if a shard cannot be loaded. @type {Guideway["openSearch"]} */
  function openSearch(root) {
    const open = kept(openIndex);
    return async (text, limit = 10) => {
      const index = await open(root);
      const query = /** @type {Query<WeighedUnit>} */ (await understood(index, text)); // its units are weighed next
      const weights = weigh(index, query);
      const { total, found } = ranked(index, query.units, weights);
      const fairest = Math.max(...found.map(({ fair }) => fair));
      const fitting = found.filter((one) => one.covered >= TUNED.nothing && (one.covered > 0.95 || one.fair > TUNED.far * fairest)).slice(0, limit);
      const wanted = new Set(query.units.flatMap(({ term, words }) => [term, ...words.flatMap((word) => asked(word).map((one) => one.term))]));
      const judge = await Promise.all(fitting.map((one) => judged(index, query, weights, wanted, one)));
      judge.sort((a, b) => b.score - a.score || b.day - a.day || a.doc - b.doc);
      const results = await Promise.all(judge.slice(0, limit).map((one) => shown(index, wanted, one)));
      const names = query.units.filter((unit) => unit.isKnown && isNamed(unit)).map(({ term, word }) => word ?? term);
      const sure = results.length ? sureness(query, weights, judge.slice(0, 3)) : 0;
      return { results, total: results.length && total, weak: sure < 0, strange: sure < -SURE.doubt, names };
    };
  }

  globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});
  Object.assign(globalThis.guideway, { openSearch, searchTerms: (/** @type {string} */ text) => terms(fold(text)).map(({ term }) => term) });
})();
