import difflib
from pathlib import Path

import golden


def test_every_page_of_the_demo_site_is_the_golden_one(demo_site: Path) -> None:
    expected = {p.relative_to(golden.GOLDEN / "pages").as_posix(): p.read_text(encoding="utf-8") for p in (golden.GOLDEN / "pages").rglob("*.html")}
    actual = golden.pages(demo_site)
    assert sorted(actual) == sorted(expected), "other pages than before; look, then run make golden"
    for name, text in expected.items():
        difference = "\n".join(difflib.unified_diff(text.splitlines(), actual[name].splitlines(), name, "built", lineterm="", n=1))
        assert not difference, f"{difference}\n\nIf this is what you wanted: make golden"


def test_every_file_of_the_demo_site_has_its_golden_digest(demo_site: Path) -> None:
    expected = (golden.GOLDEN / "digests.txt").read_text(encoding="utf-8").splitlines()
    assert golden.digests(demo_site).splitlines() == expected
