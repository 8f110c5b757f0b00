"""The catalogue of a language: every word that a reader of the site sees, and what it is in that language.

The messages are read out of the code, the templates and the tables that readers see: what codes mean, the publication gate,
the rules and the counties. A message that is new gets an empty translation, and one that is gone goes. The same sources give
the same bytes: the messages stand in alphabetical order, without dates and line numbers.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from generator.errors import CoachkollenError
from generator.invariants import INVARIANTS
from generator.records.places import counties
from generator.records.vocabulary import VOCABULARIES
from generator.registry.gate import GATE
from generator.site.language import DOMAIN, catalogue_path

# A message, or its singular and plural.
Message = str | tuple[str, str]

CODE = Path(__file__).parent.parent / "site"
TEMPLATES = CODE.parent.parent / "theme" / "templates"
# Only previews show it, which are for those who keep the records.
_SWEDISH_ONLY = frozenset({"due.html"})
_OPTIONS: Mapping[str, str] = MappingProxyType({"newstyle_gettext": "true", "trimmed": "true", "silent": "false"})
_KEYWORDS = ("_", "gettext", "ngettext")


class ComposedMessage(CoachkollenError):
    """A message in the code that is not one plain text, so that no catalogue can have it."""


def messages(code: Path = CODE, templates: Path = TEMPLATES) -> frozenset[Message]:
    """Every message. Raises ComposedMessage for one that is put together in the code."""
    found = {message for path in sorted(code.rglob("*.py")) for message in in_code(path.read_text(encoding="utf-8"), path.name)}
    for path in sorted(templates.glob("*.html")):
        if path.name not in _SWEDISH_ONLY:
            found |= set(in_template(path.read_bytes()))
    found |= {code.definition for vocabulary in VOCABULARIES for code in vocabulary}
    found |= {text for row in GATE for text in (row.subject, row.reply, row.reason_sv, row.release)}
    found |= {*INVARIANTS.values(), *(county.name for county in counties().values())}
    return frozenset(found - {""})


def in_code(source: str, name: str) -> Iterator[Message]:
    """The messages of a Python file: the first argument of `t` and of `N_`, and the two words of `count` and `form`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Attribute(attr="t") | ast.Name(id="t" | "N_"), args=[ast.Constant(value=str(message)), *_]):
                yield message
            case ast.Call(func=ast.Attribute(attr="t") | ast.Name(id="t" | "N_"), args=[ast.JoinedStr() | ast.BinOp(), *_]):
                raise ComposedMessage(f"{name}:{node.lineno}: Texten är hopsatt. Skriv den hel, med värdena i klamrar.")
            case ast.Call(
                func=ast.Attribute(attr="count" | "form") | ast.Name(id="count"), args=[_, ast.Constant(value=str(one)), ast.Constant(value=str(many))]
            ):
                yield (one, many)


def in_template(source: bytes) -> Iterator[Message]:
    """The messages of a template."""
    for _, function, found, _ in babel_extract(BytesIO(source), _KEYWORDS, (), dict(_OPTIONS)):
        texts = (found,) if isinstance(found, str) else found or (None,)
        one, many = texts[0], texts[1] if function == "ngettext" else None
        if one and many:
            yield (one, many)
        elif one:
            yield one


def read_catalogue_file(code: str) -> Catalog:
    """The catalogue of a language as it is in the repository."""
    with catalogue_path(code).open("rb") as file:
        return read_po(file, locale=code, domain=DOMAIN)


def updated(old: Catalog, found: Iterable[Message]) -> Catalog:
    """The catalogue with these messages: what was translated stays so, what is new is empty, what is gone goes."""
    new = Catalog(locale=old.locale, domain=DOMAIN)
    known = {message.id: message.string for message in old if message.id}
    # A word that is counted stands with its plural; alone it is the same message.
    counted = {message[0]: message for message in found if not isinstance(message, str)}
    for message in {counted.get(message, message) if isinstance(message, str) else counted[message[0]] for message in found}:
        new.add(message, known.get(message, ""))
    return new


def catalogue_text(catalogue: Catalog) -> str:
    """The catalogue as a file."""
    written = BytesIO()
    write_po(written, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    header = (
        'msgid ""',
        'msgstr ""',
        f'"Project-Id-Version: {DOMAIN}\\n"',
        f'"Language: {catalogue.locale_identifier}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: {catalogue.plural_forms}\\n"',
    )
    return "\n".join((*header, "", written.getvalue().decode().strip(), ""))


def _strings(message: BabelMessage) -> tuple[str, ...]:
    return (message.string or "",) if isinstance(message.string, str | None) else tuple(message.string)


def untranslated(catalogue: Catalog) -> tuple[str, ...]:
    """The messages that have no translation, or one that nobody has looked at."""
    missing = (message for message in catalogue if message.id and (message.fuzzy or not all(_strings(message))))
    return tuple(sorted(message.id if isinstance(message.id, str) else message.id[0] for message in missing))
