/* Comes when its box is opened. Lets a reader say here what is wrong with a page, and puts it into the text to copy and into the link that brings it. Nothing is sent, and
   nothing of what was answered or typed elsewhere goes along. */
/* needs: guideway */
(() => {
  "use strict";

  const { make, part, fill } = globalThis.guideway;
  const MOST = 400; // signs: what is longer is cut off by some programs for mail

  /** @type {(box: HTMLElement) => void} */
  function say(box) {
    const { title, about } = box.dataset;
    const [step, words] = box.dataset.labels.split("|");
    const [which, whole, ask, copy, copied, failed] = box.dataset.words.split("|");
    const link = /** @type {HTMLAnchorElement | null} */ (box.querySelector(".gw-say__send")); // there is one if there is an address
    const text = part(box, ".gw-say__text");
    const steps = [...document.querySelectorAll(".gw-step__do")];
    let number = 0; // the way out has none, as on the page
    const options = steps.map((head) => {
      const title = head.textContent.trim();
      return make("option", {}, head.closest(".gw-step--out") ? title : `${++number}. ${title}`);
    });
    const where = make("select", {}, make("option", {}, whole), ...options);
    const said = make("textarea", { rows: "3", maxlength: String(MOST) });
    const status = make("span", { role: "status" });

    function write() {
      text.textContent = `${about}\n${step}${where.value}\n${words}${said.value}`;
      const body = encodeURIComponent(text.textContent).replace(/%0A/g, "%0D%0A"); // as mail ends its lines (RFC 6068)
      if (link) link.href = fill(document.body.dataset.feedback ?? "", { title: encodeURIComponent(title), text: body });
    }

    async function take() {
      const done = await Promise.resolve(navigator.clipboard && navigator.clipboard.writeText(text.textContent).then(() => true)).catch(() => false);
      status.textContent = done ? copied : failed;
    }

    const asked = steps.length ? [make("label", {}, which, where)] : [];
    part(box, "summary").after(make("div", { class: "gw-say__form" }, ...asked, make("label", {}, ask, said)));
    box.append(make("p", { class: "gw-buttons" }, make("button", { type: "button", click: take }, copy), status));
    box.addEventListener("input", write);
    write();
  }

  document.querySelectorAll(".gw-say").forEach(say);
})();
