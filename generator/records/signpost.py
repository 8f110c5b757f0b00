"""Words that only say where a text is and how it was read.

A source about somebody who has not been heard is shown as a signpost: its title, its publisher, its day and its
address. What we add in words of our own may say which document it is and how we know it, and nothing of what
stands in it. No list of bad words could see to that, so this is a list of all that may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.records.plain_text import plain_text

_WORD = re.compile(r"[^\W_]+")


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts, with small letters."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(plain_text(text).text))


# Which words may stand, by what they are about: small words, days, documents, their parts, and what happens to a document.
_WORDS = words_of(
    (
        """
        och eller i på av om från till för med som den det de en ett att vi är var har hade blev inte bara också nu då där här hos under efter före vid s
        dag dagen dagens datum datumet månad månaden år året våren sommaren hösten vintern idag
        januari februari mars april maj juni juli augusti september oktober november december
        källa källan källans länk länken adress adressen webb webben webbplats webbplatsen sida sidan sidor sidorna
        artikel artikeln artikelns notis notisen nyhet nyheten inslag inslaget rapport rapporten inlägg inlägget dokument dokumentet intervju intervjun
        debattartikel ledare reportage reportaget serie serien del delen delar granskning granskningar granskningen tidning tidningen tidningens
        rubrik rubriken titel titeln text texten ingress ingressen namn namnet förnamn efternamn utgivare utgivaren radio tv ärendet posten kommun kommunen
        egen eget vår vårt våra ny nya nytt gammal gamla första andra tredje tidigare senare hela
        framgår saknas innehåller publicerad publicerat publicerades utgiven återger lagrad lagrade kopia kopian arkiv arkiverad betalvägg bakom
        läst läste läsa läsas öppen öppet utdrag uppskattad uppskattat fel rätt rad raden rader
        stod står kom kommer angav anges skrev rättad rättat ändrad ändrat flyttad
        engelska svenska norska danska tyska språk språket
        """,
    )
)


def says_more(text: str, known: frozenset[str]) -> str | None:
    """The first word that tells more than where something is; None for a signpost. `known`: words of names that may stand there too."""
    for word in _WORD.findall(plain_text(text).text):
        low = word.lower()
        if not (low in _WORDS or low in known or low.removesuffix("s") in known or low.isdigit()):
            return str(word)
    return None
