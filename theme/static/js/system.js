// Puts any two or three systems side by side, out of the pages of single systems. The choice stands in the address.
const root = document.getElementById("avsnitt-valj");
const table = document.getElementById("systemtabell");
const status = document.getElementById("system-status");
const words = root.dataset;
const most = Number(words.hogst);
const say = (text, name) => text.replace("{namn}", () => name);

// Without a table there is nowhere to put them.
const systems = [...(table ? root.querySelectorAll("[data-val]") : [])].map((item) => {
  const box = Object.assign(document.createElement("input"), { type: "checkbox" });
  const name = item.querySelector("a").textContent;
  box.setAttribute("aria-label", name);
  item.prepend(box, " ");
  return { id: item.dataset.val, url: item.dataset.hel, name, box };
});
const fetched = new Map();
const first = table ? [...table.querySelectorAll("tr")].map((row) => [...row.cells].slice(1)) : [];

/** The cells of one system, row by row, its name first. */
async function cellsOf(system) {
  if (!fetched.has(system.id)) {
    const answer = await fetch(system.url);
    if (!answer.ok) throw new Error(system.url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    fetched.set(system.id, [...page.querySelectorAll("#systemtabell tr")].map((row) => row.cells[1]));
  }
  return fetched.get(system.id);
}

async function show() {
  const chosen = systems.filter((system) => system.box.checked);
  const names = chosen.map((system) => system.name).join(", ");
  if (chosen.length < 2) {
    put(first);
    status.textContent = chosen.length ? say(words.ordEn, names) : "";
    return;
  }
  try {
    const columns = await Promise.all(chosen.map(cellsOf));
    put(first.map((_, row) => columns.map((cells) => document.importNode(cells[row], true))));
    status.textContent = say(words.ordValda, names);
  } catch {
    status.textContent = words.ordFel;
  }
}

function put(rows) {
  [...table.querySelectorAll("tr")].forEach((row, index) => row.replaceChildren(row.cells[0], ...rows[index]));
}

function read() {
  const asked = (new URLSearchParams(location.search).get("system") ?? "").split(",").slice(0, most);
  for (const system of systems) {
    system.box.checked = asked.includes(system.id);
    if (system.box.checked) system.box.closest("details").open = true;
  }
  return show();
}

if (table) {
  root.addEventListener("change", ({ target }) => {
    const ids = systems.filter((system) => system.box.checked).map((system) => system.id);
    if (ids.length > most) {
      target.checked = false;
      status.textContent = words.ordHogst;
      return;
    }
    history.pushState(null, "", ids.length ? `?system=${ids.join(",")}` : location.pathname);
    show();
  });
  addEventListener("popstate", read);
  read();
}
