/* The search of the whole site, over the index in search/: nothing is loaded before it is opened.
   The field and the dialog stand in partials/search.html; what is found, in generator/search. */
(() => {
  "use strict";

  const part = (name) => document.querySelector(`[data-umo-search="${name}"]`);
  const dialog = part("dialog");
  if (!dialog) return;
  const [form, facets, said, found, more, former] =
    ["form", "facets", "said", "found", "more", "former"].map(part);
  const words = form.elements.words;
  const root = new URL("../../", document.currentScript.src).pathname;
  const at = (path) => root + path.replace(/^\//, "");
  const STEP = 5; // each finding that is shown has to be loaded
  const NOTHING = []; // nobody has asked for anything
  const PAUSE = 150; // milliseconds without a key after which the words are taken as they are
  const order = new Intl.Collator("ru", { numeric: true });
  const plural = new Intl.PluralRules("ru");
  const pages = { one: "страница", few: "страницы", many: "страниц", other: "страницы" };
  const FACETS = JSON.parse(dialog.getAttribute("data-umo-facets") || "[]");
  const make = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };

  let engine, shelves, results, shown, turn = 0, whole = false;
  let begun = []; // words that may go on: see below

  const load = () => {
    engine ||= (async () => {
      shelves = (await (await fetch(at("search/shelves.json"))).json()).shelves;
      const [leading, ...others] = shelves;
      const { createInstance } = await import(at(`search/${leading.name}/pagefind.js`));
      const made = createInstance({ basePath: at(`search/${leading.name}/`) });
      await made.init();
      await Promise.all(others.filter((shelf) => !shelf.former).map((shelf) => merge(made, shelf)));
      return made;
    })();
    return engine;
  };
  const merge = (made, shelf) => made.mergeIndex(at(`search/${shelf.name}/`));
  const older = () => !whole && (shelves || []).some((shelf) => shelf.former);
  const loadFormer = async () => {
    if (whole) return;
    whole = true;
    const made = await load();
    await Promise.all(shelves.filter((shelf) => shelf.former).map((shelf) => merge(made, shelf)));
  };

  /* Pagefind finds more than was asked for: also the longest shorter word that it knows («по» for
     «погрешность»). In quotes it takes a word in all its forms and nothing else; what is not found
     so may be the beginning of a word, and then each finding is looked at before it is shown. */
  const pagesWith = async (made, word) => {
    const { results } = await made.search(`"${word}"`);
    return new Set(results.map((one) => one.id));
  };
  const plain = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const begins = (word, one) => {
    const all = one.content.split(/\s+/);
    return one.locations.some((place) =>
      (all[place] || "").split(/[^\p{L}\p{N}\p{M}]+/u).some((part) => plain(part).startsWith(word)),
    );
  };

  const chosen = () => {
    const lists = [...facets.querySelectorAll("select")].filter((list) => list.value);
    return Object.fromEntries(lists.map((list) => [list.name, { any: [list.value] }]));
  };

  /* Finds pages; the answer is a function that finds those of one kind, or of all. A search without
     a word would load the whole index, so nobody makes one. */
  const finder = async (made, text, filters) => {
    const parts = text.match(/[\p{L}\p{N}]+/gu) || [];
    const pages = await Promise.all(parts.map((word) => pagesWith(made, word)));
    begun = parts.filter((_, place) => !pages[place].size).map(plain);
    return async (kind) => {
      const wanted = kind ? { ...filters, kind } : filters;
      const { results } = await made.search(text, { filters: wanted });
      return results.filter((one) => pages.every((some) => !some.size || some.has(one.id)));
    };
  };

  const search = async () => {
    const mine = ++turn;
    const text = words.value.trim();
    found.ariaBusy = "true";
    if (!/[\p{L}\p{N}]/u.test(text)) {
      form.querySelectorAll(".umo-search__count").forEach((place) => (place.textContent = ""));
      return show(NOTHING);
    }
    said.textContent = "Ищу…";
    try {
      const find = await finder(await load(), text, chosen());
      const all = await find(form.elements.kind.value);
      if (mine !== turn) return;
      await show(all);
      await count(find, mine);
    } catch (error) {
      said.textContent = "Поиск не загрузился. Проверьте связь и попробуйте ещё раз.";
      engine = undefined;
      whole = false;
      console.error(error);
    }
  };
  const verdict = (number) => {
    if (!number && older()) return "Ничего не найдено ни в практиках, ни за два последних учебных года.";
    if (!number) return "Ничего не найдено. Попробуйте другое слово или откройте раздел «Практики».";
    if (begun.length) return `Найдены слова, которые начинаются так: «${begun.join("», «")}»`;
    return `Найдено: ${number} ${pages[plural.select(number)]}`;
  };

  /* How much there is of each kind: only of whole words, since beginnings are not counted. */
  const count = async (find, mine) => {
    for (const field of form.elements.kind) {
      const number = begun.length ? "" : (await find(field.value)).length;
      if (mine !== turn) return;
      field.closest("label").querySelector(".umo-search__count").textContent = number;
    }
  };

  /* A list of values for each facet that the index knows. */
  const refine = (known) => {
    const lists = FACETS.filter(([name]) => known[name]).map(([name, label]) => {
      const values = Object.keys(known[name]).sort(order.compare);
      const options = values.map((value) => new Option(value, value));
      return make("label", {}, label, make("select", { name }, new Option("любые", ""), ...options));
    });
    facets.querySelector("div").replaceChildren(...lists);
  };

  const show = async (all) => {
    results = all;
    shown = 0;
    found.replaceChildren();
    await showMore();
    said.textContent = all === NOTHING ? "" : verdict(found.childElementCount && all.length);
    former.hidden = all === NOTHING || !older();
    found.ariaBusy = "false";
  };

  const showMore = async () => {
    const [mine, some] = [turn, results.slice(shown, shown + STEP)];
    const data = await Promise.all(some.map((one) => one.data()));
    if (mine !== turn) return;
    const rows = data.filter((one) => begun.every((word) => begins(word, one))).map(row);
    // The likeliest come first: where none of a step will do, none behind it will.
    shown = rows.length ? shown + some.length : results.length;
    found.append(...rows);
    more.hidden = shown >= results.length;
  };

  const row = (one) => {
    const page = one.meta.url || one.raw_url;
    const parts = one.sub_results.filter((part) => part.anchor && !one.meta.url).slice(0, 2);
    return make(
      "li",
      {},
      make("a", { href: at(page) }, one.meta.title),
      ...(one.meta.note ? [make("span", { className: "umo-search__note" }, one.meta.note)] : []),
      make("p", {}, ...marked(one.excerpt)),
      ...(parts.length ? [make("ul", {}, ...parts.map((section) => sub(page, section)))] : []),
    );
  };
  const sub = (page, section) => {
    const href = `${at(page)}#${section.anchor.id}`;
    return make("li", {}, make("a", { href }, section.title));
  };

  /* The excerpt comes as HTML with <mark>; it is put in as text and elements of our own. */
  const marked = (excerpt) =>
    excerpt.split(/<mark>(.*?)<\/mark>/).map((piece, place) => {
      const text = piece.replace(/&lt;/g, "<").replace(/&gt;/g, ">");
      return place % 2 ? make("mark", {}, text) : text;
    });

  let waiting;
  const soon = () => {
    clearTimeout(waiting);
    found.ariaBusy = "true";
    waiting = setTimeout(search, PAUSE);
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    words.select();
    load().catch(() => (engine = undefined));
  };

  part("open").addEventListener("click", open);
  part("close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.getElementById("__search")?.addEventListener("change", (event) => {
    event.target.checked = false;
    open();
  });
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    open();
  });
  words.addEventListener("input", soon);
  form.addEventListener("change", (event) => event.target !== words && search());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    search();
  });
  facets.addEventListener("toggle", async () => {
    if (facets.open && !facets.querySelector("select")) refine(await (await load()).filters());
  });
  more.addEventListener("click", async () => {
    found.ariaBusy = "true";
    await showMore();
    found.ariaBusy = "false";
  });
  former.addEventListener("click", async () => {
    await loadFormer();
    search();
  });
})();
