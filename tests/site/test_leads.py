"""Who a reader is told says something: those that the record names, and who tells of it where no source is theirs."""

from __future__ import annotations

from typing import Any

import pytest
from made import SAME, body, registry, scheme, source

from generator.records.models import Kind
from generator.site.maker import Maker

CITES = {name: {"source": name, "locator": "s. 1"} for name in ("egen", "tidning", "blogg", "tredje")}


def lead(*sources: str, **fields: Any) -> str:
    told = {"id": "u", "text": "x", **SAME, "sources": [CITES[name] for name in sources], **fields}
    records = {
        "bodies/myndigheten": body(),
        "sources/egen": source(publisher="Myndigheten", publisher_body="myndigheten"),
        "sources/tidning": source(publisher="Tidningshuset AB", container_title="Tidningen", type="article-newspaper"),
        "sources/tredje": source(publisher="Tredje"),
        "sources/blogg": source(publisher="Privat blogg", type="post-weblog"),
        "schemes/market": scheme(statements=[told]),
    }
    maker = Maker(registry(records))
    return maker.evidence(maker.registry.record(Kind.SCHEMES, "market").statements[0]).lead


@pytest.mark.parametrize(
    ("sources", "fields", "words"),
    [
        (("egen",), {"by": ["myndigheten"]}, "Enligt Myndigheten:"),
        (("tidning", "egen"), {"by": ["myndigheten"]}, "Enligt Myndigheten:"),
        (("tidning",), {"by": ["myndigheten"]}, "Enligt Myndigheten, återgivet av Tidningen:"),
        (("tidning", "blogg"), {"by": ["myndigheten"]}, "Enligt Myndigheten, återgivet av Tidningen och en blogg:"),
        (("tidning",), {"by": ["myndigheten"], "attribution": "Tidningen"}, "Enligt Myndigheten och Tidningen:"),
        (("tidning",), {"attribution": "en tidigare deltagare"}, "Enligt en tidigare deltagare:"),
        (("blogg", "tidning", "tredje"), {"by": ["myndigheten"]}, "Enligt Myndigheten, återgivet av en blogg med flera:"),
        (("tidning",), {}, ""),
    ],
)
def test_who_says_what_has_no_grade(sources: tuple[str, ...], fields: dict[str, Any], words: str) -> None:
    assert lead(*sources, **fields) == words
