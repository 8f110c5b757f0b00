"""Publishing: one complete site is current at every moment, whatever happens, and nothing that is not ours is touched."""

from __future__ import annotations

import fcntl
import os
import stat
from pathlib import Path

import pytest
from site_made import STYLE, asset, built, current, is_whole, names

from generator.build.compressed import FORMS, is_form_of
from generator.build.publication import NotPublished, Publication, publish, rollback
from generator.build.site_folder import SIGN, SiteBusy
from generator.errors import UnsafeOutput


def test_a_built_site_becomes_the_one_that_is_read(tmp_path: Path) -> None:
    done = publish(built(tmp_path / "output"), tmp_path / "site")
    assert done == Publication("000001-" + done.name.partition("-")[2], is_new=True, was="", linked=0, copied=5)
    assert (current(tmp_path / "site") / "index.html").read_text() == "start"
    assert is_whole(tmp_path / "site")
    assert names(tmp_path / "site") == [done.name]


def test_a_file_that_did_not_change_is_the_same_on_the_disk(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(built(tmp_path / "a"), site)
    first = current(site).resolve()
    done = publish(built(tmp_path / "b", **{"index.html": "ny"}), site)
    assert (done.linked, done.copied) == (4, 1)
    assert (first / "leverantor/p1/index.html").samefile(current(site) / "leverantor/p1/index.html")
    assert not (first / "index.html").samefile(current(site) / "index.html")
    assert (first / "index.html").read_text() == "start", "what was published is never written to"


def test_a_build_is_not_shared_with_so_that_nothing_written_there_is_published(tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    publish(output, tmp_path / "site")
    (output / "index.html").write_text("ändrat")
    assert (current(tmp_path / "site") / "index.html").read_text() == "start"


def test_the_style_sheet_of_the_last_site_comes_along_once(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(built(tmp_path / "a"), site)
    publish(built(tmp_path / "b", style="new"), site)
    assert (current(site) / asset(STYLE["old"])).is_file()
    assert is_whole(site), "verify knows it by its name"
    publish(built(tmp_path / "c", style="new", **{"index.html": "till"}), site)
    assert not (current(site) / asset(STYLE["old"])).exists()


def test_a_long_text_has_smaller_forms_that_come_along_and_are_made_anew_when_they_are_damaged_or_no_longer_right(tmp_path: Path) -> None:
    site, long = tmp_path / "site", "En lång text. " * 200
    publish(built(tmp_path / "a", **{"om/index.html": long, "index.html": long}), site)
    first = current(site).resolve()
    assert is_whole(site)
    assert {path.relative_to(first).as_posix() for path in first.rglob("*") if path.suffix in (".br", ".gz")} == {
        f"{name}{form}" for name in ("om/index.html", "index.html") for form in FORMS
    }
    publish(built(tmp_path / "b", **{"om/index.html": long, "index.html": f"Ny. {long}"}), site)
    now = current(site).resolve()
    for form in FORMS:
        assert (first / f"om/index.html{form}").samefile(now / f"om/index.html{form}")
        assert is_form_of(f"index.html{form}", (now / f"index.html{form}").read_bytes(), f"Ny. {long}".encode())
        (now / f"om/index.html{form}").write_bytes(b"skadad")
    assert not is_whole(site)
    publish(built(tmp_path / "c", **{"om/index.html": long}), site)
    assert is_whole(site)
    assert is_form_of("x.gz", (current(site) / "om/index.html.gz").read_bytes(), long.encode())


def test_what_calls_itself_a_style_sheet_of_ours_and_is_not_is_found_out(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(built(tmp_path / "a"), site)
    (current(site) / "tema" / "coachkollen.0123456789.css").write_text("body{}")
    assert not is_whole(site)


def test_the_same_site_again_makes_no_new_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = publish(built(tmp_path / "a"), site)
    again = publish(built(tmp_path / "b"), site)
    assert (again.name, again.is_new) == (first.name, False)
    assert names(site) == [first.name]


def test_a_damaged_release_is_not_taken_for_the_same(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(built(tmp_path / "a"), site)
    (current(site) / "index.html").write_text("fel")
    done = publish(built(tmp_path / "b"), site)
    assert done.is_new
    assert (current(site) / "index.html").read_text() == "start"
    assert is_whole(site)


def test_the_oldest_releases_go_and_never_the_current_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    made = [publish(built(tmp_path / str(n), **{"index.html": f"version {n}"}), site, keep=2).name for n in range(3)]
    assert names(site) == made[1:]
    rollback(site)
    done = publish(built(tmp_path / "ny", **{"index.html": "ännu en"}), site, keep=2)
    assert names(site) == [made[2], done.name] or names(site) == [made[1], made[2], done.name]
    assert current(site).resolve().name == done.name


def test_one_goes_back_and_forth_between_releases(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = publish(built(tmp_path / "a"), site).name
    second = publish(built(tmp_path / "b", **{"index.html": "två"}), site).name
    assert rollback(site).name == first
    assert (current(site) / "index.html").read_text() == "start"
    assert rollback(site, second).name == second
    assert (current(site) / "index.html").read_text() == "två"
    rollback(site)
    assert publish(tmp_path / "b", site).name == second, "what was taken back can be published again"
    with pytest.raises(NotPublished, match="De som finns är"):
        rollback(site, "000009-0123456789ab")


def test_there_is_nothing_to_go_back_to_before_the_second_site(tmp_path: Path) -> None:
    publish(built(tmp_path / "a"), tmp_path / "site")
    with pytest.raises(NotPublished, match="ingen tidigare version"):
        rollback(tmp_path / "site")


def test_nobody_goes_back_to_a_damaged_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    publish(built(tmp_path / "a"), site)
    first = current(site).resolve()
    second = publish(built(tmp_path / "b", **{"index.html": "två"}), site).name
    (first / "index.html").write_text("fel")
    with pytest.raises(NotPublished, match=r"skadad: index\.html"):
        rollback(site)
    assert current(site).resolve().name == second


def test_far_fewer_records_stop_it_unless_that_is_meant(tmp_path: Path) -> None:
    site = tmp_path / "site"
    first = publish(built(tmp_path / "a", providers=10), site).name
    with pytest.raises(NotPublished, match="7 i stället för 10"):
        publish(built(tmp_path / "b", providers=7), site)
    assert current(site).resolve().name == first
    assert publish(tmp_path / "b", site, allow_fewer=True).is_new


def test_a_build_that_is_not_what_its_manifest_says_is_not_published(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    (output / "leverantor/p1/index.html").unlink()
    with pytest.raises(NotPublished, match=r"leverantor/p1/index\.html"):
        publish(output, site)
    assert not current(site).exists()
    assert built(output) and publish(output, site).is_new
    assert not [name for name in names(site) if name.startswith(".")]


@pytest.mark.parametrize("missing", ["manifest.json", ".coachkollen.json"])
def test_only_what_we_have_built_is_published(tmp_path: Path, missing: str) -> None:
    output = built(tmp_path / "output")
    (output / missing).unlink()
    with pytest.raises(NotPublished, match="coachkollen build"):
        publish(output, tmp_path / "site")


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    site.mkdir()
    (site / "annat.html").write_text("viktigt")
    with pytest.raises(UnsafeOutput, match=SIGN):
        publish(output, site)
    assert [path.name for path in site.iterdir()] == ["annat.html"]
    with pytest.raises(UnsafeOutput, match="ingen mapp som Coachkollen har publicerat till"):
        rollback(site)


def test_the_site_lies_apart_from_what_is_read(tmp_path: Path) -> None:
    output = built(tmp_path / "output")
    for site in (output, output / "site", tmp_path):
        with pytest.raises(UnsafeOutput, match="ligger i varandra"):
            publish(output, site)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafeOutput, match="symbolisk länk"):
        publish(output, tmp_path / "link")


def test_two_do_not_publish_at_once_and_the_other_is_told_who_does(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    publish(output, site)
    with (site / ".lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(SiteBusy, match=rf"process {os.getpid()} på "):
            publish(output, site)
        with pytest.raises(SiteBusy):
            rollback(site)
    assert publish(output, site).name == current(site).resolve().name


def test_what_a_stopped_run_left_behind_is_cleared_away(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    publish(output, site)
    (site / "releases/.stage-000002-0123456789ab/leverantor").mkdir(parents=True)
    (site / ".stage-current").symlink_to("releases/000002-0123456789ab")
    publish(output, site)
    assert sorted(path.name for path in site.iterdir()) == [SIGN, ".lock", "current", "releases"]
    assert len(names(site)) == 1


def test_everyone_may_read_what_is_published_whatever_the_mask(tmp_path: Path) -> None:
    output, site = built(tmp_path / "output"), tmp_path / "site"
    before = os.umask(0o077)
    try:
        publish(output, site)
    finally:
        os.umask(before)
    modes = {path.relative_to(site).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")] if not path.name.startswith(".")}
    assert {oct(mode) for name, mode in modes.items() if (site / name).is_dir()} == {"0o755"}
    assert {oct(mode) for name, mode in modes.items() if (site / name).is_file()} == {"0o644"}
