/* Copies a citation. The marks: templates/practice.html; without this script the text is there to
   be selected, with a gap for the day on which the page was read. */
(() => {
  "use strict";

  const two = (number) => String(number).padStart(2, "0");
  const today = () => {
    const now = new Date();
    return `${two(now.getDate())}.${two(now.getMonth() + 1)}.${now.getFullYear()}`;
  };
  const here = () => location.href.split(/[?#]/)[0];

  // What the page could not know when it was made: the day, and an address that nobody had set.
  const fill = (block) => {
    block.querySelectorAll("[data-umo-today]").forEach((gap) => (gap.textContent = today()));
    block.querySelectorAll("[data-umo-address]").forEach((gap) => (gap.textContent = here()));
    return block;
  };
  const text = (block) => fill(block.cloneNode(true)).textContent.trim();

  const select = (block) => {
    const range = document.createRange();
    range.selectNodeContents(fill(block));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  const copy = async (block) => {
    try {
      await navigator.clipboard.writeText(text(block));
      return "Скопировано";
    } catch {
      // No right to the clipboard, or a page that came without encryption.
      select(block);
      return document.execCommand("copy") ? "Скопировано" : "Выделено: нажмите Ctrl+C";
    }
  };

  document.querySelectorAll("[data-umo-copy]").forEach((button) => {
    const block = document.getElementById(button.getAttribute("data-umo-copy"));
    const said = button.parentElement.querySelector("output");
    button.hidden = false;
    button.addEventListener("click", async () => {
      said.textContent = "";
      said.textContent = await copy(block);
    });
  });
})();
