// What does not fit: the page is wider than the window, text is cut off, or text lies on other text.
() => {
  const wrong = [];
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const classes = [...element.classList].map((one) => `.${one}`).join("");
    return `${element.localName}${id}${classes}`;
  };
  const root = document.documentElement;
  const styles = new Map();
  const style = (element) => styles.get(element) ?? styles.set(element, getComputedStyle(element)).get(element);
  // What only screen readers meet is a pixel or cut to nothing.
  const unseen = (element) => element.clientWidth <= 1 || element.clientHeight <= 1 || style(element).clipPath !== "none";
  // The part of a box that is not cut off, or rolled away, by what it stands in.
  const seen = (box, element) => {
    let { left, right, top, bottom } = box;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const frame = style(around).overflowX === "visible" || style(around).display === "inline" ? null : around.getBoundingClientRect();
      if (frame) [left, right, top, bottom] = [Math.max(left, frame.left), Math.min(right, frame.right), Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
    }
    return { left, right, top, bottom, width: right - left, height: bottom - top };
  };
  if (root.scrollWidth > root.clientWidth) {
    const sticksOut = (element) => seen(element.getBoundingClientRect(), element).right > root.clientWidth + 1;
    const wide = [...document.body.querySelectorAll("*")].filter(sticksOut);
    wrong.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}: ${wide.length ? name(wide.at(-1)) : "?"}`);
  }
  const cuts = (element) => /hidden|clip/.test(style(element).overflowX + style(element).overflowY);
  const cut = (element) => element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  for (const element of document.body.querySelectorAll("*")) {
    if (cuts(element) && !unseen(element) && element.innerText?.trim() && cut(element)) wrong.push(`text is cut off in ${name(element)}`);
  }
  // Text on text, found by running down the page: only lines that share a height can touch.
  const lines = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    let outside = parent;
    while (outside && !unseen(outside)) outside = style(outside).display === "inline" ? outside.parentElement : null;
    if (outside || parent.closest(".hoppa")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const boxes = [...range.getClientRects()].map((box) => seen(box, parent));
    for (const box of boxes) if (box.width > 2 && box.height > 2) lines.push({ box, text, parent });
  }
  lines.sort((one, other) => one.box.top - other.box.top);
  let open = [];
  for (const line of lines) {
    open = open.filter((other) => other.box.bottom > line.box.top);
    for (const other of open) {
      const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left);
      const down = Math.min(line.box.bottom, other.box.bottom) - Math.max(line.box.top, other.box.top);
      // Letters reach above and below their line a little, and lines may stand close.
      if (other.text !== line.text && across > 3 && down > Math.min(line.box.height, other.box.height) * 0.5) {
        wrong.push(`“${line.text.data.trim().slice(0, 30)}” in ${name(line.parent)} lies on “${other.text.data.trim().slice(0, 30)}” in ${name(other.parent)}`);
      }
    }
    open.push(line);
  }
  return [...new Set(wrong)].slice(0, 5);
};
