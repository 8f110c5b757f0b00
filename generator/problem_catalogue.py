"""Every problem code: what it says and how to mend it, in Swedish and English.

The letter tells where the problem lies: F file and folder, Y YAML, T type of a field, L link, P page, B built site, R a provider's reply, and I
an invariant, numbered as in the data model (I07 is invariant 7). Codes are stable: they are never reused and never change meaning. A message
names its values in braces; `suggestion`, when given, becomes "Menade du …?" in front of the hint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One code. An empty hint means that the message already says what to do."""

    code: str
    severity: Severity
    sv: str
    hint_sv: str
    en: str
    hint_en: str


def _error(code: str, sv: str, hint_sv: str, en: str, hint_en: str) -> ProblemKind:
    return ProblemKind(code, "error", sv, hint_sv, en, hint_en)


def _warning(code: str, sv: str, hint_sv: str, en: str, hint_en: str) -> ProblemKind:
    return ProblemKind(code, "warning", sv, hint_sv, en, hint_en)


_FILES = (
    _error("F01", "Det här är en länk som leder ut ur mappen.", "Lägg själva filerna här i stället för en symbolisk länk.",
           "This is a link that leads out of the folder.", "Put the files themselves here instead of a symbolic link."),
    _error("F02", "Filnamnet ”{name}” kan inte vara ett id.", "Använd bara små bokstäver a–z och siffror med ett bindestreck mellan orden, högst 80 tecken, till exempel exempel-ab.yaml.",
           "The file name “{name}” cannot be an id.", "Use only lower-case a–z and digits with one hyphen between words, at most 80 characters, for example exempel-ab.yaml."),
    _error("F03", "Filen ligger i en mapp som inte är någon postsort: ”{folder}”.", "Lägg den i någon av mapparna {known}, eller utanför datamappen om den inte är en post.",
           "The file lies in a folder that is no kind of record: “{folder}”.", "Put it in one of the folders {known}, or outside the data folder if it is no record."),
    _error("F04", "Filen ”{name}” är inte en post.", "Poster slutar på .yaml. Flytta andra filer ut ur datamappen.",
           "The file “{name}” is not a record.", "Records end in .yaml. Move other files out of the data folder."),
    _error("F05", "Filen är inte UTF-8: byten {byte} hör inte hemma här.", "Spara om filen med teckenkodningen UTF-8.",
           "The file is not UTF-8: the byte {byte} does not belong here.", "Save the file again with the encoding UTF-8."),
    _error("F06", "Filen är tom.", "Fyll i den eller ta bort den. CONTRIBUTING.md har ett exempel på varje sort.",
           "The file is empty.", "Fill it in or remove it. CONTRIBUTING.md has an example of each kind."),
    _error("F07", "Filen är {size} kB; högst {limit} kB är tillåtet.", "En post ska vara liten. Dela upp den i flera.",
           "The file is {size} kB; at most {limit} kB is allowed.", "A record should be small. Split it."),
    _error("F08", "Går inte att läsa: {reason_sv}.", "Lägg en vanlig fil här och se till att du får läsa den.",
           "Cannot be read: {reason_en}.", "Put an ordinary file here and make sure that you may read it."),
    _error("F09", "Två filer har samma id så när som på stora och små bokstäver: {other}.", "Byt namn på den ena; på många datorer är de samma fil.",
           "Two files have the same id but for upper and lower case: {other}.", "Rename one of them; on many computers they are the same file."),
    _error("F10", "Mappen finns inte.", "Ange rätt mapp med --data eller --content.",
           "The folder does not exist.", "Give the right folder with --data or --content."),
    _error("F11", "Filen har fler fel än de {limit} som visas.", "Rätta dem och kontrollera igen. Många lika fel har ofta samma orsak.",
           "The file has more problems than the {limit} that are shown.", "Mend them and check again. Many alike often have one cause."),
    _error("F15", "Inställningen på raden går inte att läsa.", "Skriv text inom raka citattecken, till exempel COACHKOLLEN_CONTACT = \"svar@example.org\". Krumma citattecken som ” går inte. Hämta tillbaka filen ur git om du inte vet vad som är fel.",
           "The setting on the line cannot be read.", "Write text in straight quotes, for example COACHKOLLEN_CONTACT = \"svar@example.org\". Curly quotes such as ” do not work. Get the file back from git if you do not know what is wrong."),
    _error("F14", "Filen ser ut som {a_sv}.", "Flytta den till {folder}.",
           "The file looks like {a_en}.", "Move it to {folder}."),
    _error("F13", "COACHKOLLEN_CONTACT är ingen e-postadress eller webbadress.", "Skriv en adress inom raka citattecken, till exempel COACHKOLLEN_CONTACT = \"svar@example.org\" eller \"https://example.org/fel\". Lämna citattecknen tomma om det inte finns någon.",
           "COACHKOLLEN_CONTACT is no e-mail address or web address.", "Write one address in straight quotes, for example COACHKOLLEN_CONTACT = \"svar@example.org\" or \"https://example.org/fel\". Leave the quotes empty if there is none."),
)  # fmt: skip

_YAML = (
    _error("Y01", "YAML går inte att förstå här: {detail_sv}.", "Kontrollera indrag, kolon och citattecken på raden och raden före. Text med kolon behöver citattecken.",
           "The YAML cannot be understood here: {detail_en}.", "Check indentation, colons and quotes on this line and the one before. Text with a colon needs quotes."),
    _error("Y02", "Raden innehåller ett tabbtecken.", "Byt det mot mellanslag, både i indrag och i text.",
           "The line has a tab character.", "Change it to spaces, both in indentation and in text."),
    _error("Y03", "Nyckeln ”{key}” finns redan på rad {line}.", "Ta bort den ena.",
           "The key “{key}” already stands on line {line}.", "Remove one of them."),
    _error("Y04", "Ankare och alias tillåts inte: {what}.", "Skriv ut värdet där det behövs.",
           "Anchors and aliases are not allowed: {what}.", "Write the value out where it is needed."),
    _error("Y05", "Sammanslagning med << tillåts inte.", "Skriv ut nycklarna där de behövs.",
           "Merging with << is not allowed.", "Write the keys out where they are needed."),
    _error("Y06", "YAML-taggar och direktiv tillåts inte: {what}.", "Ta bort det. Text i citattecken är alltid text.",
           "YAML tags and directives are not allowed: {what}.", "Remove it. Quoted text is always text."),
    _error("Y07", "Filen innehåller mer än ett dokument.", "En fil är en post: ta bort raden --- och lägg resten i en egen fil.",
           "The file holds more than one document.", "One file is one record: remove the line --- and put the rest in a file of its own."),
    _error("Y08", "Ett osynligt styrtecken ({character}) står i texten.", "Ta bort tecknet, även om det är skrivet som \\u och siffror. Det följer ofta med när man klistrar in text.",
           "An invisible control character ({character}) stands in the text.", "Remove it, also when it is written as \\u and digits. It often comes along when text is pasted."),
    _error("Y09", "Strukturen är djupare än {limit} nivåer.", "Ingen post behöver så många nivåer. Kontrollera indrag och klamrar.",
           "The structure is deeper than {limit} levels.", "No record needs that many levels. Check indentation and brackets."),
    _error("Y10", "Här saknas ett värde.", "Skriv ett värde, eller ta bort raden om värdet inte är känt.",
           "A value is missing here.", "Write a value, or remove the line if the value is not known."),
    _error("Y11", "Posten ska bestå av nycklar och värden.", "Börja med till exempel ”name: …” längst till vänster.",
           "The record should be made of keys and values.", "Start with for example “name: …” at the left margin."),
    _error("Y12", "En nyckel måste vara ett vanligt ord.", "Skriv nyckeln som text följd av kolon.",
           "A key must be a plain word.", "Write the key as text followed by a colon."),
    _error("Y15", "Det här visas inte, för allt efter mellanslag och # är en kommentar: ”{words}”.", "Sätt hela texten inom raka citattecken om det hör till den. Är det en kommentar skriver du mellanslag efter #.",
           "This is not shown, since all after a space and # is a comment: “{words}”.", "Put the whole text in straight quotes if it belongs to it. If it is a comment, write a space after #."),
    _error("Y14", "En konflikt från git är kvar i filen.", "Behåll en av delarna och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
           "A conflict from git is left in the file.", "Keep one of the parts and remove the lines that start with <<<<<<<, ======= and >>>>>>>."),
    _warning("Y13", "libyaml saknas, så läsningen går ungefär tio gånger långsammare.", "Installera PyYAML från ett färdigt paket (wheel) eller installera libyaml.",
             "libyaml is missing, so reading is about ten times slower.", "Install PyYAML from a wheel, or install libyaml."),
)  # fmt: skip

_TYPES = (
    _error("T01", "Fältet ”{field}” saknas.", "Lägg till det. Fälten beskrivs i docs/data-format.md.",
           "The field “{field}” is missing.", "Add it. The fields are described in docs/data-format.md."),
    _error("T02", "Fältet ”{field}” finns inte här.", "Tillåtna fält: {known}.",
           "There is no field “{field}” here.", "Fields allowed: {known}."),
    _error("T03", "”{value}” är inte en av koderna för {field}.", "Tillåtna koder: {known}.",
           "“{value}” is not one of the codes of {field}.", "Codes allowed: {known}."),
    _error("T04", "Fel slags värde: här ska stå {expected_sv}.", "{how_sv}",
           "Wrong kind of value: {expected_en} should stand here.", "{how_en}"),
    _error("T05", "”{value}” är inget datum{why_sv}.", "Skriv 2012, 2012-03 eller 2012-03-01, och bara det som källan visar.",
           "“{value}” is not a date{why_en}.", "Write 2012, 2012-03 or 2012-03-01, and only what the source shows."),
    _error("T06", "”{value}” är inget organisationsnummer.", "Ett bolags nummer har tio siffror, tredje siffran minst 2, och rätt kontrollsiffra. Gissa aldrig: utelämna det hellre. En enskild firmas nummer är ett personnummer: ta bort det.",
           "“{value}” is not an organisation number.", "A company's number has ten digits, the third at least 2, and the right check digit. Never guess: leave it out instead. A sole trader's number is a person number: remove it."),
    _error("T07", "”{value}” är ingen kommunkod.", "Fyra siffror enligt SCB, till exempel 1880 för Örebro.",
           "“{value}” is not a municipality code.", "Four digits (Statistics Sweden), for example 1880 for Örebro."),
    _error("T08", "”{value}” är ingen länskod.", "Två siffror enligt SCB, till exempel 18 för Örebro län.",
           "“{value}” is not a county code.", "Two digits (Statistics Sweden), for example 18 for Örebro län."),
    _error("T09", "Texten är {length} tecken; högst {limit} får plats.", "{how_sv}",
           "The text is {length} characters; at most {limit} fit.", "{how_en}"),
    _error("T10", "”{field}” är tomt.", "Fyll i minst ett värde.",
           "“{field}” is empty.", "Give at least one value."),
    _error("T11", "”{value}” kan inte vara ett id.", "Använd bara små bokstäver a–z och siffror med ett bindestreck mellan orden.",
           "“{value}” cannot be an id.", "Use only lower-case a–z and digits with one hyphen between words."),
    _error("T12", "”{value}” är ingen webbadress.", "Skriv hela adressen med https:// eller http://, utan mellanslag och inloggning.",
           "“{value}” is not a web address.", "Write the whole address with https:// or http://, without spaces or log-in."),
    _error("T13", "{rule_sv}", "Lägg till det som saknas, eller ta bort det som är för mycket. Fälten beskrivs i docs/data-format.md.",
           "{rule_en}", "Add what is missing, or remove what is too much. The fields are described in docs/data-format.md."),
    _error("T14", "Talet är utanför det tillåtna: det {detail_sv}.", "Kontrollera talet mot källan.",
           "The number is outside what is allowed: it {detail_en}.", "Check it against the source."),
    _error("T15", "Texten innehåller {what_sv}, som inte visas på sidan.", "Använd vanlig text, *kursiv*, **fet**, listor och länkar som börjar med https:// eller en posts adress (profiles/exempel-ab).",
           "The text has {what_en}, which is not shown on the page.", "Use plain text, *italics*, **bold**, lists and links that start with https:// or a record's address (profiles/exempel-ab)."),
    _error("T18", "Citattecknen runt hela texten blir en del av den.", "Ta bort dem. Sidan sätter själv citattecken där de behövs, runt det som står i quote.",
           "The quotation marks round the whole text become part of it.", "Remove them. The page sets quotation marks where they are needed, round what stands in quote."),
    _error("T16", "”{value}” behöver vara ett helt datum.", "Skriv år, månad och dag, till exempel 2026-11-21.",
           "“{value}” needs to be a whole date.", "Write year, month and day, for example 2026-11-21."),
)  # fmt: skip

_LINKS = (
    _error("L01", "”{value}” finns inte bland {kinds}.", "Skapa posten eller rätta id:t.",
           "There is no “{value}” among {kinds}.", "Make the record or correct the id."),
    _error("L02", "Id:t ”{value}” används redan på rad {line} i samma post.", "Varje del av posten behöver ett eget id, eftersom det blir en adress.",
           "The id “{value}” is already used on line {line} of this record.", "Each part of a record needs an id of its own, since it becomes an address."),
    _error("L03", "Länken ”{value}” leder ingenstans.", "Skriv postsort och id, till exempel {examples}.",
           "The link “{value}” leads nowhere.", "Write kind and id, for example {examples}."),
    _error("L04", "Länken ”{value}” leder till ett ärende som inte visas, så den får ingen sida att leda till.", "Ta bort länken, eller länka till källan (sources/…) i stället.",
           "The link “{value}” leads to a case that is not shown, so there is no page for it.", "Remove the link, or link to the source (sources/…) instead."),
)  # fmt: skip

_PAGES = (
    _error("P01", "Sidan saknar ”{field}:” överst.", "Börja sidan med till exempel ”Title: Om Coachkollen” och ”Slug: om”.",
           "The page has no “{field}:” at the top.", "Start the page with for example “Title: Om Coachkollen” and “Slug: om”."),
    _error("P02", "Två sidor vill ligga på adressen {url}: {other}.", "Ge den ena en annan Slug.",
           "Two pages want the address {url}: {other}.", "Give one of them another Slug."),
    _error("P03", "Sidan innehåller HTML.", "Skriv Markdown: *kursiv*, **fet**, listor, tabeller och länkar. Ett ensamt < skrivs &lt;.",
           "The page has HTML.", "Write Markdown: *italics*, **bold**, lists, tables and links. A lone < is written &lt;."),
    _error("P04", "{field} kan inte vara ”{value}”.", "Slug: små bokstäver a–z, siffror och bindestreck, och inget ord som posternas sidor använder. Save_as och Url behövs bara för startsidan och 404.",
           "{field} cannot be “{value}”.", "Slug: lower-case a–z, digits and hyphens, and no word that the records' pages use. Only the start page and 404 need Save_as and Url."),
    _error("P05", "”{name}” är ingen sida.", "Sidor är Markdown och slutar på .md. Flytta andra filer ut ur mappen.",
           "“{name}” is not a page.", "Pages are Markdown and end in .md. Move other files out of the folder."),
    _error("P06", "Raden ”{line}” överst går inte att förstå som ett fält.", "Varje fält står en gång, på en egen rad utan indrag, och sidans text börjar efter en tom rad.",
           "The line “{line}” at the top cannot be understood as a field.", "Each field stands once, on a line of its own without indentation, and the text of the page starts after an empty line."),
    _error("P07", "Sidan innehåller {what_sv}, som inte får stå på en sida.", "Använd text, rubriker, listor, tabeller och länkar som börjar med https:// eller {{filename}}/.",
           "The page has {what_en}, which may not stand on a page.", "Use text, headings, lists, tables and links that start with https:// or {{filename}}/."),
    _error("P08", "Sidan saknas, och andra sidor länkar till den.", "Hämta tillbaka den ur git. Finns den under ett annat namn ska den ha raden ”Slug: {slug}”.",
           "The page is missing, and other pages link to it.", "Get it back from git. If it is there under another name it should have the line “Slug: {slug}”."),
)  # fmt: skip

_BUILT = (
    _error("B01", "Länken ”{href}” på sidan leder till {target}, som inte finns.", "Rätta länken i texten eller mallen som sidan gjordes av.",
           "The link “{href}” on the page leads to {target}, which does not exist.", "Correct the link in the text or template that the page was made from."),
    _error("B02", "Länken ”{href}” leder till ett ankare som inte finns på sidan {target}.", "Rätta ankaret eller ge målet ett id.",
           "The link “{href}” leads to an anchor that is not on the page {target}.", "Correct the anchor, or give its target an id."),
    _error("B03", "Filen innehåller vad som ser ut som ett personnummer eller samordningsnummer.", "Ta bort uppgiften ur posten, sidan eller mallen som filen gjordes av. Publicera inte filen.",
           "The file has what looks like a person number or coordination number.", "Remove it from the record, page or template that the file was made from. Do not publish the file."),
    _error("B04", "Den byggda sidan innehåller {what}, som kan köra kod, ändra utseendet eller hämta något från en annan webbplats.", "Ta bort det ur sidan i content/ eller ur mallen. Inget har publicerats.",
           "The built page has {what}, which can run code, change the look or fetch from another site.", "Remove it from the page in content/ or from the template. Nothing has been published."),
    _error("B05", "Filen innehåller en sträng som står på spärrlistan.", "Ta bort uppgiften ur posten, sidan eller mallen som filen gjordes av. Strängen visas inte här; den som förvarar listan vet vad den innehåller.",
           "The file has a string that is on the deny list.", "Remove it from the record, page or template that the file was made from. The string is not shown here; whoever keeps the list knows what it holds."),
    _error("B06", "Filen innehåller {what_sv} som ingen post anger som en organisations kontaktuppgift.", "Ta bort uppgiften, eller lägg den under contact i organisationens post om den är organisationens egen.",
           "The file has {what_en} that no record declares as an organisation's contact detail.", "Remove it, or put it under contact in the organisation's record if it is the organisation's own."),
)  # fmt: skip

# The record that a change of what has been published asks for. What the editor must say is left empty, and an empty field is an error.
_CORRECTION_SV = """ {correction}
target: {target}
published_on: {day}  # inte före förra releasen
was:  # det som stod
now:  # det som står nu, med andra ord
why:  # varför det ändrades
noticed_by: editor  # eller provider, reader, journalist, authority
meaning_changed: true  # false om bara stavningen har ändrats"""
_CORRECTION_EN = """ {correction}
target: {target}
published_on: {day}  # not before the last release
was:  # what it said
now:  # what it says now, in other words
why:  # why it was changed
noticed_by: editor  # or provider, reader, journalist, authority
meaning_changed: true  # false if only the spelling has changed"""

_INVARIANTS = (
    _error("I01a", "Utfallet ”{outcome}” saknar källa.", "Ange outcome_sources, eller skriv unknown om ingen källa visar utfallet.",
           "The outcome “{outcome}” has no source.", "Give outcome_sources, or write unknown if no source shows the outcome."),
    _error("I01b", "Svaret sägs finnas i en källa, men ingen källa är angiven.", "Ange sources under reply.",
           "The reply is said to stand in a source, but none is given.", "Give sources under reply."),
    _error("I01c", "Uppgiften är emot någon (kind: {kind}) men saknar bevisgrad.", "Ange grade: A för dom eller slutligt beslut, B för en myndighets egen handling, C för ett medium, D för en deltagares berättelse.",
           "The statement is against somebody (kind: {kind}) but has no evidence grade.", "Give grade: A for a judgment or final decision, B for an authority's own document, C for a medium, D for a participant's account."),
    _error("I01d", "Utfallet ”{outcome}” har ingen källa från {needs_sv}.", "Lägg till en sådan källa under outcome_sources, med publisher_body i källan, eller skriv unknown. Det som leverantören själv skriver hör hemma under reply.",
           "The outcome “{outcome}” has no source from {needs_en}.", "Add such a source under outcome_sources, with publisher_body in the source, or write unknown. What the provider itself writes belongs under reply."),
    _error("I01e", "Sidan visar inte källan, eller stället i den, som bär en uppgift: {what}.", "Värdet är uppgiften, källan och vilken i ordningen den är. Visa båda med makrot citation i theme/templates/parts.html.",
           "The page does not show the source, or the place in it, that carries a statement: {what}.", "The value is the statement, the source and which in the order it is. Show both with the macro citation in theme/templates/parts.html."),
    _error("I02a", "En status skrivs aldrig in: ”{field}” räknas ut ur datum.", "Ange from, to och ended med källor, så blir statusen rätt varje dag.",
           "A status is never typed: “{field}” is computed from dates.", "Give from, to and ended with sources, and the status is right every day."),
    _error("I03a", "Perioden är längre än {months} månader, som är det längsta som {scheme} kan gälla.", "Kontrollera datumen mot källan. Varje förnyelse är en egen period.",
           "The period is longer than {months} months, the longest that {scheme} can be valid.", "Check the dates against the source. Each renewal is a period of its own."),
    _error("I03b", "Perioden överlappar en annan för samma märkning, på rad {line}.", "Kontrollera datumen. En förnyelse börjar när den förra perioden är slut.",
           "The period overlaps another for the same scheme, on line {line}.", "Check the dates. A renewal starts when the last period is over."),
    _error("I03c", "Sista dagen går inte att räkna ut: varken to eller märkningens validity_months är känd.", "Ange to.",
           "The last day cannot be computed: neither to nor the scheme's validity_months is known.", "Give to."),
    _error("I04a", "revoked behöver en källa som utfärdaren eller en myndighet har gett ut.", "Ange en sådan källa, eller skriv no_longer_listed.",
           "revoked needs a source published by the issuer or an authority.", "Give such a source, or write no_longer_listed."),
    _warning("I05a", "Registret gav träff den {on} men ingen period är inlagd, så statusen blir inte giltig.", "Lägg in perioden under accreditations.",
             "The register had it on {on} but no period is entered, so the status does not become valid.", "Enter the period under accreditations."),
    _error("I05b", "Sökningen fann inget men visar inget: här står ”{value}”, och det ska vara {right_sv}.", "Rätta det, eller ta bort sökningen.",
           "The search found nothing and shows nothing: here stands “{value}”, and it should be {right_en}.", "Correct it, or remove the search."),
    _error("I06a", "terminated_for_breach behöver ett beslut av beställaren, en myndighet eller en domstol: grad A eller B, eller C med citat ur beslutet.", "Ange grade och en källa som den gradens utgivare står för (publisher_body i källan), eller skriv unknown.",
           "terminated_for_breach needs a decision by the buyer, an authority or a court: grade A or B, or C that quotes the decision.", "Give grade and a source of a publisher of that grade (publisher_body in the source), or write unknown."),
    _error("I06b", "Ingen står för att avtalet slutade så (cause: {cause}).", "Ange grade och källa: A eller B från beställaren, en myndighet eller en domstol. Ett medium (grad C) räcker för ended_by_buyer, och för ended_on_result_level med citat ur beslutet. Skriv annars unknown.",
           "Nobody stands for how the contract ended (cause: {cause}).", "Give grade and source: A or B from the buyer, an authority or a court. A medium (grade C) is enough for ended_by_buyer, and for ended_on_result_level when it quotes the decision. Otherwise write unknown."),
    _error("I07a", "Uppgiften får inte ligga i det öppna arkivet: {reason_sv}.", "Flytta filen till intake/. Det som kan släppa ut den: {mend_sv}.",
           "The statement may not lie in the public archive: {reason_en}.", "Move the file to intake/. What can let it out: {mend_en}."),
    _error("I07b", "Fältet ”{field}” har text om {provider}, som inte har fått svara.", "{mend_sv}",
           "The field “{field}” has text about {provider}, which has not been heard.", "{mend_en}"),
    _error("I07c", "Ärendet visas på sidan men saknar ”{field}”.", "Lägg till det. Den som har sagt något står i by, eller i attribution med några ord: ”en deltagare”.",
           "The case is shown on the site but has no “{field}”.", "Add it. Who said something stands in by, or in attribution in a few words: “en deltagare”."),
    _error("I07d", "Svarstiden är {days} arbetsdagar; minst 10 behövs.", "Sätt deadline till {earliest} eller senare.",
           "The time to answer is {days} working days; at least 10 are needed.", "Set deadline to {earliest} or later."),
    _error("I07e", "not_applicable går inte här: något har sagts om eller gjorts mot en namngiven leverantör.", "Ange om leverantören är tillfrågad och vad den svarade.",
           "not_applicable cannot stand here: something has been said of or done against a named provider.", "Say whether the provider has been asked and what it answered."),
    _error("I07f", "Svarsläget ”{state}” kräver ”{field}”.", "Lägg till det, eller välj ett annat läge. Hände det i ett medium eller en handling: ange sources under reply.",
           "The reply state “{state}” requires “{field}”.", "Add it, or choose another state. If it happened in a medium or a document, give sources under reply."),
    _error("I07g", "Uppgiften är emot någon (kind: {kind}) och behöver fältet counter.", "Skriv vad som talar emot med källa, eller searched_on med dagen då du sökte utan att finna något.",
           "The statement is against somebody (kind: {kind}) and needs the field counter.", "Write what speaks against it with its source, or searched_on with the day you searched and found nothing."),
    _error("I07h", "Svarstiden går ut {deadline}, så ännu kan ingen ha svarat för sent.", "Skriv asked tills dagen har gått.",
           "The time to answer ends on {deadline}, so nobody can be late with an answer yet.", "Write asked until that day has passed."),
    _error("I07i", "En uppgift ({kind}) om vad någon säger om eller har gjort mot leverantören står på dess profil, där spärren inte prövar den.", "Gör ett ärende i cases/ med leverantören som part.",
           "A statement ({kind}) of what somebody says of or has done against the provider stands on its profile, where the gate does not try it.", "Make a case in cases/ with the provider as a party."),
    _error("I07k", "Här pekas leverantören {provider} ut med ”{name}” {reason_sv}.", "{mend_sv}",
           "Here the provider {provider} is pointed out by “{name}” {reason_en}.", "{mend_en}"),
    _error("I07l", "Bevisgraden {grade} bärs inte av källan: ingen av källorna är utgiven av {needs_sv}.", "Sänk graden till den som källan bär: C för ett medium, D för en deltagares egen berättelse. Är utgivaren av rätt slag, ange den i källans publisher_body.",
           "The source does not carry the grade {grade}: none of the sources is published by {needs_en}.", "Lower the grade to the one that the source carries: C for a medium, D for a participant's own account. If the publisher is of the right sort, give it in the source's publisher_body."),
    _error("I07n", "Sidan visar {what} men inte vad som talar emot.", "Visa vad som talar emot, eller dagen då vi sökte, bredvid uppgiften: använd makrot statement i theme/templates/parts.html.",
           "The page shows {what} but not what speaks against it.", "Show what speaks against it, or the day when we searched, at the statement: use the macro statement in theme/templates/parts.html."),
    _error("I07o", "Sidan visar källor som bara är länkar utan att säga att leverantören inte har hörts: {what}.", "Visa meningen om att leverantören inte har fått svara, med märket data-ohord, där källorna står.",
           "The page shows sources that are only links without saying that the provider has not been heard: {what}.", "Show the sentence that the provider has not been heard, with the mark data-ohord, where the sources stand."),
    _error("I07p", "Sidan visar {what} men inte vem som säger det.", "Visa raden med den som säger det och gradens verb: använd makrot statement i theme/templates/parts.html.",
           "The page shows {what} but not who says it.", "Show the line with who says it and the verb of its grade: use the macro statement in theme/templates/parts.html."),
    _error("I07q", "Sidan visar {what} men inte vad som skulle ändra uppgiften.", "Visa meningen om vilken handling som skulle ändra den: använd makrot statement i theme/templates/parts.html.",
           "The page shows {what} but not what would change it.", "Show the sentence about the document that would change it: use the macro statement in theme/templates/parts.html."),
    _error("I07r", "Sidan visar {what} men inte vilket slags underlag som bär uppgiften.", "Visa raden med bevisgraden i ord: använd makrot sources i theme/templates/parts.html.",
           "The page shows {what} but not what sort of evidence carries it.", "Show the line with the grade in words: use the macro sources in theme/templates/parts.html."),
    _error("I08a", "Uppgiften får inte ligga i det öppna arkivet: {reason_sv}.", "Flytta filen till intake/, eller belägg uppgiften med en myndighets handling (grad A eller B).",
           "The statement may not lie in the public archive: {reason_en}.", "Move the file to intake/, or find an authority's document that carries it (grade A or B)."),
    _error("I08b", "Texten ser ut att nämna en privatperson vid namn.", "Skriv vad personen är i stället: ”en deltagare”, ”en handläggare”, ”bolagets vd”. Ett företag eller en organisation som heter så behöver en post.",
           "The text seems to name a private person.", "Write what the person is instead: “en deltagare”, “en handläggare”, “bolagets vd”. A company or organisation of that name needs a record."),
    _error("I09a", "Ärendet är öppet och saknar next_check.", "Ange dagen då någon ska titta igen.",
           "The case is open and has no next_check.", "Give the day when somebody is to look again."),
    _warning("I09b", "Ärendet skulle ha kontrollerats {date}.", "Kontrollera läget och sätt ett nytt datum.",
             "The case was to be checked on {date}.", "Check where it stands and set a new date."),
    _error("I09c", "procedure ({procedure}) och outcome ({outcome}) säger emot varandra.", "Ett öppet ärende har none_yet. Ett avslutat har ett utfall, eller unknown om ingen källa visar hur det slutade.",
           "procedure ({procedure}) and outcome ({outcome}) contradict each other.", "An open case has none_yet. A closed one has an outcome, or unknown if no source shows how it ended."),
    _error("I09d", "Ärendet har varit öppet i mer än 24 månader, men sidan säger inte att utfallet inte har kunnat fastställas: {what}.", "Visa meningen vid utfallet: använd makrot outcome i theme/templates/parts.html.",
           "The case has been open for more than 24 months, but the page does not say that the outcome could not be established: {what}.", "Show the sentence at the outcome: use the macro outcome in theme/templates/parts.html."),
    _error("I10a", "Ett utfall till leverantörens fördel står efter ett annat.", "Utfall som friar står först. Rätta mallen eller vyn som ordnar utfallen.",
           "An outcome in the provider's favour stands after another.", "Outcomes that clear stand first. Correct the template or view that orders the outcomes."),
    _error("I10b", "Sidan visar ett ärende utan dess utfall för en part: {what}.", "Värdet är sidans slag, om utfallet är till partens fördel, och parten. Visa utfallet med makrot outcome i theme/templates/parts.html.",
           "The page shows a case without its outcome for a party: {what}.", "The value is the sort of page, whether the outcome is in the party's favour, and the party. Show the outcome with the macro outcome in theme/templates/parts.html."),
    _error("I11a", "Svaret {what} saknas på en sida där uppgiften står.", "Visa svaret bredvid uppgiften: använd makrot claims eller reply i theme/templates/parts.html.",
           "The answer {what} is missing on a page that has the claim.", "Show the answer beside the claim: use the macro claims or reply in theme/templates/parts.html."),
    _error("I12a", "En siffra saknas, eller visas utan vad den är en del av, tid eller förbehåll.", "Visa alla tre, eller meningen som säger att källan inte anger det: använd makrot figures i theme/templates/parts.html.",
           "A figure is missing, or is shown without its whole, period or caveat.", "Show all three, or the sentence that the source does not give it: use the macro figures in theme/templates/parts.html."),
    _error("I12b", "Andelen säger inte av vad, eller har inte enheten procent.", "Ange unit: percent och of: vilka de hundra procenten är (i en mätning base). Säger källan inte det, visa inte siffran.",
           "The share does not say of what, or does not have the unit per cent.", "Give unit: percent and of: who the hundred per cent are (in a measurement base). If the source does not say, do not show the figure."),
    _error("I13a", "En mätning saknas, eller visas utan vem som mätte, när eller på hur många.", "Visa alla tre. Rätta mallen theme/templates/profile.html.",
           "A measurement is missing, or is shown without who measured, when or of how many.", "Show all three. Correct the template theme/templates/profile.html."),
    _error("I13b", "Värdet {value} ligger utanför skalan ”{scale}”.", "Kontrollera båda mot källan. Saknas betyg, utelämna value. Då står det ”saknar betyg” på sidan.",
           "The value {value} lies outside the scale “{scale}”.", "Check both against the source. If there is no rating, leave value out. The page then says that there is none."),
    _error("I13c", "Underlaget ”{base}” säger inte hur många.", "Skriv antalet eller gränsen, till exempel ”118 deltagare”. Säger källan inget, skriv ”framgår inte av källan”.",
           "The base “{base}” does not say how many.", "Write the number or threshold, for example “118 deltagare”. If the source says nothing, write “framgår inte av källan”."),
    _error("I14a", "Coachkollen sätter inga egna betyg: ”{field}”.", "Ta bort fältet. En mätning som någon annan har gjort läggs under measures, med vem, när och på hur många.",
           "Coachkollen gives no scores of its own: “{field}”.", "Remove the field. A measurement that somebody else made goes under measures, with who, when and of how many."),
    _error("I14b", "En lista ska stå i bokstavsordning: {detail_sv}.", "Rätta mallen eller vyn som ordnar listan. Varje namn ska ha märket data-namn, så att ordningen går att kontrollera.",
           "A list should be alphabetical: {detail_en}.", "Correct the template or view that orders the list. Each name must have the mark data-namn, so that the order can be checked."),
    _error("I14c", "Ett läge visas bara med färg eller form, utan ord.", "Skriv läget i ord: använd makrot state i theme/templates/parts.html.",
           "A state is shown by colour or shape alone, without a word.", "Write the state in words: use the macro state in theme/templates/parts.html."),
    _error("I15a", "”{value}” är inte part i ärendet.", "Lägg till parten under parties eller rätta about.",
           "“{value}” is not a party to the case.", "Add the party under parties, or correct about."),
    _error("I15b", "”{value}” är redan part på rad {line}.", "Ett läge per leverantör och ärende: slå ihop dem.",
           "“{value}” is already a party on line {line}.", "One state per provider and case: merge them."),
    _error("I16a", "Det här var över innan företaget fanns ({began}).", "Lägg det på föregångarens profil och koppla ihop dem med relations, kind: predecessor.",
           "This was over before the company existed ({began}).", "Put it on the predecessor's profile and connect them with relations, kind: predecessor."),
    _error("I15c", "Leverantören {provider} pekas ut med ”{name}” men är inte part i det som sägs.", "Lägg till {provider} under parties (och i about, om det står där), så att leverantören får svara. Eller ta bort namnet, numret eller länken.",
           "The provider {provider} is pointed out by “{name}” but is no party to what is said.", "Add {provider} under parties (and to about, if there is one), so that it is heard. Or remove the name, number or link."),
    _error("I16b", "Samma uppgift står redan på föregångarens profil ({other}).", "Ta bort den ena. En föregångares märkning eller avtal ärvs inte: ett övertaget avtal börjar den dag då det togs över. Hade båda var sitt avtal, ange reference på båda.",
           "The same fact already stands on the predecessor's profile ({other}).", "Remove one of them. A predecessor's label or contract is not inherited: a contract that was taken over begins on the day it was. If each had one of its own, give reference on both."),
    _error("I17a", "Id:t {value} har varit publicerat men finns inte längre.", "Återställ posten, eller lägg en post i tombstones/ som säger varför den är borta.",
           "The id {value} has been published but no longer exists.", "Restore the record, or put one in tombstones/ that says why it is gone."),
    _error("I17b", "Hänvisningen ”{value}” leder ingenstans eller i en ring.", "Hänvisa till en post som finns.",
           "The redirect “{value}” leads nowhere or in a ring.", "Redirect to a record that exists."),
    _error("I17c", "Raden ”{value}” är inte ett publicerat id.", "Skriv postsort/id, en per rad, till exempel profiles/exempel-ab.",
           "The line “{value}” is not a published id.", "Write kind/id, one a line, for example profiles/exempel-ab."),
    _error("I17d", "”{value}” finns fortfarande, men gravstenen säger att posten är borttagen.", "Ta bort posten eller gravstenen, eller ge den nya posten ett annat id.",
           "“{value}” still exists, but the tombstone says that it was removed.", "Remove the record or the tombstone, or give the new record another id."),
    _error("I17e", "I listan saknas {count} av de id:n som har publicerats: {value}.", "Lägg tillbaka raderna. ”git log -p” på filen visar när de försvann.",
           "The list lacks {count} of the ids that have been published: {value}.", "Put the lines back. “git log -p” of the file shows when they went."),
    _warning("I17f", "Listan har inte jämförts med git: {reason_sv}.", "Kör kontrollen i projektets git-arkiv, så märks det om en rad har försvunnit.",
             "The list has not been compared with git: {reason_en}.", "Run the check in the project's git repository; then a lost line is noticed."),
    _error("I18a", "{end_name} ({end}) ligger före {start_name} ({start}).", "Först händer något, sedan frågar vi, sedan kommer svaret och utfallet. Kontrollera datumen mot källan.",
           "{end_name} ({end}) lies before {start_name} ({start}).", "First something happens, then we ask, then come the answer and the outcome. Check the dates against the source."),
    _error("I18b", "Datumet {date} ligger efter {today}, som är dagens datum.", "Ett sådant datum kan inte vara i framtiden. Kontrollera årtalet.",
           "The date {date} lies after {today}, which is today.", "Such a date cannot be in the future. Check the year."),
    _error("I18c", "{later_name} ({later}) kan inte vara före {earlier_name} ({earlier}).", "En källa ges ut, läses och kontrolleras i den ordningen. Det som talar emot söks när något har sagts.",
           "{later_name} ({later}) cannot be before {earlier_name} ({earlier}).", "A source is published, read and checked in that order. What speaks against something is searched for when it has been said."),
    _error("I20a", "Källan till {what} är borta och utan arkivkopia, men sidan säger det inte.", "Visa förbehållet vid uppgiften: använd makrot statement i theme/templates/parts.html.",
           "The source of {what} is gone without a copy, but the page does not say so.", "Show the caution at the statement: use the macro statement in theme/templates/parts.html."),
    _error("I20b", "Den arkiverade kopian går inte att lita på: {reason_sv}.", "Ange archive med en kopia som någon annan har, till exempel ett webbarkiv. Finns ingen, skriv availability: gone.",
           "The archived copy cannot be relied on: {reason_en}.", "Give archive with a copy that somebody else keeps, such as a web archive. If there is none, write availability: gone."),
    _error("I19a", "Det som har publicerats i {unit} har ändrats: {fields}.", "Återställ det, eller berätta om ändringen med en ny fil:" + _CORRECTION_SV,
           "What was published in {unit} has changed: {fields}.", "Restore it, or tell of the change in a new file:" + _CORRECTION_EN),
    _error("I19b", "{unit} har publicerats men finns inte längre i posten.", "Återställ uppgiften med samma id, eller berätta om ändringen med en ny fil:" + _CORRECTION_SV,
           "{unit} was published but is no longer in the record.", "Restore it with the same id, or tell of the change in a new file:" + _CORRECTION_EN),
    _error("I19c", "Raden är ingen publicerad uppgift, eller så står uppgiften redan i listan.", "Återställ filen ur git. Bara ”coachkollen release” skriver i den.",
           "The line is no published unit, or the unit is already on the list.", "Restore the file from git. Only “coachkollen release” writes in it."),
    _error("I19d", "En publicerad rättelse har ändrats: {fields}.", "Återställ den. Lägg en ny rättelse till det som behöver sägas.",
           "A published correction has changed: {fields}.", "Restore it. Add a new correction for what needs to be said."),
    _error("I19e", "I listan saknas {count} av de uppgifter som har publicerats: {value}.", "Återställ filen ur git. Bara ”coachkollen release” skriver i den.",
           "The list lacks {count} of the units that have been published: {value}.", "Restore the file from git. Only “coachkollen release” writes in it."),
    _error("I21a", "Texten innehåller vad som ser ut som ett personnummer eller samordningsnummer.", "Ta bort det. Personnummer får inte finnas någonstans.",
           "The text has what looks like a person number or coordination number.", "Remove it. Person numbers may not stand anywhere."),
    _error("I21b", "En enskild firmas organisationsnummer är ett personnummer.", "Ta bort orgnr.",
           "A sole trader's organisation number is a person number.", "Remove orgnr."),
    _error("I21c", "Texten innehåller {what_sv} utanför organisationens kontaktfält.", "Ta bort det, eller lägg en organisations adress under contact.",
           "The text has {what_en} outside the organisation's contact fields.", "Remove it, or put an organisation's address under contact."),
    _error("I21d", "Ett påstående, eller ärendet omkring det, nämner hälsa: ”{word}”.", "Skriv vad leverantören gjorde eller inte gjorde, utan uppgifter om någons hälsa.",
           "An allegation, or the case around it, mentions health: “{word}”.", "Write what the provider did or did not do, without anybody's health."),
    _error("I21e", "Filnamnet innehåller vad som ser ut som ett personnummer.", "Byt namn på filen.",
           "The file name has what looks like a person number.", "Rename the file."),
    _error("I23a", "Grupperna som jämförs är kontrollerade olika ofta, men sidan säger det inte.", "Visa meningen om olika kontroll på jämförelsesidan.",
           "The compared groups are not checked equally often, but the page does not say so.", "Show the sentence about unequal checks on the comparison page."),
    _error("I22a", "Ordet ”{word}” är laddat och får bara stå i ett citat.", "Skriv till exempel ”{instead}”. Är det någon annans ord: sätt det inom ”…” och säg vem i by eller attribution. Heter företaget så: skriv det registrerade namnet i legal_name.",
           "The word “{word}” is loaded and may only stand in a quotation.", "Write for example “{instead}”. If it is somebody else's word: put it in ”…” and say whose in by or attribution. If it is the company's name: give the registered one in legal_name."),
    _error("I22b", "”{word}” är starkare än det som bär det: {reason_sv}.", "Skriv till exempel ”{instead}”, eller {mend_sv}.",
           "“{word}” is stronger than what carries it: {reason_en}.", "Write for example “{instead}”, or {mend_en}."),
    _warning("I22c", "Texten är svår att läsa: LIX {lix_sv}, högst {limit}. Den svåraste meningen börjar ”{sentence}”.", "Dela långa meningar, byt långa ord mot korta och skriv vem som gör vad.",
             "The text is hard to read: LIX {lix_en}, at most {limit}. The hardest sentence begins “{sentence}”.", "Split long sentences, use shorter words and say who does what."),
    _error("I21f", "{where_sv} innehåller en sträng som står på spärrlistan.", "Ta bort den eller skriv om. Strängen visas inte här; den som förvarar listan vet vad den innehåller.",
           "{where_en} has a string that is on the deny list.", "Remove it or write something else. The string is not shown here; whoever keeps the list knows what it holds."),
    _error("I24a", "Källan har ett eget intresse ({interest}) men ingen förklaring till det.", "Förklara i interest_note med en mening som läsaren förstår.",
           "The source has an interest ({interest}) but no explanation of it.", "Explain it in interest_note with a sentence that readers understand."),
    _error("I24b", "Utgivaren {publisher} har ett eget intresse ({role_sv}), men källan säger att den inte har något.", "Skriv interest: {interest}, eller det som passar bättre, och förklara i interest_note med en mening som läsaren förstår.",
           "The publisher {publisher} has an interest of its own ({role_en}), but the source says that it has none.", "Write interest: {interest}, or what fits better, and explain it in interest_note in a sentence that readers understand."),
    _error("I24c", "Sidan visar en källa med eget intresse utan att säga vilket: {what}.", "Värdet är uppgiften, källan och vilken i ordningen den är. Visa intresset där källan anges: använd makrot citation i theme/templates/parts.html.",
           "The page shows a source with an interest of its own without saying which: {what}.", "The value is the statement, the source and which in the order it is. Show the interest where the source is cited: use the macro citation in theme/templates/parts.html."),
    _error("I26c", "Sidan saknar {what}, som posterna säger ska stå där.", "Rätta mallen eller vyn som gör sidan. Inget har publicerats.",
           "The page lacks {what}, which the records say should stand there.", "Correct the template or view that makes the page. Nothing was published."),
    _error("I26a", "Flödet {feed} och sidan med samma rättelser stämmer inte överens: {detail_sv}.", "Mallen corrections.html ska visa varje rättelse och borttagen post med sitt data-id.",
           "The feed {feed} and the page of the same corrections do not agree: {detail_en}.", "The template corrections.html is to show each correction and removal with its data-id."),
    _warning("I26b", "Av {released} poster vid förra releasen saknas {missing}. Bygget stannar.", "Är det meningen, bygg med --allow-fewer.",
             "Of {released} records at the last release {missing} are gone. The build stops.", "If that is as it should be, build with --allow-fewer."),
)  # fmt: skip

_REPLIES = (
    _error("R01", "”{value}” hör inte till det som leverantören har fått frågor om.", "Raderna med id i formuläret ska stå som de skickades. Kontrollera mot brevet.",
           "“{value}” is not among what the provider has been asked about.", "The lines with ids in the form should stand as they were sent. Check against the letter."),
    _warning("R02", "Inget är ifyllt om {case}.", "Ärendet lämnas som det är. Finns svaret någon annanstans i brevet flyttar du det till rutan.",
             "Nothing is filled in about {case}.", "The case is left as it is. If the answer stands elsewhere in the mail, move it to its place."),
    _error("R03", "Svaret är {length} tecken; högst {limit} får plats.", "Be leverantören att korta det. Korta det aldrig själv.",
           "The answer is {length} characters; at most {limit} fit.", "Ask the provider to shorten it. Never shorten it yourself."),
    _error("R04", "Svaret innehåller {what_sv}.", "Skriv [borttaget] i stället, här i filen. I brevet står att vi tar bort sådant.",
           "The answer has {what_en}.", "Write [borttaget] instead, here in the file. The letter says that we remove such things."),
    _error("R05", "”{first}” och ”{second}” går inte ihop.", "Fråga leverantören vad som gäller och ta bort det andra.",
           "“{first}” and “{second}” cannot both hold.", "Ask the provider which it is and remove the other."),
    _error("R06", "Texten står utanför rutan för svaret.", "Flytta in den mellan ”Ert svar:” och ”Slut på svaret” om den hör till svaret. Ta annars bort den ur filen.",
           "The text stands outside the place for the answer.", "Move it between “Ert svar:” and “Slut på svaret” if it belongs to the answer. Otherwise remove it from the file."),
    _error("R07", "Raden ”{line}” saknas.", "Sätt tillbaka den, så att det syns vad som hör till svaret.",
           "The line “{line}” is missing.", "Put it back, so that it is clear what belongs to the answer."),
    _warning("R08", "Svaret nämner hälsa: ”{word}”.", "Läs stycket. Säger det något om en persons hälsa skriver du [borttaget] i stället.",
             "The answer mentions health: “{word}”.", "Read it. If it says something about a person's health, write [borttaget] instead."),
    _error("R09", "{case} är besvarat en gång till; det första svaret börjar på rad {line}.", "Ta bort det som inte gäller.",
           "{case} is answered once more; the first answer starts on line {line}.", "Remove the one that does not count."),
    _error("R10", "Filen innehåller inget svarsformulär.", "Spara hela brevet som ren text. Raderna ”Leverantör:” och ”Ärende:” ska vara med.",
           "The file has no reply form.", "Save the whole mail as plain text. The lines “Leverantör:” and “Ärende:” should be there."),
    _error("R11", "”{value}” är inget id för en leverantör.", "Skriv id:t som det stod i formuläret vi skickade.",
           "“{value}” is no provider's id.", "Write the id as it stood in the form that we sent."),
)  # fmt: skip

CATALOGUE: Mapping[str, ProblemKind] = MappingProxyType(
    {kind.code: kind for kind in (*_FILES, *_YAML, *_TYPES, *_LINKS, *_PAGES, *_BUILT, *_REPLIES, *_INVARIANTS)}
)
