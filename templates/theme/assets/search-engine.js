/* Finds pages and places in the shards that editions/search/ writes: see docs/decisions/0012-search-index.md.
   guideway.openSearch("search/")("…") → Promise of {results, weak, total}; nothing is loaded before. */
(() => {
  "use strict";

  const LOOKED_AT = 60; // pages
  const RARE = 0; // passages: what is in no more may be a slip
  const FEW = 3; // of pages that have little of the query, if none has more
  const ALL = 1e6; // more than any score: a page with all terms is looked at
  const HELD = "taepqusc"; // the fields in which a word is said of a page or a place, not beside
  const NAMED = "takgw"; // the fields that say what a page is called
  const ALONE = 0.12; // of a query: a word beside which there is no more stands alone
  const AS_TYPED = 0.9; // of factors: what is nearer than a guess
  /** @type {Record<string, number>} */
  const CALLED = { t: 1, a: 1, k: 1 };
  const LONG = "epqoucb"; // the fields that a longer page has more of
  /* How sure the search is: fitted to questions that are answered and to some that are not, see the decision. */
  const SURE = { told: 1.85, covered: 0.33, usual: -8.27, beside: -5.5, least: 1.25, enough: 0.29, small: 2000, doubt: 1 };
  const BABBLE = /^\s*(\S)\1{2,}\s*$/u;
  /** @type {Record<string, number>} */
  const WEIGHTS = { t: 4, a: 3.2, e: 1.6, k: 2.2, g: 2.5, s: 1.8, p: 1.6, q: 1.6, o: 1.2, u: 1.4, c: 1.6, w: 1.6, b: 1 };
  const TUNED = { filler: 0.25, later: 0.4, unknown: 1, prefix: 0.7, begun: 0.5, near: 2, nearBend: 4, told: 7, often: 8, size: 0.4, cover: 1, fit: 2.6, bend: 1.5, whole: 12, alias: 8, nothing: 0.2, little: 0.06, far: 0.1, alike: 0.55, all: 0.95 };

  /** @type {<T>(list: T[]) => T} */
  const last = (list) => list[list.length - 1];

  /* Terms: the rules of editions/search/terms.py. */

  const HAN = /[\u3007\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{3ffff}]/u;
  const LETTER = /[\u0900-\u09630-9a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u0373\u0386-\u0481\u048a-\u052f\u0561-\u0587\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5-\u06fc\u0966-\u0e3a\u0e40-\u0e4e\u10d0-\u10ff\u1e00-\u1fff\u3041-\u3096\u30a1-\u30fa\uac00-\ud7a3]/;
  /** Gives the stem of a word, once the index has brought it: a site has one language. @type {Stem} */
  let stem = Object.assign((/** @type {string} */ word) => word, { unmarked: (/** @type {string} */ word) => word });

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
  const STRANGE = "x"; // no field: words of other subjects
  const ORDER = `b${FIELDS.replace("b", "")}${STRANGE}`; // in which the fields of a term are written
  const ONCE = "tkgs"; // the fields a page has once: `ONCE` in editions/search/subjects.py
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

  /* Bits: editions/search/bits.py. */

  const SIX = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((sign, value) => (SIX[sign.charCodeAt(0)] = value));
  const MOST = 15; // bits of a quotient
  const SECONDS = 2048; // the span of second characters
  const CODES = 1920; // characters without a code are counted from here
  const UNCODED = 0x3000;
  const ASIDE = 0xe000;
  const WIDE = 0x10000;

  /** Reads numbers out of characters of six bits. @type {(text: string) => Bits} */
  function unpacked(text) {
    let at = 0;
    let held = 0;
    let left = 0;
    /** @type {(many: number) => number} */
    function take(many) {
      let value = 0;
      for (let rest = many; rest;) {
        if (!left) [held, left] = [SIX[text.charCodeAt(at++)], 6];
        const some = Math.min(left, rest);
        left -= some;
        rest -= some;
        value = value << some | held >> left & (1 << some) - 1;
      }
      return value;
    }
    /** @type {(most: number, stop: number) => number} */
    function run(most, stop) {
      for (let many = 0; many < most; many += 1) {
        if (!left) [held, left] = [SIX[text.charCodeAt(at++)], 6];
        left -= 1;
        if ((held >> left & 1) === stop) return many;
      }
      return most;
    }
    const counted = () => {
      const many = run(31, 1);
      return (1 << many) + take(many);
    };
    /** @type {(within: number) => number[]} */
    function list(within) {
      const many = counted();
      const low = Math.max(0, 31 - Math.clz32(within / many));
      const found = [];
      for (let last = -1; found.length < many; found.push(last)) {
        const high = run(MOST, 0);
        last += 1 + ((high < MOST ? high : high + counted() - 1) << low) + take(low);
      }
      return found;
    }
    return { take, list, isLeft: () => at < text.length };
  }

  /* Shards: scripts that hand over their content by calling one function. */

  const HERE = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src;
  /** @type {Map<string, any>} */
  const arrived = new Map();
  globalThis.gw = (content) => arrived.set(/** @type {HTMLScriptElement} */ (document.currentScript).src, content);

  /** Runs a script; says where it is. @type {(address: string | URL) => Promise<string>} */
  const run = (address) => new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = String(address);
    script.onload = () => { script.remove(); done(script.src); };
    script.onerror = () => { script.remove(); failed(new Error(`cannot load ${script.src}`)); };
    document.head.append(script);
  });

  /** @type {(root: string, name: string) => Promise<any>} */
  async function fetched(root, name) {
    const address = await run(`${root}${name}.js`);
    const content = arrived.get(address);
    arrived.delete(address);
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

  /** @type {Record<string, (text: string, of: Reading) => any>} */
  const READERS = {
    d: (text, of) => (of.phrases ? spoken(unpacked(text), of) : text).split("\n"),
    h: (text) => text.trimEnd().split(/\n(?!\t)/).map(card),
    t: (text, of) => new Map(text.split("\n").slice(1).flatMap((line) => {
      const [first] = line;
      const [word, written] = line.split(" ");
      if (!HAN.test(first)) return [/** @type {[string, Lists | undefined]} */ ([word, written ? lists(unpacked(written), of) : undefined])];
      const bits = unpacked(line.slice(first.length));
      return bits.list(SECONDS).map((rank) => /** @type {[string, Lists]} */ ([first + second(rank, of.signs), lists(bits, of)]));
    })),
    c: (text) => new Map([...text.matchAll(/([^ -~])(=.|[ -~]+)/gu)].map(([, sign, value]) => [sign, value])),
    s: (text) => new Map(text.split("\n").map((line) => [line.slice(0, 2), [...line.matchAll(/([^ -~])([a-z]*),((?:[^ -~][a-z]*\d!?)+)/gu)].flatMap(([, first, a, others]) => [...others.matchAll(/([^ -~])([a-z]*)(\d)(!?)/gu)].map(
      ([, second, b, strength, other]) => ({ pair: first + second, sounds: /** @type {[string, string]} */ ([line[0] + a, line[1] + b]), strength: Number(strength) / 9, isNamed: !other }))).sort((a, b) => b.strength - a.strength)])),
  };

  const WIDTHS = [2, 4, 6, 7, 8, 9]; // of the numbers of phrases, group by group
  const STARTS = WIDTHS.map((_, group) => WIDTHS.slice(0, group).reduce((all, width) => all + (1 << width), 0));
  const ASCII = 1920; // behind the signs
  const UNIT = 2047; // a unit in full follows

  /** A text out of its bits: editions/search/phrases.py. @type {(bits: Bits, of: Reading) => string} */
  function spoken({ take, isLeft }, { phrases = [], signs }) {
    let text = "";
    while (isLeft()) {
      const group = take(3);
      const number = take(WIDTHS[group] ?? 11);
      text += group < WIDTHS.length ? phrases[STARTS[group] + number] : number < ASCII ? signs[number] : String.fromCharCode(number < UNIT ? number - ASCII : take(16));
    }
    return text;
  }

  /** @type {(rank: number, signs: string[]) => string} */
  const second = (rank, signs) => rank ? signs[rank - 1] ?? String.fromCodePoint(rank - CODES + UNCODED) : "";

  /** What has a term, field by field; what a page has once is numbered behind all passages. @type {(bits: Bits, of: Reading) => Lists} */
  function lists(bits, { spans, base, many }) {
    /** @type {Lists} */
    const found = bits.take(1) ? [["b", bits.list(spans[1])]] : [];
    while (bits.take(1)) {
      const field = ORDER[bits.take(4)];
      if (field === STRANGE) {
        found.strange = bits.list(spans[2]);
        continue;
      }
      const once = ONCE.indexOf(field);
      const passages = bits.list(spans[once < 0 ? 1 : 0]);
      found.push([field, once < 0 ? passages : passages.map((doc) => base + once * many + doc)]);
    }
    return found;
  }

  /** @type {(text: string) => Card} */
  function card(text) {
    const [head, ...others] = text.split("\n\t");
    const [title, address, day, asked, lengths, found] = head.split("\t");
    const long = numbers(lengths);
    let at = 0;
    const places = others.map((line) => {
      const [start, end, heading, truth] = line.split("\t");
      at += numbers(start.slice(1))[0];
      return { passage: at, field: start[0], address: end[0] === "/" ? end.slice(1) : address + end, heading, truth };
    });
    const pieces = found.split(" ").map((one) => {
      const [line, offset] = numbers(one.slice(8));
      return { name: `d/${one.slice(0, 8)}`, line, offset };
    });
    return { title, address, day: numbers(day)[0] ?? 0, lengths: new Map(rising(asked).map((passage, n) => [passage, long[n] / 4])), places, pieces };
  }

  /** The keys that shards begin with: editions/search/beginnings.py. @type {(words: string, bits: string) => string[]} */
  function beginnings(words, bits) {
    const { take, list } = unpacked(bits);
    const found = words.split(" ").filter(Boolean);
    for (const first of bits ? list(0x7000) : []) while (take(1)) {
      const many = take(1) && take(4) + 1;
      found.push(String.fromCodePoint(first + 0x3400) + (many ? String.fromCodePoint(take(many) << 16 - many || take(18)) : ""));
    }
    return found.sort();
  }

  /** A key in three signs: `key_sum` in editions/search/shards.py. @type {(key: string) => string} */
  function keySum(key) {
    let value = 0x811c9dc5;
    for (let at = 0; at < key.length; at += 1) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193);
    return (value & 0xfff).toString(16).padStart(3, "0");
  }

  /** @type {(root: string) => Promise<SearchIndex>} */
  async function openIndex(root) {
    const manifest = await fetched(root, "index");
    const lengths = numbers(manifest.slots);
    const starts = [0];
    for (const many of lengths) starts.push(last(starts) + many);
    const [base, many] = [last(starts), lengths.length];
    const docOf = new Uint32Array(base + ONCE.length * many);
    for (let doc = 0; doc < many; doc += 1) docOf.fill(doc, starts[doc], starts[doc + 1]);
    for (let at = base; at < docOf.length; at += 1) docOf[at] = (at - base) % many;
    /** @type {Bits | undefined} */
    const written = manifest.signs && unpacked(await fetched(root, manifest.signs));
    const signs = written ? [...Array(written.take(2))].flatMap(() => written.list(WIDE).map((point) => String.fromCodePoint(point))) : [];
    /** @type {Reading} */
    const reading = { signs, spans: manifest.spans, base, many };
    const decoded = (/** @type {string} */ code) => code < "\u0800" ? signs[code.charCodeAt(0) - 128] : String.fromCharCode(code.charCodeAt(0) - ASIDE);
    const told = async (/** @type {string} */ name) => written ? (await fetched(root, name)).replace(/[\x80-\u07ff\ue080-\ue7ff]/g, decoded) : fetched(root, name);
    const phrases = kept(async () => ["\n", " ", ...(await told(manifest.phrases)).split(" ")]);
    const read = kept(async (name) => {
      const text = told(name);
      if (name[0] === "d" && manifest.phrases) reading.phrases = await phrases("");
      return READERS[name[0]](await text, reading);
    });
    const cards = rising(manifest.h[0]);
    /** @type {Record<string, string[]>} */
    const firsts = Object.fromEntries([..."tsc"].map((letter) => [letter, beginnings(manifest[letter][0], manifest[letter][1])]));
    const shard = (/** @type {string} */ letter, /** @type {number} */ number) => read(`${letter}/` + keySum(firsts[letter][number]) + manifest[letter][2].substr(5 * number, 5));
    if (manifest.stem) stem = await fetched(root, manifest.stem);
    /** @type {string[]} */
    const fillers = manifest.fillers.split(" ").filter(Boolean).sort((/** @type {string} */ a, /** @type {string} */ b) => b.length - a.length);
    /** @type {SearchIndex} */
    const index = {
      docOf, starts, base, many, strangers: manifest.strange, common: new Set(signs), isSpelt: firsts["s"].length > 0, isStemmed: Boolean(manifest.stem), never: manifest.never?.split(" "),
      idle: new Set(fillers),
      fillers: new RegExp(fillers.filter((word) => HAN.test(word)).join("|") || "(?!)", "g"),
      /** What is written for a key. */
      async get(/** @type {string} */ letter, /** @type {string} */ key) {
        const number = upTo(firsts[letter], key) - 1;
        return number < 0 ? undefined : (await shard(letter, number)).get(key);
      },
      /** What has the terms that start so, but for the term itself; of a form, what has its stem. */
      async longer(typed) {
        const start = stem.unmarked(typed);
        const low = Math.max(1, upTo(firsts.t, start));
        const many = Math.min(6, upTo(firsts.t, `${start}\uffff`) - low + 1);
        const maps = await Promise.all([...Array(many).keys()].map((n) => shard("t", low - 1 + n)));
        const found = maps.flatMap((map) => [...map]).filter(([term]) => term !== start && term.startsWith(start));
        const terms = new Set(found.map(([term, value]) => (value ? term : stem(term))));
        terms.delete(stem(typed));
        const values = await Promise.all([...terms].map((term) => index.get("t", term)));
        return values.flatMap((value) => value ? [value] : []);
      },
      async card(doc) {
        const number = upTo(cards, doc) - 1;
        return (await read(`h/${manifest.h[1].substr(8 * number, 8)}`))[doc - cards[number]];
      },
      /** A line of the texts of a page. */
      async line({ pieces }, number) {
        const { name, line, offset } = last(pieces.filter((one) => one.line <= number));
        return (await read(name))[offset + number - line];
      },
    };
    return index;
  }

  /* Units: parts of the query, and in which passages each of them is. */

  /** @type {(lists: Lists, passage: number) => boolean} */
  const holds = (lists, passage) => lists.some(([, passages]) => passages[upTo(passages, passage) - 1] === passage);

  /** Only the passages that are in all of some lists. @type {(values: Lists[]) => Lists} */
  function common([first, ...others]) {
    return others.length ? first.map(([field, passages]) => [field, passages.filter((passage) => others.every((lists) => holds(lists, passage)))]) : first;
  }

  /** Whether one passage has all of the units, of which the rarest is looked through. @type {(units: Unit[]) => boolean} */
  function isTogether(units) {
    const all = units.map(({ options }) => options.flatMap(({ lists }) => lists));
    const many = (/** @type {Lists} */ lists) => lists.reduce((count, [, passages]) => count + passages.length, 0);
    const [rarest, ...others] = all.sort((a, b) => many(a) - many(b));
    return rarest.some(([, passages]) => passages.some((passage) => others.every((lists) => holds(lists, passage))));
  }

  /** As it is typed: a stem has a stem of its own, which is another. @type {(unit: Unit) => string} */
  const written = (unit) => unit.word ?? unit.term;

  /** @type {Offer} */
  async function offer(index, unit, word, factor) {
    const values = await Promise.all(asked(word).map(({ term }) => index.get("t", term)));
    const known = values.flatMap((value) => value ? [value] : []);
    if (values.length && known.length === values.length && known.every(({ length }) => length)) unit.options.push({ lists: common(known), factor });
    if (written(unit) !== word) unit.words.push(word);
  }

  /** In how many passages a unit is. @type {(unit: Unit) => number} */
  const many = ({ options }) => sum(options.flatMap(({ lists }) => lists.map(([, passages]) => passages.length)));

  /** The logarithm of how many passages that say what pages and places are about have a unit as it is typed. @type {(unit: Unit) => number} */
  const passagesOf = ({ options }) => Math.log1p(sum(options.filter(({ factor }) => factor > AS_TYPED).flatMap(({ lists }) => lists.filter(([field]) => HELD.includes(field)).map(([, passages]) => passages.length))));

  /** @type {(unit: Unit) => boolean} */
  const isNamed = (unit) => unit.options.some(({ lists }) => lists.some(([field]) => NAMED.includes(field)));

  /** Of a form that is half typed, what is known: cancelli → cancel. @type {(index: SearchIndex, word: string) => Promise<Lists | undefined>} */
  async function begun(index, word) {
    for (let end = word.length - 1; end > 3 && end > word.length - 5; end -= 1) {
      const value = await index.get("t", stem(word.slice(0, end)));
      if (value) return value;
    }
    return undefined;
  }

  /** What has the longest word that an unknown one ends with, if it is that word: editions/search/compounds.py. @type {(index: SearchIndex, word: string) => Promise<Lists | undefined>} */
  async function tailOf(index, word) {
    for (let start = 4; start <= word.length - 5; start += 1) {
      const tail = word.slice(start);
      const isForm = tail.length - stem(tail).length < 3 && !index.never?.includes(word.slice(0, start));
      const value = isForm && await index.get("t", stem(tail));
      if (value && value.length) return value;
    }
    return undefined;
  }

  /** @type {(index: SearchIndex, one: Term, isLast: boolean) => Promise<Unit>} */
  async function literal(index, one, isLast) {
    /** @type {Unit} */
    const unit = { ...one, options: [], words: [] };
    await offer(index, unit, written(unit), 1);
    unit.strange = (await index.get("t", unit.term))?.strange;
    unit.isKnown = unit.options.length > 0 || Boolean(unit.strange);
    if (unit.alone || (unit.isWord && unit.term.length > 1)) {
      for (const lists of await index.longer(written(unit))) unit.options.push({ lists, factor: unit.alone ? 1 : TUNED.prefix });
    }
    const half = index.isStemmed && isLast && unit.word && !unit.options.length && await begun(index, unit.word);
    const tail = index.never && unit.word && !unit.isKnown && !half ? await tailOf(index, unit.word) : undefined;
    for (const lists of [half, tail]) if (lists) unit.options.push({ lists, factor: TUNED.begun });
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
    const held = idle.map(() => false);
    for (const unit of units) if (many(unit) > RARE) held.fill(true, unit.from, unit.to);
    const wrong = doubtful.filter((unit) => many(unit) <= RARE && !(held[unit.from] && held[unit.to - 1])); // else two words meet there
    const isRare = (/** @type {Unit} */ { term }) => [...term].some((sign) => !index.common.has(sign));
    if (!wrong.length && !(doubtful.some(isRare) && !simple) && !units.some(isStrange)) return { folded, idle, units };
    const guesses = await guessing("search-guesses.js");
    const old = simple ?? await guesses.simplified(index, doubtful.filter(isRare));
    if (!simple && old.size) return understood(index, text, old);
    if (wrong.length < 7) await Promise.all(wrong.map((unit) => guesses.misheard(index, unit, offer)));
    return { folded, idle, units: await guesses.spelt(index, units, isStrange, offer) };
  }

  /* From units to pages. */

  /** @type {(values: number[]) => number} */
  const sum = (values) => values.reduce((all, one) => all + one, 0);

  /** How much each character of the query says, and each unit. @type {(index: SearchIndex, query: Query<WeighedUnit>) => number[]} */
  function weigh(index, { folded, idle, units }) {
    const strengths = new Float32Array(index.many);
    for (const unit of units) {
      unit.docs = [];
      for (const { lists, factor } of unit.options) for (const [field, passages] of lists) {
        const strength = Math.fround(factor * WEIGHTS[field]);
        for (let at = 0; at < passages.length; at += 1) {
          const doc = index.docOf[passages[at]];
          if (strengths[doc] >= strength) continue;
          if (!strengths[doc]) unit.docs.push(doc);
          strengths[doc] = strength;
        }
      }
      unit.strengths = unit.docs.map((doc) => strengths[doc]);
      for (const doc of unit.docs) strengths[doc] = 0;
      unit.rarity = Math.sqrt(Math.log(1 + (index.many - unit.docs.length + 0.5) / (unit.docs.length + 0.5)));
    }
    const strange = Math.sqrt(Math.log(1 + index.many)) * TUNED.unknown;
    let clause = 1;
    const weights = [...folded].map((sign, at) => {
      if (at && /[,.:;?!\u3002]/.test(sign)) clause = TUNED.later;
      const over = units.filter((unit) => unit.from <= at && at < unit.to);
      const rarities = over.filter((unit) => unit.docs.length).map((unit) => unit.rarity);
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
    let total = 0;
    for (const { docs, strengths, weight } of units) for (let at = 0; at < docs.length; at += 1) {
      scores[docs[at]] += weight * strengths[at];
      if (!held[docs[at]]) total += 1;
      held[docs[at]] += 1;
    }
    const best = highest(held, (doc) => scores[doc] + (held[doc] === units.length ? ALL : 0));
    const mean = index.base / index.many;
    const all = sum(units.map((unit) => unit.weight)) || 1;
    const top = new Map(best.map((doc) => [doc, /** @type {Seen} */ ({ near: new Map(), lines: new Map(), told: 0, factors: new Map(), names: new Map() })]));
    for (const unit of units) for (const [doc, passages] of within(index, unit, best)) {
      const one = /** @type {Seen} */ (top.get(doc));
      const size = 1 - TUNED.size + TUNED.size * (index.starts[doc + 1] - index.starts[doc]) / mean;
      let [often, most, name] = [0, 0, 0];
      for (const [passage, { field, factor }] of passages) {
        often += factor * WEIGHTS[field] / (LONG.includes(field) ? size : 1);
        most = Math.max(most, factor);
        name = Math.max(name, factor * (CALLED[field] ?? 0));
        const near = one.near.get(passage) ?? { field, weight: 0 };
        if (field !== "k") one.near.set(passage, { field, weight: near.weight + factor * unit.weight });
        if ("ae".includes(field)) one.lines.set(passage, { field, units: [...one.lines.get(passage)?.units ?? [], unit] });
      }
      one.told += unit.weight / all * often / (TUNED.often + often);
      one.factors.set(unit, most);
      one.names.set(unit, name);
    }
    const found = [...top].map(([doc, { near: weighed, told, lines, factors, names }]) => {
      const passages = [...weighed].map(([passage, one]) => ({ passage, ...one })).sort((a, b) => b.weight - a.weight || a.passage - b.passage);
      const covered = share(units, weights, (unit) => factors.get(unit));
      const near = (passages[0]?.weight ?? 0) / all;
      const fair = scores[doc] * covered ** TUNED.cover * (1 + TUNED.near * near ** TUNED.nearBend);
      return { doc, covered, near, passages, lines, factors, names, told, fair, score: fair * Math.exp(TUNED.told * told) };
    });
    return { total, found: found.sort((a, b) => b.score - a.score || a.doc - b.doc) };
  }

  /** The passages of some pages that hold a unit, page by page.
      @type {(index: SearchIndex, unit: Unit, docs: number[]) => Map<number, Map<number, { field: string, factor: number }>>} */
  function within(index, { options }, docs) {
    const found = new Map();
    for (const { lists, factor } of options) for (const [field, passages] of lists) for (const doc of docs) {
      const once = ONCE.indexOf(field);
      const [from, to] = once < 0 ? [index.starts[doc], index.starts[doc + 1]] : [index.base + once * index.many + doc, index.base + once * index.many + doc + 1];
      for (let at = upTo(passages, from - 1), passage; (passage = passages[at]) < to; at += 1) {
        const own = found.get(doc) ?? new Map();
        if (factor > (own.get(passage)?.factor ?? 0)) own.set(passage, { field, factor });
        found.set(doc, own);
      }
    }
    return found;
  }

  /* From pages to results. */

  /** Also of a word whose marks were not typed: editions/search/stems.py. @type {(wanted: Set<string>, term: string, word?: string) => boolean} */
  const isWanted = (wanted, term, word) => wanted.has(term) || Boolean(word) && wanted.has(stem(stem.unmarked(word ?? "")));

  /** Where a text has terms of the query: ranges of UTF-16 units. @type {(text: string, wanted: Set<string>) => Marked} */
  function marks(text, wanted) {
    const signs = [...text];
    const plain = signs.map((sign) => HAN.test(sign) ? sign : fold(sign));
    const owners = plain.flatMap((some, n) => [...some].map(() => n));
    const starts = [0];
    for (const sign of signs) starts.push(last(starts) + sign.length);
    /** @type {[number, number][]} */
    const ranges = [];
    for (const { term, word, from, to } of terms(plain.join(""))) {
      if (!isWanted(wanted, term, word)) continue;
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
    for (const { term, word, from, to } of terms(folded)) for (let at = from; at < to; at += 1) {
      all[at] = idle[at];
      if (isWanted(wanted, term, word)) mine[at] = idle[at];
    }
    const own = sum(mine) / (sum(all) || 1);
    return harmonic(own, covered);
  }

  /** @type {(a: number, b: number) => number} */
  const harmonic = (a, b) => a + b ? 2 * a * b / (a + b) : 0;

  /** @type {(text: string) => string} */
  const bare = (text) => text.replace(/\s/g, "");

  /** @type {(index: SearchIndex, query: Query<WeighedUnit>, weights: number[], wanted: Set<string>, one: Ranked) => Promise<Judged>} */
  async function judged(index, query, weights, wanted, one) {
    const { folded, units } = query;
    const card = await index.card(one.doc);
    const own = share(units, weights, (unit) => one.names.get(unit));
    const fits = [card.title, card.title.split(/[:?\uff1a\uff1f]/)[0]].map((name) => fit(index, name, wanted, own));
    let isAlias = false;
    for (const [passage, { field, units: held }] of one.lines) {
      const [all, mine] = [card.lengths.get(passage - index.starts[one.doc]) ?? 1, length(query, held)];
      const isName = field === "a";
      const inLine = share(held, weights, () => 1);
      isAlias = isAlias || (isName && inLine > 0.999 && Math.abs(length(query, units) - all) < 0.2);
      fits.push(harmonic(Math.min(1, mine / all), isName ? own : inLine));
    }
    const said = bare(folded);
    const title = bare(fold(card.title));
    const same = title === said ? TUNED.whole : isAlias ? TUNED.alias : Number(title.includes(said));
    return { ...one, card, score: one.score * (1 + TUNED.fit * Math.max(...fits) ** TUNED.bend + same) };
  }

  /** How many characters of a line some units are, those that say nothing less. @type {(query: Query<WeighedUnit>, units: WeighedUnit[]) => number} */
  function length({ folded, idle }, units) {
    const own = [...folded].map(() => 0);
    for (const { from, to, words } of units) for (let at = from; at < to; at += 1) own[at] = Math.max(own[at], (words.length ? words[0].length / (to - from) : 1) * (idle[at] ? TUNED.filler : 1));
    return sum(own);
  }

  /** The words of other subjects that stand in the query with all their terms: what speaks against what was found. A name counts if no page is called so or asked for it, another word by how much of the rest of the query stands nowhere beside it in the best pages.
      @type {(index: SearchIndex, units: WeighedUnit[], best: Judged[]) => Strangeness} */
  function strangers(index, units, best) {
    /** @type {Map<number, Map<string, WeighedUnit>>} */
    const found = new Map();
    for (const unit of units) for (const number of unit.strange ?? []) found.set(number, (found.get(number) ?? new Map()).set(unit.term, unit));
    const all = sum(units.map(({ weight }) => weight));
    /** @type {Strangeness} */
    const told = { beside: 0 };
    for (const [number, own] of [...found].sort(([, a], [, b]) => a.size - b.size)) { // of names that overlap the longest is meant
      let end = 0;
      const [, long, kind] = index.strangers.find(([many]) => (end += many) > number) ?? [0, Infinity, ""];
      if (own.size < long) continue;
      const words = [...own.values()];
      const together = common(words.map(({ options }) => options.flatMap(({ lists, factor }) => factor > AS_TYPED ? lists : [])));
      const isHeard = together.some(([field, passages]) => field !== "b" && passages.length > 0);
      if (kind && !isHeard) told.missing = [Math.min(...words.map(({ from }) => from)), Math.max(...words.map(({ to }) => to)), kind];
      if (!kind) {
        const rest = all - sum(words.map(({ weight }) => weight));
        const here = new Set(together.flatMap(([, passages]) => passages));
        const most = Math.max(0, ...best.map(({ passages }) => passages.find(({ passage }) => here.has(passage))?.weight ?? 0));
        told.beside = Math.max(told.beside, rest < ALONE * all ? 0 : 1 - Math.max(0, most + rest - all) / rest);
      }
    }
    return told;
  }

  /** How sure it is that what was found is what is meant, above or below 0: by what the best pages tell of the query and how much of it they have. Words that stand everywhere say less than what is rare, a word of another subject speaks against it, and what stands in a page as it is is sure.
      @type {(index: SearchIndex, query: Query<WeighedUnit>, weights: number[], best: Judged[], strange: Strangeness) => number} */
  function sureness(index, { folded, idle, units }, weights, best, strange) {
    if (BABBLE.test(folded) || strange.missing) return -Infinity;
    const sizes = weights.map((weight, at) => weight > 0 && !idle[at] ? 1 : 0);
    for (const { isWord, from, to } of units) if (isWord) for (let at = from; at < to; at += 1) sizes[at] *= Math.min(1, 2 / (to - from));
    const size = sum(sizes);
    const isWhole = (/** @type {Judged} */ { factors, covered, near }) => near > TUNED.all * covered && share(units, weights, (unit) => factors.has(unit) ? 1 : 0) > TUNED.all;
    if (size && best.some(isWhole)) return Infinity;
    const [told, covered] = [best.map((one) => one.told), best.map((one) => one.covered)].map((all) => Math.max(0, ...all));
    if (covered < SURE.enough) return -Infinity;
    const usual = share(units, sizes, passagesOf) / Math.log1p(index.base + SURE.small);
    return (SURE.told * told + SURE.covered * covered) * size + SURE.usual * usual + SURE.beside * strange.beside - SURE.least;
  }

  /** What to show of a page: its name and its best places; the passage that says most of the query is loaded when it is asked for. What a page calls wrong is shown as a place only, with its truth.
      @type {(index: SearchIndex, wanted: Set<string>, one: Judged) => FoundPage} */
  function shown(index, wanted, { doc, card, covered, score, passages }) {
    const places = new Map();
    let best = -1;
    for (const { passage, field } of passages.slice(0, 4)) {
      const at = passage < index.base ? passage - index.starts[doc] : -1;
      const place = last(card.places.filter((one) => one.passage <= at));
      if (best < 0 && !"tkgae".includes(field) && place?.field !== "c") best = passage;
      if (place && !places.has(place.heading)) places.set(place.heading, { address: place.address, field: place.field, heading: marks(place.heading, wanted), truth: place.truth ? marks(place.truth, wanted) : null });
    }
    const snippet = async () => best < 0 ? null : marks(await lineAt(index, card, best < index.base ? best - index.starts[doc] : -1), wanted);
    return { address: card.address, day: card.day, covered, score, title: marks(card.title, wanted), snippet, places: [...places.values()].slice(0, 3) };
  }

  /** What stands in a passage; before the first stands the summary. @type {(index: SearchIndex, card: Card, at: number) => Promise<string>} */
  async function lineAt(index, card, at) {
    const place = card.places.find(({ passage }) => passage === at);
    const before = [...card.lengths.keys(), ...card.places.map(({ passage }) => passage)].filter((one) => one < at);
    return place ? place.heading : index.line(card, at < 0 ? 0 : at + 1 - before.length);
  }

  /** What is found for a text, and how sure that is. @type {(index: SearchIndex, text: string, limit: number) => Promise<Searched>} */
  async function searched(index, text, limit) {
    const query = /** @type {Query<WeighedUnit>} */ (await understood(index, text)); // its units are weighed next
    const weights = weigh(index, query);
    const { total, found } = ranked(index, query.units, weights);
    const fairest = Math.max(...found.map(({ fair }) => fair));
    const held = found.filter((one) => one.covered >= TUNED.nothing && (one.covered > 0.95 || one.fair > TUNED.far * fairest));
    const fitting = held.length ? held.slice(0, limit) : found.filter((one) => one.covered >= TUNED.little).slice(0, FEW);
    const wanted = new Set(query.units.flatMap(({ term, words }) => [term, ...words.flatMap((word) => asked(word).map((one) => one.term))]));
    const judge = await Promise.all(fitting.map((one) => judged(index, query, weights, wanted, one)));
    judge.sort((a, b) => b.score - a.score || b.card.day - a.card.day || a.doc - b.doc);
    const results = judge.slice(0, limit).map((one) => shown(index, wanted, one));
    const names = query.units.filter((unit) => unit.isKnown && isNamed(unit)).map(({ term, word }) => word ?? term);
    const best = judge.slice(0, 3);
    const strange = strangers(index, query.units, best);
    const sure = results.length ? sureness(index, query, weights, best, strange) : 0;
    return { results, total: results.length && total, weak: sure < 0, strange: sure < -SURE.doubt, names, folded: query.folded, missing: strange.missing };
  }

  /** A search in the index below an address; it fails if a shard cannot be loaded. Of a name that no page has, what is told for all is found by the rest of what was typed, first beside the word for what it is a name of.
      @type {Guideway["openSearch"]} */
  function openSearch(root) {
    const open = kept(openIndex);
    return async (text, limit = 10) => {
      const index = await open(root);
      const found = await searched(index, text, limit);
      if (!found.missing) return found;
      const [from, to, kind] = found.missing;
      for (const instead of new Set([kind, " "])) {
        const name = [...found.folded].slice(from, to).join("");
        const rest = found.folded.replace(name, () => instead).trim();
        const other = await searched(index, rest, limit);
        if (!other.weak && other.names.some((one) => one.length > 1)) return { ...other, weak: true, strange: true, names: found.names, near: { name, rest } };
      }
      return found;
    };
  }

  globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});
  Object.assign(globalThis.guideway, { openSearch, searchTerms: (/** @type {string} */ text) => terms(fold(text)).map(({ term }) => term) });
})();
