"""CSL-JSON, which citation processors read (the schema `csl-data.json`): a list of items of type `webpage`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from generator.site.citing.citable import Citable, note, soft
from generator.site.language import Language


def item(citable: Citable, words: Language) -> dict[str, object]:
    """One item."""
    values: dict[str, object] = {
        "id": citable.key,
        "type": "webpage",
        "title": soft(citable.title),
        "author": [{"literal": citable.publisher}],
        "container-title": citable.publisher,
        "publisher": citable.publisher,
        "issued": _day(citable.published),
        "accessed": _day(citable.accessed),
        "URL": citable.address,
        "version": citable.release,
        "language": citable.language,
        "note": note(citable, words),
        "abstract": soft(citable.abstract),
    }
    return {name: value for name, value in values.items() if value}


def csl_json(citables: Iterable[Citable], words: Language) -> str:
    """A file of items."""
    return json.dumps([item(citable, words) for citable in citables], ensure_ascii=False, indent=1) + "\n"


def _day(value: date) -> dict[str, object]:
    return {"date-parts": [[value.year, value.month, value.day]]}
