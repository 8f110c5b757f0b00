"""The Swedish words of the reference page of the table of words: how it is edited, and what each of its codes means."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.records.wording import Match, WordKind

INTRODUCTION = (
    "Våra egna texter är neutrala. `make check` letar efter orden här nedanför i alla poster och på sidorna i `content/`. Kritik som någon",
    "annan har uttryckt får återges, med deras ord i citattecken (”…”) och med namn på den som säger det. Ett citat i fältet `quote`, en",
    "källas egen rubrik och ett företags namn prövas inte.",
    "",
    "Tabellen har svenska och engelska ord. En svensk text prövas mot de svenska orden. Fält som slutar på `_en` och sidorna i `content/en/`",
    "prövas mot de engelska. De laddade orden prövas i alla texter, vilket språk de än är skrivna på. Ett namn och ett citat ur en källa på ett",
    "annat språk kan ha ord på båda, och prövas mot alla där de prövas.",
    "",
    "**Så ändrar du.** Öppna tabellen i ett program för ren text. Varje rad är ett ord: `word;language;match;kind;grade;instead`, med semikolon mellan.",
    "Lägg till en rad, ändra den eller ta bort den, kör `make docs` och `make check`, och skicka tabellen och den här sidan tillsammans.",
    "Slår ett ord fel på något som är neutralt lägger du in det neutrala ordet som `harmless`.",
)

# What the words of each language stand under.
IN_LANGUAGE: Mapping[str, str] = MappingProxyType({"sv": "På svenska", "en": "På engelska"})

# How a row of the table of words meets a text: how the word is printed here, and when it is found.
MATCHES: Mapping[Match, tuple[str, str]] = MappingProxyType(
    {
        Match.WORD: ("{}", "hela ordet står precis så"),
        Match.LOWER: ("{} (liten bokstav)", "hela ordet står så med liten bokstav; med stor är det ett namn"),
        Match.STEM: ("{}…", "ett ord börjar så"),
        Match.END: ("…{}", "ett ord slutar så"),
        Match.ANYWHERE: ("…{}…", "det står någonstans i ett ord"),
    }
)

KINDS: Mapping[WordKind, tuple[str, str]] = MappingProxyType(
    {
        WordKind.LOADED: ("Laddade ord", "Står aldrig i vår egen text, varken som kritik eller som beröm (`I22a`). Skriv vad som hände i stället."),
        WordKind.STRONG: (
            "Starka ord",
            "I ett ärendes rubrik krävs en visad uppgift med minst den graden, eller att rubriken säger vem som säger det. I en uppgift med"
            " svagare grad krävs `by`, `attribution` eller ord som visar vem som säger det (`I22b`).",
        ),
        WordKind.VERDICT: (
            "Ord som säger att saken är avgjord",
            "Som starka ord. Dessutom krävs i en rubrik en uppgift av slaget `finding` eller ett utfall som säger det, och i en uppgift av slaget"
            " `allegation` att meningen säger vem som säger det (`I22b`).",
        ),
        WordKind.ATTRIBUTING: ("Ord som visar vem som säger det", "I en mening med ett sådant ord får ett starkt ord stå."),
        WordKind.HEDGING: ("Ord som visar att saken inte är avgjord", "I en mening med ett sådant ord får både starka ord och avgörande ord stå."),
        WordKind.CRITICAL: (
            "Kritiska ord",
            "Står aldrig i ett stycke som pekar ut en leverantör utanför dess egen sida och dess ärenden, och inte heller starka ord, laddade ord"
            " eller ord som visar att en sak inte är avgjord (`I07k`).",
        ),
        WordKind.DENYING: (
            "Ord som säger nej",
            "Räknas som kritiska i den mening som pekar ut en leverantör där den inte kan svara (`I07k`, `I07x`), och står inte i ett ställe i en källa"
            " på en profil (`I07w`). I en mening med ett sådant ord räknas ett kritiskt ord inte mot den som har friats (`I07y`).",
        ),
        WordKind.HARMLESS: ("Ord som liknar", "Prövas inte, fast en del av ordet står i tabellen."),
    }
)
