// Where the keyboard is: the number and name of the element, and what is wrong with how it is shown there.
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return { number: -1, name: "nowhere", wrong: [] };
  const style = getComputedStyle(element);
  const wrong = [];
  const name = `${element.localName} “${(element.innerText || element.name || "").trim().slice(0, 30)}”`;
  const clear = /^(transparent|rgba\(.*, 0\))$/;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || clear.test(style.outlineColor)) wrong.push(`${name} has no outline`);
  const lines = [...element.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
  const inWindow = (line) => line.bottom > 0 && line.right > 0 && line.top < innerHeight && line.left < innerWidth;
  if (!lines.some(inWindow)) wrong.push(`${name} is out of sight`);
  // What lies at the middle of the part of a line that is in the window.
  const over = ({ left, right, top, bottom }) =>
    document.elementFromPoint((Math.max(left, 0) + Math.min(right, innerWidth)) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
  const free = (line) => { const top = inWindow(line) && over(line); return top && (element.contains(top) || top.contains(element)); };
  if (lines.some(inWindow) && !lines.some(free)) wrong.push(`${name} is covered`);
  return { number: window.__stops?.indexOf(element) ?? -1, name, wrong };
};
