// Where the keyboard can go: what can have focus and is seen, in order. They are kept by their number.
() => {
  const can = "a[href], button, input, select, textarea, summary, iframe, audio, video, [tabindex], [contenteditable]";
  const groups = new Set();
  const reached = [...document.querySelectorAll(can)].filter((element) => {
    if (element.disabled || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) return false;
    // Tab goes to one of a group of radio buttons.
    if (element.type === "radio" && groups.has(element.name)) return false;
    if (element.type === "radio") groups.add(element.name);
    return true;
  });
  window.__stops = reached;
  return reached.length;
};
