"""What must never be published about a person, recognised in text.

Person numbers and coordination numbers (Skatteverket: personnummer YYMMDD-NNNC, samordningsnummer
the same with the day plus 60, Luhn check digit over the ten digits), e-mail addresses, phone
numbers and words about health. Used on every string of every record, on file names, on pages and
on the built output. Every search also reads the text as a reader will see it (`disguise`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain, pairwise

from generator.records.disguise import Finding, bare, find_in_every_reading
from generator.records.identifiers import luhn_valid

# A digit written by its code, which may be letters alone.
_CODE_OF_DIGIT = re.compile(r"&#[xX][0-9A-Fa-f]+;|\\u[0-9A-Fa-f]{4}")
_DASHES = "-\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{MINUS SIGN}\N{SMALL HYPHEN-MINUS}\N{FULLWIDTH HYPHEN-MINUS}\N{SOFT HYPHEN}"
_SPACES = " \n\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_SEPARATOR = rf"(?:[{_DASHES}{_SPACES}+._]{{0,3}}|(?:%[0-9A-Fa-f]{{2}}){{1,5}})"
_LONG_LINE = rf"[{_SPACES}]?[{_DASHES}._]{{4,20}}[{_SPACES}]?"
_TEN_DIGITS = rf"(?P<yy>[0-9]{{2}}){_SEPARATOR}(?P<mm>[0-9]{{2}}){_SEPARATOR}(?P<dd>[0-9]{{2}})(?:{_SEPARATOR}|{_LONG_LINE})(?P<number>[0-9]{{4}})"
_DAY = "(?P<yy>[0-9]{2})(?P<mm>[0-9]{2})(?P<dd>[0-9]{2})"
_QUOTES = (
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
# A day in one piece and then the last four after a mark that no other number has: YYMMDD/NNNN, YYMMDD (NNNN) and YYMMDD → NNNN.
_MARKS = r"[/:(|\[{=~#&\N{BULLET}\N{MIDDLE DOT}]|[=-]?>|[\N{RIGHTWARDS ARROW}\N{RIGHTWARDS DOUBLE ARROW}]"
_MARKED_DAY = rf"{_DAY}[{_SPACES}]?(?:{_MARKS})[{_SPACES}]?(?P<number>[0-9]{{4}})"
# After a comma an amount or a year may follow a day.
_NO_UNIT = rf"(?![{_SPACES}]?(?:%|(?:kr|kronor|procent|st|personer|deltagare|platser|timmar)\b))"
_LISTED_DAY = rf"{_DAY}[,;][{_SPACES}]{{1,2}}(?P<number>[0-9]{{4}}){_NO_UNIT}"
_QUOTED_DAY = rf"{_DAY}[{_QUOTES}]{{1,2}}[{_DASHES}{_SPACES}]{{1,3}}[{_QUOTES}]{{1,2}}(?P<number>[0-9]{{4}})"
_SLASHED_DAY = rf"(?P<yy>[0-9]{{2}})/(?P<mm>[0-9]{{2}})/(?P<dd>[0-9]{{2}})[{_DASHES}{_SPACES}]{{1,3}}(?P<number>[0-9]{{4}})"
_LAST_FOUR_IN_PAIRS = rf"{_DAY}[{_DASHES}{_SPACES}]{{1,3}}(?P<number>[0-9]{{2}}[{_SPACES}][0-9]{{2}})"
_FORMS = (
    rf"(?P<century>19|20)[{_SPACES}]?{_TEN_DIGITS}",
    rf"(?P<century>){_TEN_DIGITS}(?:01)?",
    # Not in the path of an address, where a day with its century may stand before the number of an article.
    rf"(?<![/=])(?P<century>19|20){_MARKED_DAY}",
    rf"(?P<century>){_MARKED_DAY}",
    rf"(?P<century>(?:19|20)?){_LISTED_DAY}",
    rf"(?P<century>(?:19|20)?){_QUOTED_DAY}",
    rf"(?P<century>(?:19|20)?){_SLASHED_DAY}",
    rf"(?P<century>(?:19|20)?){_LAST_FOUR_IN_PAIRS}",
)
_PERSON_NUMBERS = tuple(re.compile(rf"{form}(?![0-9])") for form in _FORMS)
_ANY_FORM = re.compile(rf"(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', '|'.join(_FORMS))})(?![0-9])")
_RUN_OF_DIGITS = re.compile("[0-9]{2,}")
_LETTER_OF_ESCAPE = frozenset("abcdefABCDEF")
# The last four are said to be that: YYMMDD, sista fyra NNNN.
_SAID_TO_BE_LAST = re.compile(
    rf"(?<![0-9])(?P<century>(?:19|20)?)(?P<yy>[0-9]{{2}}){_SEPARATOR}(?P<mm>[0-9]{{2}}){_SEPARATOR}(?P<dd>[0-9]{{2}})"
    rf"(?=[^0-9]{{1,40}}?(?<![^\W\d_])(?:fyra|sista|slutsiffr|(?:four|last|ending)(?![^\W\d_])))[^0-9]{{1,60}}(?P<number>[0-9]{{4}})(?![0-9])",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
# A person number, and a phone number: the shortest is one of eight digits in Stockholm, less the first of them. Most texts have fewer.
_FEWEST_DIGITS, _FEWEST_OF_A_PHONE = 10, 7
_SAYS_LAST = re.compile("fyra|sista|slutsiffr|four|last|ending")
_GAP = rf"[{_DASHES}{_SPACES}._/]|[{_SPACES}][{_DASHES}/][{_SPACES}]"
# Every digit for itself, or in pairs, threes or fours, with the same mark between all. The digits come first and then what may not stand before
# them: a search passes over all else faster so.
_SPACED_OUT = (
    re.compile(rf"[0-9](?<![0-9][0-9])({_GAP})[0-9](?:\1[0-9]){{8}}(?:\1[0-9]\1[0-9])?(?!\1?[0-9])"),
    *(
        re.compile(rf"{first}(?<![0-9]{first})(?<![0-9][{_DASHES}{_SPACES}._]{first})([{_DASHES}{_SPACES}._]){rest}(?!\1?[0-9])")
        for first, rest in (
            ("[0-9]{2}", r"[0-9]{2}(?:\1[0-9]{2}){3,4}"),
            ("[0-9]{3}", r"[0-9]{3}\1[0-9]{3}\1(?:[0-9]|[0-9]{3})"),
            ("(?:19|20)[0-9]{2}", r"[0-9]{4}\1[0-9]{4}"),
        )
    ),
)
# From one date to another: `2012-03 – 2013…` and `2012-03-01–2013-02…`.
_SPAN_OF_DATES = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}[{_DASHES}{_SPACES}]+(?:19|20)[0-9]{{2}}(?![0-9])"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}[{_DASHES}{_SPACES}]+(?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])(?![0-9])"
)

# The sign in an e-mail address, also written out so that no program shall see it; then what stands before it and after.
_AT = re.compile(r" {0,2}(?:@|%40) {0,2}| ?[\[({] ?(?:at|snabel-?a|@) ?[\])}] ?| snabel-?a |(?P<word>(?<=\w) at )", re.IGNORECASE)
# Most texts have none of what every such sign has in it.
_MAY_BE_AT = re.compile(r"[ \[({]at[ \])}]|snabel")
_DOT = r"(?:\.| \. | ?[\[({] ?(?:dot|punkt|\.) ?[\])}] ?| punkt | dot )"
_MAILBOX = re.compile(r"(?:[\w.%+-]+|(?<!=)\"[^\"<>=]{1,62}\")\Z")
# Before a plain word only what no ordinary word looks like: look at example.org is no address.
_MAILBOX_BEFORE_A_WORD = re.compile(r"\w+[._+-]\w[\w.+-]*\Z")
_DOMAIN = re.compile(rf"[\w-]+(?:{_DOT}[\w-]+)*?{_DOT}[^\W\d_]{{2,}}(?![\w-]|{_DOT}[\w-])", re.IGNORECASE)
_LONGEST_MAILBOX, _LONGEST_DOMAIN = 64, 255

_AREA = "0(?:8|[1-9][0-9]{1,2})"
_ABROAD = rf"(?:\+46|0046)(?:[{_DASHES}{_SPACES}(]{{0,2}}0\)?)?[{_DASHES}{_SPACES}(]{{0,2}}[1-9](?:[{_DASHES}{_SPACES})]{{0,2}}[0-9]){{6,8}}"
# How a subscriber's five to eight digits are grouped; G is the gap.
_GROUPS = "[0-9]{3}G[0-9]{3}G[0-9]{2}|[0-9]{3}G[0-9]{2}G[0-9]{2}|[0-9]{2}G[0-9]{2}G[0-9]{2,3}|[0-9]{3,4}G[0-9]{3,4}|[0-9]{3}G[0-9]{2}|[0-9]{2}G[0-9]{3}"
_SUBSCRIBER = "|".join(["[0-9]{5,8}", _GROUPS.replace("G", f"[{_SPACES}]"), _GROUPS.replace("G", f"[{_DASHES}]")])
# After a space the thousands of `1 080 123 456` would look like an area code.
_INLAND = rf"(?:(?:\({_AREA}\)|{_AREA})[{_DASHES}/][{_SPACES}]?|\({_AREA}\)[{_SPACES}]|(?<![0-9][{_SPACES}]){_AREA}[{_SPACES}])(?:{_SUBSCRIBER})"
# A mobile number in any groups, with or without 46 before it, and the numbers of three neighbours.
_ANY_GROUPS = rf"(?:[{_DASHES}{_SPACES}./]{{0,2}}[0-9])"
_MOBILE = rf"(?<![0-9][{_SPACES}])(?:0|46[{_DASHES}{_SPACES}]?(?:\(?0\)?)?[{_DASHES}{_SPACES}]?)7[02369]{_ANY_GROUPS}{{7}}"
_NEIGHBOUR = rf"(?:\+|00)(?:4[57]{_ANY_GROUPS}{{8}}|358{_ANY_GROUPS}{{7,10}})"
_PHONE = re.compile(rf"(?<![0-9A-Za-z/_.=-])(?:{_ABROAD}|{_MOBILE}|{_INLAND}|{_NEIGHBOUR})(?![0-9]|[{_DASHES}/][0-9])")

# The two kinds of contact details, as problems name them in Swedish and English.
CONTACT_WORDS: Mapping[str, tuple[str, str]] = {"email": ("en e-postadress", "an e-mail address"), "phone": ("ett telefonnummer", "a phone number")}

HEALTH_TERMS: tuple[str, ...] = (
    "adhd", "allerg", "alkoholis", "alkoholmissbruk", "asperger", "autis", "bipolär", "borderline", "cancer", "demens",
    "depression", "deprimerad", "diabetes", "diagnos", "drogmissbruk", "epilepsi", "fibromyalgi", "funktionshind",
    "funktionsnedsättning", "gravid", "handikapp", "hiv-", "hjärtinfarkt", "hörselskad", "läkarintyg", "insjukn", "migrän",
    "missbrukare", "missfall", "panikattack", "psykisk",
    "psykiatri", "psykos", "ptsd", "reumatis", "rullstol", "schizofren", "självmord", "självskad", "sjukdom",
    "sjukpenning", "sjukskriv", "stroke", "suicid", "synskad", "utbränd", "utmattad", "utmattning", "ångest", "ätstörning",
    # English: a quotation or an answer may be, and no Swedish word begins like these.
    "anxiety", "asthma", "burned out", "burn-out", "burnout", "burnt out", "cerebral palsy", "chronic pain", "dementia", "depressed",
    "disabilit", "disabled", "doctor's note", "drug abuse", "drug addict", "dyslexi", "eating disorder", "hard of hearing", "hearing impair", "heart attack",
    "illness", "mental health", "mentally ill", "migraine", "miscarriage", "multiple sclerosis", "nervous breakdown", "panic attack", "pregnan",
    "psychiatr", "psychosis", "psychotic", "self-harm", "sick leave", "sick note", "sickness", "substance abuse", "visually impaired", "wheelchair",
)  # fmt: skip
# Stems that mean the same at the end of a compound, such as långtidssjukskriven; autis would find nautisk.
_INSIDE_WORDS = "cancer|demens|depression|diagnos|funktionshind|funktionsnedsättning|missbrukare|psykiatri|psykisk|sjukdom|sjukskriv"
# Only as whole words: sjukhus and nätverk say nothing about anybody.
_WHOLE_WORDS = r"(?:sjuk|sjuka|sjukare|värk|värken|värker|npf|sick|unwell)\b"
_HEALTH = re.compile(r"\b(?:" + "|".join(re.escape(term) for term in HEALTH_TERMS) + rf"|{_WHOLE_WORDS}|\w+?(?:{_INSIDE_WORDS}))", re.IGNORECASE)


def find_person_numbers(text: str) -> Iterator[Finding]:
    """Person and coordination numbers in any written form, also inside `SE…01` VAT numbers and addresses."""
    yield from find_in_every_reading(text, _person_numbers)


def _person_numbers(text: str) -> Iterator[Finding]:
    if len(_DIGIT.findall(text)) < _FEWEST_DIGITS:
        return
    position = 0
    for start in _starts(text):
        # Where none of the forms is, none is tried.
        if start < position or not _ANY_FORM.match(text, start):
            continue
        matches = (form.match(text, start) for form in _PERSON_NUMBERS)
        if match := next((m for m in matches if m and _is_person_number(m)), None):
            yield Finding("person_number", match.start(), match.end())
            position = match.end()
    yield from _numbers_in_groups(text)
    for said in _SAID_TO_BE_LAST.finditer(text) if _SAYS_LAST.search(_in_small_letters(text)) else ():
        if _is_person_number(said):
            yield Finding("person_number", said.start(), said.end())


def _in_small_letters(text: str) -> str:
    """The text with every letter that an expression without regard to case takes for a small one as that. Such an expression itself is far slower."""
    return (
        text.lower()
        if text.isascii()
        else text.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").casefold().replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")
    )


def _starts(text: str) -> Iterator[int]:
    """Where a number may begin. A digit in front makes it another number, but not when it ends an escape such as %20."""
    for run in _RUN_OF_DIGITS.finditer(text):
        start = run.start()
        yield start
        before = text[max(0, start - 2) : start]
        if before.endswith("%"):
            yield start + 2
        elif len(before) > 1 and before[0] == "%" and before[1] in _LETTER_OF_ESCAPE:
            yield start + 1


def _numbers_in_groups(text: str) -> Iterator[Finding]:
    for grouping in _SPACED_OUT:
        for spaced in grouping.finditer(text):
            digits = re.sub("[^0-9]", "", spaced.group())
            numbers = (form.fullmatch(digits) for form in _PERSON_NUMBERS[:2])
            if not _is_a_count(spaced.group()) and any(number and _is_person_number(number) for number in numbers):
                yield Finding("person_number", spaced.start(), spaced.end())


def _is_a_count(groups: str) -> bool:
    """True for numbers that follow one another, such as pages or years."""
    numbers = [int(number) for number in re.findall("[0-9]+", groups)]
    return all(after - before == 1 for before, after in pairwise(numbers))


def _is_person_number(match: re.Match[str]) -> bool:
    day = int(match["dd"])
    if day > 60:
        day -= 60
    # Without a century the 2000s are assumed: every date of the 1900s exists there too.
    year = int((match["century"] or "20") + match["yy"])
    try:
        date(year, int(match["mm"]), day)
    except ValueError:
        return False
    if _SPAN_OF_DATES.match(match.string, match.start()):
        return False
    return luhn_valid(match["yy"] + match["mm"] + match["dd"] + re.sub("[^0-9]", "", match["number"]))


def find_contact_details(text: str) -> Iterator[Finding]:
    """E-mail addresses and phone numbers."""
    yield from find_in_every_reading(text, _contact_details)


def _contact_details(text: str) -> Iterator[Finding]:
    for at in _AT.finditer(text) if "@" in text or "%40" in text or _MAY_BE_AT.search(_in_small_letters(text)) else ():
        mailbox = (_MAILBOX_BEFORE_A_WORD if at["word"] else _MAILBOX).search(text[max(0, at.start() - _LONGEST_MAILBOX) : at.start()])
        domain = _DOMAIN.match(text[at.end() : at.end() + _LONGEST_DOMAIN])
        if mailbox and domain:
            yield Finding("email", at.start() - len(mailbox.group()), at.end() + domain.end())
    for match in _PHONE.finditer(text) if len(_DIGIT.findall(text)) >= _FEWEST_OF_A_PHONE else ():
        yield Finding("phone", match.start(), match.end())


def find_numbers_and_contacts(text: str) -> Iterator[Finding]:
    """Person numbers, e-mail addresses and phone numbers in one search."""
    yield from find_in_every_reading(text, lambda seen: chain(_person_numbers(seen), _contact_details(seen)))


def find_health_terms(text: str) -> Iterator[Finding]:
    """Words that say something about somebody's health."""
    yield from find_in_every_reading(text, lambda seen: (Finding("health", m.start(), m.end()) for m in _HEALTH.finditer(seen.replace("’", "'"))))


def contact_key(what: str, detail: str) -> str:
    """An e-mail address or phone number in one form whatever way it is written, so that two can be compared."""
    seen = bare(detail).casefold()
    if what == "email":
        return re.sub(r" *([@.]) *", r"\1", seen)
    digits = re.sub("[^0-9]", "", seen)
    abroad = re.match(r"\+|00(?:4[567]|358)", seen) or re.fullmatch("460?7[0-9]{8}", digits)
    return "0" + digits.removeprefix("00").removeprefix("46").lstrip("0") if abroad else digits


def contact_keys(text: str) -> frozenset[str]:
    """The keys of every e-mail address and phone number in a text."""
    return frozenset(contact_key(finding.what, text[finding.start : finding.end]) for finding in find_contact_details(text))


def mask_contact_details(text: str) -> str:
    """The text with every letter and digit of e-mail addresses and phone numbers as dots."""
    for finding in find_contact_details(text):
        hidden = re.sub(r"\w", "\N{BULLET}", text[finding.start : finding.end])
        text = text[: finding.start] + hidden + text[finding.end :]
    return text


def mask_person_numbers(text: str) -> str:
    """The text with every person number's digits as dots, for messages and logs."""
    while findings := tuple(find_person_numbers(text)):
        pieces, last = [], 0
        for finding in findings:
            pieces += [text[last : finding.start], _hidden(text[finding.start : finding.end])]
            last = finding.end
        text = "".join([*pieces, text[last:]])
    return text


def _hidden(number: str) -> str:
    """A number with a dot for each digit of any script, also inside a character reference."""
    without = _CODE_OF_DIGIT.sub(lambda match: "\N{BULLET}" * len(match.group()), number)
    return "".join("\N{BULLET}" if _has_digit(character) else character for character in without)


def _has_digit(character: str) -> bool:
    """True for a digit of any script, also one that stands for several."""
    return any(unicodedata.digit(plain, None) is not None for plain in (character, *unicodedata.normalize("NFKC", character)))
