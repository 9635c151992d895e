/* Chooses practices by several values at once. The page is complete without it: there the values
   lead to lists. The marks: templates/practices.html; the files: pages/practices/columns.py. */
(() => {
  "use strict";

  const box = document.querySelector("[data-umo-browse]");
  if (!box || !window.fetch) return;

  const SHOWN = 20; // cards at a time
  const MANY = 40; // values of which only some are offered
  const OFFERED = 24;
  const ENDS = new Intl.PluralRules("ru");
  const all = (selector, node = box) => [...node.querySelectorAll(selector)];
  const low = (text) => text.toLowerCase().replaceAll("ё", "е");
  const make = (name, properties, ...inside) => {
    const node = Object.assign(document.createElement(name), properties);
    node.append(...inside);
    return node;
  };
  const button = (className, text) => make("button", { type: "button", className }, text);
  const count = (number, one, few, many) =>
    `${number}\u00a0${{ one, few }[ENDS.select(number)] || many}`;
  const write = (node, text) => {
    if (node.textContent !== text) node.textContent = text;
  };

  const source = new URL(box.dataset.umoBrowse, document.baseURI);
  const files = new Map();
  const load = (name) => {
    if (!files.has(name)) {
      const asked = fetch(new URL(name, source)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${name}`);
        return answer.json();
      });
      asked.catch(() => files.delete(name)); // a later try asks again
      files.set(name, asked);
    }
    return files.get(name);
  };

  // --- sets of practices: a bit for each ---------------------------------------------------------

  let total = 0;
  const none = () => new Uint32Array((total + 31) >>> 5);
  const everyone = () => {
    const set = none().fill(-1);
    if (total & 31) set[set.length - 1] = (1 << (total & 31)) - 1;
    return set;
  };
  const has = (set, place) => (set[place >>> 5] >>> (place & 31)) & 1;

  // A facet's column lies flat: the values of practice i are held[from[i]] … held[from[i + 1] - 1].
  const fill = (facet, { values, of }) => {
    const from = new Uint32Array(total + 1);
    const held = [];
    of.forEach((own, place) => {
      if (typeof own === "number") held.push(own);
      else held.push(...own);
      from[place + 1] = held.length;
    });
    const places = new Map(values.map(([slug], place) => [slug, place]));
    Object.assign(facet, { values, places, from, held: Uint32Array.from(held), sets: new Map() });
    facet.counts = counted(facet, everyone());
  };
  // One pass over the practices of a set, however many values there are.
  const counted = ({ from, held, values }, set) => {
    const counts = new Uint32Array(values.length);
    for (let word = 0; word < set.length; word++) {
      for (let bits = set[word]; bits; bits &= bits - 1) {
        const place = (word << 5) + 31 - Math.clz32(bits & -bits);
        for (let at = from[place]; at < from[place + 1]; at++) counts[held[at]]++;
      }
    }
    return counts;
  };
  const withValue = (facet, value) => {
    if (!facet.sets.has(value)) {
      const set = none();
      for (let place = 0; place < total; place++) {
        for (let at = facet.from[place]; at < facet.from[place + 1]; at++) {
          if (facet.held[at] === value) set[place >>> 5] |= 1 << (place & 31);
        }
      }
      facet.sets.set(value, set);
    }
    return facet.sets.get(value);
  };
  const withAny = (facet) => {
    const set = none();
    for (const value of facet.chosen) {
      const own = withValue(facet, value);
      for (let at = 0; at < set.length; at++) set[at] |= own[at];
    }
    return set;
  };

  // --- what is chosen stands in the address ------------------------------------------------------

  let facets = [];
  let sort = "";
  const loaded = () => facets.filter((facet) => facet.values);
  const inSight = () => loaded().filter(({ node }) => node.tagName !== "DETAILS" || node.open);
  const nothing = () => !sort && facets.every((facet) => !facet.chosen.size);
  const read = async () => {
    const query = new URLSearchParams(location.search);
    const late = facets.filter((facet) => !facet.values && query.has(facet.name));
    await Promise.all(late.map(open));
    for (const facet of loaded()) {
      const places = query.getAll(facet.name).map((slug) => facet.places.get(slug));
      facet.chosen = new Set(places.filter((place) => place !== undefined));
    }
    sort = ["new", "title"].find((name) => name === query.get("sort")) || "";
  };
  const address = () => {
    const query = new URLSearchParams();
    for (const facet of loaded()) {
      const places = [...facet.chosen].sort((a, b) => a - b);
      places.forEach((place) => query.append(facet.name, facet.values[place][0]));
    }
    if (sort) query.set("sort", sort);
    const text = query.toString();
    return location.pathname + (text && `?${text}`);
  };
  const changed = () => {
    const where = address();
    show();
    setTimeout(() => history.pushState(null, "", where)); // what was found is painted first
  };
  const toggle = (facet, place) => {
    if (!facet.chosen.delete(place)) facet.chosen.add(place);
    changed();
  };

  // --- values as switches ------------------------------------------------------------------------

  const chip = (facet, place) => {
    const [slug, title] = facet.values[place];
    const field = make("input", { type: "checkbox", name: facet.name, value: slug });
    field.autocomplete = "off";
    const number = make("span", { className: "umo-chip__count" });
    const item = make("li", {}, make("label", { className: "umo-chip" }, field, `${title} `, number));
    field.addEventListener("change", () => toggle(facet, place));
    field.addEventListener("keydown", (event) => event.key === "Enter" && field.click());
    return { place, item, field, number, label: item.firstChild };
  };
  const offer = (facet, places) => {
    const wanted = new Set(places);
    facet.chips.forEach((one, place) => wanted.has(place) || one.item.remove());
    let before = null;
    for (const place of [...wanted].sort((a, b) => b - a)) {
      if (!facet.chips.has(place)) facet.chips.set(place, chip(facet, place));
      const { item } = facet.chips.get(place);
      // What stays where it is keeps the focus.
      if (item.parentNode !== facet.list || item.nextSibling !== before) {
        facet.list.insertBefore(item, before);
      }
      before = item;
    }
    facet.offered = wanted;
  };
  const search = (facet) => {
    const word = low(facet.field.value.trim());
    const fit = facet.ranked.filter((place) => low(facet.values[place][1]).includes(word));
    offer(facet, [...facet.chosen, ...fit.slice(0, OFFERED)]);
    draw(facet);
  };
  const furnish = (facet) => {
    facet.list = facet.node.querySelector(".umo-chips");
    facet.list.replaceChildren();
    facet.chips = new Map();
    const places = facet.values.map((_, place) => place);
    if (places.length <= MANY) return offer(facet, places);
    const { counts } = facet;
    facet.ranked = places.sort((a, b) => counts[b] - counts[a] || a - b);
    facet.field = make("input", { type: "search", autocomplete: "off" });
    facet.field.addEventListener("input", () => search(facet));
    facet.list.before(make("label", { className: "umo-facet__search" }, "Найти: ", facet.field));
    return offer(facet, facet.ranked.slice(0, OFFERED));
  };
  const draw = (facet) => {
    const missing = [...facet.chosen].filter((place) => !facet.offered.has(place));
    if (missing.length) offer(facet, [...facet.offered, ...missing]);
    for (const place of facet.offered) {
      const { field, number, label } = facet.chips.get(place);
      const chosen = facet.chosen.has(place);
      if (field.checked !== chosen) field.checked = chosen;
      if (number.textContent !== String(facet.counts[place])) {
        number.textContent = facet.counts[place];
        field.setAttribute("aria-label", `${facet.values[place][1]}, практик: ${number.textContent}`);
      }
      label.classList.toggle("umo-chip--none", !chosen && !facet.counts[place]);
    }
  };
  const mark = ({ mark: note, chosen }) => {
    if (note) write(note, chosen.size ? ` · ${chosen.size}` : "");
  };
  const open = async (facet) => {
    if (facet.values) return;
    fill(facet, await load(`${facet.name}.json`));
    furnish(facet);
  };

  // --- what was found ----------------------------------------------------------------------------

  let runs = [];
  let perFile = 1;
  let orders = {};
  let found = [];
  let shown = 0;
  let turn = 0;
  const said = make("output", { className: "umo-found__said", tabIndex: -1 });
  said.setAttribute("aria-live", "polite");
  const look = button("umo-button", "Смотреть");
  const every = button("umo-button", "Показать все");
  const reset = button("umo-button umo-button--plain", "Сбросить");
  const byDay = new Option("сначала новые", "new");
  const byTitle = new Option("по названию", "title");
  const order = make("select", { autocomplete: "off" }, byDay, byTitle);
  const sorting = make("label", { className: "umo-found__sort" }, "Порядок: ", order);
  const picked = make("ul", { className: "umo-chips umo-picked" });
  picked.setAttribute("aria-label", "Выбрано");
  const bar = make("div", { className: "umo-found" }, said, look, every, sorting, reset);
  const list = make("ul", { className: "umo-cards" });
  const more = button("umo-button", "Показать ещё");
  const heading = make("h2", { className: "umo-hidden" }, "Найденные практики");
  const results = make("section", { className: "umo-results", hidden: true }, heading, list, more);
  results.setAttribute("aria-label", heading.textContent);

  const card = ({ id, title, tags, summary }) =>
    make(
      "li",
      { className: "umo-card" },
      make("h3", {}, make("a", { href: new URL(`${id}/`, source).href, textContent: title })),
      make("p", { className: "umo-card__tags", textContent: tags }),
      make("p", { textContent: summary }),
    );
  const cardAt = async (place) => {
    const run = runs.filter(({ start }) => start <= place).pop();
    const at = place - run.start;
    const cards = await load(`cards/${run.slug}-${Math.floor(at / perFile) + 1}.json`);
    return card(cards[at % perFile]);
  };
  const showMore = async () => {
    const mine = ++turn;
    const next = found.slice(shown, shown + SHOWN);
    let cards;
    try {
      cards = await Promise.all(next.map(cardAt));
    } catch {
      cards = [make("li", {}, "Карточки не загрузились: проверьте связь и выберите ещё раз.")];
    }
    if (mine !== turn) return null; // something else has been chosen meanwhile
    if (shown) list.append(...cards);
    else list.replaceChildren(...cards);
    shown += next.length;
    more.hidden = shown >= found.length;
    results.removeAttribute("aria-busy");
    return cards[0];
  };
  const pick = () => {
    const chips = loaded().flatMap((facet) =>
      [...facet.chosen].sort((a, b) => a - b).map((place) => {
        const own = facet.values[place][1];
        const title = /^\d/.test(own) ? `${facet.title} ${own}` : own;
        const remove = button("umo-chip umo-chip--picked", `${title} ×`);
        remove.setAttribute("aria-label", `Убрать: ${title}`);
        remove.addEventListener("click", () => {
          const at = [...picked.children].indexOf(remove.parentNode);
          toggle(facet, place);
          const rest = all("button", picked);
          (rest[Math.min(at, rest.length - 1)] || said).focus();
        });
        return make("li", {}, remove);
      }),
    );
    picked.replaceChildren(...chips);
    picked.hidden = !chips.length;
  };
  const tell = () => {
    const number = count(found.length, "практика", "практики", "практик");
    const verb = ENDS.select(found.length) === "one" ? "Найдена" : "Найдено";
    write(said, nothing() ? `Всего ${number}` : `${verb} ${number}`);
    look.hidden = nothing() || !found.length;
    reset.hidden = nothing();
    every.hidden = !nothing();
    sorting.hidden = nothing();
  };
  const narrowed = () => {
    const active = facets.filter((facet) => facet.chosen.size);
    const sets = new Map(active.map((facet) => [facet, withAny(facet)]));
    const without = (left) => {
      const set = everyone();
      for (const [facet, own] of sets) {
        for (let at = 0; facet !== left && at < set.length; at++) set[at] &= own[at];
      }
      return set;
    };
    const result = without(null);
    for (const facet of inSight()) {
      facet.counts = counted(facet, sets.has(facet) ? without(facet) : result);
    }
    return result;
  };
  const show = () => {
    const result = narrowed();
    order.value = sort || "new";
    found = orders[order.value].filter((place) => has(result, place));
    inSight().forEach(draw);
    loaded().forEach(mark);
    pick();
    tell();
    all("[data-umo-news]").forEach((news) => (news.hidden = !nothing()));
    results.hidden = nothing();
    shown = 0;
    turn++;
    results.removeAttribute("aria-busy");
    if (nothing()) return;
    if (found.length) {
      results.setAttribute("aria-busy", "true");
      showMore();
    } else {
      list.replaceChildren(make("li", {}, "Таких практик пока нет: уберите одно из условий."));
      more.hidden = true;
    }
  };

  // --- all together ------------------------------------------------------------------------------

  const prepare = (data) => {
    total = data.days.length;
    perFile = data.cards;
    let start = 0;
    runs = data.runs.map(([slug, length]) => ({ slug, start: (start += length) - length }));
    let day = 0;
    const days = data.days.map((step) => (day += step));
    const newest = days.map((_, place) => place).sort((a, b) => days[b] - days[a] || b - a);
    orders = { new: newest, title: data.titles };
    facets = data.facets.map(({ name, title, ...column }) => {
      const node = box.querySelector(`[data-umo-facet="${name}"]`);
      const facet = { name, title, node, chosen: new Set() };
      if (column.of) fill(facet, column);
      return facet;
    });
  };
  const dress = (facet) => {
    const { node } = facet;
    if (facet.values) furnish(facet);
    if (node.tagName !== "DETAILS") return;
    node.hidden = false;
    facet.mark = make("span", { className: "umo-facet__mark" });
    node.querySelector("summary").append(facet.mark);
    node.addEventListener("toggle", async () => {
      if (!node.open) return;
      try {
        await open(facet);
        narrowed();
        draw(facet);
      } catch {
        node.open = false; // the next try asks again
      }
    });
  };
  const restore = async () => {
    await read();
    show();
  };
  const start = async () => {
    prepare(await load(source.href));
    facets.forEach(dress);
    await read();
    facets.filter(({ chosen }) => chosen.size).forEach(({ node }) => (node.open = true));
    box.querySelector("[data-umo-news]").before(bar, picked, results);
    look.addEventListener("click", () => {
      results.scrollIntoView();
      list.querySelector("a")?.focus({ preventScroll: true });
    });
    every.addEventListener("click", () => {
      sort = "new";
      changed();
      said.focus({ preventScroll: true });
    });
    order.addEventListener("change", () => {
      sort = order.value;
      changed();
    });
    reset.addEventListener("click", () => {
      facets.forEach((facet) => (facet.chosen = new Set()));
      sort = "";
      changed();
      said.focus({ preventScroll: true });
    });
    more.addEventListener("click", async () => {
      const first = await showMore();
      if (first) first.querySelector("a")?.focus();
    });
    addEventListener("popstate", restore);
    box.classList.add("umo-browse--live");
    show();
  };
  // Where the columns cannot be had the values stay links.
  start().catch((error) => console.warn(error.message));
})();
