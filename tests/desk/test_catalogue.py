"""The catalogue of English: every word on the site and nothing else, each translated whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message

from generator.desk.catalogue import (
    ComposedMessage,
    catalogue_text,
    in_code,
    in_template,
    messages,
    read_catalogue_file,
    untranslated,
    updated,
)
from generator.records.places import counties
from generator.registry.gate import GATE
from generator.site.language import catalogue_path, english_language

CATALOGUE = read_catalogue_file("en")
_VALUES = re.compile(r"%\([a-z_]+\)s|\{[a-z_]+\}")
_TAGS = re.compile(r"</?[a-z]+(?: [^<>]*)?>")
# Names that are the same in English.
NAMES = frozenset({"Arbetsförmedlingen", "Ö", *(word for county in counties().values() for word in re.findall(r"\w+", english_language().t(county.name)))})


def texts(message: Message) -> list[tuple[str, str]]:
    """Each form of a message with what it is in English."""
    if isinstance(message.id, str):
        return [(message.id, str(message.string))]
    return list(zip(message.id, message.string, strict=True))


PAIRS = [pair for message in CATALOGUE if message.id for pair in texts(message)]


def test_the_catalogue_is_what_the_code_and_the_templates_say() -> None:
    assert catalogue_path("en").read_text(encoding="utf-8") == catalogue_text(updated(CATALOGUE, messages())), "Run: coachkollen words"


def test_every_message_is_translated_and_none_is_only_a_guess() -> None:
    assert untranslated(CATALOGUE) == ()
    assert len(PAIRS) > 900


def test_the_values_and_links_of_a_message_are_all_in_its_translation() -> None:
    plural = {text: {value for form in message.id for value in _VALUES.findall(form)} for message in CATALOGUE if message.pluralizable for text in message.id}
    for swedish, english in PAIRS:
        told = set(_VALUES.findall(english))
        assert told == set(_VALUES.findall(swedish)) or (swedish in plural and told <= plural[swedish]), (swedish, english)
        assert sorted(_TAGS.findall(english)) == sorted(_TAGS.findall(swedish)), (swedish, english)


def test_no_swedish_word_is_left_in_the_english() -> None:
    left = {word for _, english in PAIRS for word in re.findall(r"\w*[åäöÅÄÖ]\w*", english)}
    assert left <= NAMES


def test_a_sentence_stays_a_sentence() -> None:
    for swedish, english in PAIRS:
        assert swedish.strip()[-1:] in ".:?!…" or english.strip()[-1:] not in ".:!", (swedish, english)
        assert (swedish[:1], english[:1]) == (" ", " ") or not swedish.startswith(" "), (swedish, english)


def test_the_gate_says_the_same_to_readers_and_to_those_who_keep_the_records() -> None:
    words = english_language()
    for row in GATE:
        told = tuple(words.t(text).replace("’", "'") for text in (row.reason_sv, row.release))
        assert told == (row.reason_en, row.release_en)


def test_a_word_that_is_counted_has_one_plural() -> None:
    counted = [message for message in messages() if not isinstance(message, str)]
    assert len({one for one, _ in counted}) == len(counted)


def test_the_words_of_python_are_found() -> None:
    source = """
a = N_("Ett")
words.t(
    "Två "
    "tre", x=words.t("Fyra"))
words.count(n, "fem", "sex")
words.form(n, "sju", "åtta")
list.count(1)
t(name)
"""
    assert set(in_code(source, "fil.py")) == {"Ett", "Två tre", "Fyra", ("fem", "sex"), ("sju", "åtta")}


@pytest.mark.parametrize("call", ['words.t(f"Ett {n}")', 'words.t("Ett " + n)', 't(f"{n} ett")'])
def test_a_message_that_is_put_together_is_refused(call: str) -> None:
    with pytest.raises(ComposedMessage) as refused:
        list(in_code(f"a = 1\n{call}", "fil.py"))
    assert str(refused.value) == "fil.py:2: Texten är hopsatt. Skriv den hel, med värdena i klamrar."


def test_the_words_of_a_template_are_found() -> None:
    source = """
{{ _("Ett %(n)s", n=_("två")) }}
{% trans a=b %}
  Tre <a href="{{ a }}">fyra</a>
  fem
{% endtrans %}
{{ ngettext("%(num)s sex", "%(num)s sju", n) }}
"""
    assert set(in_template(source.encode())) == {"Ett %(n)s", "två", 'Tre <a href="%(a)s">fyra</a> fem', ("%(num)s sex", "%(num)s sju")}


def test_new_messages_come_in_order_and_old_ones_go() -> None:
    once = updated(CATALOGUE, ["Ö", "B", ("avtal", "avtal")])
    assert [message.id for message in once if message.id] == ["Ö", "B", ("avtal", "avtal")] or len(once) == 3
    again = catalogue_text(updated(once, [("avtal", "avtal"), "B", "Ö"]))
    assert again == catalogue_text(once)
    assert re.findall(r'^msgid "(.+)"$', again, re.M) == ["B", "avtal", "Ö"]
    assert re.findall(r'^msgstr\[[01]\] "(.*)"$', again, re.M) == ["contract", "contracts"]


def test_no_word_stands_in_a_script() -> None:
    for path in sorted(Path("theme/static/js").glob("*.js")):
        code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$|\s//\s.*$)", "", path.read_text(encoding="utf-8"), flags=re.S)
        literals = re.findall(r'"[^"\n]*"|`[^`]*`', code)
        assert [text for text in literals if re.search(r"[åäöÅÄÖ]|[A-Z][a-z]+ [a-z]", text)] == [], path.name
