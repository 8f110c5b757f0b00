// Where the keyboard can go: what can have focus and is seen, in order, also within frames. They are kept by their number.
() => {
  const can = "a[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]";
  const groups = new Set();
  const reachedIn = (page) => [...page.querySelectorAll(can)].flatMap((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return [];
    // Tab goes to one of a group of radio buttons.
    if (element.type === "radio" && groups.has(element.name)) return [];
    if (element.type === "radio") groups.add(element.name);
    if (element.localName === "iframe") return reachedIn(element.contentDocument);
    return [element];
  });
  window.__stops = reachedIn(document);
  return window.__stops.length;
};
