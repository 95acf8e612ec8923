/* What else may have been meant: traditional characters, pinyin, initials, wrong characters that sound the same.
   search-engine.js loads it when the index does not have what was typed. */
(() => {
  "use strict";

  const ONE_WRONG = 0.6;
  const BOTH_WRONG = 0.4;
  const INITIALS = 0.45;

  const SYLLABLE = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang|i?ong|[ei]ng|uai|ia[on]|[uv]?an|ua|[aeu]i|ao|i?ou|[eiu]n|i[aeu]|u[oe]|ve|er|[aoeiuv])/;
  const INITIAL = /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])/;
  /** @type {(sound: string) => string} */
  const plainly = (sound) => sound.replace(/^([zcs])h/, "$1").replace(/([aei]n)g$/, "$1");
  /** @type {(part: Syllable, sound: string) => boolean} */
  const fits = ({ text, isWhole }, sound) => isWhole ? plainly(text) === plainly(sound) : sound.startsWith(text);

  /** The ways in which letters can be syllables and initials, the likeliest first. @type {(letters: string) => Spelling[]} */
  function spellings(letters) {
    /** @type {Spelling[]} */
    let ways = [{ rest: letters, parts: [], cost: 0 }];
    /** @type {Spelling[]} */
    const done = [];
    while (ways.length && done.length < 6) {
      ways = ways.flatMap(({ rest, parts, cost }) => {
        const syllable = rest.match(SYLLABLE)?.[0];
        const shorter = syllable?.slice(0, -1).match(SYLLABLE)?.[0];
        /** @type {[string | undefined, boolean, number][]} */
        const choices = [[syllable, true, 1], [shorter, true, 1.2], [rest.match(INITIAL)?.[0], false, 1.6]];
        return choices.flatMap(([text, isWhole, more]) => text ? [{ rest: rest.slice(text.length), parts: [...parts, { text, isWhole }], cost: cost + more }] : []);
      }).sort((a, b) => a.cost - b.cost).slice(0, 12);
      done.push(...ways.filter((way) => !way.rest));
      ways = ways.filter((way) => way.rest);
    }
    return done.filter((way) => way.parts.length > 1 || way.parts[0].isWhole);
  }

  /** @type {(index: SearchIndex, first: Syllable, second: Syllable) => Promise<SoundPair[]>} */
  async function pairs(index, first, second) {
    const some = await index.get("s", first.text[0] + second.text[0]) ?? [];
    return some.filter(({ sounds }) => fits(first, sounds[0]) && fits(second, sounds[1]));
  }

  /** The words of the site that some syllables can stand for: pairs, as long a chain of them as there is.
      @type {(index: SearchIndex, parts: Syllable[]) => Promise<Chain[]>} */
  async function chains(index, parts) {
    const links = await Promise.all(parts.slice(1).map((part, n) => pairs(index, parts[n], part)));
    /** @type {Chain[]} */
    const found = [];
    for (let from = 0, to = 0; from < links.length; from = to) {
      let held = links[from].map(({ pair, strength }) => ({ word: pair, strength }));
      for (to = from + 1; held.length && to < links.length; to += 1) {
        const longer = held.flatMap(({ word, strength }) => links[to].filter(({ pair }) => pair[0] === word[word.length - 1]).map((one) => ({ word: word + one.pair[1], strength: Math.min(strength, one.strength) })));
        if (!longer.length) break;
        held = longer.sort((a, b) => b.strength - a.strength).slice(0, 24);
      }
      if (held.length) found.push({ from, to: (to += 1), held: held.slice(0, 24) });
    }
    return found;
  }

  /** The words of the site that begin with a syllable: those of names, the firmest first. @type {(index: SearchIndex, part: Syllable) => Promise<Chain[]>} */
  async function alone(index, part) {
    const all = await Promise.all([..."abcdefghjklmnopqrstwxyz"].map((text) => pairs(index, part, { text, isWhole: false })));
    const held = all.flat().filter(({ isNamed }) => isNamed).sort((a, b) => b.strength - a.strength).slice(0, 24).map(({ pair, strength }) => ({ word: pair, strength }));
    return held.length ? [{ from: 0, to: 1, held }] : [];
  }

  /** Letters as units of Han, if nearly all of them can be read so. @type {(index: SearchIndex, unit: Unit, offer: Offer) => Promise<Unit[]>} */
  async function spoken(index, unit, offer) {
    for (const { parts } of spellings(unit.term)) {
      const found = await (parts.length > 1 ? chains(index, parts) : alone(index, parts[0]));
      if (found.reduce((sum, { from, to }) => sum + to - from, 0) < 0.75 * parts.length) continue;
      const at = (/** @type {number} */ n) => unit.from + Math.round(n * (unit.to - unit.from) / parts.length);
      const guess = parts.every((part) => part.isWhole) ? () => 1 : (/** @type {number} */ strength) => (INITIALS + (1 - INITIALS) * strength) * 0.8 ** (found.length - 1);
      return Promise.all(found.map(({ from, to, held }) => offered(index, unit, at(from), at(to), offer, held.map(({ word, strength }) => [word, guess(strength)]))));
    }
    return [];
  }

  /** @type {(index: SearchIndex, unit: Unit, from: number, to: number, offer: Offer, words: [string, number][]) => Promise<Unit>} */
  async function offered(index, unit, from, to, offer, words) {
    const one = { ...unit, from, to, options: [], words: [] };
    await Promise.all(words.map(([word, factor]) => offer(index, one, word, factor)));
    return one;
  }

  /** Letters that end or begin with a word of the site: `lklpos`. @type {(index: SearchIndex, unit: Unit, offer: Offer) => Promise<Unit[]>} */
  async function mixed(index, unit, offer) {
    const { term, from } = unit;
    for (let many = term.length - 2; many > 1; many -= 1) for (const isLast of [true, false]) {
      const cut = isLast ? term.length - many : many;
      const parts = [{ ...unit, term: term.slice(0, cut), to: from + cut }, { ...unit, term: term.slice(cut), from: from + cut }];
      const [word, other] = isLast ? parts.reverse() : parts;
      if (!await index.get("t", word.term)) continue;
      const read = await spoken(index, other, offer);
      if (read.length) return [...read, await offered(index, word, word.from, word.to, offer, [[word.term, 1]])];
    }
    return [];
  }

  /** @type {(unit: Unit) => boolean} */
  const isSyllable = ({ term }) => term.length < 2 || term.match(SYLLABLE)?.[0] === term;

  /** Syllables that stand alone belong to the strange word beside them. @type {(units: Unit[], isStrange: (unit: Unit) => boolean) => Unit[]} */
  const joined = (units, isStrange) => units.reduce((runs, unit) => {
    const last = runs[runs.length - 1];
    const isOne = last && unit.from - last.to < 3 && [last, unit].every(isStrange) && [last, unit].some(isSyllable);
    return isOne ? [...runs.slice(0, -1), { ...last, term: last.term + unit.term, to: unit.to }] : [...runs, unit];
  }, /** @type {Unit[]} */ ([]));

  /** Some units, with Han for the words of letters that the site does not have. @type {Guesses["spelt"]} */
  async function spelt(index, units, isStrange, offer) {
    const read = await Promise.all(joined(units, isStrange).map(async (unit) => {
      if (!isStrange(unit)) return [unit];
      const found = await spoken(index, unit, offer);
      const parts = found.length ? found : await mixed(index, unit, offer);
      return parts.length ? parts : [unit];
    }));
    return read.flat();
  }

  /** The simple forms of the characters in some units, as far as they are traditional. @type {Guesses["simplified"]} */
  async function simplified(index, units) {
    const signs = units.flatMap(({ term }) => [...term]).filter((sign) => !index.common.has(sign));
    const known = await Promise.all(signs.map(async (sign) => /** @type {const} */ ([sign, await index.get("c", sign)])));
    return new Map(known.flatMap(([sign, value]) => value?.[0] === "=" ? [[sign, value[1]]] : []));
  }

  /** What sounds like a pair of characters, offered for less than what is written. @type {Guesses["misheard"]} */
  async function misheard(index, unit, offer) {
    if (unit.alone) return;
    const signs = [...unit.term];
    const values = await Promise.all(signs.map((sign) => index.get("c", sign)));
    const [first, second] = values.map((value) => value?.match(/^[a-z,]+$/)?.[0].split(",").map((text) => ({ text, isWhole: true })) ?? []);
    const found = await Promise.all(first.flatMap((a) => second.map((b) => pairs(index, a, b))));
    const words = new Set(found.flat().filter(({ isNamed }) => isNamed).map(({ pair }) => pair));
    words.delete(unit.term);
    await Promise.all([...words].map((word) => offer(index, unit, word, [...word].some((sign, n) => sign === signs[n]) ? ONE_WRONG : BOTH_WRONG)));
  }

  globalThis.guideway.searchGuesses = { simplified, spelt, misheard };
})();
