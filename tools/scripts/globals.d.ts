/* What the browser scripts hand each other and read from their pages. The scripts say in JSDoc which of these they use;
   the types of the words (`Words`) are made from `templates/words/zh-CN.yaml` by `tools/scripts/check.py`. */

/** The one name all scripts share: each adds what others need. Who reads a name without `?.` has its script in its `needs` line. */
declare var guideway: Guideway;
/** What a shard of the search index calls. */
declare var gw: (content: any) => void;

/* Our pages are HTML: what a selector of ours finds is never drawn in SVG. */
interface ParentNode {
  querySelector<E extends Element = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends Element = HTMLElement>(selectors: string): NodeListOf<E>;
}
interface Element {
  closest<E extends Element = HTMLElement>(selectors: string): E | null;
}

/* What our templates hand over in attributes, which stand on every element whose data is read so. What may be missing is
   not here, and has to be asked for. */
interface DOMStringMap {
  about: string;
  ask: string;
  base: string;
  blank: string;
  blanks: string;
  brings: string;
  computed: string;
  deadline: string;
  due: string;
  embed: string;
  fewest: string;
  figure: string;
  guide: string;
  hand: string;
  input: string;
  labels: string;
  letter: string;
  measure: string;
  most: string;
  option: string;
  question: string;
  remark: string;
  root: string;
  sheet: string;
  short: string;
  steps: string;
  tick: string;
  title: string;
  ways: string;
  when: string;
  words: string;
  working: string;
}

/** A text in the forms that a number in it may ask for. */
type Forms = { other: string } & Record<string, string>;

/** The names of the months, from January on. */
interface Months {
  months: string[];
}

type Child = Node | string;
type Attributes = Record<string, string | number | boolean | undefined | ((event: MouseEvent) => void)>;

interface Guideway {
  /* store.js */
  site?: string;
  kept: { read(name: string): string | null; write(name: string, text: string | null): void; way(): string | null; known(): [string, string][]; know(question: string, option: string | null): void };
  /* scheme.js */
  lost(part: string, error: unknown): void;
  /* guideway.js */
  make<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Attributes, ...children: (Child | null)[]): HTMLElementTagNameMap[K];
  part<S extends string>(around: ParentNode, selector: S): S extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[S] : HTMLElement;
  hold(element: Element, ...children: Child[]): void;
  fill(words: string | Forms, values: object): string;
  language: string;
  address(path: string, root: URL | string): string;
  bring(script: string, ...names: string[]): void;
  /* fragment.js */
  fragment: {
    place(): string;
    read(): string;
    write(query: string, push?: boolean): void;
    carry(link: HTMLAnchorElement | URL, query: string): void;
  };
  /* contrast.js */
  contrast(one: string, other: string): number;
  fits(colour: string | null, on: string[]): boolean;
  grounds(element: Element): string[];
  /* embeds/page.js: answers stay in the frame */
  keeping?: Keeping;
  /* data.js, workdays.js, asking.js, offline-words.js, numerals.js: the build writes them */
  workdays: Workdays;
  checked: string;
  words: Words["own"] & Months;
  asking: Words["script"];
  offlineWords: Words["offline"];
  numerals: Words["numerals"] & { pairs: boolean; late: boolean; own: string; sum: string; value: string; percent: string };
  /* questions.js */
  questions: {
    keeping: Keeping;
    called(elements: HTMLElement[], kind: string, name: string | undefined | null): HTMLElement[];
    askOf(ask: Element): string;
    labelOf(option: Element): string;
    optionsOf(ask: Element): HTMLElement[];
    optionOf(ask: HTMLElement, name: string | undefined | null, answers?: Answers): HTMLElement | undefined;
    radios(ask: Element, group: string, chosen: string | undefined, boxes?: HTMLElement[]): HTMLFieldSetElement;
    readAnswers(asks: HTMLElement[]): { answers: Answers; strange: number };
    isShared(ask: HTMLElement): boolean;
    share(ask: HTMLElement | undefined, option: string | null): void;
    writeAnswers(pairs: [string, string][], push: boolean): void;
  };
  /* values.js */
  values?: {
    isTyped(ask: HTMLElement, said: string): boolean;
    value(ask: HTMLElement, typed: string): { size: number; value: string } | { why: string; value?: undefined };
    read(ask: HTMLElement, typed: string, other?: string): Typed | { why: string; value?: undefined; option?: undefined };
    say(ask: HTMLElement, value: string): string;
    refuse(ask: HTMLElement, why: string): string;
    until(ask: HTMLElement, value: string): { said: string; option: HTMLElement } | null;
    field(ask: HTMLElement, set: HTMLFieldSetElement, value: string | undefined): HTMLInputElement;
    spelt(day: Date): string;
  };
  /* choices.js */
  choices?: {
    read(ask: HTMLElement, said: string): { value: string; option: HTMLElement } | undefined;
    say(ask: HTMLElement, said: string): string;
    boxes(ask: HTMLElement, group: string, said: string | undefined): HTMLFieldSetElement;
  };
  /* told.js */
  told?(root: HTMLElement, answers: Answers): void;
  /* hand-over.js */
  handOver?(link: HTMLAnchorElement, trail: Trail, answers: Answers): void;
  /* worked.js */
  reckoned?: {
    known(root: HTMLElement, answers: Answers): Reckoned;
    settled(root: HTMLElement, state: HTMLElement, answers: Answers): HTMLElement | undefined;
  };
  /* worked-asks.js */
  comingOut?: {
    made(root: HTMLElement, question: string | undefined): (string | undefined)[];
    bands(root: HTMLElement, answers: Answers): [string, string][];
  };
  /* typed-asks.js */
  typedAsks?: {
    form(ask: HTMLElement, answers: Answers, choose: (said: string) => void, refusal: (said: string) => string): HTMLElement;
    say(ask: HTMLElement, said: string): string;
  };
  /* finder.js */
  finder?(ask: HTMLElement, set: HTMLFieldSetElement): void;
  /* counting.js */
  count(rule: Counting, from: string, data: Workdays): { last: string; safe: string; estimated: boolean };
  between(one: string, other: string): number;
  shifted(day: string, by: number): string;
  /* days.js */
  readDay(typed: string): string;
  judge(day: string, rule: Placed, today: string, other: (key: string | undefined) => OtherDay | null, data: Workdays): Verdict | null;
  away(span: Span, direction: "after" | "before", from: string, data: Workdays): string;
  FIRST: string;
  LAST: string;
  /* files.js */
  wordsOf(element: Element, more?: string): string;
  sum(text: string): string;
  save(name: string, type: string, content: BlobPart): void;
  ics(events: CalendarEntry[], now?: Date): string;
  docx(title: string, paragraphs: string[]): Blob;
  DOCX: string;
  /* tailor.js, computed.js: what was answered, as it is typed; what came out, by `<id>.<line>` */
  answered?(question: string): string | undefined;
  results?: Map<string, string>;
  /* figures.js */
  figure(typed: string): Figure;
  written(number: string | undefined): string;
  amount(number: string, unit: string | undefined): string;
  isBefore(unit: string | undefined): boolean;
  /* formulas.js */
  formulas: {
    read(written: string, unit: string): Ratio;
    evaluate(formula: Formula, known: Figured): Ratio;
    /* with rates.js and months.js */
    functions: Record<string, (values: Ratio[]) => Ratio>;
    floor(value: Ratio): bigint;
    nothing(): never;
    work(lines: WorkLine[], given: Figured): Figured;
    shown(value: Ratio, decimals: number, unit?: string): string;
    order(one: Ratio, other: Ratio): number;
    less(one: Ratio, other: Ratio): Ratio;
    day(written: string): Ratio;
    date(value: Ratio): Date;
  };
  /* search/face.js, search-engine.js, search-guesses.js, search-box.js */
  searchFace: SearchFace;
  openSearch(root: string): (text: string, limit?: number) => Promise<Found>;
  searchTerms(text: string): string[];
  searchGuesses: Guesses;
  searchBox(form: HTMLFormElement, root: URL): void;
  searchOffers(text: string, names?: string[]): Offered;
  searchMissing(text: string, found: { strange: boolean }, offered: { links: PageLink[] }): boolean;
}

/* Questions and answers */

type Answers = Map<string, string>;
interface Keeping {
  read(): string;
  write(query: string, push?: boolean): void;
}
/** `model/conditions.py`, as_data. */
interface Condition {
  is?: [string, string[]];
  ticked?: [string, string[], number, number];
  not?: Condition;
  all?: Condition[];
  any?: Condition[];
}

/* Days and letters */

type Span = [number, string];
/** `deadlines/workdays.py`. */
interface Workdays {
  first: number;
  last: number;
  announced: number;
  off: string[];
  weekend: number[];
  on: string[];
}
/** `pages/filters.py`, rule. */
interface Counting {
  number: number;
  unit: string;
  counting: string;
  roll: string;
  direction: "after" | "before";
}
interface DeadlineRule extends Counting {
  since: string;
  acts: "you" | "them";
}
type Counted = ReturnType<Guideway["count"]>;
/** Where a day lies. */
interface Placed {
  lies?: "past" | "future" | "any" | "sending";
  within?: Span;
  after?: string;
  before?: string;
}
/** `pages/filters.py`, blanks; the page adds what belongs to each letter. */
interface Blank extends Placed {
  label: string;
  kind: "line" | "text" | "date" | "amount" | "number";
  help?: string;
  means?: "own-name" | "own-phone" | "case";
  takes?: string;
  suggested?(): string;
}
interface LetterAnswer {
  within: Span;
  label: string;
  help: string;
}
interface OtherDay {
  day: string;
  label: string;
}
type DayCode = "none" | "year" | "future" | "past" | "far" | "after" | "before" | "tomorrow" | "old" | "sent";
interface Verdict {
  code: DayCode;
  refused: boolean;
  far?: string;
  day?: string;
  label?: string;
}
interface CalendarEntry {
  uid: string;
  what: string;
  note: string;
  last: string;
  ahead: number;
}

/* Computed facts */

type Figure = { value: number; unit: string; why?: undefined } | { why: "empty" | "unreadable" | "negative" | "large"; value?: undefined; unit?: undefined };
/** formulas.js: one number over another. */
type Ratio = [bigint, bigint];
/** `model/formulas.py`, formula_data. */
type Formula = string | [string, ...(Formula | Record<string, Formula>)[]];
/** What has a value, by name: numbers, and options that were chosen. */
type Figured = Map<string, Ratio | string>;
/** `pages/computing.py`, _data. */
interface WorkLine {
  id: string;
  label: string;
  value: Formula;
  decimals: number;
  unit: string;
  rounded: string;
  day: boolean;
}
/** What is known of a decision by its answers. */
interface Reckoned {
  asks: Map<string | undefined, HTMLElement>;
  /** A question, or who told its answer before a part was entered, and what was said. */
  answerTo(question: string): [HTMLElement | undefined, string | undefined];
  worked(id: string): Figured;
  computed: Record<string, WorkData>;
}
interface WorkData {
  lines: WorkLine[];
  facts: Record<string, [string, string, string]>;
}

/* The search */

interface PageLink {
  title: string;
  address: string;
}
interface Cry {
  said: string;
  unless: string;
  decides: "person" | "always" | "alone";
  say: string;
  offer: PageLink[];
}
interface Hotline {
  number: string;
  label: string;
  address: string;
  wrong?: { number: string; about: string[] }[];
}
/** `editions/search/files.py`, _face. */
interface SearchFace {
  words: Words["search"];
  kinds: Record<string, string>;
  simple: string;
  cries: Cry[];
  nobody: string;
  amounts: { before: string; after: string };
  absent: string;
  numbers: Hotline[];
  ways: PageLink[];
}
interface Offered {
  isPerson: boolean;
  say: string;
  links: PageLink[];
}
interface Marked {
  text: string;
  marks: [number, number][];
}
interface FoundPlace {
  address: string;
  field: string;
  heading: Marked;
  truth: Marked | null;
}
interface FoundPage {
  address: string;
  day: number;
  covered: number;
  score: number;
  title: Marked;
  /** What of it says most of the query; loaded when it is asked for. */
  snippet(): Promise<Marked | null>;
  places: FoundPlace[];
}
interface Found {
  results: FoundPage[];
  total?: number;
  weak: boolean;
  names: string[];
  strange: boolean;
  /** What is named and on no page, and the rest of what was typed, which is what was found. */
  near?: { name: string; rest: string };
}
/** `missing` is where a name stands in the folded text that no page has, and the word for what it is a name of, or a blank. */
type Searched = Found & { folded: string; missing?: [number, number, string] };
/** How words of other subjects speak against what was found; a name decides alone. */
interface Strangeness {
  missing?: [number, number, string];
  beside: number;
}

/** Where something of the query was found: a field and the passages that have it. */
/** What has a term, field by field; `strange` are the words of other subjects that it belongs to. */
type Lists = [string, number[]][] & { strange?: number[] };
/** Gives the stem of a word; `unmarked` writes a word without the marks of its letters. */
interface Stem {
  (word: string): string;
  unmarked(word: string): string;
}

interface Term {
  term: string;
  /** As it is written, if it is not Han; the term is its stem. */
  word?: string;
  from: number;
  to: number;
  isWord?: boolean;
  alone?: boolean;
}
interface Unit extends Term {
  options: { lists: Lists; factor: number }[];
  words: string[];
  isKnown?: boolean;
  strange?: number[];
}
/** A unit once it is weighed. */
interface WeighedUnit extends Unit {
  /** The pages that have it, and how strongly each does. */
  docs: number[];
  strengths: number[];
  rarity: number;
  weight: number;
}
/** What is asked: `idle` says of each character whether it says nothing. */
interface Query<U> {
  folded: string;
  idle: boolean[];
  units: U[];
}
interface Bits {
  take(many: number): number;
  list(within: number): number[];
  isLeft(): boolean;
}
/** What is needed to read a shard. */
interface Reading {
  signs: string[];
  /** What texts are written in, once one was asked for. */
  phrases?: string[];
  spans: [number, number, number];
  base: number;
  many: number;
}
/** What results are shown from: the name of a page, the length of its questions, its places, where its texts are. */
interface Card {
  title: string;
  address: string;
  day: number;
  lengths: Map<number, number>;
  places: { passage: number; field: string; address: string; heading: string; truth?: string }[];
  pieces: { name: string; line: number; offset: number }[];
}
/** What of a query is found in a page. */
interface Seen {
  near: Map<number, { field: string; weight: number }>;
  lines: Map<number, { field: string; units: WeighedUnit[] }>;
  factors: Map<WeighedUnit, number>;
  names: Map<WeighedUnit, number>;
  told: number;
}
interface SoundPair {
  pair: string;
  sounds: [string, string];
  strength: number;
  isNamed: boolean;
}
interface SearchIndex {
  docOf: Uint32Array;
  base: number;
  /** Words of other subjects, in their order: how many have so many terms, and the word for what they are names of: a blank for any, nothing for other words. */
  strangers: [number, number, string][];
  common: Set<string>;
  /** Words that say nothing: all of them, and what finds those of Han. */
  idle: Set<string>;
  fillers: RegExp;
  /** Whether the index knows how Han sounds. */
  isSpelt: boolean;
  /** Whether words are known by their stems. */
  isStemmed: boolean;
  /** What begins words without being one that others are put to, where words are written together. */
  never?: string[];
  starts: number[];
  many: number;
  get(letter: "t", key: string): Promise<Lists | undefined>;
  get(letter: "c", key: string): Promise<string | undefined>;
  get(letter: "s", key: string): Promise<SoundPair[] | undefined>;
  longer(start: string): Promise<Lists[]>;
  card(doc: number): Promise<Card>;
  line(card: Card, number: number): Promise<string>;
}
type Offer = (index: SearchIndex, unit: Unit, word: string, factor: number) => Promise<void>;
interface Guesses {
  simplified(index: SearchIndex, units: Unit[]): Promise<Map<string, string>>;
  spelt(index: SearchIndex, units: Unit[], isStrange: (unit: Unit) => boolean, offer: Offer): Promise<Unit[]>;
  misheard(index: SearchIndex, unit: Unit, offer: Offer): Promise<void>;
}

/* Frames on the pages of others */

interface Look {
  theme: string | null;
  accent: string | null;
}

/* What stays inside one script */

/** counting.js: which days are worked. */
interface Calendar {
  works(day: number): boolean;
  onward(day: number): number;
  back(day: number): number;
}
/** decision.js: what was asked and answered, and where that leads. */
type Trail = { state: HTMLElement; option: HTMLElement; said: string }[];
/** choices.js: boxes, how few and how many of them, and whether it is so. */
type Fact = [string[], number, number, boolean];
/** values.js: a value, what it is in the smallest unit, and its band. */
interface Typed {
  size: number;
  value: string;
  option: HTMLElement;
}
/** values.js: an option, the least value of its band, and the period after which it begins. */
interface Banded {
  option: HTMLElement;
  from: number;
  since?: Counting;
}
interface Run {
  trail: Trail;
  state: HTMLElement;
}
/** steps.js */
interface StepParts {
  item: HTMLElement;
  fold: HTMLDetailsElement;
  body: HTMLElement;
  back: HTMLButtonElement;
  tick: HTMLButtonElement;
}
/** blanks.js: a deadline, a letter, a box. */
interface Row {
  element: HTMLElement;
  rule: DeadlineRule;
  out: HTMLElement;
  line: HTMLElement;
}
interface Mail {
  element: HTMLElement;
  paper: HTMLElement;
  form: HTMLElement;
  said: HTMLElement;
  id: string;
  answer: LetterAnswer | null;
}
interface Field {
  key: string;
  box: HTMLInputElement | HTMLTextAreaElement;
  warning: HTMLElement;
  left: boolean;
}
/** computed.js: what is asked for, its field, and the word beside it. */
interface WorkInput {
  item: HTMLElement;
  id: string;
  box: HTMLInputElement | HTMLSelectElement;
  reason: HTMLElement;
  own: boolean;
}
/** search-box.js */
type Results = Found & { isLost?: boolean; missing?: boolean; here: { id: string; title: string }[] };
interface Choice {
  address?: string;
  search?: string;
  children: Child[];
}
/** search-guesses.js */
interface Syllable {
  text: string;
  isWhole: boolean;
}
interface Spelling {
  rest: string;
  parts: Syllable[];
  cost: number;
}
interface Chain {
  from: number;
  to: number;
  held: { word: string; strength: number }[];
}
/** search-engine.js: a page that was found, before and after a closer look. */
interface Ranked extends Omit<Seen, "near"> {
  doc: number;
  covered: number;
  near: number;
  passages: { passage: number; field: string; weight: number }[];
  fair: number;
  score: number;
}
type Judged = Ranked & { card: Card };
/** embed.js */
interface Asked {
  src: string | false;
  page: string;
  look: Record<string, string | null>;
}
interface Embedded extends Asked {
  host: HTMLElement;
  frame: HTMLIFrameElement;
  last: number;
}
