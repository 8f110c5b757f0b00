"""What somebody would write to have a reader's browser run it, and a registry in which every text says that.

No reader or rule would let most of it through. Here it has got past all of them, so that only the pages themselves are left to stop it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.records.models.base import Contact, Kind, Leaf, Model, Prose
from generator.records.models.base import Path as FieldPath
from generator.records.reader import Document
from generator.registry.registry import Registry, backlinks

VECTORS = tuple(
    line for line in (Path(__file__).parent / "hostile.txt").read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("## ")
)

# Web addresses that are let through, and that would do harm in a page that shows them as they stand.
ADDRESSES = (
    "https://www.fara.example/'onmouseover='hit()",
    "https://www.fara.example/?a=javascript:hit()&#39;onclick=&#39;hit()",
    "https://www.fara.example/;hit();//",
    "https://www.fara.example/&quot;onfocus=hit()&quot;autofocus",
    "https://www.fara.example/$%7Bhit()%7D?a=%22%3E%3Cscript%3Ehit()%3C/script%3E",
    "https://www.fara.example/']);hit();//",
)


# What a rule reads as a word of ours: the kind that a removed record was.
_PARSED = frozenset(Kind)


def is_text(leaf: Leaf) -> bool:
    """True for what somebody has written in their own words, or where an organisation is reached; not for ids, codes, days and addresses, which are parsed."""
    return isinstance(leaf.value, str) and bool(leaf.mark(Prose) or leaf.mark(Contact)) and leaf.value not in _PARSED


def is_address(leaf: Leaf) -> bool:
    """True for a web address."""
    return isinstance(leaf.value, str) and leaf.value.startswith(("http://", "https://")) and not is_text(leaf)


def altered(registry: Registry, write: Callable[[Document, Leaf], str], lead: Callable[[Document, Leaf], str]) -> Registry:
    """The registry with another text in every field that has one, and another address in every field with one. Nothing is validated."""
    documents = {}
    for key, document in registry.documents.items():
        texts = {leaf.path: (write if is_text(leaf) else lead)(document, leaf) for leaf in document.leaves if is_text(leaf) or is_address(leaf)}
        documents[key] = Document(document.kind, document.id, document.root, _with(document.record, (), texts), document.source)
    return replace(registry, documents=MappingProxyType(documents), backlinks=backlinks(documents))


def _with(value: Any, path: FieldPath, texts: Mapping[FieldPath, str]) -> Any:
    if isinstance(value, Model):
        fields = type(value).model_fields
        return value.model_copy(update={name: _with(getattr(value, name), (*path, info.alias or name), texts) for name, info in fields.items()})
    if isinstance(value, tuple):
        return tuple(_with(item, (*path, number), texts) for number, item in enumerate(value))
    if isinstance(value, dict):
        return {key: _with(item, (*path, str(key)), texts) for key, item in value.items()}
    return texts.get(path, value)
