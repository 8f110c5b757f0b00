"""Strings of the deny list are found however they are written, and neither the list nor a problem shows them."""

from __future__ import annotations

import re
import stat
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import BadUsage
from generator.records.deny_list import MOST_WORDS, DenyList, add_to_deny_list, read_deny_list, refuse_inside

NAME = "Påhittad Privatperson"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "hemligt" / "lista.txt"


@pytest.fixture
def denied(file: Path) -> DenyList:
    file.parent.mkdir()
    add_to_deny_list(file, [NAME, "ensamt", "ett  väldigt\tPÅHITTAT ord", "a.b@exempel.example"])
    return read_deny_list(file, ())


def found(denied: DenyList, text: str) -> list[str]:
    return [text[f.start : f.end] for f in denied.find(text)]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Fråga Påhittad Privatperson i dag.", "Påhittad Privatperson"),
        ("PÅHITTAD\n   PRIVATPERSON", "PÅHITTAD\n   PRIVATPERSON"),
        ("påhittad_privatperson.pdf", "påhittad_privatperson"),
        ("https://exempel.example/pahittad-privatperson/", "pahittad-privatperson"),
        ("https://exempel.example/?q=P%C3%A5hittad+Privatperson", "P%C3%A5hittad+Privatperson"),
        ("Pa\u030ahittad Privatperson", "Pa\u030ahittad Privatperson"),
        ("P&aring;hittad&nbsp;Privatperson", "P&aring;hittad&nbsp;Privatperson"),
        ("**Påhit**tad Privat\u200bperson", "Påhit**tad Privat\u200bperson"),
        ('{"namn": "P\\u00e5hittad Privatperson"}', "P\\u00e5hittad Privatperson"),
        ("Påhittad, Privatperson", "Påhittad, Privatperson"),
        ("Ensamt!", "Ensamt"),
        ("ett väldigt påhittat ord", "ett väldigt påhittat ord"),
        ("mailto:A.B@exempel.example", "A.B@exempel.example"),
    ],
)
def test_a_denied_string_is_found_however_it_is_written(denied: DenyList, text: str, part: str) -> None:
    assert found(denied, text) == [part]
    assert not found(denied, denied.mask(text))
    assert len(denied.mask(text)) == len(text)


@pytest.mark.parametrize(
    "text", ["", "Påhittad", "Privatperson Påhittad", "Påhittad vanlig Privatperson", "Påhittade Privatpersoner", "ensamtid", "väldigt påhittat ord"]
)
def test_other_words_are_not(denied: DenyList, text: str) -> None:
    assert found(denied, text) == []
    assert denied.mask(text) == text


def test_every_place_is_found(denied: DenyList) -> None:
    assert found(denied, f"{NAME} och {NAME.lower()}, ensamt") == [NAME, NAME.lower(), "ensamt"]


WORDS = st.lists(st.text(st.characters(categories=("Ll", "Lu", "Nd"), max_codepoint=0x24F), min_size=1, max_size=6), min_size=1, max_size=MOST_WORDS)


@given(words=WORDS, around=st.text("abc .,-\n", max_size=10))
def test_whatever_is_added_is_found(words: list[str], around: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("lista") / "lista.txt"
    add_to_deny_list(file, [" ".join(words)])
    denied = read_deny_list(file, ())
    for between in (" ", "-", "_", "\n", ", "):
        assert list(denied.find(f"{around} {between.join(words)} {around}"))


def test_the_file_holds_no_string_and_is_for_its_owner_alone(denied: DenyList, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not [word for word in ("hittad", "hittat", "privat", "ensamt", "exempel") if word in text.casefold()]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(denied) == 6  # two of the four are also listed as addresses write them


def test_the_format_is_the_salted_digest_and_the_number_of_words(denied: DenyList, file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    salt = re.fullmatch("salt: ([0-9a-f]{32})", lines[1])
    assert salt
    assert f"{sha256(bytes.fromhex(salt[1]) + 'påhittad privatperson'.encode()).hexdigest()} 2" in lines
    assert denied.salt == bytes.fromhex(salt[1])


def test_two_lists_of_the_same_string_have_nothing_in_common(tmp_path: Path) -> None:
    for name in ("a", "b"):
        add_to_deny_list(tmp_path / name, [NAME])
    a, b = (set((tmp_path / name).read_text(encoding="utf-8").splitlines()[1:]) for name in ("a", "b"))
    assert not a & b


@pytest.mark.usefixtures("denied")
def test_what_is_there_is_kept_and_not_added_twice(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    file.write_text(before.rstrip("\n"), encoding="utf-8")
    assert add_to_deny_list(file, [NAME.upper(), "", "ett nytt"]) == (1, 7)
    assert file.read_text(encoding="utf-8").startswith(before)
    assert found(read_deny_list(file, ()), "Ett nytt") == ["Ett nytt"]


@pytest.mark.parametrize(("string", "count"), [("!?", 0), ("a b c d e f g h i", 9)])
def test_a_string_without_words_or_with_too_many_is_refused_and_not_repeated(file: Path, string: str, count: int) -> None:
    file.parent.mkdir()
    with pytest.raises(BadUsage) as refused:
        add_to_deny_list(file, ["bra", string])
    assert str(refused.value) == f"Rad 2 har {count} ord. En sträng i spärrlistan har 1–8 ord. Inget har lagts till."
    assert not file.exists()


DIGEST = "0" * 64


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Spärrlistan saknar raden ”salt: …” överst."),
        ("# bara en kommentar\n", "Spärrlistan saknar raden ”salt: …” överst."),
        (f"{DIGEST} 1\nsalt: 00\n", "rad 1"),
        ("salt: 00\nsalt: 00\n", "rad 2"),
        ("salt: 000\n", "rad 1"),
        ("salt: 00\nPåhittad Privatperson\n", "rad 2"),
        (f"salt: 00\n\n# x\n{DIGEST} 0\n", "rad 4"),
        (f"salt: 00\n{DIGEST} 9\n", "rad 2"),
        (f"salt: 00\n{DIGEST}\n", "rad 2"),
    ],
)
def test_a_file_that_is_no_deny_list_is_refused_without_repeating_it(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "lista").write_text(text, encoding="utf-8")
    with pytest.raises(BadUsage) as refused:
        read_deny_list(tmp_path / "lista", ())
    assert said in str(refused.value)
    assert "Påhittad" not in str(refused.value)


def test_a_missing_file_and_one_that_is_no_text_are_told(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match=r"^Spärrlistan finns inte\."):
        read_deny_list(tmp_path / "lista", ())
    (tmp_path / "lista").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(BadUsage, match=r"^Spärrlistan går inte att läsa: den är ingen textfil i UTF-8\."):
        read_deny_list(tmp_path / "lista", ())


def test_a_list_where_it_could_be_published_is_refused(tmp_path: Path) -> None:
    repository, records = tmp_path / "arkivet", tmp_path / "arkivet" / "providers"
    records.mkdir(parents=True)
    (repository / ".git").mkdir()
    said = r"^Spärrlistan ligger i arkivet/, som kan bli publicerad\. Flytta den ut ur arkivet och ange dess nya plats\.$"
    for place in (repository / "lista", records / "lista", records / ".." / "lista", repository / "intake" / "lista"):
        with pytest.raises(BadUsage, match=said):
            refuse_inside(place, [records])
    (tmp_path / "utanför").symlink_to(repository)
    with pytest.raises(BadUsage, match=said):
        refuse_inside(tmp_path / "utanför" / "lista", [records])
    refuse_inside(tmp_path / "lista", [records])


def test_a_list_in_a_folder_of_records_without_a_repository_is_refused_too(tmp_path: Path) -> None:
    with pytest.raises(BadUsage, match=f"^Spärrlistan ligger i {tmp_path.name}/"):
        refuse_inside(tmp_path / "lista", [tmp_path])
