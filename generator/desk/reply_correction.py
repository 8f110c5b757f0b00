"""The correction that goes with an answer in the place of one that has been shown: what stood there, what stands there now and why.

What is published changes only with a correction. A provider that answers later than we last said
has the right to be shown, so the correction is written for the editor, together with the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from types import MappingProxyType

from pydantic import ValidationError

from generator.desk.reply_record import scalar_lines
from generator.records.models import Kind
from generator.records.models.case import Reply
from generator.records.models.editorial import Correction
from generator.records.reader import Document, Root, read_record
from generator.records.units import party_anchor, unit_key
from generator.records.vocabulary import CorrectionNoticed, ReplyState
from generator.records.yaml_reader import read_yaml
from generator.registry.loading import reloaded
from generator.registry.registry import Registry
from generator.site.swedish import on_day

_WAS: Mapping[ReplyState, str] = MappingProxyType(
    {
        ReplyState.REPLIED: "Vid ärendet stod ett svar som leverantören hade gett oss{when}.",
        ReplyState.REPLIED_IN_SOURCE: "Vid ärendet stod leverantörens svar ur en publicerad källa{when}.",
        ReplyState.DECLINED: "Vid ärendet stod att leverantören avstod från att svara{when}.",
    }
)
_OTHERWISE = "Vid ärendet stod om leverantörens svar: {state}."
_ANSWERED = ("Vid ärendet står nu det svar som leverantören gav oss{when}.", "Leverantören svarade oss{when}.")
_DECLINED = ("Vid ärendet står nu att leverantören avstår från att svara.", "Leverantören lämnade det beskedet{when}.")


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """A correction ready to be written. file: as the user knows it; id: its name; lines: the record as YAML."""

    file: str
    id: str
    lines: tuple[str, ...]

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return "".join(f"{line}\n" for line in self.lines).encode("utf-8")

    def document(self) -> Document | None:
        """The record as it would be read."""
        return read_record(self.content, Kind.CORRECTIONS, self.id, Root.PUBLIC, self.file)[0]


def needed_correction(registry: Registry, document: Document, party: int, lines: Sequence[str], others: Iterable[NewCorrection]) -> NewCorrection | None:
    """The correction without which a new reply of a party would change unsaid what was released; None when none is needed.

    lines: the new `reply` as YAML. others: corrections that are written at the same time, whose names are taken.
    """
    old = document.record.parties[party]
    new = _reply_of(lines)
    if document.root is not Root.PUBLIC or old.provider is None or new is None:
        return None
    parties = tuple(p.model_copy(update={"reply": new}) if index == party else p for index, p in enumerate(document.record.parties))
    changed = replace(document, record=document.record.model_copy(update={"parties": parties}))
    beside = [d for d in (other.document() for other in others) if d is not None]
    unit = unit_key(document.key, party_anchor(old.provider))
    for problem in reloaded(registry, [changed, *beside]).problems:
        if problem.code == "I19a" and problem.params["unit"] == unit:
            file = problem.params["correction"]
            return NewCorrection(file, PurePosixPath(file).stem, tuple(_lines(unit, registry.as_of, old.reply, new)))
    return None


def unreleased_corrections(registry: Registry, document: Document, provider: str) -> tuple[str, ...]:
    """The files of the corrections of a provider's part of a case that no release has had yet."""
    unit = unit_key(document.key, party_anchor(provider))
    found = [d for d in registry.of(Kind.CORRECTIONS) if d.key not in registry.released.units and d.root is Root.PUBLIC]
    return tuple(d.source.file for d in found if isinstance(d.record, Correction) and d.record.target == unit)


def _lines(unit: str, day: date, old: Reply, new: Reply) -> list[str]:
    now, why = _DECLINED if new.state is ReplyState.DECLINED else _ANSWERED
    rows = (
        ("was", _WAS.get(old.state, _OTHERWISE).format(when=_when(old), state=old.state.label_sv)),
        ("now", now.format(when=_when(new))),
        ("why", why.format(when=_when(new))),
    )
    texts = [line for name, text in rows for line in scalar_lines(name, text)]
    return [f"target: {unit}", f"published_on: {day}", *texts, f"noticed_by: {CorrectionNoticed.PROVIDER.value}"]


def _when(reply: Reply) -> str:
    return f" {on_day(reply.answered_on)}".replace("\N{NO-BREAK SPACE}", " ") if reply.answered_on else ""


def _reply_of(lines: Sequence[str]) -> Reply | None:
    """The reply that the lines say; None when it would be no reply, which is told when it is written."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    data = read_yaml("\n".join(line[indent:] for line in lines).encode(), "").data
    try:
        return Reply.model_validate(data["reply"]) if data else None
    except ValidationError:
        return None
