"""Words that somebody else has written, as Markdown: they are plain text, so what Markdown would take for a sign of its own is escaped."""

from __future__ import annotations

import re

# Signs that mean something anywhere, at the start of a line, and as the start of a character reference or tag.
_ANYWHERE = re.compile(r"([\\`*_\[\]])")
_AT_START = re.compile(r"^([#>+-]|[0-9]+(?=\.))", re.MULTILINE)
_LIST_ITEM = re.compile(r"(?<=[^\n])\n(?=(?:[-+*•–]|[0-9]+[.)]) )")
_UNDERLINE = re.compile(r"^=", re.MULTILINE)
_REFERENCE = re.compile(r"&(?=#|[A-Za-z])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")


def plain_markdown(text: str) -> str:
    """Markdown that shows a plain text as it stands. A line that begins as in a list becomes a paragraph, so that it stays a line."""
    apart = _LIST_ITEM.sub("\n\n", text)
    escaped = _ANYWHERE.sub(r"\\\1", _TAG.sub("&lt;", _REFERENCE.sub("&amp;", apart)))
    marked = escaped.replace("\\](", "\\]\\(")
    marked = _AT_START.sub(lambda m: f"{m[1]}\\" if m[1][0].isdigit() else f"\\{m[1]}", marked)
    return _UNDERLINE.sub("&#61;", marked)
