"""The whole published dataset as tables, and the files that they are written to."""
