"""Every problem code: what it says and how to mend it, in Swedish and English.

The letter tells where the problem lies: F file and folder, Y YAML, T type of a field, L link, P page, B built site, R a provider's reply, and I
an invariant, numbered as in the data model (I07 is invariant 7). Codes are stable: they are never reused and never change meaning. A message
names its values in braces; `suggestion`, when given, becomes "Menade du …?" in front of the hint.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.invariant_problems import INVARIANT_PROBLEMS
from generator.problem_kinds import ProblemKind, error, warning

_FILES = (
    error("F01", "Det här är en länk som leder ut ur mappen.", "Lägg själva filerna här i stället för en symbolisk länk.",
          "This is a link that leads out of the folder.", "Put the files themselves here instead of a symbolic link."),
    error("F02", "Filnamnet ”{name}” kan inte vara ett id.", "Använd bara små bokstäver a–z och siffror med ett bindestreck mellan orden, högst 80 tecken, till exempel exempel-ab.yaml.",
          "The file name “{name}” cannot be an id.", "Use only lower-case a–z and digits with one hyphen between words, at most 80 characters, for example exempel-ab.yaml."),
    error("F03", "Filen ligger i en mapp som inte är någon postsort: ”{folder}”.", "Lägg den i någon av mapparna {known}, eller utanför datamappen om den inte är en post.",
          "The file lies in a folder that is no kind of record: “{folder}”.", "Put it in one of the folders {known}, or outside the data folder if it is no record."),
    error("F04", "Filen ”{name}” är inte en post.", "Poster slutar på .yaml. Flytta andra filer ut ur datamappen.",
          "The file “{name}” is not a record.", "Records end in .yaml. Move other files out of the data folder."),
    error("F05", "Filen är inte UTF-8: byten {byte} hör inte hemma här.", "Spara om filen med teckenkodningen UTF-8.",
          "The file is not UTF-8: the byte {byte} does not belong here.", "Save the file again with the encoding UTF-8."),
    error("F06", "Filen är tom.", "Fyll i den eller ta bort den. CONTRIBUTING.md har ett exempel på varje sort.",
          "The file is empty.", "Fill it in or remove it. CONTRIBUTING.md has an example of each kind."),
    error("F07", "Filen är {size} kB; högst {limit} kB är tillåtet.", "En post ska vara liten. Dela upp den i flera.",
          "The file is {size} kB; at most {limit} kB is allowed.", "A record should be small. Split it."),
    error("F08", "Går inte att läsa: {reason_sv}.", "Lägg en vanlig fil här och se till att du får läsa den.",
          "Cannot be read: {reason_en}.", "Put an ordinary file here and make sure that you may read it."),
    error("F09", "Två filer har samma id så när som på stora och små bokstäver: {other}.", "Byt namn på den ena; på många datorer är de samma fil.",
          "Two files have the same id but for upper and lower case: {other}.", "Rename one of them; on many computers they are the same file."),
    error("F10", "Mappen finns inte.", "Ange rätt mapp med --data eller --content.",
          "The folder does not exist.", "Give the right folder with --data or --content."),
    error("F11", "Filen har fler fel än de {limit} som visas.", "Rätta dem och kontrollera igen. Många lika fel har ofta samma orsak.",
          "The file has more problems than the {limit} that are shown.", "Mend them and check again. Many alike often have one cause."),
    error("F12", "”{name}” är en dold fil eller mapp, och den skulle följa med till det öppna arkivet utan att vara kontrollerad.", "Ta bort den eller flytta ut den. .DS_Store görs av macOS: ta bort den och skriv .DS_Store i arkivets .gitignore. Bara .gitkeep, .gitignore och .gitattributes får finnas här.",
          "“{name}” is a hidden file or folder, which would go into the open archive unchecked.", "Remove it or move it out. .DS_Store is made by macOS: remove it and write .DS_Store in the archive's .gitignore. Only .gitkeep, .gitignore and .gitattributes may be here."),
    error("F15", "Inställningen på raden går inte att läsa.", "Skriv text inom raka citattecken, till exempel COACHKOLLEN_CONTACT = \"svar@example.org\". Krumma citattecken som ” går inte. Hämta tillbaka filen ur git om du inte vet vad som är fel.",
          "The setting on the line cannot be read.", "Write text in straight quotes, for example COACHKOLLEN_CONTACT = \"svar@example.org\". Curly quotes such as ” do not work. Get the file back from git if you do not know what is wrong."),
    error("F14", "Filen ser ut som {a_sv}.", "Flytta den till {folder}.",
          "The file looks like {a_en}.", "Move it to {folder}."),
    error("F13", "COACHKOLLEN_CONTACT är ingen e-postadress eller webbadress.", "Skriv en adress inom raka citattecken, till exempel COACHKOLLEN_CONTACT = \"svar@example.org\" eller \"https://example.org/fel\". Lämna citattecknen tomma om det inte finns någon.",
          "COACHKOLLEN_CONTACT is no e-mail address or web address.", "Write one address in straight quotes, for example COACHKOLLEN_CONTACT = \"svar@example.org\" or \"https://example.org/fel\". Leave the quotes empty if there is none."),
)  # fmt: skip

_YAML = (
    error("Y01", "YAML går inte att förstå här: {detail_sv}.", "Kontrollera indrag, kolon och citattecken på raden och raden före. Text med kolon behöver citattecken.",
          "The YAML cannot be understood here: {detail_en}.", "Check indentation, colons and quotes on this line and the one before. Text with a colon needs quotes."),
    error("Y02", "Raden innehåller ett tabbtecken.", "Byt det mot mellanslag, både i indrag och i text.",
          "The line has a tab character.", "Change it to spaces, both in indentation and in text."),
    error("Y03", "Nyckeln ”{key}” finns redan på rad {line}.", "Ta bort den ena.",
          "The key “{key}” already stands on line {line}.", "Remove one of them."),
    error("Y04", "Ankare och alias tillåts inte: {what}.", "Skriv ut värdet där det behövs.",
          "Anchors and aliases are not allowed: {what}.", "Write the value out where it is needed."),
    error("Y05", "Sammanslagning med << tillåts inte.", "Skriv ut nycklarna där de behövs.",
          "Merging with << is not allowed.", "Write the keys out where they are needed."),
    error("Y06", "YAML-taggar och direktiv tillåts inte: {what}.", "Ta bort det. Text i citattecken är alltid text.",
          "YAML tags and directives are not allowed: {what}.", "Remove it. Quoted text is always text."),
    error("Y07", "Filen innehåller mer än ett dokument.", "En fil är en post: ta bort raden --- och lägg resten i en egen fil.",
          "The file holds more than one document.", "One file is one record: remove the line --- and put the rest in a file of its own."),
    error("Y08", "Ett osynligt styrtecken ({character}) står i texten.", "Ta bort tecknet, även om det är skrivet som \\u och siffror eller som & och en kod. Det följer ofta med när man klistrar in text.",
          "An invisible control character ({character}) stands in the text.", "Remove it, also when it is written as \\u and digits or as & and a code. It often comes along when text is pasted."),
    error("Y09", "Strukturen är djupare än {limit} nivåer.", "Ingen post behöver så många nivåer. Kontrollera indrag och klamrar.",
          "The structure is deeper than {limit} levels.", "No record needs that many levels. Check indentation and brackets."),
    error("Y10", "Här saknas ett värde.", "Skriv ett värde, eller ta bort raden om värdet inte är känt.",
          "A value is missing here.", "Write a value, or remove the line if the value is not known."),
    error("Y11", "Posten ska bestå av nycklar och värden.", "Börja med till exempel ”name: …” längst till vänster.",
          "The record should be made of keys and values.", "Start with for example “name: …” at the left margin."),
    error("Y12", "En nyckel måste vara ett vanligt ord.", "Skriv nyckeln som text följd av kolon.",
          "A key must be a plain word.", "Write the key as text followed by a colon."),
    error("Y15", "Det här visas inte, för allt efter mellanslag och # är en kommentar: ”{words}”.", "Sätt hela texten inom raka citattecken om det hör till den. Är det en kommentar skriver du mellanslag efter #.",
          "This is not shown, since all after a space and # is a comment: “{words}”.", "Put the whole text in straight quotes if it belongs to it. If it is a comment, write a space after #."),
    error("Y14", "En konflikt från git är kvar i filen.", "Behåll en av delarna och ta bort raderna som börjar med <<<<<<<, ======= och >>>>>>>.",
          "A conflict from git is left in the file.", "Keep one of the parts and remove the lines that start with <<<<<<<, ======= and >>>>>>>."),
    warning("Y13", "libyaml saknas, så läsningen går ungefär tio gånger långsammare.", "Installera PyYAML från ett färdigt paket (wheel) eller installera libyaml.",
            "libyaml is missing, so reading is about ten times slower.", "Install PyYAML from a wheel, or install libyaml."),
)  # fmt: skip

_TYPES = (
    error("T01", "Fältet ”{field}” saknas.", "Lägg till det. Fälten beskrivs i docs/data-format.md.",
          "The field “{field}” is missing.", "Add it. The fields are described in docs/data-format.md."),
    error("T02", "Fältet ”{field}” finns inte här.", "Tillåtna fält: {known}.",
          "There is no field “{field}” here.", "Fields allowed: {known}."),
    error("T03", "”{value}” är inte en av koderna för {field}.", "Tillåtna koder: {known}.",
          "“{value}” is not one of the codes of {field}.", "Codes allowed: {known}."),
    error("T04", "Fel slags värde: här ska stå {expected_sv}.", "{how_sv}",
          "Wrong kind of value: {expected_en} should stand here.", "{how_en}"),
    error("T05", "”{value}” är inget datum{why_sv}.", "Skriv 2012, 2012-03 eller 2012-03-01, och bara det som källan visar.",
          "“{value}” is not a date{why_en}.", "Write 2012, 2012-03 or 2012-03-01, and only what the source shows."),
    error("T06", "”{value}” är inget organisationsnummer.", "Ett bolags nummer har tio siffror, tredje siffran minst 2, och rätt kontrollsiffra. Gissa aldrig: utelämna det hellre. En enskild firmas nummer är ett personnummer: ta bort det.",
          "“{value}” is not an organisation number.", "A company's number has ten digits, the third at least 2, and the right check digit. Never guess: leave it out instead. A sole trader's number is a person number: remove it."),
    error("T07", "”{value}” är ingen kommunkod.", "Fyra siffror enligt SCB, till exempel 1880 för Örebro.",
          "“{value}” is not a municipality code.", "Four digits (Statistics Sweden), for example 1880 for Örebro."),
    error("T08", "”{value}” är ingen länskod.", "Två siffror enligt SCB, till exempel 18 för Örebro län.",
          "“{value}” is not a county code.", "Two digits (Statistics Sweden), for example 18 for Örebro län."),
    error("T09", "Texten är {length} tecken; högst {limit} får plats.", "{how_sv}",
          "The text is {length} characters; at most {limit} fit.", "{how_en}"),
    error("T10", "”{field}” är tomt.", "Fyll i minst ett värde, med bokstäver eller siffror.",
          "“{field}” is empty.", "Give at least one value, with letters or digits."),
    error("T11", "”{value}” kan inte vara ett id.", "Använd bara små bokstäver a–z och siffror med ett bindestreck mellan orden.",
          "“{value}” cannot be an id.", "Use only lower-case a–z and digits with one hyphen between words."),
    error("T12", "”{value}” är ingen webbadress.", "Skriv hela adressen med https:// eller http://, utan mellanslag och inloggning.",
          "“{value}” is not a web address.", "Write the whole address with https:// or http://, without spaces or log-in."),
    error("T13", "{rule_sv}", "Lägg till det som saknas, eller ta bort det som är för mycket. Fälten beskrivs i docs/data-format.md.",
          "{rule_en}", "Add what is missing, or remove what is too much. The fields are described in docs/data-format.md."),
    error("T14", "Talet är utanför det tillåtna: det {detail_sv}.", "Kontrollera talet mot källan.",
          "The number is outside what is allowed: it {detail_en}.", "Check it against the source."),
    error("T15", "Texten innehåller {what_sv}, som inte visas på sidan.", "Använd vanlig text, *kursiv*, **fet**, listor och länkar som börjar med https:// eller en posts adress (profiles/exempel-ab).",
          "The text has {what_en}, which is not shown on the page.", "Use plain text, *italics*, **bold**, lists and links that start with https:// or a record's address (profiles/exempel-ab)."),
    error("T18", "Citattecknen runt hela texten blir en del av den.", "Ta bort dem. Sidan sätter själv citattecken där de behövs, runt det som står i quote.",
          "The quotation marks round the whole text become part of it.", "Remove them. The page sets quotation marks where they are needed, round what stands in quote."),
    error("T16", "”{value}” behöver vara ett helt datum.", "Skriv år, månad och dag, till exempel 2026-11-21.",
          "“{value}” needs to be a whole date.", "Write year, month and day, for example 2026-11-21."),
    error("T17", "Ordet ”{word}” blandar bokstäver ur olika alfabet, eller har tecken ovanpå som inget språk har.", "Skriv om ordet för hand med latinska bokstäver. Det som följer med inklistrad text kan se likadant ut och ändå vara en annan bokstav.",
          "The word “{word}” mixes letters of different alphabets, or has marks that no language writes on them.", "Type the word again with Latin letters. What comes along with pasted text can look the same and still be another letter."),
    error("T19", "Texten ska stå på en rad, men den har {what_sv}.", "Skriv den på en rad. En lång rad kan delas efter >- om inget ska brytas.",
          "The text should be one line, but it has {what_en}.", "Write it on one line. A long line can be divided after >- if nothing is to be broken."),
    error("T20", "Namnet börjar med ”{character}”, och det räknar kalkylprogram ut som en formel.", "Skriv namnet utan tecknet, eller med ett ord före, så att den som öppnar en nedladdad fil ser namnet.",
          "The name starts with “{character}”, which spreadsheet programs work out as a formula.", "Write the name without the character, or with a word before it, so that somebody who opens a downloaded file sees the name."),
)  # fmt: skip

_LINKS = (
    error("L01", "”{value}” finns inte bland {kinds}.", "Skapa posten eller rätta id:t.",
          "There is no “{value}” among {kinds}.", "Make the record or correct the id."),
    error("L02", "Id:t ”{value}” används redan på rad {line} i samma post.", "Varje del av posten behöver ett eget id, eftersom det blir en adress.",
          "The id “{value}” is already used on line {line} of this record.", "Each part of a record needs an id of its own, since it becomes an address."),
    error("L03", "Länken ”{value}” leder ingenstans.", "Skriv postsort och id, till exempel {examples}.",
          "The link “{value}” leads nowhere.", "Write kind and id, for example {examples}."),
    error("L04", "Länken ”{value}” leder till ett ärende som inte visas, så den får ingen sida att leda till.", "Ta bort länken, eller länka till källan (sources/…) i stället.",
          "The link “{value}” leads to a case that is not shown, so there is no page for it.", "Remove the link, or link to the source (sources/…) instead."),
)  # fmt: skip

_PAGES = (
    error("P01", "Sidan saknar ”{field}:” överst.", "Börja sidan med till exempel ”Title: Om Coachkollen” och ”Slug: om”.",
          "The page has no “{field}:” at the top.", "Start the page with for example “Title: Om Coachkollen” and “Slug: om”."),
    error("P02", "Två sidor vill ligga på adressen {url}: {other}.", "Ge den ena en annan Slug.",
          "Two pages want the address {url}: {other}.", "Give one of them another Slug."),
    error("P03", "Sidan innehåller HTML.", "Skriv Markdown: *kursiv*, **fet**, listor, tabeller och länkar. Ett ensamt < skrivs &lt;.",
          "The page has HTML.", "Write Markdown: *italics*, **bold**, lists, tables and links. A lone < is written &lt;."),
    error("P04", "{field} kan inte vara ”{value}”.", "Slug: små bokstäver a–z, siffror och bindestreck, och inget ord som posternas sidor använder. Save_as och Url behövs bara för startsidan och 404.",
          "{field} cannot be “{value}”.", "Slug: lower-case a–z, digits and hyphens, and no word that the records' pages use. Only the start page and 404 need Save_as and Url."),
    error("P05", "”{name}” är ingen sida.", "Sidor är Markdown och slutar på .md. Flytta andra filer ut ur mappen.",
          "“{name}” is not a page.", "Pages are Markdown and end in .md. Move other files out of the folder."),
    error("P06", "Raden ”{line}” överst går inte att förstå som ett fält.", "Varje fält står en gång, på en egen rad utan indrag, och sidans text börjar efter en tom rad.",
          "The line “{line}” at the top cannot be understood as a field.", "Each field stands once, on a line of its own without indentation, and the text of the page starts after an empty line."),
    error("P07", "Sidan innehåller {what_sv}, som inte får stå på en sida.", "Använd text, rubriker, listor, tabeller och länkar som börjar med https:// eller, till våra egna sidor, {{filename}}/. Adressen står direkt efter orden.",
          "The page has {what_en}, which may not stand on a page.", "Use text, headings, lists, tables and links that start with https:// or, to our own pages, {{filename}}/. The address stands right after the words."),
    error("P08", "Sidan saknas, och andra sidor länkar till den.", "Hämta tillbaka den ur git. Finns den under ett annat namn ska den ha raden ”Slug: {slug}”.",
          "The page is missing, and other pages link to it.", "Get it back from git. If it is there under another name it should have the line “Slug: {slug}”."),
    error("P09", "Sidan finns på svenska men inte på det här språket.", "Skriv den, med raden ”Slug: {slug}”.",
          "The page is there in Swedish but not in this language.", "Write it, with the line “Slug: {slug}”."),
)  # fmt: skip

_BUILT = (
    error("B01", "Länken ”{href}” på sidan leder till {target}, som inte finns.", "Rätta länken i texten eller mallen som sidan gjordes av.",
          "The link “{href}” on the page leads to {target}, which does not exist.", "Correct the link in the text or template that the page was made from."),
    error("B02", "Länken ”{href}” leder till ett ankare som inte finns på sidan {target}.", "Rätta ankaret eller ge målet ett id.",
          "The link “{href}” leads to an anchor that is not on the page {target}.", "Correct the anchor, or give its target an id."),
    error("B03", "Filen innehåller vad som ser ut som ett personnummer eller samordningsnummer.", "Ta bort uppgiften ur posten, sidan eller mallen som filen gjordes av. Publicera inte filen.",
          "The file has what looks like a person number or coordination number.", "Remove it from the record, page or template that the file was made from. Do not publish the file."),
    error("B04", "Den byggda sidan innehåller {what}, som kan köra kod, ändra utseendet eller hämta något från en annan webbplats.", "Ta bort det ur sidan i content/ eller ur mallen. Inget har publicerats.",
          "The built page has {what}, which can run code, change the look or fetch from another site.", "Remove it from the page in content/ or from the template. Nothing has been published."),
    error("B05", "Filen innehåller en sträng som står på spärrlistan.", "Ta bort uppgiften ur posten, sidan eller mallen som filen gjordes av. Strängen visas inte här; den som förvarar listan vet vad den innehåller.",
          "The file has a string that is on the deny list.", "Remove it from the record, page or template that the file was made from. The string is not shown here; whoever keeps the list knows what it holds."),
    error("B06", "Filen innehåller {what_sv} som ingen post anger som en organisations kontaktuppgift.", "Ta bort uppgiften, eller lägg den under contact i organisationens post om den är organisationens egen.",
          "The file has {what_en} that no record declares as an organisation's contact detail.", "Remove it, or put it under contact in the organisation's record if it is the organisation's own."),
    error("B07", "Filen innehåller ett osynligt tecken ({character}).", "Ta bort det ur posten, sidan eller mallen som filen gjordes av. Det kan vara skrivet som & och en kod.",
          "The file has an invisible character ({character}).", "Remove it from the record, page or template that the file was made from. It may be written as & and a code."),
)  # fmt: skip

# The record that a change of what has been published asks for. What the editor must say is left empty, and an empty field is an error.

_REPLIES = (
    error("R01", "”{value}” hör inte till det som leverantören har fått frågor om.", "Raderna med id i formuläret ska stå som de skickades. Kontrollera mot brevet.",
          "“{value}” is not among what the provider has been asked about.", "The lines with ids in the form should stand as they were sent. Check against the letter."),
    warning("R02", "Inget är ifyllt om {case}.", "Ärendet lämnas som det är. Finns svaret någon annanstans i brevet flyttar du det till rutan.",
            "Nothing is filled in about {case}.", "The case is left as it is. If the answer stands elsewhere in the mail, move it to its place."),
    error("R03", "Svaret är {length} tecken; högst {limit} får plats.", "Be leverantören att korta det. Korta det aldrig själv.",
          "The answer is {length} characters; at most {limit} fit.", "Ask the provider to shorten it. Never shorten it yourself."),
    error("R04", "Svaret innehåller {what_sv}.", "Skriv [borttaget] i stället, här i filen. I brevet står att vi tar bort sådant.",
          "The answer has {what_en}.", "Write [borttaget] instead, here in the file. The letter says that we remove such things."),
    error("R05", "”{first}” och ”{second}” går inte ihop.", "Fråga leverantören vad som gäller och ta bort det andra.",
          "“{first}” and “{second}” cannot both hold.", "Ask the provider which it is and remove the other."),
    error("R06", "Texten står utanför rutan för svaret.", "Flytta in den mellan ”Ert svar:” och ”Slut på svaret” om den hör till svaret. Ta annars bort den ur filen.",
          "The text stands outside the place for the answer.", "Move it between “Ert svar:” and “Slut på svaret” if it belongs to the answer. Otherwise remove it from the file."),
    error("R07", "Raden ”{line}” saknas.", "Sätt tillbaka den, så att det syns vad som hör till svaret.",
          "The line “{line}” is missing.", "Put it back, so that it is clear what belongs to the answer."),
    warning("R08", "Svaret nämner hälsa: ”{word}”.", "Läs stycket. Säger det något om en persons hälsa skriver du [borttaget] i stället.",
            "The answer mentions health: “{word}”.", "Read it. If it says something about a person's health, write [borttaget] instead."),
    error("R09", "{case} är besvarat en gång till; det första svaret börjar på rad {line}.", "Ta bort det som inte gäller.",
          "{case} is answered once more; the first answer starts on line {line}.", "Remove the one that does not count."),
    error("R10", "Filen innehåller inget svarsformulär.", "Spara hela brevet som ren text. Raderna ”Leverantör:” och ”Ärende:” ska vara med.",
          "The file has no reply form.", "Save the whole mail as plain text. The lines “Leverantör:” and “Ärende:” should be there."),
    error("R11", "”{value}” är inget id för en leverantör.", "Skriv id:t som det stod i formuläret vi skickade.",
          "“{value}” is no provider's id.", "Write the id as it stood in the form that we sent."),
)  # fmt: skip

CATALOGUE: Mapping[str, ProblemKind] = MappingProxyType(
    {kind.code: kind for kind in (*_FILES, *_YAML, *_TYPES, *_LINKS, *_PAGES, *_BUILT, *_REPLIES, *INVARIANT_PROBLEMS)}
)
