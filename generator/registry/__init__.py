"""The whole, as of a date: loading, links both ways, rules, the publication gate and derived states."""
