"""Words that only say where a text is and how it was read.

A source about somebody who has not been heard is shown as a signpost: its title, its publisher, its day and its
address. What we add in words of our own may say which document it is and how we know it, and nothing of what
stands in it. No list of bad words could see to that, so these are lists of all that may stand there.
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
        källa källan källans källor länk länken adress adressen webb webben webbplats webbplatsen sida sidan sidor sidorna
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
# What a place in a source is called.
_PLACES = words_of(
    (
        """
        början inledning inledningen mitten slut slutet hälft hälften stycke stycket stycken styckena avsnitt avsnittet avsnitten kapitel kapitlet
        fjärde femte sjätte sista näst faktaruta faktarutan ruta rutan tabell tabellen bilaga bilagan bild bilden bildtext bildtexten citat citatet lista listan
        punkt punkten mellanrubrik mellanrubriken minut minuten minuter sekund sekunder ljud ljudet spalt spalten sammanfattningen övre nedre uppe nere in
        """,
    )
)
# In a sentence these two would say that somebody did something wrong, or did not do it.
_NOT_OF_OWNERS = words_of(("fel saknas",))
# Who stands behind a newspaper, and why an address is not shown.
_OWNERS = words_of(
    (
        """
        hör tillhör ägs äger ägare ägaren redaktion redaktionen ansvarig ansvarige uppger själv självständig självständigt part parter arbetsmarknaden
        fack facklig fackliga fackförbund fackförbundet fackförbunden förbund förbundet förbunden bransch branschen organisation organisationen medlem medlemmar
        företräder driver leder myndighet myndigheten stiftelse stiftelsen staten staden politisk partipolitisk obunden oberoende IF Metall GS Pappers
        köper säljer ger ges ut talar företag företaget företagen verksamhet leverantör leverantörer leverantörerna sin sina sitt sig skriver skrivit beskriver
        tjänst tjänsten tjänster tjänsterna utvärderar styr beställare beställaren märkning märkningen konkurrerar intresse arbetsgivare deltagare förening
        region regioner frågor åsikt inom
        påstående hitta hittas hittat sökt personuppgift personuppgifter
        """,
    )
)


_ASCII = str.maketrans("åäöéü", "aaoeu")


def says_more(text: str, known: frozenset[str]) -> str | None:
    """The first word that tells more than where something is; None for a signpost. `known`: words of names that may stand there too."""
    return _other_word(text, _WORDS | known)


def place_says_more(text: str, known: frozenset[str]) -> str | None:
    """As `says_more`, of the place in a source."""
    return _other_word(text, _WORDS | _PLACES | known)


def owner_says_more(text: str, known: frozenset[str]) -> str | None:
    """As `says_more`, of a sentence about who stands behind a source or why its address is not shown."""
    return _other_word(text, (_WORDS - _NOT_OF_OWNERS) | _OWNERS | known)


def id_says_more(name: str, known: frozenset[str]) -> str | None:
    """As `says_more`, of an id, in which Swedish letters have become others."""
    return _other_word(name, frozenset(word.translate(_ASCII) for word in _WORDS | _PLACES | known))


def name_says_more(text: str, known: frozenset[str]) -> str | None:
    """The first word that is neither known, nor small, nor begins as a name does; None for a name of somebody."""
    return next((word for word in _WORD.findall(plain_text(text).text) if word[0].islower() and _other_word(word, _WORDS | known)), None)


def _other_word(text: str, allowed: frozenset[str]) -> str | None:
    for word in _WORD.findall(plain_text(text).text):
        low = word.lower()
        if not (low in allowed or low.removesuffix("s") in allowed or low.isdigit()):
            return str(word)
    return None
