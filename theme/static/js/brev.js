// The letters of a complaint. Who they are about: the company whose page the reader came from (?om=id). The name comes from its page, never from the address.
const id = new URLSearchParams(location.search).get("om") ?? "";
const note = document.querySelector("[data-om]");
const addressOf = (provider) => `${note.dataset.om}/leverantor/${provider}/`;

async function nameOf(provider) {
  const answer = await fetch(addressOf(provider));
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return answer.ok && page.querySelector("h1")?.textContent.trim();
}

if (/^[a-z0-9-]{1,80}$/.test(id)) {
  const name = await nameOf(id).catch(() => "");
  if (name) {
    for (const letter of document.querySelectorAll("pre.brev[data-kopiera-text]")) {
      letter.textContent = letter.textContent.replaceAll(/\[leverantörens namn\]|\(leverantörens namn\)/g, name);
    }
    const link = note.querySelector("a");
    link.href = addressOf(id);
    link.textContent = name;
    note.hidden = false;
  }
}

// Puts a button under each text that is meant to be copied. Without JavaScript the text can be selected as any other.
for (const text of document.querySelectorAll("pre[data-kopiera-text]")) {
  const button = document.createElement("button");
  const status = document.createElement("span");
  button.type = "button";
  button.textContent = text.dataset.kopieraText;
  status.setAttribute("role", "status");
  status.className = "liten";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent);
      status.textContent = text.dataset.kopierad;
    } catch {
      getSelection().selectAllChildren(text);
      status.textContent = text.dataset.markerad;
    }
    setTimeout(() => (status.textContent = ""), 5000);
  });
  const row = document.createElement("p");
  row.className = "kopiera";
  row.append(button, " ", status);
  text.after(row);
}
