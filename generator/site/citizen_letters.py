"""Letters that a participant may copy: our own words, with blanks in square brackets, and a warning beside each.

They stay in Swedish in every language, since whoever gets them reads Swedish; another language adds what they say. They state no
law: what a participant can ask for stands in the records, with its source.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.records.vocabulary import ChannelStep
from generator.site.language import N_


@dataclass(frozen=True, slots=True)
class CitizenLetter:
    """step: the step of a complaint that it belongs to; None for the one that goes to the provider. use: when it is of use."""

    id: str
    step: ChannelStep | None
    title: str
    use: str
    text: str


QUESTION = CitizenLetter(
    "mall-fraga",
    None,
    N_("Fråga till leverantören"),
    N_("När du vill veta vad som gäller för dig, innan du klagar eller i stället."),
    N_("""Ämne: Fråga om min plats hos er

Hej!

Jag deltar i [tjänstens namn] hos er sedan [datum].

Jag vill veta:
1. Vem har köpt tjänsten, och vilket avtal gäller för mig?
2. Vad ska jag få enligt avtalet? Hur ofta träffas vi?
3. Vem är min handledare? Vad kräver avtalet att en handledare kan?
4. Vad skriver ni om mig till den som har köpt tjänsten? Kan jag få läsa det?
5. Hur klagar jag hos er, och när får jag svar?

Svara gärna skriftligt senast den [datum].

Vänliga hälsningar
[ditt namn]"""),
)
COMPLAINT = CitizenLetter(
    "mall-klagomal",
    ChannelStep.COMPLAINT,
    N_("Klagomål"),
    N_("Till den som har köpt tjänsten. Samma text går att skicka till leverantören."),
    N_("""Ämne: Klagomål på [leverantörens namn]

Hej!

Jag vill klaga på [leverantörens namn] i [ort].
Jag deltar i [tjänstens namn] sedan [datum].

Det här hände:
[datum, plats och vad du själv såg eller hörde, en händelse i taget]

Det här hade jag blivit lovad:
[vad som stod i planen eller sades i ett samtal, och när]

Så här har jag försökt lösa det:
[vem du tog upp det med, när, och vilket svar du fick]

Det här vill jag ska hända:
[till exempel: rätta felet, låt mig byta leverantör]

Jag ber er att
– bekräfta att klagomålet har kommit in
– tala om vem som har hand om det och vilket ärendenummer det har
– skriva till mig vad ni kom fram till och vad ni gör åt det.

Vänliga hälsningar
[ditt namn]
[hur ni når mig]"""),
)
DOCUMENTS = CitizenLetter(
    "mall-handlingar",
    ChannelStep.DOCUMENTS,
    N_("Begäran om att få se handlingar"),
    N_("Till en myndighet eller en kommun. Skriv så tydligt du kan vad du vill se."),
    N_("""Ämne: Begäran om allmän handling

Hej!

Jag vill ta del av de här handlingarna:
– [till exempel: avtalet med (leverantörens namn) om (tjänstens namn)]
– [till exempel: beslut efter kontroller av (leverantörens namn) från (datum) till (datum)]
– [till exempel: klagomål på (leverantörens namn) från (datum) till (datum)]

Skicka dem gärna digitalt.
Är en del hemligt vill jag få resten.
Säger ni nej vill jag ha ett skriftligt beslut, och veta hur jag överklagar det.
Finns handlingen någon annanstans ber jag er skriva var.

Vänliga hälsningar
[ditt namn, om du vill ange det]"""),
)
LETTERS: tuple[CitizenLetter, ...] = (QUESTION, COMPLAINT, DOCUMENTS)
