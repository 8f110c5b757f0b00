// Narrows the provider list on the page: or within a facet, and between facets. The choice stands in the address.
import { narrowed, toCsv, toJson } from "./uttag.js";

const MOST = 4;
// What a value or an id can look like. Nothing else from an address is shown or passed on.
const ID = /^[a-z0-9-]{1,80}$/;
// So many values that are not known are said one by one.
const MOST_SAID = 3;
const filter = document.getElementById("filter");
const list = document.getElementById("lista");
const result = document.getElementById("resultat");
const status = document.getElementById("traffar");
const bar = document.querySelector(".filter-rad");
const go = document.getElementById("visa");
const widen = document.getElementById("vidga");
const compareBar = document.getElementById("jamfor-valda");
const downloads = document.querySelector(".hamta");
const words = filter.dataset;

const say = (text, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, () => value), text);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

const facets = [...filter.querySelectorAll("[data-facett]")].map((group) => ({
  name: group.dataset.facett,
  title: group.dataset.titel,
  group,
  mark: group.querySelector("[data-valda]"),
  options: [...group.querySelectorAll("[data-varde]")].map((item) => optionOf(group.dataset.facett, item)),
}));
const options = facets.flatMap((facet) => facet.options);
let providers = rowsIn(list);
let parts = [...list.querySelectorAll("a[data-del]")].map((link) => link.href);
let compared = new Set();
let unknown = [];

const tell = (text) => status.replaceChildren(...unknown.map((said) => make("p", { textContent: said })), text);

/** A value whose link becomes a checkbox. key: as the rows have it. */
function optionOf(facet, item) {
  const text = item.querySelector("a").textContent;
  const box = make("input", { type: "checkbox" });
  const count = item.querySelector(".liten");
  item.replaceChildren(make("label", {}, box, make("span", {}, `${text} `, count)));
  return { facet, key: item.dataset.varde, value: item.dataset.varde.slice(facet.length + 1), text, box, count };
}

function rowsIn(root) {
  return [...root.querySelectorAll("[data-leverantor]")].map((element) => ({
    id: element.dataset.leverantor,
    keys: new Set(element.dataset.varden.split(" ")),
    element,
  }));
}

const chosenIn = (facet) => facet.options.filter((option) => option.box.checked);
const fits = (row, facet) => {
  const chosen = chosenIn(facet);
  return chosen.length === 0 || chosen.some((option) => row.keys.has(option.key));
};
const matching = (but) => providers.filter((row) => facets.every((facet) => facet === but || fits(row, facet)));

function query() {
  const pairs = options.filter((option) => option.box.checked).map((option) => `${option.facet}=${option.value}`);
  return pairs.join("&");
}

/** A list that is cut in parts is fetched whole when somebody first narrows it. */
async function everyone() {
  if (parts.length === 0) return;
  tell(words.ordVantar);
  const pages = await Promise.all(
    parts.map(async (url) => {
      const answer = await fetch(url);
      if (!answer.ok) throw new Error(url);
      return new DOMParser().parseFromString(await answer.text(), "text/html");
    }),
  );
  if (parts.length === 0) return;
  parts = [];
  const rows = pages.flatMap(rowsIn);
  addCompareBoxes(rows);
  providers = [...providers, ...rows];
}

async function show() {
  const narrow = options.some((option) => option.box.checked);
  if (narrow) {
    try {
      await everyone();
    } catch {
      return tell(words.ordFel);
    }
  }
  const found = matching();
  if (parts.length === 0) count();
  list.hidden = narrow;
  result.hidden = !narrow;
  result.replaceChildren(...(narrow ? found.map((row) => row.element.cloneNode(true)) : []));
  markCompared();
  tell(narrow ? say(words.ordTraffar, { n: found.length, total: providers.length }) : unknown.length ? words.ordAlla : "");
  go.hidden = !narrow || found.length === 0;
  go.textContent = say(words.ordVisa, { n: found.length });
  showWays(narrow, found.length);
  downloads.hidden = found.length === 0;
  const wanted = narrow ? found.length : providers.length;
  if (parts.length === 0) {
    downloads.firstElementChild.textContent = wanted === 1 ? downloads.dataset.ordEn : say(downloads.dataset.ordFlera, { n: wanted });
  }
}

/** How many there would be of each value, with what is chosen in the other facets. */
function count() {
  for (const facet of facets) {
    const others = matching(facet);
    for (const option of facet.options) option.count.textContent = `(${others.filter((row) => row.keys.has(option.key)).length})`;
    const chosen = chosenIn(facet).length;
    facet.mark.textContent = chosen ? say(words.ordValda, { n: chosen }) : "";
  }
}

/** Buttons that take away what is chosen: with none found, each by itself with what it would give. */
function showWays(narrow, found) {
  const clear = make("button", { type: "button", textContent: words.ordRensa });
  clear.addEventListener("click", () => change(() => options.forEach((option) => (option.box.checked = false))));
  if (!narrow) return widen.replaceChildren();
  if (found) return widen.replaceChildren(clear);
  const ways = options
    .filter((option) => option.box.checked)
    .map((option) => {
      option.box.checked = false;
      const way = make("button", { type: "button", textContent: say(words.ordUtan, { vad: option.text, n: matching().length }) });
      option.box.checked = true;
      way.addEventListener("click", () => change(() => (option.box.checked = false)));
      return way;
    });
  return widen.replaceChildren(make("p", { textContent: words.ordInga }), ...ways, clear);
}

/** A change by a button that is then gone: the focus goes to the result. */
async function change(what) {
  what();
  unknown = [];
  remember();
  await show();
  status.focus();
}

const idsOf = (chosen) => [...chosen].map(encodeURIComponent).join(",");

function remember() {
  const asked = [query(), compared.size ? `jamfor=${idsOf(compared)}` : ""].filter(Boolean).join("&");
  history.pushState(null, "", asked ? `?${asked}` : location.pathname);
}

function read() {
  const asked = new URLSearchParams(location.search);
  for (const option of options) {
    option.box.checked = asked.getAll(option.facet).includes(option.value);
    if (option.box.checked) option.box.closest("details").open = true;
  }
  unknown = unknownIn(asked);
  return readCompared((asked.get("jamfor") ?? "").split(",").filter(Boolean)).then(show);
}

/** What is said of the values in the address that are none of ours. */
function unknownIn(asked) {
  const known = new Set(options.map((option) => `${option.facet}=${option.value}`));
  const pairs = words.facetter.split(",").flatMap((facet) => asked.getAll(facet).map((value) => [facet, value]));
  const values = [...new Set(pairs.filter((pair) => !known.has(pair.join("="))).map(([, value]) => value))];
  const named = values.filter((value) => ID.test(value)).slice(0, MOST_SAID);
  return [...named.map((value) => say(words.ordOkant, { vad: value })), ...(named.length < values.length ? [words.ordOkanda] : [])];
}

/** Whom the address says to compare: only those that there are, and not more than fit. */
async function readCompared(asked) {
  const there = (id) => providers.some((row) => row.id === id);
  const ids = new Set(asked.filter((id) => ID.test(id)));
  if (![...ids].every(there)) await everyone().catch(() => {});
  const known = [...ids].filter(there);
  compared = new Set(known.slice(0, MOST));
  const less = known.length < new Set(asked).size;
  showCompared([less ? words.ordOkandJamfor : "", known.length > MOST ? words.ordForst : ""].filter(Boolean).join(" "));
}

function markCompared() {
  for (const box of document.querySelectorAll("input[data-jamfor-id]")) box.checked = compared.has(box.dataset.jamforId);
}

function showCompared(message = "") {
  const chosen = [...compared];
  const link = make("a", { href: `${words.jamfor}?leverantor=${idsOf(chosen)}`, textContent: say(words.ordSidaVidSida, { n: chosen.length }) });
  compareBar.replaceChildren(...(chosen.length > 1 ? [link, " "] : []), message || (chosen.length === 1 ? words.ordMinst : ""));
}

function addCompareBoxes(rows) {
  for (const { id, element } of rows) {
    const box = make("input", { type: "checkbox" });
    box.dataset.jamforId = id;
    const name = element.querySelector("a").textContent;
    element.append(make("label", { className: "jamfor-val" }, box, ` ${words.ordJamfor}`, make("span", { className: "dold", textContent: ` ${name}` })));
  }
}

/** The text of the choice, as the files have it. */
function chosenText() {
  const said = facets.map((facet) => [facet.title, chosenIn(facet).map((option) => option.text)]).filter(([, texts]) => texts.length);
  return said.map(([title, texts]) => `${title}: ${texts.join(` ${words.ordEller} `)}`).join("; ");
}

async function download(link) {
  const whole = await (await fetch(downloads.querySelectorAll("a")[1].href)).json();
  const chosen = Object.fromEntries(
    facets.map((facet) => [facet.name, chosenIn(facet).map((option) => option.value)]).filter(([, values]) => values.length),
  );
  const ids = new Set(matching().map((row) => row.id));
  const made = narrowed(whole, { chosen, text: chosenText(), query: query(), ids });
  const comma = link.download.endsWith(".csv");
  const text = comma ? toCsv(made, Object.keys(whole.rows[0] ?? {})) : toJson(made);
  const url = URL.createObjectURL(new Blob([text], { type: comma ? "text/csv;charset=utf-8" : "application/json" }));
  const which = Object.entries(chosen).flatMap(([facet, values]) => values.map((value) => `${facet}-${value}`));
  make("a", { href: url, download: link.download.replace("leverantorer", `leverantorer-${which.join("_").slice(0, 100)}`) }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}

filter.addEventListener("change", () => {
  unknown = [];
  remember();
  show();
});
for (const link of downloads.querySelectorAll("a")) {
  link.addEventListener("click", (event) => {
    if (!options.some((option) => option.box.checked)) return;
    event.preventDefault();
    download(link).catch(() => tell(words.ordFel));
  });
}
document.addEventListener("change", ({ target }) => {
  if (!target.dataset.jamforId) return;
  if (target.checked && compared.size === MOST) {
    target.checked = false;
    showCompared(words.ordHogst);
    return;
  }
  compared[target.checked ? "add" : "delete"](target.dataset.jamforId);
  markCompared();
  showCompared();
  remember();
});
go.addEventListener("click", () => result.focus());
// The bars keep at the bottom of the window: neither lies over the other, nor over what has the focus.
const bars = new ResizeObserver(() => {
  const { style } = document.documentElement;
  style.setProperty("--rad", `${compareBar.offsetHeight}px`);
  style.setProperty("--rader", `${compareBar.offsetHeight + bar.offsetHeight}px`);
});
bars.observe(bar);
bars.observe(compareBar);
addEventListener("popstate", read);
addCompareBoxes(providers);
read();
