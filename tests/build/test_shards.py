"""Shards: each page is in exactly one, all belong together or are refused, and what they hold is taken only where it is what would be made here."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.last_build import read_last_build, write_last_build
from generator.build.press import Press
from generator.build.publish import MARKER, MEMORY, SHARD
from generator.build.shards import MOST_SHARDS, Share, UnfitShards, build_shard, read_shards, read_share
from generator.build.site_build import build_site
from generator.desk.verification import verify_folder
from generator.errors import UnsafeOutput

PROGRAM, ASKED = b"detta program", b"det som skulle byggas"
PAGES = {f"sida{number}/index.html": f"<p>Sida {number}</p>" for number in range(7)}
COUNT = 3


def render(share: Share | None = None, rendered: list[str] | None = None) -> Callable[[Press], None]:
    """Renders the pages of a share, or all and a file that is no page. rendered: gets the names of those that had to be made."""

    def write(press: Press) -> None:
        names = sorted(PAGES)
        for name in share.taken(names) if share else names:
            recipe = PAGES[name].encode()
            if not press.has(name, recipe):
                press.write(name, PAGES[name].encode(), recipe)
                if rendered is not None:
                    rendered.append(name)
        if share is None:
            press.write("alla.txt", " ".join(names).encode())

    return write


def shard(folder: Path, number: int, of: int = COUNT, asked: bytes = ASKED, program: bytes = PROGRAM) -> Path:
    output, share = folder / f"del{number}-{of}", Share(number, of)
    build_shard(render(share), output, (), share, asked, as_of="2026-11-21", program=program, records={})
    return output


def whole(output: Path, shards: list[Path] | None = None) -> list[str]:
    """Build the site. Returns which pages had to be made."""
    rendered: list[str] = []
    taken = read_shards(shards, ASKED, PROGRAM) if shards else None
    built = build_site(render(None, rendered), output, (), base_path="", as_of="2026-11-21", program=PROGRAM, shards=taken)
    assert built.problems == ()
    return rendered


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file() and p.name != MEMORY}


@pytest.fixture
def shards(tmp_path: Path) -> list[Path]:
    return [shard(tmp_path, number) for number in range(1, COUNT + 1)]


@pytest.mark.parametrize(("text", "share"), [("1/1", Share(1, 1)), ("2/4", Share(2, 4)), (f"{MOST_SHARDS}/{MOST_SHARDS}", Share(MOST_SHARDS, MOST_SHARDS))])
def test_a_share_is_written_as_its_number_and_how_many_there_are(text: str, share: Share) -> None:
    assert (read_share(text), str(share)) == (share, text)


@pytest.mark.parametrize(
    "text", ["", "2", "0/2", "3/2", "1/0", f"1/{MOST_SHARDS + 1}", "-1/2", "01/2", "1/02", "1/2/3", " 1/2", "1/2\n", "a/b", "1.0/2", "١/٢"]
)
def test_nothing_else_is_a_share(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_share(text)


@given(items=st.lists(st.integers(), max_size=50), of=st.integers(1, 12))
def test_every_item_is_in_exactly_one_share_and_the_shares_are_as_large(items: list[int], of: int) -> None:
    taken = [Share(number, of).taken(range(len(items))) for number in range(1, of + 1)]
    assert sorted(place for share in taken for place in share) == list(range(len(items)))
    assert max(map(len, taken)) - min(map(len, taken)) <= 1


def test_merged_they_are_the_same_site_as_one_machine_makes_whatever_order_they_come_in(tmp_path: Path, shards: list[Path]) -> None:
    assert whole(tmp_path / "hel") == sorted(PAGES)
    assert whole(tmp_path / "ihop", shards[::-1]) == []
    assert files(tmp_path / "ihop") == files(tmp_path / "hel")
    assert verify_folder(tmp_path / "ihop")[1] == []


def test_no_file_is_in_two_of_them_and_none_is_a_site(shards: list[Path]) -> None:
    names = [name for folder in shards for name in files(folder) if name not in (MARKER, SHARD)]
    assert sorted(names) == sorted(PAGES)


def test_a_page_that_has_gone_from_a_shard_or_been_changed_there_is_made_anew(tmp_path: Path, shards: list[Path]) -> None:
    whole(tmp_path / "hel")
    (shards[0] / "sida0/index.html").unlink()
    (shards[1] / "sida1/index.html").write_text("<p>Något annat</p>", encoding="utf-8")
    assert sorted(whole(tmp_path / "ihop", shards)) == ["sida0/index.html", "sida1/index.html"]
    assert files(tmp_path / "ihop") == files(tmp_path / "hel")


def test_a_copy_on_another_machine_is_as_good(tmp_path: Path, shards: list[Path]) -> None:
    copies = [Path(shutil.copytree(folder, tmp_path / "kopior" / folder.name)) for folder in shards]
    assert whole(tmp_path / "ihop", copies) == []


def test_after_a_merge_a_build_has_nothing_to_do(tmp_path: Path, shards: list[Path]) -> None:
    whole(tmp_path / "ihop", shards)
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "ihop").rglob("*") if path.name != MEMORY}
    for folder in shards:
        shutil.rmtree(folder)
    assert whole(tmp_path / "ihop") == []
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "ihop").rglob("*") if path.name != MEMORY} == before


def told(shards: list[Path], asked: bytes = ASKED, program: bytes = PROGRAM) -> str:
    with pytest.raises(UnfitShards) as refused:
        read_shards(shards, asked, program)
    return str(refused.value)


def test_one_that_is_missing_is_told_of(shards: list[Path]) -> None:
    assert told(shards[:1]) == "Det saknas delar: 2/3, 3/3. Gör dem med coachkollen build --shard 2/3."


def test_one_that_is_there_twice_is_told_of(tmp_path: Path, shards: list[Path]) -> None:
    shutil.copytree(shards[1], tmp_path / "igen")
    assert told([*shards, tmp_path / "igen"]).startswith("Del 2/3 finns två gånger: ")


def test_those_of_different_numbers_are_told_of(tmp_path: Path, shards: list[Path]) -> None:
    assert told([*shards[:2], shard(tmp_path, 2, of=2)]).startswith("Delarna hör inte ihop: ")


def test_one_of_other_records_or_settings_is_refused(tmp_path: Path, shards: list[Path]) -> None:
    other = shard(tmp_path / "annat", 3, asked=b"annat")
    assert "är inte gjord av samma poster, sidor, inställningar och dag som nu" in told([*shards[:2], other])


def test_one_of_another_program_is_refused(tmp_path: Path, shards: list[Path]) -> None:
    assert "är skadad" in told([*shards[:2], shard(tmp_path / "annat", 3, program=b"ett annat program")])


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"shard": 1}', '{"shard": 1, "of": 3, "asked": "x"}', '{"shard": [], "of": 3, "asked": ""}'])
def test_one_that_does_not_say_what_it_is_is_refused(shards: list[Path], content: str) -> None:
    (shards[0] / SHARD).write_text(content, encoding="utf-8")
    assert told(shards) == f"{shards[0] / SHARD} går inte att läsa. Gör om delen."


def test_one_that_says_that_it_is_another_is_refused(shards: list[Path]) -> None:
    about = json.loads((shards[0] / SHARD).read_text(encoding="utf-8"))
    (shards[2] / SHARD).write_text(json.dumps(about | {"shard": 3, "of": 3}), encoding="utf-8")
    (shards[0] / SHARD).write_text(json.dumps(about | {"shard": 2, "of": 3}), encoding="utf-8")
    assert "finns två gånger" in told(shards)
    (shards[1] / SHARD).write_text(json.dumps(about), encoding="utf-8")
    assert told(shards) == f"{shards[1]} är skadad. Gör om delen: coachkollen build --shard 1/3."


def test_one_whose_memory_is_damaged_or_gone_is_refused(shards: list[Path]) -> None:
    memory = shards[0] / MEMORY
    memory.write_bytes(memory.read_bytes()[:-100])
    assert "är skadad" in told(shards)
    memory.unlink()
    assert "är skadad" in told(shards)


def test_two_with_the_same_file_are_refused(shards: list[Path]) -> None:
    one, other = (read_last_build(folder, PROGRAM) for folder in shards[:2])
    write_last_build(shards[1], type(other)(**{name: getattr(other, name) for name in other.__slots__} | {"files": {**one.files, **other.files}}))
    assert "finns både i" in told(shards)


def test_a_folder_that_is_none_is_refused(tmp_path: Path, shards: list[Path]) -> None:
    whole(tmp_path / "hel")
    assert told([*shards, tmp_path / "hel"]).startswith(f"{tmp_path / 'hel'} är ingen del av en webbplats.")


def test_a_shard_is_not_written_over_what_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "del1-3").mkdir()
    (tmp_path / "del1-3/viktigt.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UnsafeOutput):
        shard(tmp_path, 1)
    assert (tmp_path / "del1-3/viktigt.txt").exists()


def test_a_shard_is_made_anew_in_the_place_of_the_old_one(tmp_path: Path, shards: list[Path]) -> None:
    (shards[0] / "sida0/index.html").write_text("skadad", encoding="utf-8")
    shard(tmp_path, 1)
    assert whole(tmp_path / "ihop", shards) == []
