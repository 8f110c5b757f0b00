"""Searches in registers (invariant 5): silence is evidence only if the right question was asked in the right place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.records.models import Kind
from generator.records.models.base import Path
from generator.records.models.profile import Check, Profile
from generator.records.reader import Document
from generator.records.vocabulary import CheckResult
from generator.registry.names import own_names
from generator.registry.registry import Registry

_NOT_IN_NAMES = re.compile(r"[^\w]+")
_LEAST_LETTERS = 3


def searched_for_it_there(registry: Registry) -> Iterator[Problem]:
    """I05b: a search that found nothing was made in the scheme's register, for the provider's number or one of its names."""
    for document in registry.of(Kind.PROFILES):
        for index, check in enumerate(document.record.checks):
            if check.result is not CheckResult.NOT_FOUND:
                continue
            register = _register(registry, check)
            if register and _plain(check.register_name) != _plain(register):
                yield _wrong(document, ("checks", index, "register"), check.register_name, f"”{register}”", f"“{register}”")
            if not _asks_for(document, check.query):
                yield _wrong(document, ("checks", index, "query"), check.query, "företagets namn eller nummer", "the company's name or number")


def _wrong(document: Document, path: Path, value: str, right_sv: str, right_en: str) -> Problem:
    return document.problem("I05b", path, value=value, right_sv=right_sv, right_en=right_en)


def _register(registry: Registry, check: Check) -> str | None:
    """The name of the register of the scheme that the search was about, when both are known."""
    scheme = registry.documents.get(f"{Kind.SCHEMES}/{check.scheme}")
    return scheme.record.register_name if scheme else None


def _asks_for(document: Document, query: str) -> bool:
    """True for the number, a whole name, or the beginning of one: a search for less finds more."""
    profile: Profile = document.record
    if profile.orgnr and _digits(query) == _digits(profile.orgnr):
        return True
    asked = _plain(query)
    names = {_plain(name) for name in (*own_names(document), profile.name)}
    return asked in names or (len(asked) >= _LEAST_LETTERS and any(name.startswith(asked) for name in names))


def _plain(text: str) -> str:
    return _NOT_IN_NAMES.sub(" ", text.casefold()).strip()


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))
