"""What a view may say of a record that came after the day of the page: its name, and no link."""

from __future__ import annotations

from datetime import date

import pytest
from made import SAME, body, correction, programme, registry, tombstone

from generator.records.models import Kind
from generator.registry.past import as_it_was
from generator.site.maker import Maker
from generator.site.parts import LinkView
from generator.site.views.corrections import corrections_view

LATER = {"id": "senare", "text": "x", "date": "2013", **SAME}


def maker(as_of: str) -> Maker:
    records = {
        "programmes/nytt": programme(name="Det nya", **{"from": "2013"}),
        "bodies/fonden": body(name="Fonden", statements=[LATER, {**LATER, "id": "odaterad", "date": None}]),
        "corrections/c": correction("bodies/fonden#odaterad"),
        "tombstones/t": tombstone("programmes", redirect="programmes/nytt"),
    }
    return Maker(as_it_was(registry(records, date.fromisoformat(as_of))))


@pytest.mark.parametrize(("as_of", "url"), [("2012-12-31", None), ("2013-01-01", "/program/nytt/")])
def test_a_record_that_came_later_has_a_name_and_no_address(as_of: str, url: str | None) -> None:
    assert maker(as_of).link(Kind.PROGRAMMES, "nytt") == LinkView("Det nya", url)
    assert maker(as_of).url("programmes/nytt") == url


@pytest.mark.parametrize(("as_of", "anchor"), [("2012-12-31", ""), ("2013-01-01", "#senare")])
def test_a_link_to_a_part_that_came_later_leads_to_its_record(as_of: str, anchor: str) -> None:
    assert maker(as_of).url("bodies/fonden#senare") == f"/organisation/fonden/{anchor}"
    assert maker(as_of).url("bodies/fonden#odaterad") == "/organisation/fonden/#odaterad"
    assert maker(as_of).url("bodies/saknas#senare") is None


def test_what_replaced_a_removed_record_is_named_without_a_link() -> None:
    view = corrections_view(maker("2012-12-31"))
    assert [t.redirect for t in view.tombstones] == [LinkView("Det nya", None)]
    assert [c.target for c in view.corrections] == [LinkView("Fonden", "/organisation/fonden/#odaterad")]


@pytest.mark.parametrize(
    ("as_of", "words"), [("2012-03-01", "gällde den 1 mars 2012"), ("2026-11-21", "gäller i dag"), ("2026-11-22", "gäller den 22 november 2026")]
)
def test_what_holds_is_said_of_the_day_of_the_page(as_of: str, words: str) -> None:
    said = maker(as_of).on_its_day("gäller i dag", "gällde {day}", "gäller {day}")
    assert said.replace("\N{NO-BREAK SPACE}", " ") == words
