/* Other engines in a page, each as its own documentation sets it up: finders[name](pages, known) → query → ids.
   known: groups of words that mean the same, fillers, traditional characters and their simple forms. */
import MiniSearch from "/npm/minisearch/dist/es/index.js";
import { create, insertMultiple, search } from "@orama/orama";
import { createTokenizer } from "@orama/tokenizers/mandarin";
import { Charset, Document } from "/npm/flexsearch/dist/flexsearch.bundle.module.min.mjs";

const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
const cut = (text) => [...segmenter.segment(text)].filter((one) => one.isWordLike).map((one) => one.segment);
const MOST = 10;
const ids = (found) => [...new Set(found.map((one) => one.id))].slice(0, MOST);

const minisearch = (options, boost) => (pages) => {
  const index = new MiniSearch({ fields: Object.keys(boost), searchOptions: { boost, prefix: true, fuzzy: 0.2 }, ...options });
  index.addAll(pages);
  return (query) => ids(index.search(query));
};

const PLAIN = { title: 4, summary: 2, tags: 2, body: 1 };

/** BM25 over words with all that our engine is given: what a stock engine would make of it. */
const baseline = (pages, { groups, fillers, simple }) => {
  const plainly = (text) => [...text.normalize("NFKC").toLowerCase()].map((sign) => simple[sign] ?? sign).join("");
  const idle = new Set(fillers);
  const kin = (text) => groups.filter((group) => group.some((word) => text.includes(plainly(word)))).flat().join(" ");
  const told = pages.map((page) => ({ ...page, kin: kin(plainly(`${page.title} ${page.aliases}`)) }));
  const options = { tokenize: (text) => cut(plainly(text)), processTerm: (term) => idle.has(term) ? null : term };
  return minisearch(options, { ...PLAIN, aliases: 3, asked: 2, kin: 1.5 })(told);
};

const orama = async (pages) => {
  const schema = { id: "string", title: "string", summary: "string", tags: "string", body: "string" };
  const index = create({ schema, components: { tokenizer: await createTokenizer() } });
  await insertMultiple(index, pages.map(({ id, title, summary, tags, body }) => ({ id, title, summary, tags, body })));
  const properties = Object.keys(PLAIN);
  return async (term) => ids((await search(index, { term, properties, boost: PLAIN, threshold: 1, limit: MOST })).hits.map(({ document }) => document));
};

const flexsearch = (pages) => {
  const index = new Document({ document: { id: "id", index: Object.keys(PLAIN) }, encoder: Charset.CJK, tokenize: "forward", context: true });
  for (const page of pages) index.add(page);
  return (query) => index.search(query, { suggest: true, merge: true, limit: MOST }).map((one) => one.id).slice(0, MOST);
};

globalThis.finders = {
  "BM25, given the same": baseline,
  "MiniSearch": minisearch({}, PLAIN),
  "MiniSearch + Segmenter": minisearch({ tokenize: cut }, PLAIN),
  "Orama": orama,
  "FlexSearch": flexsearch,
};
