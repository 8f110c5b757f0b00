// What is printed says where it stands.
const address = document.createElement("p");
address.className = "liten bara-papper";
address.translate = false;
address.textContent = location.origin + location.pathname;
document.querySelector(".sidfot .bredd")?.append(address);

// Copies a statement's link when its sign is pressed. Without JavaScript the sign is an ordinary link to the statement.
for (const link of document.querySelectorAll("a[data-kopiera]")) {
  link.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // The address bar has the link all the same.
    }
    const words = document.createElement("span");
    words.setAttribute("role", "status");
    words.className = "liten";
    words.textContent = ` ${document.querySelector("main").dataset.kopierad}`;
    link.append(words);
    setTimeout(() => words.remove(), 3000);
  });
}
