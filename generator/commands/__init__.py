"""The commands, by whom they serve. Thin: each reads options, calls one function and prints."""
