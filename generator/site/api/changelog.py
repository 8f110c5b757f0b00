"""What is promised of the API, and what has changed in it. A change of the schemas without a line here is stopped by a test."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.site.language import N_

PROMISES = (
    N_("I version 1 läggs det bara till: nya fält, nya dokument och nya koder. Ditt program ska hoppa över det som det inte känner till."),
    N_("Inget byter namn, typ eller betydelse, och inget tas bort."),
    N_("Skulle det behövas ändå får API:et en version 2 på en egen adress. Då finns version 1 kvar bredvid i minst tolv månader, och det står här."),
    N_("Id och ankare ändras aldrig. Där en post har tagits bort svarar ett dokument som säger när, varför och vad du kan läsa i stället."),
    N_("Uppgifterna ändras när webbplatsen byggs om. Rättelser av dem står inte här, utan bland rättelserna."),
)


@dataclass(frozen=True, slots=True)
class Change:
    """One version of the API. text: a Swedish message. promised: the digest of what the schemas promise from that version on."""

    version: str
    day: date
    text: str
    promised: str


# The first version first.
CHANGES: tuple[Change, ...] = (
    Change(
        "1.0",
        date(2026, 11, 23),
        N_("Första versionen: en lista för varje tabell, ett dokument för varje post som har en sida, scheman och OpenAPI."),
        "61587a0a4d9897f9105c3b8f7136150448c9b3ae9defb34a5ac3c0fef90e3ffc",
    ),
)


def current() -> Change:
    """The version that the site has."""
    return CHANGES[-1]
