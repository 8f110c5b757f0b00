// What is not the mirror image of itself when the page runs the other way. The same text in the same window, so that only the direction differs.
() => {
  const root = document.documentElement;
  const name = (element) => `${element.localName}${element.id && `#${element.id}`}${[...element.classList].map((one) => `.${one}`).join("")}`;
  // What runs with the line moves with its words; a picture's inside does not turn, and what lies outside the window is hidden there.
  const inLine = (element) => /^(inline|contents|none|ruby)/.test(getComputedStyle(element).display) && !/flex|grid/.test(getComputedStyle(element.parentElement).display);
  const turned = [...document.body.querySelectorAll("*")].filter((element) => !element.closest("svg *, thead, .hoppa") && !inLine(element) && element.checkVisibility());
  const boxes = (direction) => {
    root.dir = direction;
    return turned.map((element) => element.getBoundingClientRect());
  };
  const [rtl, ltr] = [boxes("rtl"), boxes("ltr")];
  root.dir = "rtl";
  const apart = (at) => Math.abs(ltr[at].left - (root.clientWidth - rtl[at].right)) + Math.abs(ltr[at].width - rtl[at].width);
  return turned.flatMap((element, at) => (apart(at) > 2 ? [`${name(element)}: ${ltr[at].left.toFixed()} from the left, ${(root.clientWidth - rtl[at].right).toFixed()} from the right`] : []));
}
