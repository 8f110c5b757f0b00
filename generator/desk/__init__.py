"""The maintainer's desk: previews and explanations."""
