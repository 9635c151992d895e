/* Sorts and filters tables that are complete without it. The marks: templates/register.html. */
(() => {
  "use strict";

  const order = new Intl.Collator("ru", { numeric: true });
  const all = (selector, node = document) => [...node.querySelectorAll(selector)];
  const text = (node) => node.textContent.replace(/\s+/g, " ").trim();
  const low = (value) => value.toLowerCase();
  const make = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };
  const number = (value) => Number(value.replace(/\s/g, "").replace(",", "."));
  const value = (cell) => (cell ? cell.getAttribute("data-umo-value") || text(cell) : "");

  const sort = (table, heading) => {
    const down = heading.getAttribute("aria-sort") === "ascending";
    for (const body of table.tBodies) {
      const rows = [...body.rows].map((row) => [value(row.cells[heading.cellIndex]), row]);
      const empty = ([key]) => !key || key === "—";
      const known = rows.filter((row) => !empty(row));
      const numeric = known.every(([key]) => !isNaN(number(key)));
      const compare = numeric ? (a, b) => number(a) - number(b) : order.compare;
      known.sort(([a], [b]) => (down ? compare(b, a) : compare(a, b)));
      // What is not known stands last either way.
      body.append(...known.concat(rows.filter(empty)).map(([, row]) => row));
    }
    all("[aria-sort]", table).forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
  };

  all("table[data-umo-sortable] thead th:not([data-umo-fixed])").forEach((heading) => {
    const type = { type: "button", className: "umo-sort" };
    const button = make("button", type, ...heading.childNodes);
    button.addEventListener("click", () => sort(heading.closest("table"), heading));
    heading.append(button);
  });

  all("[data-umo-filter]").forEach((box) => {
    const rows = all("tbody tr", box);
    const facet = (row, name) => {
      const mark = `data-umo-${name}`;
      return (row.closest(`[${mark}]`) || row).getAttribute(mark);
    };
    const form = make("div", { className: "umo-filter" });
    const add = (label, field) => {
      form.append(make("label", {}, label, field));
      return field;
    };
    const search = add(box.getAttribute("data-umo-filter"), make("input", { type: "search" }));
    const facets = (box.getAttribute("data-umo-facets") || "").split(";").filter(Boolean);
    const lists = facets.map((part) => {
      const [name, label] = part.split(":");
      const values = new Set(rows.map((row) => facet(row, name)).filter(Boolean));
      const options = [...values].sort(order.compare).map((one) => new Option(one));
      return [name, add(label, make("select", {}, new Option("все", ""), ...options))];
    });
    const said = make("output", { className: "umo-filter__said", ariaLive: "polite" });
    form.append(said);
    box.before(form);

    const filter = () => {
      const words = low(search.value).split(/\s+/);
      const fits = (row) =>
        lists.every(([name, list]) => !list.value || facet(row, name) === list.value) &&
        words.every((word) => low(text(row)).includes(word));
      rows.forEach((row) => (row.hidden = !fits(row)));
      all("[data-umo-group]", box).forEach((group) => {
        group.hidden = !group.querySelector("tbody tr:not([hidden])");
      });
      const left = rows.filter((row) => !row.hidden).length;
      said.textContent = `Показано строк: ${left} из ${rows.length}`;
    };
    form.addEventListener("input", filter);
    // A link to a hidden row shows all rows again.
    addEventListener("hashchange", () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (!target || !box.contains(target) || !target.closest("[hidden]")) return;
      all("input, select", form).forEach((field) => (field.value = ""));
      filter();
      target.scrollIntoView();
    });
  });
})();
