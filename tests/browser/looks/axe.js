// What axe-core finds wrong: the rule, how often, and where the first one stands. axe itself is there already.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations", "incomplete"], elementRef: true });
  const told = ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0].target.flat().join(" ")}`;
  // Words in pictures have a look of their own: axe does not see what lies behind them.
  const ofPages = ({ id, nodes }) => ({ id, nodes: nodes.filter((node) => id !== "color-contrast" || !node.element.closest("svg")) });
  return {
    violations: found.violations.map(told),
    unsure: found.incomplete.map(ofPages).filter(({ nodes }) => nodes.length).map(told),
    tried: [...found.passes, ...found.violations, ...found.incomplete, ...found.inapplicable].map((rule) => rule.id),
  };
};
