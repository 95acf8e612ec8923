/* Files made in the page: calendars, text, Word documents. Nothing is sent; the browser saves them. */
/* needs: guideway, counting */
(() => {
  "use strict";

  /** The words of an element in one line: no number of a source that stands behind them, nothing hidden, nothing to press.
      @type {Guideway["wordsOf"]} */
  function wordsOf(element, more = "[hidden]") {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll(`[hidden], .gw-cites, button, input, ${more}`).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  }

  /** @type {(text: string) => Uint8Array<ArrayBuffer>} */
  const bytes = (text) => new TextEncoder().encode(text);

  /** @type {Guideway["save"]} */
  function save(name, type, content) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type }));
    link.download = name.replace(/[\\/:*?"<>|]/g, " ");
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /** One line of a calendar, folded after 75 octets as RFC 5545 wants, never inside a character. @type {(line: string) => string} */
  function folded(line) {
    const parts = [""];
    let size = 0;
    for (const character of line) {
      const more = bytes(character).length;
      if (size + more > 75) {
        parts.push(" ");
        size = 1;
      }
      parts[parts.length - 1] += character;
      size += more;
    }
    return parts.join("\r\n");
  }

  /** @type {(text: string) => string} */
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
  /** @type {(day: string) => string} */
  const compact = (day) => day.replace(/-/g, "");

  /** @type {(entry: CalendarEntry, stamp: string) => string[]} */
  function event({ uid, what, note, last, ahead }, stamp) {
    const next = globalThis.guideway.shifted(last, 1);
    return [
      "BEGIN:VEVENT", `UID:${uid}`, `DTSTAMP:${stamp}`, `SUMMARY:${escaped(what)}`, `DESCRIPTION:${escaped(note)}`,
      `DTSTART;VALUE=DATE:${compact(last)}`, `DTEND;VALUE=DATE:${compact(next)}`, "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(what)}`, `TRIGGER:-P${ahead}D`, "END:VALARM", "END:VEVENT",
    ];
  }

  /** A calendar of whole days, each with a reminder `ahead` days before. @type {Guideway["ics"]} */
  function ics(events, now = new Date()) {
    const stamp = now.toISOString().replace(/[-:]/g, "").replace(/\.\d+/, "");
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Guideway//guideway//${globalThis.guideway.language.slice(0, 2).toUpperCase()}`];
    for (const each of events) lines.push(...event(each, stamp));
    return [...lines, "END:VCALENDAR", ""].map(folded).join("\r\n");
  }

  const CRC = Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit += 1) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
    return n >>> 0;
  });
  /** @type {(data: Uint8Array) => number} */
  const crc = (data) => ~data.reduce((sum, byte) => CRC[(sum ^ byte) & 255] ^ (sum >>> 8), -1) >>> 0;

  /** A short name for a text, the same for ever. @type {Guideway["sum"]} */
  const sum = (text) => crc(bytes(text)).toString(16).padStart(8, "0");

  /** Numbers as little-endian bytes: pairs of a value and how many bytes it takes. @type {(...pairs: [number, number][]) => number[]} */
  const packed = (...pairs) => pairs.flatMap(([value, size]) => Array.from({ length: size }, (_, n) => (value >>> (8 * n)) & 255));

  /** A zip archive without compression: what a .docx is. @type {(files: [string, string][]) => Blob} */
  function zip(files) {
    const parts = [];
    const index = [];
    let at = 0;
    for (const [name, text] of files) {
      const [path, data] = [bytes(name), bytes(text)];
      const about = packed([20, 2], [2048, 2], [0, 2], [0, 2], [33, 2], [crc(data), 4], [data.length, 4], [data.length, 4], [path.length, 2], [0, 2]);
      const local = [...packed([0x04034b50, 4]), ...about, ...path];
      index.push(...packed([0x02014b50, 4], [20, 2]), ...about, ...packed([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), ...path);
      parts.push(new Uint8Array(local), data);
      at += local.length + data.length;
    }
    const tail = packed([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [index.length, 4], [at, 4], [0, 2]);
    return new Blob([...parts, new Uint8Array([...index, ...tail])]);
  }

  /** @type {(text: string) => string} */
  const xml = (text) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

  /** @type {(text: string, style: { layout: string, weight: string, size: number }) => string} */
  function paragraph(text, style) {
    const runs = text.split("\n").map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`).join("<w:br/>");
    return `<w:p><w:pPr><w:spacing w:after="160" w:line="360" w:lineRule="auto"/>${style.layout}</w:pPr><w:r><w:rPr><w:rFonts w:ascii="SimSun" w:hAnsi="SimSun" w:eastAsia="SimSun"/>${style.weight}<w:sz w:val="${style.size}"/></w:rPr>${runs}</w:r></w:p>`;
  }

  const TITLE = { layout: '<w:jc w:val="center"/>', weight: "<w:b/>", size: 32 };
  const BODY = { layout: "", weight: "", size: 24 };
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  /** A Word document: a title and paragraphs. Properties stand in the order of ECMA-376, which Word insists on. @type {Guideway["docx"]} */
  function docx(title, paragraphs) {
    const body = [paragraph(title, TITLE), ...paragraphs.map((text) => paragraph(text, BODY))].join("");
    return zip([
      ["[Content_Types].xml", `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${TYPES}.main+xml"/></Types>`],
      ["_rels/.rels", `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`],
      ["word/document.xml", `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`],
    ]);
  }

  Object.assign(globalThis.guideway, { wordsOf, sum, save, ics, docx, DOCX: TYPES });
})();
