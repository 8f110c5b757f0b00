"""Files: checks on the built tree, and a new tree in place of the old one in one step."""
