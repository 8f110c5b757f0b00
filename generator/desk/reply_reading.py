"""Reading a form that came back by e-mail: strictly what it says, kindly what the way here has done to it.

Signs of quotation, other line breaks and encodings, typographic dashes and characters that nobody
sees are taken away; a text that stands where no answer is asked for is a problem, never passed over.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.desk.letter_facts import fact_lines
from generator.desk.reply_form import (
    ANSWER_END,
    ANSWER_LIMIT,
    ANSWER_START,
    BAR,
    CASE_MARK,
    CHOICES,
    DECLINE,
    FACT_MARK,
    PROVIDER_MARK,
    STATEMENT_MARK,
    Answer,
    FilledForm,
)
from generator.desk.reply_record import LONGEST_TEXT, reply_text
from generator.problems import Problem, has_errors
from generator.records.models import Kind
from generator.records.places import slug
from generator.records.privacy import find_contact_details, find_health_terms, find_person_numbers
from generator.records.reader import shown
from generator.records.source_map import SourceMap
from generator.records.suggestions import closest_address, closest_id
from generator.records.yaml_reader import without_forbidden_characters
from generator.registry.gate import rulings
from generator.registry.registry import Registry

_NAMED = re.compile(rf"{PROVIDER_MARK}[ ]*:[ ]*(\S.*)\Z", re.IGNORECASE)
_NO_BOX = re.compile(rf"[xX✓✔]\s+({'|'.join(sorted((*CHOICES, DECLINE), key=len, reverse=True))})[ .]*\Z", re.IGNORECASE)
_QUOTED = re.compile(r"(?:[ \t]*>)+[ \t]?")
_MARK = re.compile(
    rf"({CASE_MARK}|{STATEMENT_MARK})[ ]*:[ ]*cases/(\S+)\Z|({PROVIDER_MARK})[ ]*:[ ]*(\S+)\Z|({FACT_MARK})[ ]*:[ ]*(profiles/\S+)\Z", re.IGNORECASE
)
_PARTED = re.compile(rf"(?:{CASE_MARK}|{STATEMENT_MARK}|{PROVIDER_MARK}|{FACT_MARK})[ ]*:\Z", re.IGNORECASE)
_TICK = re.compile(r"(?:[\[(](?P<box>[^\])]{0,3})[\])]|(?P<sign>[☐☑☒]))[ ]*(?P<choice>.+?)[ .]*\Z")
_RULE = re.compile(r"[=_*\-–—]{3,}\Z")
_UNKNOWN = "?"
_EMPTY_BOX = frozenset({"", "_", "☐"})
_WHAT: Mapping[str, tuple[str, str]] = {
    "person_number": ("vad som ser ut som ett personnummer", "what looks like a person number"),
    "email": ("en e-postadress", "an e-mail address"),
    "phone": ("ett telefonnummer", "a phone number"),
}

Asked = Mapping[str, Mapping[str, str | None]]


@dataclass(slots=True)
class _Case:
    """What has been read of one case, or of one point of the provider's page, so far.

    statements: id to text of what was asked about. first: where it stood before, 0 when it did not.
    """

    id: str
    line: int
    statements: Mapping[str, str | None]
    first: int = 0
    statement: str = ""
    ticks: dict[str, str] = field(default_factory=dict)
    declined_at: int = 0
    answer_at: int = 0
    ended_at: int = 0
    words: list[tuple[int, str]] = field(default_factory=list)
    stray: list[int] = field(default_factory=list)

    @property
    def is_point(self) -> bool:
        """True for a point of the provider's own page, which is known by the page's key."""
        return self.id.startswith(f"{Kind.PROFILES}/")

    @property
    def key(self) -> str:
        """Its id as the form writes it."""
        return self.id if self.is_point else f"{Kind.CASES}/{self.id}"


def read_form(content: bytes, file: str, registry: Registry) -> tuple[FilledForm | None, tuple[Problem, ...]]:
    """The answers of a form, or None when something in it has to be mended first. Problems: R01 to R10."""
    source = SourceMap(file, tuple(_decoded(content).split("\n")))
    reader = _Reader(source, registry)
    form = reader.read()
    problems = tuple(reader.problems)
    return (None if form is None or has_errors(problems) else form), problems


def asked_about(registry: Registry, provider: str) -> dict[str, Mapping[str, str | None]]:
    """Everything that a provider can answer to in the cases: case id to statement id to our text."""
    found: dict[str, dict[str, str | None]] = {}
    for document in registry.of(Kind.CASES):
        for ruling in rulings(registry, document.record):
            if ruling.party.provider == provider:
                found.setdefault(document.id, {})[ruling.statement.id] = ruling.statement.text
    return dict(found)


class _Reader:
    """Walks the lines of one form."""

    def __init__(self, source: SourceMap, registry: Registry) -> None:
        self.source = source
        self.registry = registry
        self.problems: list[Problem] = []
        self.provider = ""
        self.named: tuple[int, str] | None = None
        self.asked: Asked = {}
        self.cases: list[_Case] = []
        self.case: _Case | None = None

    def read(self) -> FilledForm | None:
        """The form as far as it can be understood; None when there is none."""
        for number, line in _clean(self.source.lines):
            self._line(number, line)
        asked = [case for case in self.cases if not case.first]
        for case in self.cases:
            # What stands after the last answer is the signature of the mail, and perhaps our letter once more.
            self._judge(case, last=not asked or case.line >= asked[-1].line)
        if not asked:
            if not self.problems and self.named:
                self._report("R11", self.named[0], value=shown(self.named[1]), suggestion=self._id_of(self.named[1]))
            elif not self.problems:
                self.problems.append(Problem("R10", self.source.file))
            return None
        points = tuple(_answer(case) for case in asked if case.is_point)
        return FilledForm(self.provider, tuple(_answer(case) for case in asked if not case.is_point), points)

    def _line(self, number: int, line: str) -> None:
        case, mark = self.case, _MARK.match(line)
        if mark and (mark[1] or "").casefold() == CASE_MARK.casefold():
            self._case(number, mark[2].casefold())
        elif mark and mark[5]:
            self._case(number, mark[6].casefold())
        elif case and case.answer_at and not case.ended_at:
            if line.casefold().rstrip(" .") == ANSWER_END.casefold():
                case.ended_at = number
            else:
                case.words.append((number, line))
        elif mark and mark[3]:
            self._provider(number, mark[4].casefold())
        elif case is None:
            if not self.provider and not self.named and (named := _NAMED.match(line)):
                self.named = (number, named[1])
        elif mark:
            self._statement(number, case, mark[2].casefold())
        elif not case.answer_at and line.casefold().startswith(ANSWER_START.casefold()):
            case.answer_at = number
            case.words.append((number, line[len(ANSWER_START) :].strip()))
        elif line and not line.startswith(BAR) and not _RULE.match(line) and not self._tick(case, number, line):
            case.stray.append(number)

    def _provider(self, number: int, value: str) -> None:
        profiles = [d.id for d in self.registry.of(Kind.PROFILES)]
        if value not in profiles or self.provider not in ("", value):
            self._report("R01", number, value=shown(value), suggestion=closest_id(value, profiles) if value not in profiles else "")
        elif not self.provider:
            self.provider = value
            self.asked = asked_about(self.registry, value) | {key: {key: None} for key in fact_lines(self.registry.get(Kind.PROFILES, value))}

    def _id_of(self, name: str) -> str:
        """The provider that somebody means who writes a name where its id should stand."""
        profiles = self.registry.of(Kind.PROFILES)
        bearers = [d.id for d in profiles if name.casefold() in {str(n).casefold() for n in (d.record.name, d.record.legal_name, *d.record.aliases)}]
        return bearers[0] if len(bearers) == 1 else closest_id(slug(name), [d.id for d in profiles])

    def _case(self, number: int, case_id: str) -> None:
        self.case = None
        if case_id in self.asked:
            first = next((case.line for case in self.cases if case.id == case_id), 0)
            self.case = _Case(case_id, number, self.asked[case_id], first)
            if self.case.is_point:
                self.case.statement = case_id
            self.cases.append(self.case)
        elif self.provider and case_id.startswith(f"{Kind.PROFILES}/"):
            near = closest_address(case_id, [name for name in self.asked if name.startswith(f"{Kind.PROFILES}/")])
            self._report("R01", number, value=shown(case_id), suggestion=near)
        elif self.provider:
            near = closest_id(case_id, [name for name in self.asked if "/" not in name])
            self._report("R01", number, value=shown(f"cases/{case_id}"), suggestion=f"cases/{near}" if near else "")

    def _statement(self, number: int, case: _Case, value: str) -> None:
        case_id, _, statement = value.partition("#")
        known = case_id == case.id and statement in case.statements
        case.statement = statement if known else _UNKNOWN
        if not known:
            near = closest_address(f"cases/{value}", [f"cases/{case.id}#{name}" for name in case.statements])
            self._report("R01", number, value=shown(f"cases/{value}"), suggestion=near)

    def _tick(self, case: _Case, number: int, line: str) -> bool:
        """True for a box with one of the choices, ticked or not."""
        match = _TICK.match(line)
        if match is None:
            return False
        choice = match["choice"].casefold()
        ticked = (match["box"] if match["sign"] is None else match["sign"]).strip() not in _EMPTY_BOX
        if choice == DECLINE and not case.is_point:
            case.declined_at = number if ticked else case.declined_at
            return True
        if choice not in CHOICES or not case.statement or case.answer_at:
            return False
        if ticked and case.statement != _UNKNOWN and case.ticks.setdefault(case.statement, choice) != choice:
            self._report("R05", number, first=case.ticks[case.statement], second=choice)
        return True

    def _judge(self, case: _Case, *, last: bool) -> None:
        """What is missing in a case, what stands outside its place, and whether its answer may be shown."""
        answer = _answer(case)
        if case.first:
            # An empty form that came along with the filled one says nothing.
            if answer.given:
                self._report("R09", case.line, case=case.key, line=str(case.first))
            return
        if not case.answer_at:
            self._report("R07", case.line, line=ANSWER_START)
            return
        for number in case.stray:
            if not last or not case.ended_at or number < case.ended_at:
                bare = _NO_BOX.search(self.source.lines[number - 1].rstrip())
                self._report("R06", number, suggestion=f"[x] {bare[1]}" if bare else "")
        if not case.ended_at:
            self._report("R07", case.answer_at, line=ANSWER_END)
            return
        if not answer.given and not case.is_point:
            self._report("R02", case.line, case=case.key)
        if case.declined_at and answer.words:
            self._report("R05", case.declined_at, first=ANSWER_START.rstrip(":"), second=DECLINE)
        if case.declined_at and answer.choices:
            self._report("R05", case.declined_at, first=answer.choices[0][1], second=DECLINE)
        length, whole = len(answer.words), len(reply_text(answer, case.statements))
        if length > ANSWER_LIMIT or whole > LONGEST_TEXT:
            over = length > ANSWER_LIMIT
            self._report("R03", case.answer_at, length=str(length if over else whole), limit=str(ANSWER_LIMIT if over else LONGEST_TEXT))
        self._private(case, answer)

    def _private(self, case: _Case, answer: Answer) -> None:
        found = False
        for number, line in case.words:
            for finding in (*find_person_numbers(line), *find_contact_details(line)):
                self._report("R04", number, what_sv=_WHAT[finding.what][0], what_en=_WHAT[finding.what][1])
                found = True
            for finding in find_health_terms(line):
                self._report("R08", number, word=line[finding.start :].split()[0].strip(".,;:!?()"))
        joined = answer.words.replace("\n", " ")
        for finding in () if found else (*find_person_numbers(joined), *find_contact_details(joined)):
            self._report("R04", case.answer_at, what_sv=_WHAT[finding.what][0], what_en=_WHAT[finding.what][1])

    def _report(self, code: str, number: int, **params: str) -> None:
        line = self.source.lines[number - 1]
        self.problems.append(self.source.problem_at(code, (number, len(line) - len(line.lstrip()) + 1), **params))


def _answer(case: _Case) -> Answer:
    return Answer(case.id, case.line, _own_words(line for _, line in case.words), tuple(case.ticks.items()), case.declined_at > 0, tuple(case.words))


def _decoded(content: bytes) -> str:
    """The text of a mail in any of the encodings that mail programs save in."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _clean(lines: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """(number, line) without signs of quotation, hidden characters and spaces round it. A mark that was parted from its id gets it back."""
    parted: tuple[int, str] | None = None
    for number, raw in enumerate(lines, 1):
        bare = _QUOTED.sub("", raw, count=1) if _QUOTED.match(raw) else raw
        line = unicodedata.normalize("NFC", without_forbidden_characters(bare)).replace("\t", " ").replace("\N{NO-BREAK SPACE}", " ").strip()
        if parted and line:
            whole = f"{parted[1]} {line}"
            yield (parted[0], whole) if _MARK.match(whole) else parted
            parted = None
            if _MARK.match(whole):
                continue
        if _PARTED.match(line):
            parted = (number, line)
        else:
            yield number, line
    if parted:
        yield parted


def _own_words(lines: Iterator[str]) -> str:
    """The lines of an answer as a text: no empty lines at the ends, and never two in a row."""
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
