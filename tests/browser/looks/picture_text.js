// Words in pictures that are hard to tell from what lies behind them: their contrast is under 4.5:1, as WCAG counts it.
() => {
  const wrong = [];
  const parts = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const clear = (colour) => colour === "none" || colour === "transparent" || parts(colour)[3] === 0;
  const light = (colour) => {
    const [red, green, blue] = parts(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const page = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const colour = getComputedStyle(around).backgroundColor;
      if (!clear(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  // A fill that lets what lies under it through.
  const mixed = ({ fill, fillOpacity }, under) => {
    const [red, green, blue, alpha = 1] = parts(fill);
    const share = alpha * Number(fillOpacity);
    const ground = parts(under);
    return `rgb(${[red, green, blue].map((part, at) => Math.round(part * share + ground[at] * (1 - share))).join(", ")})`;
  };
  const behind = (text, style) => {
    // An outline that is painted first is what the letters stand on.
    if (style.paintOrder.startsWith("stroke") && !clear(style.stroke) && parseFloat(style.strokeWidth) > 0) return style.stroke;
    text.scrollIntoView({ block: "center" });
    const box = text.getBoundingClientRect();
    const shapes = document.elementsFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const shape = shapes.find((one) => one !== text && one.closest("svg") && one.matches("path, rect, circle, polygon") && !clear(getComputedStyle(one).fill));
    const paper = page(text.closest("svg").parentElement);
    return shape ? mixed(getComputedStyle(shape), paper) : paper;
  };
  for (const text of document.querySelectorAll("svg text")) {
    if (!text.checkVisibility()) continue;
    const style = getComputedStyle(text);
    const ground = behind(text, style);
    const ratio = contrast(style.fill, ground);
    if (ratio < 4.5) wrong.push(`“${text.textContent}” is ${style.fill} on ${ground}, ${ratio.toFixed(1)}:1`);
  }
  return wrong.slice(0, 3);
};
