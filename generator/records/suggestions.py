"""What somebody probably meant: the field, code, id or address that is most like what they wrote, or the kind of record."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from generator.records.models import MODELS
from generator.records.models.base import Kind
from generator.records.vocabulary import VOCABULARIES

# How like two words must be. Ids and Swedish words are made of the same few parts, and must be more like each other than others.
_LIKE = 0.6
_CLOSELY_LIKE = 0.75
# Swedish words for what has no label of its own: folders and languages.
_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Kind.PROFILES.value: "leverantörer",
        Kind.CASES.value: "ärenden",
        Kind.SCHEMES.value: "märkningar",
        Kind.PROGRAMMES.value: "program",
        Kind.BODIES.value: "organisationer",
        Kind.SOURCES.value: "källor",
        Kind.TERMS.value: "ordlista",
        Kind.STORIES.value: "berättelser",
        Kind.CORRECTIONS.value: "rättelser",
        Kind.TOMBSTONES.value: "borttaget",
        "sv": "svenska",
        "en": "engelska",
        "no": "norska",
        "da": "danska",
        "de": "tyska",
    }
)


def closest(value: str, known: Iterable[str], like: float = _LIKE) -> str:
    """The known word that is most like `value`, or an empty string. like: how like it must be, from 0 to 1."""
    folded = {word.casefold(): word for word in known}
    match = difflib.get_close_matches(value.casefold().replace(" ", "-"), list(folded), n=1, cutoff=like)
    return folded[match[0]] if match else ""


def closest_id(value: str, known: Iterable[str]) -> str:
    """The known id that `value` is nearly the same as, or an empty string."""
    return closest(value, known, _CLOSELY_LIKE)


def closest_address(value: str, known: Collection[str]) -> str:
    """The known `kind/id` or `kind/id#anchor` that `value` is nearly the same as, or an empty string.

    What stands before the last sign is compared by itself, so that two short ids in the same folder are not alike for the folder's sake.
    """
    for sign in ("#", "/"):
        head, found, tail = value.rpartition(sign)
        beside = [word[len(head) + 1 :] for word in known if found and word.startswith(head + sign)]
        if near := closest_id(tail, beside):
            return f"{head}{sign}{near}"
        elsewhere = [word for word in known if found == "/" and word.rpartition("/")[2] == tail]
        if beside or elsewhere:
            return elsewhere[0] if len(elsewhere) == 1 else ""
    return closest_id(value, known)


def suggest_code(value: str, codes: Sequence[str]) -> str:
    """The code that somebody meant who wrote it nearly right, or its Swedish word: then `code (word)`. Empty when nothing is like it."""
    labels = _labels(codes)
    word = closest(value.replace("_", " "), [label.replace(" ", "-") for label in labels], _CLOSELY_LIKE)
    by_word = next((f"{code} ({label})" for label, code in labels.items() if label.replace(" ", "-") == word), "")
    by_code = closest(value, codes)
    if not by_word or not by_code:
        return by_word or by_code
    return by_word if _likeness(value, word) > _likeness(value, by_code) else by_code


def likely_kind(keys: Collection[str], kind: Kind) -> Kind | None:
    """The only other kind of record that these fields belong to, when no field is of `kind` alone and most that the other needs are there."""
    if any(key in _only(kind) for key in keys):
        return None
    others = [other for other in Kind if other is not kind and any(key in _only(other) for key in keys)]
    if len(others) != 1:
        return None
    needed = [info.alias or name for name, info in MODELS[others[0]].model_fields.items() if info.is_required()]
    return others[0] if 2 * sum(key in keys for key in needed) > len(needed) else None


def _only(kind: Kind) -> frozenset[str]:
    """The fields that records of no other kind have."""
    fields = {k: frozenset(info.alias or name for name, info in model.model_fields.items()) for k, model in MODELS.items()}
    return fields[kind].difference(*(names for k, names in fields.items() if k is not kind))


def _labels(codes: Sequence[str]) -> dict[str, str]:
    """Swedish word to code."""
    wanted = list(codes)
    vocabulary = next((v for v in VOCABULARIES if [code.value for code in v] == wanted), None)
    if vocabulary is not None:
        return {code.label_sv.casefold(): code.value for code in vocabulary}
    return {_WORDS[code]: code for code in codes if code in _WORDS}


def _likeness(value: str, word: str) -> float:
    return difflib.SequenceMatcher(None, value.casefold().replace(" ", "-"), word.casefold()).ratio()
