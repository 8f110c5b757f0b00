// What the search box suggests while somebody types, and what the search page shows. Fetched when somebody begins to search.
import { Index, fold, gradeOf, queryWords, suggested, words } from "./sokindex.js";

const AT_A_TIME = 50;
const LONGEST = 100;
const WORD = /([\p{L}\p{N}]+)/u;

const make = (tag, attributes = {}, ...content) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
};

// What somebody typed, or a link says that they typed, fit to be shown: nothing invisible, nothing that turns its direction, and short.
const visible = (text) => text.replace(/\s+/gu, " ").replace(/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/gu, "").replace(/(\p{M}{2})\p{M}+/gu, "$1").trim();
const cutOff = (text) => [...text].slice(0, LONGEST).join("");

// A text with what matches in it marked.
function marked(text, grades) {
  return text.normalize("NFC").split(WORD).map((part, i) => {
    const found = i % 2 ? grades.find(({ grade }) => grade(part.toLowerCase()) < Infinity) : null;
    if (!found) return part;
    const start = fold(part.toLowerCase()).indexOf(fold(found.word));
    if (start < 0 || fold(part.toLowerCase()).length !== part.length) return make("mark", {}, part);
    const end = start + found.word.length;
    return make("span", {}, part.slice(0, start), make("mark", {}, part.slice(start, end)), part.slice(end));
  });
}

const missing = (text, grades) => grades.filter(({ grade }) => !words(text).some((word) => grade(word) < Infinity));

// What is shown of an entry: its title, context, and the other names without which it would not have been found.
function shown({ title, context, names }, lang, query) {
  const grades = queryWords(query).map((word) => ({ word, grade: gradeOf(word) }));
  const parts = [make("span", lang ? { class: "sok-titel", lang } : { class: "sok-titel" }, ...marked(title, grades))];
  if (context) parts.push(make("span", { class: "sok-om" }, ...marked(context, grades)));
  let left = missing(`${title} ${context}`, grades);
  for (const [label, name] of names) {
    const still = missing(name, left);
    if (still.length < left.length) parts.push(make("span", { class: "sok-om" }, `${label}: `, ...marked(name, grades)));
    left = still;
  }
  return parts;
}

// Hits in groups of one kind, the kind with the best hit first.
async function grouped(index, hits) {
  const [{ kinds }, groups] = [await index.about(), new Map()];
  const rows = await Promise.all(hits.map((hit) => index.row(hit.entry)));
  hits.forEach((hit, i) => groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), rows[i]]));
  return [...groups].map(([kind, rows]) => ({ kind, rows, label: kinds[kind][0], lang: kinds[kind][2] }));
}

export class Box {
  #form; #input; #list; #status; #index; #latest = 0; #active = -1;

  constructor(form) {
    [this.#form, this.#input] = [form, form.querySelector("input")];
    this.#status = form.querySelector("[role=status]");
    this.#list = form.querySelector("[role=listbox]");
    this.#input.addEventListener("input", () => this.#suggest());
    this.#input.addEventListener("keydown", (event) => this.#key(event));
    this.#input.addEventListener("blur", () => this.#close());
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#open().about().catch(() => {});
    if (document.activeElement === this.#input) this.#suggest();
  }

  #open() {
    const read = async (name) => {
      const answer = await fetch(this.#form.dataset.sok + name, { cache: name === "index.json" ? "no-cache" : "default" });
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    };
    return (this.#index ??= new Index(read));
  }

  // What `work` gives. A part that cannot be read may belong to an older index, so then it is tried once more from the start.
  async #searched(work) {
    try {
      return await work(this.#open());
    } catch {
      this.#index = undefined;
      return work(this.#open());
    }
  }

  #counted(hits) {
    const { inga, en, flera, delvis } = this.#form.dataset;
    const count = hits.length;
    const said = count === 0 ? inga : count === 1 ? en : flera.replace("{antal}", count.toLocaleString(document.documentElement.lang));
    return hits[0]?.missing ? `${delvis} ${said}` : said;
  }

  async #suggest() {
    const [query, turn] = [this.#input.value, ++this.#latest];
    if (!queryWords(query).length) return this.#close();
    try {
      const [hits, groups] = await this.#searched(async (index) => {
        const found = await index.find(query);
        return [found, await grouped(index, suggested(found))];
      });
      if (turn === this.#latest && document.activeElement === this.#input) this.#show(query, hits, groups);
    } catch {
      if (turn === this.#latest) this.#close(this.#form.dataset.fel);
    }
  }

  #show(query, hits, groups) {
    const count = hits.length;
    let number = 0;
    const option = (url, ...parts) => make("a", { role: "option", id: `sok-${number++}`, href: url, tabindex: "-1", "aria-selected": "false" }, ...parts);
    const lists = groups.map(({ kind, rows, label, lang }) =>
      make("div", { role: "group", "aria-label": label }, make("p", { class: "sok-slag", "aria-hidden": "true" }, label),
        ...rows.map((row) => option(row.url, ...shown(row, lang, query)))));
    const all = `${this.#form.getAttribute("action")}?q=${encodeURIComponent(query)}`;
    this.#list.replaceChildren(...lists, ...(count ? [option(all, this.#form.dataset.alla)] : []));
    this.#list.classList.toggle("delvis", Boolean(hits[0]?.missing));
    this.#list.hidden = count === 0;
    this.#input.setAttribute("aria-expanded", String(count > 0));
    this.#choose(-1);
    this.#status.textContent = this.#counted(hits);
  }

  #close(said = "") {
    this.#latest++;
    this.#list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#choose(-1);
    this.#status.textContent = said;
  }

  #choose(active) {
    this.#active = active;
    this.#list.querySelectorAll("[role=option]").forEach((option, i) => {
      option.setAttribute("aria-selected", String(i === active));
      if (i === active) option.scrollIntoView({ block: "nearest" });
    });
    if (active < 0) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", `sok-${active}`);
  }

  #key(event) {
    const count = this.#list.hidden ? 0 : this.#list.querySelectorAll("[role=option]").length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && count) this.#close();
    else if (event.key === "Enter" && count && this.#active >= 0) this.#list.querySelector(`#sok-${this.#active}`).click();
    else if (step && count) this.#choose(((this.#active + 1 + step + count + 1) % (count + 1)) - 1);
    else if (step && queryWords(this.#input.value).length) this.#suggest();
    else return;
    event.preventDefault();
  }

  // The search page: every hit, some of each kind at a time.
  async showAll(place, asked, most = AT_A_TIME) {
    const whole = visible(asked);
    const query = cutOff(whole);
    this.#input.value = query;
    try {
      const [hits, groups, sizes] = await this.#searched(async (index) => {
        const [found, sizes] = [await index.find(query), new Map()];
        const count = (kind) => sizes.set(kind, (sizes.get(kind) ?? 0) + 1).get(kind);
        return [found, await grouped(index, found.filter((hit) => count(hit.kind) <= most)), sizes];
      });
      const more = make("button", { type: "button" }, this.#form.dataset.fler);
      more.addEventListener("click", () => this.showAll(place, asked, most + AT_A_TIME));
      const lists = groups.map(({ kind, rows, label, lang }) =>
        make("section", {}, make("h2", {}, `${label} (${sizes.get(kind)})`),
          make("ul", { class: "rader" }, ...rows.map((row) => make("li", {}, make("a", { href: row.url, class: "sok-traff" }, ...shown(row, lang, query)))))));
      const [before, after] = this.#form.dataset.skrivet.split("{text}");
      const typed = make("bdi", { class: "skrivet" }, query === whole ? whole : `${query.trimEnd()}…`);
      place.replaceChildren(make("p", { role: "status" }, before, typed, `${after} ${this.#counted(hits)}`), ...lists, ...([...sizes.values()].some((size) => size > most) ? [more] : []));
    } catch {
      place.replaceChildren(make("p", { role: "status" }, this.#form.dataset.fel));
    }
  }
}
