/* The part of an address that no browser sends: `#<place>?<said>`. Before the `?` is the id of a place on the page, as
   ever; after it, what the reader typed or answered, as `name=value&…`. Either may be empty: `#step-costs?source=agent`,
   `#?q=…`, `#s12`. Without a `?` nothing is said of answers, and those there are stay. Only this script reads and writes it.
   What others put into an address (`utm_…`, `from`, `spm`) is not ours: it is neither read nor kept. */
globalThis.guideway = globalThis.guideway || /** @type {Guideway} */ ({});

(() => {
  "use strict";

  const OURS = "guideway"; // the state of an entry of the history that this script has seen
  const settings = (document.body.dataset.settings || "").split(" "); // what the page around an embedded one may ask for
  const names = new Set(["q"]); // what this page understands: a search, its questions by every name they had, what can be filled in
  for (const { dataset } of document.querySelectorAll("[data-question]")) {
    [String(dataset.question), ...(dataset.aliases || "").split(" ")].forEach((name) => names.add(name));
  }
  for (const { dataset } of document.querySelectorAll("[data-blanks]")) { // what a decision may fill in there
    Object.keys(JSON.parse(dataset.blanks)).forEach((name) => names.add(`blank.${name}`));
  }
  const isNew = history.state !== OURS;
  const seen = new Set([location.hash]); // a site around us may put its own state over ours: Material keeps there how far one has scrolled
  let said = "";
  let isTaken = false;

  /** @type {(hash: string) => [string, string | null]} */
  function parts(hash) {
    const cut = hash.indexOf("?");
    return cut < 0 ? [hash.slice(1), null] : [hash.slice(1, cut), hash.slice(cut + 1)];
  }

  /** @type {(pairs: URLSearchParams, belongs: (name: string) => boolean) => string} */
  const query = (pairs, belongs) => new URLSearchParams([...pairs].filter(([name]) => belongs(name))).toString();
  /** @type {(written: string | null) => string} */
  const ours = (written) => query(new URLSearchParams(written || ""), (name) => names.has(name));

  /** @type {(place: string, query: string) => string} */
  const joined = (place, query) => (place || query ? `#${place}${query ? `?${query}` : ""}` : "");

  /** @type {(place: string, push?: boolean, sent?: string) => void} */
  function put(place, push = false, sent = location.search) {
    const hash = joined(place, said);
    seen.add(hash);
    if (!push && hash === location.hash && sent === location.search && history.state === OURS) return;
    try {
      history[push ? "pushState" : "replaceState"](OURS, "", location.pathname + sent + hash);
    } catch {
      // A page opened from a file may not be allowed to change its address; it works all the same.
    }
  }

  /** The id of the place the address names. */
  function place() {
    const [written] = parts(location.hash);
    try { return decodeURIComponent(written); } catch { return written; }
  }

  /** What the address says, as `name=value&…`. */
  function read() {
    isTaken = true;
    return said;
  }

  /** Put it into the address; as a step of its own one can go back from, and then the place is left. @type {Guideway["fragment"]["write"]} */
  function write(query, push = false) {
    said = query;
    put(push ? "" : parts(location.hash)[0], push);
  }

  /** Let a link take it along. @type {Guideway["fragment"]["carry"]} */
  function carry(link, query) {
    link.hash = joined(parts(link.hash)[0], query);
  }

  /** Go to a place as the browser does: it scrolls, opens what is closed, and goes on from there by keyboard. @type {(written: string) => void} */
  function go(written) {
    location.replace(`#${written}`);
    put(written);
  }

  /** Go there as soon as the browser itself has looked, and found nothing; it looks again when all is loaded. @type {(written: string) => void} */
  function come(written) {
    go(written);
    const at = scrollY;
    addEventListener("load", () => { if (scrollY === at) setTimeout(go, 0, written); });
  }

  /** What was said in the part that is sent, by an address from before, moves; settings of the page around us stay. */
  function tidy() {
    const given = new URLSearchParams(location.search);
    const sent = query(given, (name) => settings.includes(name));
    const moved = query(given, (name) => names.has(name) && !settings.includes(name));
    const [written, here] = parts(location.hash);
    said = [ours(here), moved].filter(Boolean).join("&");
    if (location.search) put(written, false, sent && `?${sent}`);
    addEventListener("DOMContentLoaded", () => {
      if (moved && !isTaken) write("");
      if (isNew && written && (here !== null || moved)) setTimeout(come, 0, written);
    });
  }

  addEventListener("hashchange", () => {
    const been = history.state === OURS || (history.state !== null && seen.has(location.hash));
    const [written, here] = parts(location.hash);
    const before = said;
    if (been || here !== null) said = ours(here);
    if (said !== before) {
      document.dispatchEvent(new CustomEvent("guideway:address", { detail: { been } }));
    }
    if (!been && here !== null && written) go(written);
    else put(written);
  });

  Object.assign(globalThis.guideway, { fragment: { place, read, write, carry } });
  tidy();
})();
