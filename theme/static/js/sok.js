// The search box on every page. All that it needs is fetched when somebody begins to search; nothing is stored.
// Without JavaScript it is an ordinary form, and its page leads to A–Ö.
const form = document.querySelector("form[data-sok]");
const input = form.querySelector("input");
const place = document.querySelector("[data-sok-traffar]");
const query = new URLSearchParams(location.search).get("q")?.trim();

const list = document.createElement("div");
list.id = "sok-lista";
list.className = "sok-lista";
list.hidden = true;
list.setAttribute("role", "listbox");
list.setAttribute("aria-label", form.dataset.forslag);
form.append(list);
const given = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
for (const [name, value] of Object.entries(given)) input.setAttribute(name, value);

let box;
const opened = () => (box ??= import("./sokruta.js").then(({ Box }) => new Box(form)));
input.addEventListener("focus", opened, { once: true });
if (document.activeElement === input) opened();
if (place && query) opened().then((made) => made.showAll(place, query));
