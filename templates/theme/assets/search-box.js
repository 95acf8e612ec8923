/* What a search box shows: results as one types, by keyboard, or a whole page of them.
   Texts from the index and from the address only ever become text. */
/* needs: store, guideway, fragment, face, search-engine */
(() => {
  "use strict";

  const PAUSE = 120;
  const HALF_TYPED = 700;
  const KEPT = "searches";
  const MOST_KEPT = 8;
  const PAGE = 10;
  const { make, part, hold, fill, searchFace: face } = globalThis.guideway;
  const words = face.words;
  /** @type {Found} */
  const NOTHING = { results: [], names: [], weak: false, strange: false };

  /** A text with its marks: plain nodes and <mark>. @type {(text: Marked) => Child[]} */
  function marked({ text, marks }) {
    const nodes = [];
    let at = 0;
    for (const [from, to] of marks) {
      nodes.push(text.slice(at, from), make("mark", {}, text.slice(from, to)));
      at = to;
    }
    return [...nodes, text.slice(at)];
  }

  /** What stands beside the name of a place that would be false alone. @type {(place: FoundPlace) => Child[]} */
  const beside = ({ truth }) => truth ? [" ", make("span", { class: "gw-found__truth" }, ...marked(truth))] : [];

  /* Searches that the reader chose to keep on this device. */

  /** @type {() => string[] | null} */
  function kept() {
    try {
      const found = JSON.parse(String(guideway.kept.read(KEPT)));
      return Array.isArray(found) ? found.filter((one) => typeof one === "string").slice(0, MOST_KEPT) : null;
    } catch {
      return null;
    }
  }

  /** @type {(searches: string[] | null) => void} */
  function keep(searches) {
    guideway.kept.write(KEPT, searches && JSON.stringify(searches));
  }

  /** @type {(text: string) => void} */
  function remember(text) {
    const before = kept();
    if (before && text) keep([text, ...before.filter((one) => one !== text)].slice(0, MOST_KEPT));
  }

  /* What is offered above all results: help for a cry, an organisation for its number. */

  /** @type {(text: string) => string} */
  const plain = (text) => text.normalize("NFKC").toLowerCase().normalize("NFKC");
  const signs = [...face.simple];
  const simple = new Map(signs.map((sign, at) => [sign, at % 2 ? sign : signs[at + 1]]));
  /** @type {(text: string) => string} */
  const squeezed = (text) => [...plain(text)].map((sign) => simple.get(sign) || sign).join("").replace(/[\s\p{P}\p{S}\p{C}\p{M}]/gu, "");
  /** @type {(text: string, expression: string) => string} */
  const apart = (text, expression) => expression ? text.replace(new RegExp(expression, "g"), "\n") : text;

  /** The first cry that is heard and decides; `names` are the words in the query that pages are known by.
      @type {(said: string, names: string[]) => Cry | undefined} */
  const cryIn = (said, names) => face.cries.find((one) => {
    const heard = apart(said, one.unless);
    if (!new RegExp(one.said).test(heard)) return false;
    const rest = apart(apart(heard, one.said), face.nobody);
    return one.decides !== "alone" || !names.some((name) => rest.includes(name));
  });

  /** Whether a number stands in a text as one of its own: no part of an amount, a date, or a longer number.
      @type {(number: string, text: string) => boolean} */
  function stands(number, text) {
    const digits = number.replace(/\D/g, "");
    const written = new RegExp(digits.length < 8 ? digits : [...digits].join("[\\s-]?"), "g");
    const { before, after } = face.amounts;
    return [...text.matchAll(written)].some(({ 0: found, index: at }) =>
      !new RegExp(`(?:[0-9a-z.]|[0-9]\\s*[-,:/]|(?:${before})\\s*)$`).test(text.slice(0, at))
      && !new RegExp(`^(?:[0-9a-z%]|[-.,:/]\\s*[0-9]|\\s*(${after})(?!\\1))`).test(text.slice(at + found.length)));
  }

  /** The hotlines a text has the numbers of. A number that is mixed up with another one gives that one, and says so.
      @type {(text: string) => { say: string, links: PageLink[] }} */
  function hotlinesIn(text) {
    const typed = plain(text);
    const said = squeezed(text);
    const mixedUp = face.numbers.flatMap((right) => (right.wrong || []).map((one) => ({ ...one, right })))
      .filter(({ number, about }) => stands(number, typed) && (!about.length || about.some((word) => said.includes(word))));
    const own = face.numbers.filter(({ number }) => stands(number, typed) && !mixedUp.some((one) => one.number === number));
    return {
      say: mixedUp.map(({ number, right }) => fill(words.mixed_up, { number, label: right.label })).join(""),
      links: [...new Set([...mixedUp.map(({ right }) => right), ...own])].map(({ number, label, address }) => ({ title: `${label} ${number}`, address })),
    };
  }

  /** Whether the thing named is on no page: somebody wrote so, or the index does not know most of it. @type {Guideway["searchMissing"]} */
  const isMissing = (text, { strange }, { links }) => !links.length && (strange || Boolean(face.absent) && new RegExp(face.absent).test(squeezed(text)));

  /* The page that somebody reads: its steps, letters and all that has a heading and a place. */

  const MOST_HERE = 3;
  const MOST_OF_IT = 0.5;
  /** @type {(values: number[]) => number} */
  const sum = (values) => values.reduce((all, one) => all + one, 0);

  /** The places of this page that have most of what was typed, what is in a heading twice.
      @type {(text: string) => { id: string, title: string }[]} */
  function onThisPage(text) {
    const wanted = [...new Set(guideway.searchTerms(text))].filter((term) => term.length > 1);
    if (!wanted.length) return [];
    const places = [...document.querySelectorAll("main [id]")].flatMap((place) => {
      const heading = place.querySelector("h2, h3, h4");
      if (!heading || heading.closest("[id]") !== place || place.closest("[hidden]")) return [];
      const [said, all] = [heading, place].map(({ textContent }) => new Set(guideway.searchTerms(String(textContent))));
      const held = wanted.filter((term) => all.has(term)).length / wanted.length;
      const named = wanted.filter((term) => said.has(term)).length / wanted.length;
      return held >= MOST_OF_IT && named > 0 ? [{ id: place.id, title: String(heading.textContent).trim(), worth: held + named }] : [];
    });
    return places.sort((a, b) => b.worth - a.worth).slice(0, MOST_HERE);
  }

  /** @type {(text: string) => string} */
  const short = (text) => text.length > 24 ? `${text.slice(0, 24)}…` : text;

  /** @type {Guideway["searchOffers"]} */
  function offered(text, names = []) {
    const cry = cryIn(squeezed(text), names);
    const hotlines = hotlinesIn(text);
    return {
      isPerson: cry?.decides === "person",
      say: [cry ? cry.say : "", hotlines.say].filter(Boolean).join(" "),
      links: [...(cry ? cry.offer : []), ...hotlines.links].slice(0, 3),
    };
  }

  /** @type {Guideway["searchBox"]} */
  function searchBox(form, root) {
    if (form.dataset.awake) return;
    form.dataset.awake = "";
    const input = part(form, "input");
    const search = guideway.openSearch(new URL("search/", root).href);
    const isPage = Boolean(form.dataset.results);
    const title = document.title;
    const status = make("p", { class: "gw-found__status", role: "status" });
    const list = make(isPage ? "ol" : "ul", { class: "gw-found" });
    let asked = 0;
    let timer = 0;
    let active = -1;
    /** @type {Choice[]} */
    let offers = [];

    /** The places that are listed below a page. @type {(places: FoundPlace[]) => FoundPlace[]} */
    const listed = (places) => isPage ? places : places.slice(0, 1);
    /** @type {(path: string) => string} */
    const href = (path) => /^(?:tel:|#)/.test(path) ? path : guideway.address(path, root);
    /** @type {(address: string) => string} */
    const kind = (address) => face.kinds[address.split("/")[0]] || "";

    /** People to talk to are shown before the index is there, and without it. @type {(text: string, isHalf?: boolean, many?: number) => Promise<void>} */
    async function find(text, isHalf = false, many = PAGE) {
      const number = (asked += 1);
      if (offered(text).isPerson) show(text, NOTHING, isHalf);
      const found = await (text ? searched(text, many) : Promise.resolve(NOTHING)).catch(() => ({ ...NOTHING, isLost: true }));
      if (number === asked) show(text, found, isHalf);
    }

    /** What is found; on a page with what stands below as many as may be in sight, so that nothing moves. @type {(text: string, many: number) => Promise<Found>} */
    async function searched(text, many) {
      const found = await search(text, isPage ? many : 6);
      if (isPage) await Promise.all(found.results.slice(0, PAGE).map((one) => one.snippet()));
      return found;
    }

    /** @type {(text: string) => void} */
    function say(text) {
      status.textContent = text;
    }

    /** What is listed is counted: offers, pages and places. Of what is not yet typed to its end nothing is said.
        @type {(text: string, found: Results, help: Offered, isHalf: boolean) => string} */
    function told(text, { results, weak, isLost, missing, near, here }, { say: first, links, isPerson }, isHalf) {
      if (isPerson || !text) return first;
      const number = links.length + here.length + sum(results.map(({ places }) => 1 + listed(places).length));
      const absent = near ? fill(words.near, near) : fill(words.missing, { text: short(text) });
      const doubt = results.length && missing ? absent : !number ? words.none : results.length && weak && !links.length && !here.length ? words.weak : "";
      const said = isLost ? words.failed : doubt ? isHalf ? "" : doubt : fill(words.found, { number });
      return [first, said].filter(Boolean).join(" ");
    }

    /* As a box in the head of a page: a list of choices. */

    /** @type {(address: string, ...children: Child[]) => Choice} */
    const entry = (address, ...children) => ({ address, children });

    /** @type {(text: string, found: Results, help: Offered) => Choice[]} */
    function choices(text, { results, isLost, here }, { links, isPerson }) {
      if (!text) return (kept() || []).map((search) => ({ search, children: [search] }));
      const offers = links.map(({ title, address }) => entry(address, make("strong", {}, title)));
      if (isPerson || isLost) return offers;
      const pages = results.flatMap(({ address, title, places }) => [
        entry(address, make("strong", {}, ...marked(title)), " ", make("small", {}, kind(address))),
        ...listed(places).map((place) => entry(place.address, make("span", { class: "gw-found__place" }, ...marked(place.heading)), ...beside(place))),
      ]);
      const near = here.map(({ id, title }) => entry(`#${id}`, make("span", { class: "gw-found__place" }, title), " ", make("small", {}, words.here)));
      const ways = results.length || links.length || near.length ? [] : face.ways.map(({ title, address }) => entry(address, title));
      return [...offers, ...near, ...pages, ...ways];
    }

    /** What was chosen stays chosen if it is still there: answers to what was typed before come late.
        @type {(text: string, found: Results, help: Offered) => void} */
    function showChoices(text, found, help) {
      const all = choices(text, found, help);
      const before = offers[active];
      const chosen = before ? all.findIndex(({ address, search }) => address === before.address && search === before.search) : -1;
      active = -1;
      offers = all;
      hold(list, ...all.map(({ address, search, children }, number) => {
        const item = make("li", { role: "option", id: `${input.id}-${number}`, "aria-selected": "false" }, ...children);
        item.addEventListener("mousedown", (/** @type {Event} */ event) => event.preventDefault());
        item.addEventListener("click", () => (search ? again(search) : open(String(address))));
        return item;
      }));
      const isOpen = all.length > 0 || Boolean(status.textContent);
      popup.hidden = !isOpen;
      input.setAttribute("aria-expanded", String(all.length > 0));
      input.removeAttribute("aria-activedescendant");
      if (chosen >= 0) choose(chosen);
    }

    /** @type {(search: string) => void} */
    function again(search) {
      input.value = search;
      find(search);
    }

    /** @type {(address: string) => void} */
    function open(address) {
      remember(input.value.trim());
      if (address.startsWith("#")) close();
      location.assign(href(address));
    }

    /** @type {(number: number) => void} */
    function choose(number) {
      const items = [...list.children];
      if (!items.length) return;
      active = (number + items.length) % items.length;
      items.forEach((item, at) => item.setAttribute("aria-selected", String(at === active)));
      items[active].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", items[active].id);
    }

    /** And what is still looked for opens it no more. */
    function close() {
      clearTimeout(timer);
      asked += 1;
      popup.hidden = true;
      active = -1;
      for (const item of list.children) item.setAttribute("aria-selected", "false");
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    /** @type {(event: KeyboardEvent) => void} */
    function onKey(event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (popup.hidden) find(input.value.trim());
        else if (event.key === "ArrowDown") choose(active + 1);
        else choose(active < 0 ? -1 : active - 1);
      } else if (event.key === "Enter" && active >= 0) {
        event.preventDefault();
        /** @type {HTMLElement} */ (list.children[active]).click();
      } else if (event.key === "Escape") {
        if (!popup.hidden) event.preventDefault(); // the list first, then the box
        close();
      }
    }

    /* As a page: a list of links. */

    /** What is said below results that are not in sight is loaded when they nearly are. @type {Map<Element, () => void>} */
    const waiting = new Map();
    const nearly = new IntersectionObserver((some) => {
      for (const { isIntersecting, target } of some) if (isIntersecting) {
        waiting.get(target)?.();
        nearly.unobserve(target);
      }
    }, { rootMargin: "100%" });

    /** @type {(page: FoundPage, number: number) => HTMLElement} */
    function result({ address, title, snippet, places }, number) {
      const link = make("a", { href: href(address) }, ...marked(title));
      const about = make("p", { class: "gw-found__snippet" });
      const item = make("li", {}, make("p", { class: "gw-found__title" }, link, " ", make("span", { class: "gw-tag" }, kind(address))), about);
      const tell = () => snippet().then((text) => text && about.append(...marked(text)), () => {});
      if (number < PAGE) tell();
      else nearly.observe((waiting.set(item, tell), item));
      if (places.length) {
        const links = listed(places).map((place) => make("li", {}, make("a", { href: href(place.address) }, ...marked(place.heading)), ...beside(place)));
        item.append(make("ul", { class: "gw-found__places" }, ...links));
      }
      return item;
    }

    /** @type {(text: string, many: number) => HTMLElement} */
    function more(text, many) {
      const button = make("button", { type: "button" }, words.more);
      button.addEventListener("click", async () => {
        await find(text, false, many + PAGE);
        /** @type {HTMLElement | undefined} */ (list.querySelectorAll(".gw-found__title a")[many])?.focus();
      });
      return make("li", { class: "gw-found__more" }, button);
    }

    /** Pages below people to talk to are folded away. @type {(results: FoundPage[]) => HTMLElement} */
    const folded = (results) => make("li", {}, make("details", {}, make("summary", {}, words.folded), make("ol", { class: "gw-found" }, ...results.map(result))));

    /** How to say that a page is missing: a sentence to copy, and a link that brings it, if there is an address. Nothing is sent.
        @type {(text: string) => HTMLElement} */
    function wanted(text) {
      const sentence = make("q", {}, fill(words.wanted, { text }));
      const { feedback } = document.body.dataset;
      const sent = feedback && fill(feedback, { title: encodeURIComponent(text), text: encodeURIComponent(sentence.textContent) });
      const send = feedback ? [" ", make("a", { href: sent }, words.send)] : [];
      const copy = make("button", { type: "button" }, words.copy);
      copy.addEventListener("click", async () => { copy.textContent = await navigator.clipboard?.writeText(sentence.textContent).then(() => true, () => false) ? words.copied : words.not_copied; });
      return make("li", { class: "gw-found__wanted" }, make("p", {}, words.tell), make("p", {}, sentence, " ", copy, ...send));
    }

    /** @type {(text: string, found: Results, help: Offered) => void} */
    function showPage(text, { results, total = 0, missing }, { links, isPerson }) {
      nearly.disconnect();
      waiting.clear();
      const offers = links.map(({ title, address }) => make("li", { class: "gw-found__offer" }, make("a", { href: href(address), translate: address.startsWith("tel:") ? "no" : "yes" }, title)));
      const pages = isPerson && results.length ? [folded(results)] : results.map(result);
      const others = results.length && results.length % PAGE === 0 && total > results.length ? [more(text, results.length)] : [];
      hold(list, ...offers, ...pages, ...(isPerson ? [] : others), ...(missing ? [wanted(text)] : []));
      list.classList.toggle("gw-found--person", isPerson);
      part(document, "#search-ways").hidden = Boolean(text && (results.length || links.length));
      document.title = text && !isPerson ? `${text} - ${words.title}` : title;
      guideway.fragment.write(text && !isPerson ? new URLSearchParams({ q: text }).toString() : "");
      recent();
    }

    function recent() {
      const searches = kept();
      const room = part(document, "#search-recent");
      const box = make("input", { type: "checkbox" });
      box.checked = searches !== null;
      box.addEventListener("change", () => { keep(box.checked ? [] : null); recent(); });
      const links = (searches || []).map((search) => {
        const button = make("button", { type: "button" }, search);
        button.addEventListener("click", () => again(search));
        return make("li", {}, button);
      });
      hold(room, make("label", {}, box, ` ${words.keep}`), make("ul", {}, ...links));
    }

    /** @type {(text: string, all: Found & { isLost?: boolean }, isHalf: boolean) => void} */
    function show(text, all, isHalf) {
      const help = offered(text, all.names);
      const found = { ...all, missing: Boolean(text) && !all.isLost && isMissing(text, all, help), here: isPage || !text ? [] : onThisPage(text), results: all.results.filter(({ address }) => !help.links.some((link) => link.address === address)) };
      say(told(text, found, help, isHalf));
      (isPage ? showPage : showChoices)(text, found, help);
    }

    /* Both. */

    const popup = make("div", { class: "gw-search__popup" }, status, list);

    /** @type {(pause: number, isHalf?: boolean) => void} */
    function soon(pause, isHalf = false) {
      clearTimeout(timer);
      timer = setTimeout(() => find(input.value.trim(), isHalf), pause);
    }

    input.addEventListener("input", (event) => event.isComposing ? soon(HALF_TYPED, true) : soon(PAUSE));
    input.addEventListener("compositionend", () => soon(PAUSE));
    if (isPage) {
      hold(part(document, `#${form.dataset.results}`), status, list);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        remember(input.value.trim());
        soon(0);
      });
      addEventListener("click", (event) => { if (list.contains(/** @type {Node} */ (event.target))) remember(input.value.trim()); });
      document.addEventListener("guideway:address", () => again(new URLSearchParams(guideway.fragment.read()).get("q") || ""));
      if (!input.value) input.focus();
    } else {
      popup.hidden = true;
      form.append(popup);
      list.id = `${input.id}-list`;
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", words.title);
      for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) input.setAttribute(name, value);
      input.addEventListener("keydown", onKey);
      form.addEventListener("submit", () => remember(input.value.trim()));
      form.addEventListener("focusout", (event) => { if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) close(); });
    }
    if (isPage || input.value || kept()) find(input.value.trim());
  }

  Object.assign(guideway, { searchBox, searchOffers: offered, searchMissing: isMissing });
})();
