/* What people need who see little or use no mouse, and what only a script can give. */
(() => {
  "use strict";

  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const text = (node) => node.textContent.replace(/[\s¶]+/g, " ").trim();

  // The skip link moves the focus and leaves the address: it may say which view of a page is shown.
  const skip = document.querySelector(".md-skip");
  const main = document.getElementById("umo-text");
  if (skip && main) {
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      main.focus();
    });
  }

  /* A box that scrolls sideways is a stop of the keyboard, with a name: that of its table, else of the
     heading above it. One that shows all it has is neither. */
  const heading = (box) => {
    const before = all("h1, h2, h3, h4").filter(
      (one) => one.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING,
    );
    return before.length ? text(before.pop()) : "";
  };
  const names = new Set();
  const named = (box) => {
    const caption = box.querySelector("caption");
    const parts = [caption ? text(caption) : "", heading(box)].filter(Boolean);
    const name = `Таблица: ${parts.join(", ") || document.title}`;
    let own = name;
    for (let number = 2; names.has(own); number++) own = `${name} (${number})`;
    names.add(own);
    return own;
  };
  const boxes = new Map();
  const settle = (box) => {
    if (box.scrollWidth > box.clientWidth) {
      if (!boxes.get(box)) boxes.set(box, named(box));
      box.tabIndex = 0;
      box.setAttribute("role", "region");
      box.setAttribute("aria-label", boxes.get(box));
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
  };
  const SCROLLING = ".umo-scroll, .md-typeset__scrollwrap, .md-content pre > code";
  const begin = () => {
    const sized = new ResizeObserver((entries) => entries.forEach((entry) => settle(entry.target)));
    all(SCROLLING).forEach((box) => sized.observe(box));
  };
  // The theme lays its own boxes around tables before that.
  addEventListener("load", begin);
})();
