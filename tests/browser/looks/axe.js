// What axe-core finds wrong: the rule, how often, and where the first one stands. axe itself is there already.
async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
  const found = await axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  const nodes = (rule) => rule.nodes.map((node) => node.target.flat().join(" "));
  return {
    violations: found.violations.map((rule) => `${rule.id} (${rule.nodes.length}): ${nodes(rule)[0]}`),
    unsure: found.incomplete.map((rule) => `${rule.id} (${rule.nodes.length}): ${nodes(rule)[0]}`),
    tried: [...found.passes, ...found.violations, ...found.incomplete, ...found.inapplicable].map((rule) => rule.id),
  };
};
