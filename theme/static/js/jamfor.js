// Puts two to four providers side by side. The order is that of the list, which is alphabetical; the choice stands in the address.
const root = document.getElementById("jamfor");
const holder = document.getElementById("jamfor-tabell");
const status = document.getElementById("jamfor-status");
const change = document.getElementById("jamfor-andra");
const table = holder.querySelector("table");
const words = root.dataset;
const most = Number(words.hogst);
// What an id can look like. Nothing else from the address is shown or passed on.
const ID = /^[a-z0-9-]{1,80}$/;

const say = (text, values) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, () => value), text);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const fetched = new Map();
const get = async (url) => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(url);
  return answer.json();
};

let everyone = [];
let chosen = [];
const select = make("select", { id: "jamfor-lista" });
const add = make("button", { type: "button", textContent: words.ordLaggTill });
const shown = make("ul", { className: "valda" });

function read() {
  const asked = [...new Set((new URLSearchParams(location.search).get("leverantor") ?? "").split(",").filter(Boolean))];
  const known = asked.filter((id) => everyone.some((provider) => provider.id === id));
  const first = known.slice(0, most);
  chosen = everyone.filter((provider) => first.includes(provider.id));
  const unknown = asked.find((id) => ID.test(id) && !known.includes(id));
  const said = [
    unknown ? say(words.ordOkand, { namn: unknown }) : "",
    asked.every((id) => ID.test(id)) ? "" : words.ordOgiltig,
    known.length > most ? words.ordForst : "",
  ];
  return show(said.filter(Boolean).join(" "));
}

function choose(next) {
  chosen = everyone.filter((provider) => next.includes(provider));
  const ids = chosen.map((provider) => encodeURIComponent(provider.id)).join(",");
  history.pushState(null, "", ids ? `?leverantor=${ids}` : location.pathname);
  return show();
}

function summary() {
  const names = chosen.map((provider) => provider.name).join(", ");
  if (chosen.length === 0) return words.ordIngen;
  return chosen.length === 1 ? say(words.ordEn, { namn: names }) : say(words.ordVisas, { n: chosen.length, namn: names });
}

async function show(warning = "") {
  select.replaceChildren(...everyone.filter((p) => !chosen.includes(p)).map((p) => make("option", { value: p.id, textContent: p.name })));
  add.disabled = select.disabled = chosen.length >= most;
  shown.replaceChildren(...chosen.map((provider) => make("li", {}, remover(provider))));
  let found = [];
  try {
    const wanted = chosen;
    found = await Promise.all(wanted.map(data));
    if (wanted !== chosen) return;
  } catch {
    status.textContent = words.ordFel;
    return;
  }
  fill(found);
  status.textContent = [warning, summary(), chosen.length >= most ? words.ordFull : ""].filter(Boolean).join(" ");
}

function remover(provider) {
  const button = make("button", { type: "button", textContent: say(words.ordTaBort, { namn: provider.name }) });
  button.addEventListener("click", async () => {
    await choose(chosen.filter((other) => other !== provider));
    (chosen.length > 1 ? status : select).focus();
  });
  return button;
}

async function data(provider) {
  if (!fetched.has(provider.id)) fetched.set(provider.id, await get(provider.data));
  return fetched.get(provider.id);
}

function fill(found) {
  holder.hidden = change.hidden = found.length < 2;
  const head = table.tHead.rows[0];
  head.replaceChildren(head.cells[0], ...found.map((p) => make("th", { scope: "col", textContent: p.name })));
  [...table.tBodies[0].rows].forEach((row, index) => {
    row.replaceChildren(row.cells[0], ...found.map((provider) => cellOf(provider, provider.cells[index])));
  });
}

function cellOf(provider, cell) {
  const element = make("td", { className: cell.kind ? `tom-${cell.kind}` : "" }, make("ul", {}, ...cell.items.map(itemOf)));
  element.dataset.system = provider.name;
  return element;
}

function itemOf(item) {
  const text = item.url || item.lang ? make(item.url ? "a" : "span", { textContent: item.text }) : item.text;
  if (item.url) text.href = item.url;
  if (item.lang) text.lang = item.lang;
  const line = make("li", {}, text);
  if (item.state) {
    const state = item.code ? make("span", { className: `lage lage-${item.code.replaceAll("_", "-")}`, textContent: item.state }) : item.state;
    line.append(": ", state);
  }
  if (item.note) line.append(" ", make("span", { className: "liten", textContent: item.note }));
  return line;
}

add.addEventListener("click", async () => {
  await choose([...chosen, everyone.find((provider) => provider.id === select.value)]);
  (chosen.length > 1 ? status : select).focus();
});
addEventListener("popstate", read);
try {
  everyone = await get(words.namnFil);
  document.getElementById("utan-skript").hidden = true;
  document.getElementById("valj").append(make("label", { htmlFor: select.id, textContent: words.ordValj }), " ", select, " ", add, shown);
  await read();
} catch {
  status.textContent = words.ordFel;
}
