"""Pictures drawn at build: scales, axes and shapes to inline SVG. Only numbers and words come in, never a record; the same in, the same bytes out."""
