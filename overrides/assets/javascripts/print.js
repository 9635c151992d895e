/* The buttons that print a page. A browser prints without them too: Ctrl+P. */
(() => {
  "use strict";

  for (const button of document.querySelectorAll("[data-umo-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // Browsers that cannot open folded parts by a style sheet get them opened, and closed again.
  if (CSS.supports("selector(::details-content)")) return;
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll(".md-content details:not([open], .umo-bibtex)")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
