// Lets the link to a list also print it. The style sheet prints only the list that the address points at.
for (const link of document.querySelectorAll("a[data-skriv-ut]")) {
  link.textContent = link.dataset.skrivUt;
  link.addEventListener("click", () => setTimeout(print));
}
