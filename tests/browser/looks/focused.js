// Where the keyboard is: the number and name of the element, and what is wrong with how it is shown there, in its page and in the page of its frame.
() => {
  const frames = [];
  let element = document.activeElement;
  while (element?.localName === "iframe") {
    frames.push(element);
    element = element.contentDocument.activeElement;
  }
  if (!element || element.localName === "body") return { number: -1, name: "nowhere", wrong: [] };
  const style = getComputedStyle(element);
  const wrong = [];
  const name = `${element.localName} “${(element.innerText || element.name || "").trim().slice(0, 30)}”`;
  const clear = /^(transparent|rgba\(.*, 0\))$/;
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || clear.test(style.outlineColor)) wrong.push(`${name} has no outline`);
  for (const shown of [element, ...frames]) {
    const page = shown.ownerDocument;
    const { innerWidth: width, innerHeight: height } = page.defaultView;
    const lines = [...shown.getClientRects()].filter((line) => line.width > 0 && line.height > 0);
    const inWindow = (line) => line.bottom > 0 && line.right > 0 && line.top < height && line.left < width;
    if (!lines.some(inWindow)) wrong.push(`${name} is out of sight`);
    // What lies at the middle of the part of a line that is in the window.
    const over = ({ left, right, top, bottom }) =>
      page.elementFromPoint((Math.max(left, 0) + Math.min(right, width)) / 2, (Math.max(top, 0) + Math.min(bottom, height)) / 2);
    const free = (line) => { const top = inWindow(line) && over(line); return top && (shown.contains(top) || top.contains(shown)); };
    if (lines.some(inWindow) && !lines.some(free)) wrong.push(`${name} is covered`);
  }
  return { number: window.__stops?.indexOf(element) ?? -1, name, wrong };
};
