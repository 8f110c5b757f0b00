"""What counts as seen on a page, and what an element must have inside."""

from collections.abc import Iterable

import pytest

from generator.build.fairness import find_unfair
from generator.build.outline import Sight, read_outline
from generator.site.expectations import Expected
from generator.site.security import PAGE_POLICY


def sights(html: str) -> list[Sight]:
    return [mark.sight for mark in read_outline(html).marks]


def wordless(html: str) -> list[str]:
    return [code for code, _, _ in read_outline(html).wordless]


def missing(html: str, attribute: str, values: Iterable[str]) -> list[str]:
    expected = [Expected("I26c", "/", attribute, value) for value in values]
    return [problem.params["what"] for problem in find_unfair({"index.html": read_outline(html)}, expected)]


@pytest.mark.parametrize(
    "html",
    [
        "<p data-svar=x>ord",
        "<div><p data-svar=x>ord</p></div>",
        "<p data-svar=x><span></span><b><i>4</i></b></p>",
        "<details open><summary>Mer</summary><p data-svar=x>ord</p></details>",
        "<details><summary><b data-svar=x>ord</b></summary></details>",
        "<p hidden>dolt</p><p data-svar=x>ord</p>",
        "<div hidden><p>dolt</div><p data-svar=x>ord</p>",
        "<img hidden><p data-svar=x>ord</p>",
        '<p data-svar=x><span aria-hidden="true">•</span> ord</p>',
        '<p aria-hidden="false" data-svar=x>ord</p>',
        "<dialog open><p data-svar=x>ord</p></dialog>",
        '<p style="color: red" data-svar=x>ord</p>',
    ],
)
def test_what_a_reader_meets(html: str) -> None:
    assert sights(html) == [Sight.OPEN]


@pytest.mark.parametrize(
    "html",
    [
        "<p data-svar=x hidden>ord</p>",
        "<p data-svar=x hidden=until-found>ord</p>",
        "<div hidden><div><p data-svar=x>ord</p></div></div>",
        "<div hidden/><p data-svar=x>ord</p>",
        '<div aria-hidden="TRUE"><p data-svar=x>ord</p></div>',
        "<template><p data-svar=x>ord</p></template>",
        "<noscript><p data-svar=x>ord</p></noscript>",
        "<dialog><p data-svar=x>ord</p></dialog>",
        "<div popover><p data-svar=x>ord</p></div>",
        '<div style="DISPLAY : none"><p data-svar=x>ord</p></div>',
        '<p style="visibility:hidden" data-svar=x>ord</p>',
        "<details><summary hidden><b data-svar=x>ord</b></summary></details>",
        "<p data-svar=x></p>",
        "<p data-svar=x> …\u200b\u00a0• </p>",
        "<p data-svar=x><span hidden>ord</span></p>",
        "<div data-svar=x><details><summary>•</summary>ord</details></div>",
        "<img data-svar=x alt=ord>",
    ],
)
def test_what_nobody_meets(html: str) -> None:
    assert sights(html) == [Sight.HIDDEN]


@pytest.mark.parametrize(
    "html",
    [
        "<details><summary>Mer</summary><p data-svar=x>ord</p></details>",
        "<details><summary>Mer</summary><details open><summary>Mer</summary><p data-svar=x>ord</p></details></details>",
        "<details><summary>Mer</summary><summary data-svar=x>ord</summary></details>",
        "<details><div><summary data-svar=x>ord</summary></div></details>",
        "<details><summary>Mer</summary><details><summary data-svar=x>ord</summary></details></details>",
    ],
)
def test_what_must_be_unfolded(html: str) -> None:
    assert sights(html) == [Sight.FOLDED]


def test_sources_may_be_folded_and_answers_may_not() -> None:
    html = "<details><summary>Mer</summary><p data-kalla=a data-svar=a>ord</p></details>"
    assert missing(html, "data-kalla", "ab") == ["b"]
    assert missing(html, "data-svar", "ab") == ["a", "b"]


def test_one_mark_that_is_seen_is_enough() -> None:
    assert missing("<p data-svar=a hidden>ord</p><p data-svar=a>ord</p>", "data-svar", "a") == []


def test_an_answer_that_nobody_sees_does_not_answer_the_claim_on_its_page() -> None:
    html = "<p data-svar-fran=a>Påstående</p><p data-svar=a{}>ord</p>"
    assert [p.code for p in find_unfair({"index.html": read_outline(html.format(" hidden"))})] == ["I11a"]
    assert list(find_unfair({"index.html": read_outline(html.format(""))})) == []


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ("<b data-kraver-text=I14c>giltig</b>", []),
        ("<b data-kraver-text=I14c></b>", ["I14c"]),
        ("<b data-kraver-text=I14c>●</b>", ["I14c"]),
        ("<b data-kraver-text=I14c hidden>giltig</b>", ["I14c"]),
        ("<b data-kraver-text=I14c><i hidden>giltig</i></b>", ["I14c"]),
        ("<b data-kraver-text=I14c>", ["I14c"]),
        ("<b class='lage lage-valid' data-kraver-text=I14c>giltig</b>", []),
        ("<b class='lage'>giltig</b>", ["I14c"]),
        ("<b class='liten lage-valid'>giltig</b>", ["I14c"]),
        ("<b class='laget anlage'>giltig</b>", []),
    ],
)
def test_what_must_have_a_word(html: str, codes: list[str]) -> None:
    assert wordless(html) == codes


_CELL = "<b data-kraver-text=I12a>{}</b>"


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (_CELL.format("a") * 3, []),
        (_CELL.format("a") * 4, []),
        (_CELL.format("a") * 2, ["I12a"]),
        (_CELL.format("a") * 2 + _CELL.format(_CELL.format("a")), []),
        (_CELL.format("a") + _CELL.format(_CELL.format("a")), ["I12a"]),
        (_CELL.format("a") * 2 + "<details><summary>Mer</summary>" + _CELL.format("a") + "</details>", ["I12a"]),
        (_CELL.format("a") * 2 + _CELL.replace("12", "13").format("a"), ["I12a"]),
    ],
)
def test_a_figure_has_three_parts(cells: str, codes: list[str]) -> None:
    assert wordless(f"<p data-siffra=x>{cells}</p>") == codes


def test_each_figure_needs_its_own_parts() -> None:
    assert wordless(f"<p data-siffra=x>{_CELL.format('a') * 4}</p><p data-siffra=y>{_CELL.format('a') * 2}</p>") == ["I12a"]


def test_the_order_of_names_is_that_of_each_list() -> None:
    html = "".join(f"<li data-namn='{name}'>x</li>" for name in ("ett Bo", "tva Al", "ett Åsa Ek", "tva Eva", "ett Ör"))
    assert list(find_unfair({"index.html": read_outline(html)})) == []
    (problem,) = find_unfair({"index.html": read_outline(html + "<li data-namn='ett Åsa'>x</li>")})
    assert problem.message("en") == "A list should be alphabetical: “Åsa” stands after “Ör”."


def test_a_mark_of_an_outcome_that_is_cut_short_is_no_reason_to_stop() -> None:
    assert list(find_unfair({"index.html": read_outline("<p data-utfall=''>x</p><p data-utfall=arende>x</p>")})) == []


def active(html: str) -> list[str]:
    return [what for what, _, _ in read_outline(html).active]


def test_a_page_may_say_our_policy_and_only_to_the_letter() -> None:
    said = f'http-equiv="Content-Security-Policy" content="{PAGE_POLICY}"'
    assert active(f"<meta {said}>") == []
    assert active(f"<meta {said.replace(chr(39), '&#39;')}>") == []
    for changed in (
        said.replace("'self'", "'self' https:", 1),
        said.replace("script-src 'self'", "script-src 'unsafe-inline'"),
        said.replace("; form-action 'self'", ""),
        said.replace("Content-Security-Policy", "Content-Security-Policy-Report-Only"),
        said.replace("Content-Security-Policy", "refresh"),
        f'{said} name="policy"',
        'http-equiv="Content-Security-Policy"',
        'http-equiv="refresh" content="0;url=/"',
        'http-equiv="set-cookie" content="a=b"',
    ):
        assert active(f"<meta {changed}>") == ["<meta>"], changed


DATA = '{"@context":{"@vocab":"https://schema.org/"}}'


def test_a_block_of_data_is_no_script_and_runs_nothing() -> None:
    assert read_outline(f'<script type="application/ld+json">{DATA}</script><p>ord</p>').active == ()


@pytest.mark.parametrize(
    "tag",
    [
        "<script>",
        '<script type="module">',
        '<script type="text/javascript">',
        '<script type="application/json">',
        '<script type="application/ld+json" src="https://annan.example/a.js">',
        '<script type="application/ld+json" type="module" async>',
        '<script type=" application/ld+json">',
        '<script type="application/ld+json" id="x">',
    ],
)
def test_any_other_script_in_a_page_is_refused(tag: str) -> None:
    assert [what for what, _, _ in read_outline(f"{tag}{DATA}</script>").active] != []


@pytest.mark.parametrize("relation", ["cite-as", "alternate", "describedby", "Alternate"])
def test_a_link_that_only_tells_where_something_is_may_lead_anywhere(relation: str) -> None:
    assert read_outline(f'<link rel="{relation}" href="https://kollen.example/a">').active == ()
    assert read_outline(f'<link rel="{relation}" href="javascript:x()">').active != []


@pytest.mark.parametrize(
    "relation", ["stylesheet", "alternate stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "", "manifest"]
)
def test_a_link_that_fetches_may_not(relation: str) -> None:
    assert read_outline(f'<link rel="{relation}" href="https://annan.example/a">').active != []
