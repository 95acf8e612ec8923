/* Code is copied with one press; where the browser does not allow that, it is chosen, ready to be copied by hand. */
/* needs: guideway, data */
(() => {
  "use strict";

  const { make, words } = globalThis.guideway;

  for (const code of document.querySelectorAll(".gw-code")) {
    code.after(make("p", { class: "gw-buttons gw-code__copy" }, make("button", { type: "button" }, words.copy), make("span", { role: "status" })));
  }

  /* Pressed anywhere: what a decision shows anew are copies of these buttons. */
  document.addEventListener("click", async ({ target }) => {
    const row = target instanceof Element && target.closest("button") && target.closest(".gw-code__copy");
    const code = row && row.previousElementSibling;
    const said = row && row.querySelector("[role=status]");
    if (!code || !said) return;
    try {
      await navigator.clipboard.writeText(code.textContent ?? "");
      said.textContent = words.copied;
    } catch {
      getSelection()?.selectAllChildren(code);
      said.textContent = words.copy_failed;
    }
  });
})();
