"""The reference pages in `docs/`, made from the code: fields, problem codes, vocabularies, the table of words, commands.

What a field is called, holds, requires and points at is read from the models and their marks, so
the pages cannot say anything else than the program does. The Swedish words beside them are in
`reference_words`. Output: Markdown in Swedish, the same bytes on every machine and every day.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

import click
from pydantic.fields import FieldInfo

from generator.desk import reference_words as words
from generator.desk import wording_words
from generator.desk.web_server import web_server
from generator.invariants import INVARIANTS, guards_of, invariants_of
from generator.problem_catalogue import CATALOGUE
from generator.problem_kinds import ProblemKind
from generator.records.models import MODELS
from generator.records.models.base import Contact, CountyCode, Day, LocalId, Model, MunicipalityCode, Number, Orgnr, Prose, RefTo, Upkeep, Url
from generator.records.partial_date import PartialDate
from generator.records.vocabulary import VOCABULARIES, Code
from generator.records.wording import LANGUAGES, TABLE, Word, WordKind, table
from generator.registry.gate import GATE
from generator.site import routes
from generator.site.views.overview import VOCABULARY_TITLES

_Held = TypeVar("_Held")
_NOTE = "<!-- Gjord av ”coachkollen docs” ur koden. Ändra där, inte här. -->"

# Values that a function checks: the function's mark, and what it lets through.
_CHECKED: tuple[tuple[object, str], ...] = (
    (get_args(Url)[1], "webbadress"),
    (get_args(Orgnr)[1], "organisationsnummer"),
    (get_args(Day)[1], "hel dag (2026-11-21)"),
    (get_args(Number)[1], "tal"),
    (get_args(MunicipalityCode)[1], "kommunkod, fyra siffror"),
    (get_args(CountyCode)[1], "länskod, två siffror"),
)


def reference(group: click.Group, cases: Path) -> dict[str, str]:
    """Every page by its file name. `cases`: the folder of example cases that the problem codes link to."""
    return {
        "data-format.md": data_format(),
        "problem-codes.md": problem_codes(cases),
        "vocabularies.md": vocabularies(),
        "wording.md": wording(),
        "cli.md": command_line(group),
        "web-server.md": web_server(_NOTE),
    }


def stale_pages(pages: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """The pages that are missing from `folder` or say something else there."""
    files = {name: folder / name for name in pages}
    return tuple(name for name, path in files.items() if not path.is_file() or path.read_text(encoding="utf-8") != pages[name])


def parts_of(kinds: Iterable[type[Model]]) -> tuple[type[Model], ...]:
    """The models inside the given ones, each once, by name."""
    found: dict[str, type[Model]] = {}
    queue = list(kinds)
    while queue:
        for field in queue.pop().model_fields.values():
            for part in _inside(field.annotation, Model):
                if part.__name__ not in found:
                    found[part.__name__] = part
                    queue.append(part)
    return tuple(found[name] for name in sorted(found))


def data_format() -> str:
    """Every kind of record and every part of one, with all fields. Raises KeyError for one without words."""
    lines = [
        *_head("Postformatet"),
        "En post är en YAML-fil. Filens namn är postens id: små bokstäver a–z, siffror och bindestreck. Ett id ändras aldrig.",
        "Ett datum som inte är en hel dag skrivs så långt källan visar: `2012`, `2012-03` eller `2012-03-01`.",
        "Enkel Markdown är stycken, *kursiv*, **fet**, listor, citat och länkar till en webbadress eller en post (`profiles/exempel-ab`).",
        "Ett fält med † får ändras efter en release utan att det behövs någon rättelse.",
        "Okända fält och koder är fel. Koderna förklaras i [vocabularies.md](vocabularies.md), felen i [problem-codes.md](problem-codes.md).",
        "Ett exempel på varje sort finns i [CONTRIBUTING.md](../CONTRIBUTING.md).",
        "",
        *(f"- [{name}](#{kind}) i `providers/{kind}/`" for kind, (name, _) in words.KINDS.items()),
    ]
    for kind, model in MODELS.items():
        name, purpose = words.KINDS[kind]
        address = routes.record(kind, "<id>")
        lines += ["", f'<a id="{kind}"></a>', f"## {name}: `{kind}/`", "", purpose, ""]
        lines += [f"Fil: `providers/{kind}/<id>.yaml`. " + (f"Adress: `{address}`." if address else "Visas på sidan med rättelser."), ""]
        lines += _field_table(model)
    lines += ["", "# Delar av poster"]
    for part in parts_of(MODELS.values()):
        name, purpose = words.PARTS[part.__name__]
        lines += ["", f'<a id="{part.__name__.lower()}"></a>', f"## {name} (`{part.__name__}`)", "", purpose, "", *_field_table(part)]
    lines += ["", '<a id="vad-som-far-visas"></a>', "# Vad som får visas", ""]
    lines += ["Varje uppgift om varje part prövas uppifrån och ned. Den första raden som passar avgör. ”Hålls inne” hör hemma i `intake/`.", ""]
    rows = ((r.grade, r.subject, r.reply, r.decision.label_sv, r.reason_sv, r.release) for r in GATE)
    lines += _table(("Grad", "Vem det gäller", "Svar", "Beslut", "Varför", "Vad som ändrar beslutet"), rows)
    return _page(lines)


def problem_codes(cases: Path) -> str:
    """Every problem code, with what it says in both languages, the invariants it guards and its example cases."""
    lines = [*_head("Felkoder"), "`error` stoppar bygget, `warning` gör det inte. Ord inom klamrar byts ut mot värden ur filen.", ""]
    lines += ["En kod byter aldrig betydelse. Siffran efter I är [invariantens](#invarianter) nummer.", ""]
    examples = _case_links(cases)
    for letter, title in words.CODE_GROUPS.items():
        lines += [f"## {letter}: {title}", ""]
        for kind in CATALOGUE.values():
            if kind.code.startswith(letter):
                lines += _problem(kind, examples.get(kind.code.casefold(), []))
    lines += ['<a id="invarianter"></a>', "# Invarianter", "", "Det som alltid ska vara sant. Samma tabell står på webbplatsens regelsida."]
    lines += ["Hur var och en hålls, utöver koderna, står i [architecture.md](architecture.md#the-invariants).", ""]
    rows = ((str(n), text, _code_list(kind.code for kind in guards_of(n))) for n, text in INVARIANTS.items())
    return _page([*lines, *_table(("Nr", "Invariant", "Koder"), rows)])


def vocabularies() -> str:
    """Every code with its labels, its definition and the fields that hold it."""
    lines = [*_head("Koder"), "Koden är det som står i posten. Orden är det som läsaren ser.", ""]
    used = _vocabulary_use()
    titles = {**VOCABULARY_TITLES, **words.VOCABULARY_TITLES}
    for vocabulary in VOCABULARIES:
        name = vocabulary.__name__
        lines += [f'<a id="{name.lower()}"></a>', f"## {titles[name]} (`{name}`)", ""]
        where = used.get(name)
        lines += [f"Skrivs i: {', '.join(where)}." if where else "Räknas ut av programmet. Skrivs aldrig in.", ""]
        rows = ((f"`{code.value}`", code.label_sv, code.label_en, code.definition) for code in vocabulary)
        lines += [*_table(("Kod", "Svenska", "Engelska", "Betyder"), rows), ""]
    return _page(lines)


def wording() -> str:
    """The table of words, by what they do to a text, with what to write instead."""
    lines = [*_head("Ord att tänka på"), *wording_words.INTRODUCTION, "", f"Tabellen ligger i [`{TABLE}`](../{TABLE}).", ""]
    lines += ["| Så står det här | Kod i `match` | Finns när |", "|---|---|---|"]
    lines += [f"| {shape.format('ord')} | `{match}` | {meaning} |" for match, (shape, meaning) in wording_words.MATCHES.items()]
    for kind, (title, meaning) in wording_words.KINDS.items():
        lines += ["", f'<a id="{kind}"></a>', f"## {title}: `{kind}`", "", meaning]
        for language in LANGUAGES:
            rows = [word for word in table() if (word.kind, word.language) == (kind, language)]
            lines += ["", f"### {wording_words.IN_LANGUAGE[language]}", "", *_words(kind, rows)]
    return _page(lines)


def _words(kind: WordKind, rows: Iterable[Word]) -> Iterable[str]:
    if not kind.has_alternative:
        return [", ".join(_shape(word) for word in rows) + "."]
    graded = ("Grad",) if kind.needs_grade else ()
    return _table(("Ord", *graded, "Skriv till exempel"), ((_shape(w), *((w.grade or "",) if graded else ()), w.instead) for w in rows))


def _shape(word: Word) -> str:
    return wording_words.MATCHES[word.match][0].format(word.word)


def command_line(group: click.Group) -> str:
    """Every command with its help, arguments and options, those for developers last."""
    lines = [*_head("Kommandon"), cleandoc(group.help or ""), "", "Alla kommandon: `-h` eller `--help` visar hjälpen."]
    commands = sorted(group.commands.items(), key=lambda item: item[1].hidden)
    lines += ["", *_parameters(group)]
    for name, command in commands:
        arguments = [p.human_readable_name for p in command.params if isinstance(p, click.Argument)]
        usage = " ".join(["coachkollen", name, "[VAL]", *arguments])
        lines += [f"## {name}", "", *(["För utvecklare; visas inte i hjälpen.", ""] if command.hidden else []), f"`{usage}`", ""]
        lines += [cleandoc(command.help or ""), "", *_parameters(command)]
    return _page(lines)


def _head(title: str) -> list[str]:
    return [_NOTE, "", f"# {title}", ""]


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n") + "\n"


def _table(titles: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(titles)} |"
    yield f"|{'---|' * len(titles)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _code_list(codes: Iterable[str]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _field_table(model: type[Model]) -> Iterator[str]:
    rows = (_field_row(model, info.alias or name, info) for name, info in model.model_fields.items())
    return _table(("Fält", "Värde", "Krävs", "Vad det är"), rows)


def _field_row(model: type[Model], key: str, info: FieldInfo) -> tuple[str, ...]:
    owner = next((m.__name__ for m in model.__mro__ if f"{m.__name__}.{key}" in words.FIELDS), None)
    meaning = words.FIELDS[f"{owner}.{key}" if owner else key]
    default = f"; utelämnat: `{info.default}`" if isinstance(info.default, str) else ""
    annotation = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
    free = " †" if any(isinstance(mark, Upkeep) for mark in _all_marks(annotation)) else ""
    return (f"`{key}`{free}", _type(annotation), "ja" if info.is_required() else "", meaning + default)


def _all_marks(annotation: Any) -> Iterator[object]:
    """Every mark in a field's type, at any depth."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _all_marks(argument)


def _type(annotation: Any, marks: tuple[Any, ...] = ()) -> str:
    """What a field may hold, in plain words. `marks`: those found round the annotation on the way in."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        own = (m for a in arguments[1:] for m in (a.metadata if isinstance(a, FieldInfo) else (a,)))
        return _type(arguments[0], (*own, *marks))
    if origin in (Union, types.UnionType):
        return _type(next(a for a in arguments if a is not type(None)), marks)
    if origin is tuple:
        return f"lista{' med minst en' if _limit(marks, 'min_length') else ''}: {_type(arguments[0])}"
    if origin is dict:
        return f"{_type(arguments[0])}, var och en med {_type(arguments[1])}"
    if issubclass(annotation, Model):
        return f"[{words.PARTS[annotation.__name__][0].lower()}](#{annotation.__name__.lower()})"
    if issubclass(annotation, Code):
        return f"[kod](vocabularies.md#{annotation.__name__.lower()}): {_code_list(annotation)}"
    if annotation is PartialDate:
        return "datum (år, månad eller dag)"
    if annotation is bool:
        return "`true` eller `false`"
    return _value(annotation, marks)


def _value(annotation: type, marks: tuple[Any, ...]) -> str:
    """A text, id or number by its marks."""
    for mark in marks:
        if isinstance(mark, RefTo):
            return "id i " + " eller ".join(f"[`{kind}/`](#{kind})" for kind in mark.kinds)
        if isinstance(mark, LocalId):
            return "id inom posten"
        for checked, text in _CHECKED:
            if mark == checked:
                return text
    if annotation is int:
        low, high = _limit(marks, "ge"), _limit(marks, "le")
        return f"heltal {low}–{high}" if high is not None else f"heltal, minst {low}"
    if pattern := _limit(marks, "pattern"):
        return _code_list(str(pattern).strip("^$()").split("|"))
    length = f", högst {_limit(marks, 'max_length')} tecken"
    if any(isinstance(m, Contact) for m in marks):
        return f"kontaktuppgift{length}"
    prose = next((m for m in marks if isinstance(m, Prose)), None)
    return f"text med enkel Markdown{length}" if prose and prose.markdown else f"text{length}"


def _limit(marks: tuple[Any, ...], name: str) -> Any:
    return next((value for mark in marks if (value := getattr(mark, name, None)) is not None), None)


def _inside(annotation: Any, base: type[_Held]) -> Iterator[type[_Held]]:
    """The classes made from `base` that a field's type names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        yield annotation
    for argument in get_args(annotation):
        yield from _inside(argument, base)


def _vocabulary_use() -> dict[str, list[str]]:
    """Vocabulary name to links to the fields that hold its codes."""
    places: list[tuple[str, str, type[Model]]] = [(str(kind), str(kind), model) for kind, model in MODELS.items()]
    places += [(part.__name__.lower(), words.PARTS[part.__name__][0].lower(), part) for part in parts_of(MODELS.values())]
    used: dict[str, list[str]] = {}
    for anchor, name, model in places:
        for key, info in model.model_fields.items():
            for vocabulary in _inside(info.annotation, Code):
                used.setdefault(vocabulary.__name__, []).append(f"[{name}](data-format.md#{anchor}) `{info.alias or key}`")
    return used


def _case_links(cases: Path) -> dict[str, list[str]]:
    """Code in lower case to links to the entries of `cases` that are named after it, such as `I07a-ohord`."""
    found: dict[str, list[str]] = {}
    for path in sorted(cases.iterdir()) if cases.is_dir() else ():
        code = path.stem.replace("_", "-").partition("-")[0].casefold()
        found.setdefault(code, []).append(f"[{path.name}](../tests/cases/{path.name})")
    return found


def _problem(kind: ProblemKind, examples: list[str]) -> Iterator[str]:
    yield from (f"### {kind.code}", "", f"`{kind.severity}`. {_plain_text(kind.sv)}", "")
    if kind.hint_sv:
        yield from _with_block(f"Gör så här: {_plain_text(kind.hint_sv)}")
    yield from _with_block(f"In English: {_plain_text(f'{kind.en} {kind.hint_en}'.strip())}")
    if numbers := invariants_of(kind.code):
        yield from ("Invariant " + ", ".join(f"[{n}](#invarianter)" for n in numbers) + ".", "")
    if examples:
        yield from (f"Exempel: {', '.join(examples)}.", "")


def _with_block(text: str) -> Iterator[str]:
    """A paragraph; the lines after its first are a record to copy."""
    first, *block = text.split("\n")
    yield from (first, "")
    if block:
        yield from ("```yaml", *block, "```", "")


def _plain_text(text: str) -> str:
    """A message about Markdown, kept from being read as Markdown."""
    return text.replace("*", "\\*").replace("<", "\\<")


def _parameters(command: click.Command) -> list[str]:
    options = [p for p in command.params if isinstance(p, click.Option)]
    rows = ((_code_list(o.opts), _option_value(o), _option_help(o)) for o in options)
    return [*_table(("Val", "Värde", "Vad det gör"), rows), ""] if options else []


def _option_value(option: click.Option) -> str:
    if option.is_flag:
        return ""
    if option.metavar:
        return option.metavar
    if isinstance(option.type, click.Choice):
        return _code_list(option.type.choices)
    if isinstance(option.type, click.IntRange):
        return f"{option.type.min}–{option.type.max}"
    return "mapp" if isinstance(option.type, click.Path) and option.type.dir_okay else "fil"


def _option_help(option: click.Option) -> str:
    default = option.default.as_posix() if isinstance(option.default, Path) else option.default
    # In words where it depends on the machine.
    told = option.show_default if isinstance(option.show_default, str) else f"`{default}`"
    facts = (option.help, f"Annars {told}." if option.show_default else "", "Krävs." if option.required else "")
    return " ".join(fact for fact in facts if fact)
