"""Builds for another day than today: what every page says."""

from __future__ import annotations

import html
import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF, DEMO, ON_THE_DAY, coachkollen

from generator.build.tree import check_tree
from generator.cli import main
from generator.clock import SWEDEN, today
from generator.site.language import SWEDISH, Language, english_language

# Asked once, so that midnight may pass while the tests run.
TODAY = today()

PAST = "<strong>Så såg det ut %(day)s</strong>, med det vi vet i dag, %(today)s. Uppgifter utan datum visas också, om de inte nämner ett senare år."
CARD_OF_PAST = "Uppgifterna gäller %(day)s. Här står det som vi vet om den dagen i dag, %(today)s."
CARD_TO_COME = "Läget är uträknat för %(day)s, med det vi vet i dag, %(today)s."
FUTURE = "<strong>Så ser det ut %(day)s om inget nytt händer.</strong> Vi vet bara vad som har hänt till och med i dag, %(today)s."
HOW = "Så gör vi sidor om en annan dag"
THEN = {"sv": "Här står det vi kände till då.", "en": "It shows what we knew then."}
WRITTEN = "Texten överst på sidan är skriven för i dag."
NOINDEX = '<meta name="robots" content="noindex">'


def built(tmp_path_factory: pytest.TempPathFactory, as_of: str, *arguments: str, **environment: str) -> Path:
    output = tmp_path_factory.mktemp("annan-dag") / "output"
    result = coachkollen("build", *arguments, "--as-of", as_of, "--output", str(output), **environment)
    assert result.returncode == 0, result.stderr
    return output


@pytest.fixture(scope="module")
def demo_of_leap_day(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory, "2024-02-29", *DEMO, **ON_THE_DAY)


@pytest.fixture(scope="module")
def demo_to_come(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory, "2028-01-01", *DEMO, **ON_THE_DAY)


@pytest.fixture(scope="module")
def real_of_2012(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory, "2012-03-01", SOURCE_DATE_EPOCH=str(int(datetime.combine(TODAY, time(12), SWEDEN).timestamp())))


def pages(site: Path) -> dict[str, str]:
    """Every HTML page as it is read: words with single spaces, by path."""
    texts = {p.relative_to(site).as_posix(): p.read_text(encoding="utf-8") for p in site.rglob("*.html")}
    assert len(texts) > 300
    return texts


def language_of(name: str) -> Language:
    """The language of a page, by the folder that it lies in. The pages in easy Swedish have the same frame as the others in Swedish."""
    return english_language() if name.startswith("en/") else SWEDISH


def words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", "", text)))


def is_card(name: str) -> bool:
    return "kort" in name.split("/")


def assert_says(site: Path, form: str, on_card: str, as_of: date, known_on: date) -> None:
    """Every page, also those that are not there, says which day it shows and what it was made from, and asks not to be indexed."""
    for name, text in pages(site).items():
        language = language_of(name)
        day, today = language.on_day(as_of), language.the_day(known_on)
        if is_card(name):
            told = language.t(on_card).replace("%(day)s", day).replace("%(today)s", today)
            assert words(told) in words(text), name
            assert NOINDEX in text, name
            continue
        assert words(language.t(form).replace("%(day)s", day).replace("%(today)s", today)) in words(text), name
        assert f'<a href="{language.prefix}/metod/#avsnitt-annan-dag">{language.t(HOW)}</a>' in text, name
        assert NOINDEX in text, name
        footer = words(text[text.index("<footer") :])
        assert words(day) in footer, name
        assert words(today) in footer, name
        assert THEN[language.code] not in footer, name
    assert WRITTEN in words((site / "om/index.html").read_text(encoding="utf-8"))
    assert WRITTEN in words((site / "index.html").read_text(encoding="utf-8"))
    assert WRITTEN not in words((site / "leverantorer/index.html").read_text(encoding="utf-8"))


def test_every_page_of_a_past_demo_says_so(demo_of_leap_day: Path) -> None:
    assert_says(demo_of_leap_day, PAST, CARD_OF_PAST, date(2024, 2, 29), date.fromisoformat(AS_OF))


def test_every_page_of_the_real_site_as_of_2012_says_so(real_of_2012: Path) -> None:
    assert_says(real_of_2012, PAST, CARD_OF_PAST, date(2012, 3, 1), TODAY)


def test_every_page_of_a_demo_to_come_says_so(demo_to_come: Path) -> None:
    assert_says(demo_to_come, FUTURE, CARD_TO_COME, date(2028, 1, 1), date.fromisoformat(AS_OF))


def test_no_page_of_today_has_a_banner(demo_site: Path, real_site: Path) -> None:
    for site in (demo_site, real_site):
        for name, text in pages(site).items():
            assert 'class="annan-dag"' not in text, name
            removed = bool(re.search("<h1>(Den här sidan är borttagen|This page has been removed)", text))
            assert (NOINDEX in text) == (removed or is_card(name) or "citera" in name.split("/")), name
            assert THEN[language_of(name).code] in text, name


def test_the_real_site_of_2012_has_no_broken_link_and_nothing_that_came_later(real_of_2012: Path) -> None:
    assert check_tree(real_of_2012) == []
    for gone in ("program/rusta-och-matcha-2", "program/steg-till-arbete", "arende/rusta-och-matcha-2025", "markning/registrerad-omstallningsorganisation"):
        assert not (real_of_2012 / gone).exists(), gone
    for there in ("program/jobbcoachning", "arende/jobbcoachning-2009", "leverantor/arcus"):
        assert (real_of_2012 / there / "index.html").is_file(), there
    for url in ("program", "arenden", "markningar", "jamfor-systemen", "krav-du-kan-stalla"):
        assert "rusta-och-matcha-2" not in (real_of_2012 / url / "index.html").read_text(encoding="utf-8"), url
    compared = words((real_of_2012 / "jamfor-systemen/index.html").read_text(encoding="utf-8"))
    assert [later for later in ("Sedan den 1 november 2017", "I oktober 2022") if later in compared] == []


CITED = "    sources:\n      - source: minsida-2026-min-tid\n        locator: s. 1\n    checked_on: 2026-11-20\n"
LATER_PROGRAMME = "name: Senare\nbuyer: exempelformedlingen\nform: lov\nfrom: 2026-10\nsummary: Ett program.\n" + CITED.replace("\n    ", "\n").lstrip()
LATER_STATEMENT = f"statements:\n  - id: senare\n    text: En uppgift.\n    date: 2026-10-01\n{CITED}"
LINKS = "[programmet]({filename}/programmes/senare) och [uppgiften *här*]({filename}/profiles/exempel-ab#senare)."
LINKED = "[programmet](programmes/senare) och [uppgiften *här*](profiles/exempel-ab#senare)."


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        ("2026-09-30", '<p>programmet och <a href="/leverantor/exempel-ab/"{}>uppgiften <em>här</em></a>.</p>'),
        (AS_OF, '<p><a href="/program/senare/"{0}>programmet</a> och <a href="/leverantor/exempel-ab/#senare"{0}>uppgiften <em>här</em></a>.</p>'),
    ],
)
def test_a_link_to_what_came_later_keeps_its_words_in_pages_and_in_records(project: Path, as_of: str, expected: str) -> None:
    for folder in ("content", "content/en"):
        (project / folder / "lank.md").write_text(f"Title: Länk\nSlug: lank\n\n{LINKS}\n", encoding="utf-8")
    (project / "providers/programmes/senare.yaml").write_text(LATER_PROGRAMME, encoding="utf-8")
    profile = project / "providers/profiles/exempel-ab.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("statements:\n", LATER_STATEMENT), encoding="utf-8")
    term = project / "providers/terms/vite.yaml"
    term.write_text(re.sub(r"(?ms)^definition: .*?^(?=[a-z])", f'definition: "{LINKED}"\n', term.read_text(encoding="utf-8")), encoding="utf-8")
    (project / "providers/released.txt").unlink()
    result = coachkollen("build", "--as-of", as_of, cwd=project, **ON_THE_DAY)
    assert result.returncode == 0, result.stderr
    assert expected.format("") in (project / "output/lank/index.html").read_text(encoding="utf-8")
    assert expected.format(' rel="noopener"') in (project / "output/ordlista/index.html").read_text(encoding="utf-8")


def test_what_may_be_shown_tomorrow_is_not_shown_by_asking_for_tomorrow(project: Path) -> None:
    """Open cases and times to answer are judged by today, so a build for a day to come neither stops nor shows more."""
    result = coachkollen("check", "--as-of", "2040-01-01", cwd=project, **ON_THE_DAY)
    assert (result.returncode, result.stderr) == (0, "")
    now, then = (coachkollen("build", "--as-of", day, "--output", day, cwd=project, **ON_THE_DAY).stdout.splitlines() for day in (AS_OF, "2040-01-01"))
    assert [line.replace("2040-01-01", AS_OF) for line in then] == now


@pytest.mark.parametrize(
    "as_of", ["2012", "2012-03", "2012-02-30", "2023-02-29", "20120301", "2012-W09-4", "1799-12-31", "2201-01-01", "0001-01-01", "i går", ""]
)
def test_a_day_that_is_no_day_is_refused_in_words(as_of: str) -> None:
    result = CliRunner().invoke(main, ["check", "--as-of", as_of])
    assert result.exit_code == 2
    assert f"”{as_of}” är ingen hel dag mellan åren 1800 och 2200. Skriv till exempel 2026-11-21." in result.stderr


@pytest.mark.parametrize("as_of", ["1800-01-01", "2200-12-31"])
def test_the_first_and_the_last_day_that_can_be_asked_for_can_be_built(as_of: str, tmp_path: Path) -> None:
    result = coachkollen("build", *DEMO, "--as-of", as_of, "--output", str(tmp_path / "ut"), **ON_THE_DAY)
    assert result.returncode == 0, result.stderr


# Views on many days, without Pelican
