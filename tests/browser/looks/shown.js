// The lines of text that a page shows in its main part, without what only a script can serve: fields, buttons and what they announce.
() => {
  for (const served of document.querySelectorAll("form, label, [data-skriv-ut], input, select, button, output, dialog, [role=search], [role=status], [aria-live]")) served.remove();
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const lines = document.querySelector("main").innerText.split("\n").map((line) => line.replace(/\s+/g, " ").trim());
  return lines.filter((line) => line);
};
