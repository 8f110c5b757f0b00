"""The script in the reader's browser gives what the specification in Python says, word by word and hit by hit."""

import json
import random
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import LONG, ROOT
from search_made import made_entries
from search_reader import Reader

from generator.site.language import SWEDISH
from generator.site.search.index import index_files, word_places
from generator.site.search.reference import find, suggestions
from generator.site.search.words import STOP_WORDS, fold, words

ENTRIES = made_entries(80)
HOW_MANY = 20_000 if LONG else 1500
ODD = (
    "",
    " ",
    "a",
    "å",
    "ab",
    "999001-0002",
    "999000 0",
    "SE999001000201",
    "16999001-0002",
    "Malmo\u0308",
    "MALMÖ",
    "weiß søren łódź",
    "I\u0307stanbul",
    "ΣΑΣ",
    "½ ² ª",
    "a-kassan",
    "a kassan",
    "rusta o matcha",
    "jobb\u2011coach-lund i 2009-2013",
    "e-post x-y-z a-b c-d e-f g-h",
    "the a",
    *(f"coach {word}" for word in sorted(STOP_WORDS)),
    "'); drop",
    "__proto__",
    "constructor",
    "toString",
    "jobb coach i malmö 2012 tre fyra fem",
)


def queries() -> list[str]:
    """Words of the registry, whole, cut, folded, inflected, with typos and together."""
    dice = random.Random("queries")
    vocabulary = sorted({word for entry in ENTRIES for word, _, _ in word_places(entry)})
    letters = "abcdefghijklmnopqrstuvwxyzåäö "

    def typed(word: str) -> str:
        at = dice.randrange(len(word))
        return dice.choice(
            (
                word,
                word.upper(),
                fold(word),
                word[: at + 1],
                word[at:],
                word + dice.choice(("erna", "ens", "s", "ar", "ning", "ningarna", "et")),
                word[:at] + word[at + 1 :],
                word[:at] + dice.choice(letters) + word[at:],
                word[:at] + dice.choice(letters) + word[at + 1 :],
                word[:at] + word[at:][1::-1] + word[at + 2 :],
            )
        )

    several = [" ".join(typed(dice.choice(vocabulary)) for _ in range(dice.choice((1, 1, 1, 2, 2, 3, 4, 7)))) for _ in range(HOW_MANY // 2)]
    names = [" ".join(map(typed, words(dice.choice(ENTRIES).title)[: dice.randint(1, 7)])) for _ in range(HOW_MANY // 2)]
    return [*ODD, *several, *names]


@pytest.fixture(scope="module")
def node() -> str:
    found = shutil.which("node")
    if found is None:
        pytest.fail("Node is missing: apt-get install nodejs")
    return found


def test_script_and_specification_find_the_same_in_the_same_order(node: str, tmp_path: Path) -> None:
    files = index_files(ENTRIES, SWEDISH)
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    asked = queries()
    command = [node, str(ROOT / "tests/site/search_in_node.mjs"), str(ROOT / "theme/static/js/sokindex.js"), str(tmp_path)]
    run = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    reader = Reader(files)
    for number, (query, (said, hits, titles)) in enumerate(zip(asked, json.loads(run.stdout), strict=True)):
        # The index is held to the specification in test_search_index.py; here some are compared with it directly.
        expected = find(ENTRIES, query) if number < 200 else reader.find(query)
        assert [tuple(word) for word in said] == [(word, fold(word)) for word in words(query)], query
        assert [tuple(hit) for hit in hits] == [(hit.missing, hit.worst, hit.total, hit.entry) for hit in expected], query
        assert titles == [ENTRIES[entry].title for entry in suggestions(ENTRIES, expected)], query
