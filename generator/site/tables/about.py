"""What the dataset is, in words: title, what a reader must know before using it, and its licence. Every description says the same."""

from __future__ import annotations

from dataclasses import dataclass

from generator.site.language import N_

NAME = "coachkollen"
LICENCE_NAME = "CC-BY-4.0"
LICENCE_TITLE = "Creative Commons Attribution 4.0 International"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
TITLE = N_("Coachkollen: hela datamängden")
DESCRIPTION = N_(
    "Leverantörer av jobbcoachning och omställning i Sverige: märkningar, avtal, dokumenterade ärenden, vad som kom fram och vad leverantörerna svarar. "
    "Varje uppgift har sin källa."
)
KEYWORDS = (
    N_("jobbcoachning"),
    N_("omställning"),
    N_("arbetsmarknad"),
    N_("upphandling"),
    N_("auktorisation"),
    N_("granskning"),
)
# What must be read with every single row.
WITH_THE_REPLY = N_("Svaret hör ihop med påståendet. Återge aldrig en uppgift om en leverantör utan svaret, utfallet och det som talar emot.")
# What nobody should print a number without knowing.
CAVEATS = (
    N_("Datamängden rangordnar ingen. Den har inga poäng och inga betyg av oss."),
    N_(
        "Att något saknas är inget bevis. Tomt betyder att uppgiften saknas. not_checked betyder att vi inte har sökt, "
        "not_found att vi har sökt utan att hitta."
    ),
    N_("Antalet ärenden säger vad vi har kunnat dokumentera, inte hur bra eller dålig en leverantör är."),
    WITH_THE_REPLY,
    N_("Ett påstående, ett konstaterande och en dom är olika saker. Bevisgraden och slaget av uppgift säger vilket det är."),
    N_("Källor som nämner en leverantör som inte har fått ge oss sin version finns bara som en rad: varken rubrik eller innehåll."),
    N_("Lägen är uträknade för en dag, som står i kolumnen as_of."),
    N_("Texterna är på svenska. Namnen på tabeller, kolumner och koder är på engelska."),
)
CORRECTIONS = (
    N_("Inget ändras i tysthet. Varje rättelse står i tabellen corrections, och det som har tagits bort i tombstones."),
    N_("Ett id med # ändras aldrig. Spara det när du citerar, så kan du söka efter det bland rättelserna."),
    N_("Rättelserna kommer också som ett flöde som du kan prenumerera på."),
)
LICENCE_WORDS = N_("Våra texter och data får användas enligt CC BY 4.0: ange Coachkollen och dagen. Citat tillhör sina källor och ingår inte i licensen.")


@dataclass(frozen=True, slots=True)
class DataFile:
    """One file of the dataset. name: under `/data/`, perhaps with a folder. format: the name of its format; table: the one it holds, empty for all of them."""

    name: str
    content: bytes
    media_type: str
    format: str
    table: str = ""
