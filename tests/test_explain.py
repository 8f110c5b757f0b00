import pytest
from conftest import DEMO, ON_THE_DAY, coachkollen


def explain(page: str) -> tuple[int, str, str]:
    result = coachkollen("explain", page, *DEMO, "--as-of", "2026-11-21", **ON_THE_DAY)
    return result.returncode, result.stdout, result.stderr


@pytest.mark.parametrize(
    "page",
    [
        "/leverantor/exempel-ab/", "/leverantor/exempel-ab", "leverantor/exempel-ab/index.html", "output/leverantor/exempel-ab/index.html",
        "https://coachkollen.example/leverantor/exempel-ab/?a=b#c", "http://127.0.0.1:8000/leverantor/exempel-ab/",
    ],
)  # fmt: skip
def test_a_page_is_found_however_it_is_named(page: str) -> None:
    code, out, _ = explain(page)
    assert code == 0
    assert out.startswith("/leverantor/exempel-ab/  Exempel Jobb AB")
    assert "profiles/exempel-ab  tests/demo/providers/profiles/exempel-ab.yaml" in out
    assert "\nkällor (" in out


def test_a_text_page_names_its_file_and_what_its_template_shows() -> None:
    code, out, _ = explain("/ordlista/")
    assert code == 0
    assert "text: tests/demo/content/ordlista.md" in out
    assert "mall: theme/templates/glossary.html" in out
    assert "  terms/" in out


def test_an_address_that_does_not_exist_gets_the_nearest() -> None:
    code, out, err = explain("/leverantor/exempel-abb/")
    assert code == 1
    assert out == ""
    assert err == "Ingen sida har adressen /leverantor/exempel-abb/. Menade du /leverantor/exempel-ab/?\n"


def test_the_page_of_a_removed_record_names_its_tombstone_and_where_it_leads() -> None:
    code, out, _ = explain("/leverantor/exempel-coach/")
    assert code == 0
    assert out.startswith("/leverantor/exempel-coach/  Borttagen sida\nmall: theme/templates/tombstone.html\n")
    assert "  tombstones/exempel-coach  tests/demo/providers/tombstones/exempel-coach.yaml\n" in out
    assert "  profiles/exempel-ab  tests/demo/providers/profiles/exempel-ab.yaml\n" in out


def test_a_page_with_corrections_names_them() -> None:
    _, out, _ = explain("/leverantor/exempel-ab/")
    assert "  corrections/2026-11-stjarnor  " in out
    assert "  corrections/2026-10-utfall  " in out
