/* The theme's menus open by labels of hidden checkboxes, which no keyboard reaches. Each label gets a
   button over it; an open menu on a narrow screen keeps the focus, Escape closes it. */
(() => {
  "use strict";

  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const drawer = document.getElementById("__drawer");
  const side = document.querySelector(".md-sidebar--primary");
  const narrow = matchMedia("(max-width: 76.234375em)"); // where the theme folds its menu away
  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const seen = (node) => node.getClientRects().length && getComputedStyle(node).visibility === "visible";

  // --- a button for each label -------------------------------------------------------------------

  const named = (label, box) => {
    if (box.id === "__search") return "Поиск по сайту";
    if (label.classList.contains("md-header__button")) return "Меню";
    if (label.classList.contains("md-overlay")) return "";
    if (!label.classList.contains("md-nav__title")) {
      return box.id === "__toc" ? `${text(label)}: содержание страницы` : text(label);
    }
    return box === drawer ? "Закрыть меню" : `Назад из раздела «${text(label)}»`;
  };
  const furnish = (label) => {
    const box = document.getElementById(label.htmlFor);
    const name = box && named(label, box);
    if (!name) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "umo-over";
    button.setAttribute("aria-label", name);
    // A click on a button inside a label is the button's alone.
    button.addEventListener("click", () => box.click());
    if (box.id === "__search") {
      button.setAttribute("aria-haspopup", "dialog");
    } else if (!label.classList.contains("md-nav__title")) {
      const tell = () => button.setAttribute("aria-expanded", box.checked);
      box.addEventListener("change", tell);
      tell();
    }
    label.prepend(button);
  };
  all("label[for='__drawer'], label[for^='__nav'], label[for='__toc'], label[for='__search']").forEach(furnish);

  // --- of the looks to choose from, the one that is shown is the chosen one -----------------------

  const looks = document.querySelector("[data-md-component='palette']");
  if (looks) {
    const settleLook = () => {
      all("input", looks).forEach((input) => {
        const label = input.nextElementSibling;
        if (label && !label.hidden) input.checked = true;
      });
    };
    new MutationObserver(settleLook).observe(looks, { attributeFilter: ["hidden"], subtree: true });
    settleLook();
  }

  // --- the focus follows what opens and closes ---------------------------------------------------

  const enter = (node) => {
    const first = all("button, a[href]", node).find(seen);
    if (first) first.focus();
  };
  all(".md-nav__toggle").forEach((box) => {
    const back = box.parentElement.querySelector(":scope > label .umo-over");
    const panel = box.parentElement.querySelector(":scope > nav");
    if (!back || !panel) return;
    box.addEventListener("change", () => {
      if (!narrow.matches) return;
      if (box.checked) enter(panel);
      else back.focus();
    });
  });

  if (!drawer || !side) return;
  const opener = document.querySelector("header label[for='__drawer'] .umo-over");
  const behind = all("header, .md-skip, .md-banner, .md-tabs, .md-content, .md-sidebar--secondary, footer, .md-top");
  const settle = () => {
    const open = drawer.checked && narrow.matches;
    behind.forEach((node) => (node.inert = open));
    if (open) enter(side);
  };
  const close = () => {
    if (!drawer.checked) return;
    drawer.click();
    if (opener) opener.focus();
  };
  drawer.addEventListener("change", () => {
    settle();
    if (!drawer.checked && opener && side.contains(document.activeElement)) opener.focus();
  });
  narrow.addEventListener("change", settle);
  addEventListener("pageshow", () => drawer.checked && drawer.click());
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  side.addEventListener("click", (event) => {
    if (event.target.closest("a[href]")) close();
  });
})();
