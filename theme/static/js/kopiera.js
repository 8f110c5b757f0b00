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
