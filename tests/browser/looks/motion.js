// What moves by itself or takes time to change.
() => {
  const moving = [];
  const seconds = (times) => Math.max(...times.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
  for (const element of document.querySelectorAll("*")) {
    for (const part of [null, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const animated = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      if (animated || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth") moving.push(`${element.localName}${part ?? ""}`);
    }
  }
  return [...new Set(moving)];
};
