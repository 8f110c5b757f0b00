"""Files with exactly the rows of a list of providers: CSV for tables, JSON for programs, in one format that a script in the browser makes too.

What was chosen, the day, the number of rows and the licence stand in the file: in JSON at the top, in CSV as the last columns of each
row. Columns rather than lines with `#` before the header: Excel and pandas read the table as it is, and a row that is copied away still
tells its day. The text of a cell is never changed, also not one that begins with `=`: the file is canonical.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.records.models import Kind
from generator.records.places import counties, municipalities
from generator.site import routes
from generator.site.language import N_, Language, plain
from generator.site.routes import Facet
from generator.site.views.contracts import contract_state
from generator.site.views.facets import PLACES, facets, option_words
from generator.site.views.listing import Providers, Standing, offered_services
from generator.site.views.parties import PartyLine, outcome_and_reply

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/"
# What each column of the rows says, in the order of the CSV.
COLUMN_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "id": N_("Leverantörens id, som aldrig ändras."),
        "name": N_("Namnet."),
        "other_names": N_("Alias, tidigare namn och varumärken."),
        "orgnr": N_("Organisationsnumret. Alltid tomt för en enskild firma, vars nummer är en persons."),
        "counties": N_("Län där en källa nämner leverantören."),
        "municipalities": N_("Kommuner där en källa nämner leverantören."),
        "services": N_("Tjänster som en källa visar, och vilket år den visade det när vi vet det."),
        "accreditation_states": N_("Vad branschens märkningar sammantaget kommer till, som koder."),
        "accreditations": N_("Varje märkning med läge och vad läget vilar på, med datum."),
        "contracts": N_("Antal avtal i de källor vi har läst. Det kan finnas fler."),
        "contract_states": N_("Hur många avtal som är i varje läge."),
        "cases": N_("Antal ärenden som visas."),
        "cases_without_criticism": N_("Hur många av ärendena som inte är kritik."),
        "cases_in_favour": N_("Hur många av ärendena som slutade till leverantörens fördel."),
        "outcomes_with_replies": N_("Varje ärende med kritik för sig: år, vad som kom fram och vad leverantören har svarat i just det ärendet."),
        "unheard_mentions": N_("Antal publicerade källor som nämner leverantören, men som den inte har fått svara på. Bara antalet: innehållet visas inte."),
        "page": N_("Leverantörens sida, där källan till varje uppgift står."),
    }
)
COLUMNS = tuple(COLUMN_MEANINGS)
# Columns of the CSV after those of the rows, which say what the file is. In the JSON they stand once, at the top.
ABOUT_MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "filter": N_("Vilket urval filen har."),
        "as_of": N_("Dagen som alla lägen är uträknade för."),
        "row_count": N_("Antal rader i filen."),
        "licence": N_("Licensen."),
    }
)
ABOUT = tuple(ABOUT_MEANINGS)

_HARD_SPACE = "\N{NO-BREAK SPACE}"
_QUOTED = re.compile('[",\r\n]')

Value = str | int | tuple[str, ...]
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class SiteFile:
    """A file of the site besides the pages. `url`: site-absolute, without base path and language."""

    url: str
    text: str | bytes

    @property
    def content(self) -> bytes:
        """The file as it is written."""
        return self.text.encode() if isinstance(self.text, str) else self.text


@dataclass(frozen=True, slots=True)
class Download:
    """The rows of a list, and what they are. chosen: facet to values, as in the query. page: where the list is. total: of how many."""

    chosen: Mapping[str, Sequence[str]]
    chosen_text: str
    as_of: str
    total: int
    page: str
    note: str
    rows: tuple[Row, ...]


def to_json(download: Download) -> str:
    """The download as JSON, with a line for each value."""
    document = {
        "filter": dict(download.chosen),
        "filter_text": download.chosen_text,
        "as_of": download.as_of,
        "row_count": len(download.rows),
        "of": download.total,
        "page": download.page,
        "licence": LICENCE,
        "note": download.note,
        "rows": [dict(row) for row in download.rows],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_csv(download: Download) -> str:
    """The download as CSV (RFC 4180, but with plain line ends): lists joined with `; `, numbers as digits."""
    about = (download.chosen_text, download.as_of, str(len(download.rows)), LICENCE)
    lines = [(*COLUMNS, *ABOUT), *((*(_plain(row[column]) for column in COLUMNS), *about) for row in download.rows)]
    return "".join(",".join(map(_cell, line)) + "\n" for line in lines)


def _plain(value: Value) -> str:
    return "; ".join(value) if isinstance(value, tuple) else str(value)


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def provider_files(providers: Providers, origin: str) -> Iterator[SiteFile]:
    """The files of the whole list, of each facet page and of each place where somebody is. origin: scheme and host, as far as known."""
    maker = providers.maker
    rows = {s.document.id: _row(providers, s, origin) for s in providers.all}
    note = maker.words.t(
        "Uppgifterna visar vad källorna säger om den dag som står här. Tomt betyder att uppgiften saknas. "
        "Antalet ärenden säger vad vi har kunnat dokumentera, inte hur bra leverantören är."
    )

    def both(url: str, standings: Sequence[Standing], facet: Facet | None = None, code: str = "") -> Iterator[SiteFile]:
        titles = {view.name: view.title for view in facets_shown}
        chosen = {facet.value: [routes.facet_value(facet, code)]} if facet else {}
        chosen_value = option_words(maker.words, facet, code)[0] if facet else ""
        text = maker.words.t("{facet}: {value}", facet=titles[facet.value], value=chosen_value) if facet else maker.words.t("alla leverantörer")
        page = origin + maker.href(routes.narrowed(facet, code) if facet else routes.record_list(Kind.PROFILES))
        shown = tuple(rows[s.document.id] for s in standings)
        download = Download(chosen, text, maker.as_of.isoformat(), len(providers.all), page, note, shown)
        yield SiteFile(routes.download(url, "csv"), to_csv(download))
        yield SiteFile(routes.download(url, "json"), to_json(download))

    facets_shown = facets(providers)
    yield from both(routes.record_list(Kind.PROFILES), providers.all)
    for facet in Facet:
        for code in _with_files(providers, facet):
            yield from both(routes.facet_list(facet, code), providers.having(facet, code), facet, code)


def _with_files(providers: Providers, facet: Facet) -> tuple[str, ...]:
    """The codes of a facet that have files: all, but only the places where somebody is."""
    if facet not in PLACES:
        return tuple(routes.FACET_VALUES[facet])
    there = {code for s in providers.all for code in (s.counties if facet is Facet.COUNTY else s.municipalities)}
    return tuple(sorted(there))


def _row(providers: Providers, known: Standing, origin: str) -> Row:
    """One provider as data. Nothing that the gate holds back is in it: of a source that is only a link, only that it is."""
    maker, words = providers.maker, providers.maker.words
    row: dict[str, Value] = {
        "id": known.document.id,
        "name": known.name,
        "other_names": known.other_names,
        "orgnr": known.orgnr,
        "counties": tuple(words.t(counties()[code].name) for code in known.counties),
        "municipalities": tuple(municipalities()[code].name for code in known.towns),
        "services": offered_services(words, known.document.record),
        "accreditation_states": known.label_codes,
        "accreditations": tuple(
            words.t("{label}: {state}. {why}", label=label.scheme.text, state=label.state, why=plain(label.sentence)) for label in known.labels
        ),
        "contracts": sum(count for _, count in known.contracts),
        "contract_states": tuple(words.t("{what} ({number})", what=contract_state(maker, state), number=count) for state, count in known.contracts),
        "cases": len(known.cases),
        "cases_without_criticism": len(known.cases) - known.criticised,
        "cases_in_favour": known.favourable,
        "outcomes_with_replies": tuple(_paired(words, line) for line in known.cases if line.outcome),
        "unheard_mentions": known.mentions,
        "page": f"{origin}{maker.url(known.document.key) or ''}",
    }
    return {column: _without_hard_spaces(value) for column, value in row.items()}


def _paired(words: Language, line: PartyLine) -> str:
    """`2019. Utfall: inga brister funna. Svar: har svarat.`: a case for itself, since a reply must not be read as that to another."""
    told = outcome_and_reply(words, line.outcome, line.reply, undetermined=line.undetermined)
    return words.t("{years}. {told}", years=line.years, told=told)


def _without_hard_spaces(value: Value) -> Value:
    """The value with ordinary spaces, so that somebody who searches for a date finds it."""
    if isinstance(value, tuple):
        return tuple(text.replace(_HARD_SPACE, " ") for text in value)
    return value.replace(_HARD_SPACE, " ") if isinstance(value, str) else value
