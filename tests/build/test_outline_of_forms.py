"""The only form that a page may have: one that asks for a page of our own."""

import pytest

from generator.build.outline import read_outline


@pytest.mark.parametrize(
    ("form", "allowed"),
    [
        ('<form method="get" action="/sok/">', True),
        ('<form method="GET" action="/sajt/en/sok/">', True),
        ('<form action="/sok/">', False),
        ('<form method="post" action="/sok/">', False),
        ('<form method="dialog" action="/sok/">', False),
        ('<form method="get">', False),
        ('<form method="get" action="">', False),
        ('<form method="get" action="sok/">', False),
        ('<form method="get" action="//annan.example/sok/">', False),
        ('<form method="get" action="/\\annan.example/">', False),
        ('<form method="get" action="/\t/annan.example/">', False),
        ('<form method="get" action="https://annan.example/">', False),
    ],
)
def test_a_form_may_only_ask_for_a_page_of_our_own(form: str, allowed: bool) -> None:
    assert [what for what, _, _ in read_outline(f"{form}<button>Sök</button></form>").active] == ([] if allowed else ["<form>"])


@pytest.mark.parametrize("attribute", ["formaction", "formmethod"])
def test_no_button_may_send_a_form_otherwise(attribute: str) -> None:
    found = read_outline(f'<form method="get" action="/sok/"><button {attribute}="post">Sök</button></form>').active
    assert [what for what, _, _ in found] == [attribute]


def test_where_a_form_leads_must_exist_as_for_a_link() -> None:
    assert read_outline('<form method="get" action="/sok/"></form>').links == (("/sok/", 1, 1),)
