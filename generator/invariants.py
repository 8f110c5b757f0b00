"""The 26 invariants: what must always be true of the site, in the words that readers and editors see.

Numbered as in the data model. A problem code that begins with I carries its invariant's number;
`ALSO_GUARDS` names the others. Printed in the reference and on the rules page.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.problem_catalogue import CATALOGUE
from generator.problem_kinds import ProblemKind

# Code to the invariants that it guards besides the one it is named after.
ALSO_GUARDS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "T01": (1, 12, 13),
        "I01d": (10,),
        "I07l": (1,),
        "L01": (1, 25),
        "L03": (25,),
        "T02": (25,),
        "T03": (25,),
        "T06": (21,),
        "B03": (21,),
        "B05": (8, 21),
        "B06": (21,),
        "B07": (21, 22),
        "I21f": (8,),
        "R04": (21,),
    }
)

INVARIANTS: Mapping[int, str] = MappingProxyType(
    {
        1: "Varje uppgift som visas har en källa som finns, och ett angivet ställe i den.",
        2: "Ett läge räknas ut ur poster och datum. Ingen skriver in det.",
        3: "En period är inte längre än märkningen kan gälla, och perioder för samma märkning överlappar inte.",
        4: "”Återkallad” kräver en källa från utfärdaren eller en myndighet.",
        5: "”Inte funnen” kräver en sökning som är högst tolv månader gammal.",
        6: "”Avslutades för avtalsbrott” kräver ett beslut av beställaren eller en domstol.",
        7: "Publiceringsspärren avgör vad som får visas, och inget annat får ligga i det öppna arkivet.",
        8: "Inget påstående av grad C eller D om en enskild firma eller en person visas.",
        9: "Ett öppet ärende har en dag för nästa kontroll. Efter 24 månader står det att utfallet inte har kunnat fastställas.",
        10: "Ett utfall till leverantörens fördel står först.",
        11: "Svaret visas överallt där uppgiften visas.",
        12: "Ingen siffra visas utan vad den är en del av, tid och förbehåll. Säger källan inget om det står det.",
        13: "En mätning säger vem som mätte, när och på vad. Saknat betyg är aldrig noll.",
        14: "Inga egna poäng eller rankningar. Listor står i bokstavsordning. Ett läge sägs alltid i ord.",
        15: "Läget hör till en leverantör i ett ärende.",
        16: "En föregångares uppgifter visas som föregångarens.",
        17: "Varje publicerat id leder till en post eller till skälet att den är borta.",
        18: "Datum kommer i rätt ordning och det som har hänt ligger inte i framtiden.",
        19: "En publicerad uppgift som har ändrat innebörd har en rättelse.",
        20: "Är källan borta och utan arkivkopia står det vid uppgiften.",
        21: "Inga personnummer, inga nummer för enskilda firmor, inga kontaktuppgifter till personer och inget om någons hälsa.",
        22: "Laddade ord står bara i citat med avsändare.",
        23: "Om jämförda grupper är kontrollerade olika ofta står det på sidan.",
        24: "En källa med eget intresse har en förklaring.",
        25: "Okänt fält, okänd kod eller hänvisning stoppar, med rad, kolumn och förslag.",
        26: "Sidor och nedladdningar säger samma sak, och en webbplats som plötsligt krymper publiceras inte.",
    }
)


def invariants_of(code: str) -> tuple[int, ...]:
    """The invariants that a problem code guards."""
    own = (int(code[1:3]),) if code.startswith("I") else ()
    return (*own, *ALSO_GUARDS.get(code, ()))


def guards_of(invariant: int) -> tuple[ProblemKind, ...]:
    """The problems that guard an invariant, in the catalogue's order."""
    return tuple(kind for kind in CATALOGUE.values() if invariant in invariants_of(kind.code))
