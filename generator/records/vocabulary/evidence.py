"""Codes about what is said, who says it and how sure it is. Source: the project's data model; CSL for `SourceType`."""

from generator.records.vocabulary.code import Code


class Grade(Code):
    """Evidence grade: what carries a statement. It chooses the verb on the page."""

    A = (
        "A",
        "en dom, ett slutligt beslut eller en myndighets granskning",
        "a judgment, a final decision or an authority’s review",
        "Uppgiften bygger på en dom som gäller, på en myndighets slutliga beslut eller på vad en granskande myndighet har kommit fram till.",
    )
    B = (
        "B",
        "myndighetens egen handling",
        "the authority’s own document",
        "Uppgiften bygger på en myndighets eller beställares egen handling om att en anmälan, en kontroll eller en åtgärd finns.",
    )
    C = "C", "ett medium med ansvarig utgivare", "a medium with a responsible editor", "Uppgiften bygger på ett medium med ansvarig utgivare."
    D = "D", "en deltagares egen berättelse", "a participant’s own account", "Uppgiften bygger på en deltagares egen, öppna berättelse."
    E = "E", "ett tips eller anonymt inlägg", "a tip or an anonymous post", "Uppgiften är ett tips eller ett anonymt inlägg och visas aldrig."


class StatementKind(Code):
    """What sort of statement it is."""

    FINDING = "finding", "konstaterat", "finding", "Någon med rätt att pröva saken har kommit fram till detta."
    ALLEGATION = "allegation", "påstående", "allegation", "Någon påstår detta; ingen med rätt att pröva saken har avgjort den."
    MEASURE_TAKEN = "measure_taken", "åtgärd", "action taken", "Något som en myndighet, en beställare eller ett företag har gjort."
    CONTEXT = "context", "bakgrund", "context", "Bakgrund som behövs för att förstå saken."
    COUNTER = "counter", "det som talar emot", "what speaks against", "En uppgift som talar emot något annat som står på sidan."

    @property
    def adverse(self) -> bool:
        """True for the kinds that say something against somebody, and so need a counter slot."""
        return self in {StatementKind.FINDING, StatementKind.ALLEGATION}

    @property
    def answerable(self) -> bool:
        """True for the kinds beside which the answer of those concerned always stands."""
        return self.adverse or self is StatementKind.MEASURE_TAKEN


class Confidence(Code):
    """How sure we are that the source shows what we write, and that we have read enough of it."""

    HIGH = "high", "säker", "certain", "Källan säger detta rakt ut och är en förstahandskälla eller ett etablerat medium."
    MEDIUM = (
        "medium",
        "inte helt säker",
        "not entirely certain",
        "Uppgiften är egen uppgift från en part, odaterad, återgiven i andra hand eller delvis tolkad.",
    )


class Interest(Code):
    """Why a source is not neutral in the matter."""

    NONE = "none", "inget känt intresse", "no known interest", "Vi känner inte till något eget intresse i saken."
    TRADE_BODY = "trade_body", "branschorganisation", "trade association", "Källan företräder branschen och dess företag."
    UNION = "union", "facklig organisation", "trade union", "Källan företräder anställda och är ofta part i avtalen."
    PARTY = "party", "part i saken", "party to the matter", "Källan är själv part i det som den beskriver."
    PROVIDER = "provider", "leverantör", "provider", "Källan säljer tjänster av det slag som den beskriver."
    BUYER = "buyer", "beställare", "buyer", "Källan köper tjänsterna och ansvarar för kontrollen av dem."
    SCHEME_OWNER = "scheme_owner", "utfärdare", "issuer", "Källan utfärdar själv märkningen eller driver fonden."
    COMPETITOR = "competitor", "konkurrent", "competitor", "Källan konkurrerar med den som den beskriver."
    ADVOCACY = "advocacy", "opinionsbildare", "opinion former", "Källan driver en politisk linje eller medlemmars intressen."


class SourceType(Code):
    """What sort of document a source is (CSL item types)."""

    ARTICLE_NEWSPAPER = "article-newspaper", "artikel", "article", "Artikel i tidning eller nyhetstjänst med ansvarig utgivare."
    BROADCAST = "broadcast", "radio- eller tv-inslag", "radio or TV item", "Inslag i radio eller tv, eller texten till det."
    POST_WEBLOG = "post-weblog", "blogginlägg", "blog post", "Inlägg på en blogg."
    REPORT = "report", "rapport", "report", "Rapport från en myndighet, organisation eller forskare."
    WEBPAGE = "webpage", "webbsida", "web page", "Sida på en webbplats."
    PRESS_RELEASE = "press_release", "pressmeddelande", "press release", "Pressmeddelande från en organisation."
    LEGISLATION = (
        "legislation",
        "författning eller riksdagstryck",
        "legislation or parliamentary document",
        "Lag, förordning, proposition eller annat riksdagstryck.",
    )
    LEGAL_CASE = "legal_case", "dom eller beslut", "judgment or decision", "Dom eller beslut i ett enskilt ärende."
    THESIS = "thesis", "uppsats", "thesis", "Uppsats eller avhandling vid en högskola."
    BOOK = "book", "bok", "book", "Bok eller kapitel i bok."
    DATASET = "dataset", "datamängd eller register", "dataset or register", "Register, lista eller datamängd."


class Availability(Code):
    """Whether the source can still be read."""

    REACHABLE = "reachable", "går att läsa", "can be read", "Källan går att läsa på sin adress."
    NOT_CHECKED = "not_checked", "vi har inte provat", "we have not tried", "Vi har inte provat om adressen fungerar i dag."
    MOVED = "moved", "flyttad", "moved", "Källan har flyttat till en annan adress."
    CHANGED = "changed", "ändrad", "changed", "Texten på adressen är inte längre den som vi läste."
    GONE_ARCHIVED = "gone_archived", "borttagen, arkiverad", "removed, archived", "Källan är borta men finns i ett arkiv."
    GONE = "gone", "borttagen", "removed", "Källan är borta och vi har inte hittat någon kopia."
    PAYWALLED = "paywalled", "bakom betalvägg", "behind a paywall", "Källan kräver betalning för att läsas."
    PAPER = "paper", "på papper", "on paper", "Källan finns på papper."


class ReadExtent(Code):
    """How much of the source we have read."""

    FULL = "full", "hela källan läst", "read in full", "Vi har läst hela källan."
    EXCERPT = "excerpt", "utdrag läst", "excerpt read", "Vi har läst ett utdrag, och det kan stå mer i källan som vi har missat."
    SECONDARY = "secondary", "läst i andra hand", "read second-hand", "Vi har inte läst källan själv, bara en annan källas återgivning."


class CheckResult(Code):
    """What a search in a register gave."""

    FOUND = "found", "funnen", "found", "Leverantören fanns i registret den dagen."
    NOT_FOUND = "not_found", "inte funnen", "not found", "Leverantören fanns inte i registret den dagen."
    UNREACHABLE = "unreachable", "registret gick inte att nå", "register could not be reached", "Registret gick inte att söka i den dagen."


class Procedure(Code):
    """How far the matter has come for one provider."""

    RECEIVED = "received", "anmält", "reported", "En anmälan eller ett klagomål har lämnats."
    UNDER_INVESTIGATION = "under_investigation", "utreds", "under investigation", "Någon med rätt att pröva saken utreder den."
    DORMANT = "dormant", "vilar", "dormant", "Utredningen ligger stilla."
    CLOSED = "closed", "avslutat", "closed", "Saken är avslutad."
    UNKNOWN = "unknown", "läget är inte känt", "stage not known", "Källorna visar inte hur långt saken har kommit."


class Outcome(Code):
    """What came of the matter for one provider."""

    DEFICIENCIES_FOUND = "deficiencies_found", "brister konstaterade", "deficiencies found", "Den som prövade saken fann brister."
    PARTLY = "partly", "delvis brister", "deficiencies found in part", "Den som prövade saken fann brister i en del av det som anmälts."
    NONE_FOUND = "none_found", "inga brister funna", "no deficiencies found", "Den som prövade saken fann inga brister."
    DISMISSED_UNEXAMINED = "dismissed_unexamined", "avskrivet utan prövning", "closed without examination", "Saken lades ned utan att prövas."
    WITHDRAWN = "withdrawn", "återkallat", "complaint withdrawn", "Den som anmälde tog tillbaka anmälan."
    CONTRACT_TERMINATED = "contract_terminated", "avtal avslutat", "contract ended", "Beställaren avslutade avtalet."
    SETTLED = "settled", "förlikning", "settlement", "Parterna kom överens utan dom."
    ACQUITTED = "acquitted", "friad", "cleared by a court", "En domstol friade."
    NOT_CONVICTED = "not_convicted", "inte dömd", "not ruled against by a court", "En domstol prövade saken och dömde inte, men friade inte heller helt."
    CONVICTED = "convicted", "dömd", "ruled against by a court", "En domstol dömde."
    UNKNOWN = "unknown", "utfallet är inte känt", "outcome not known", "Källorna visar inte hur saken slutade."
    NONE_YET = "none_yet", "inget utfall ännu", "no outcome yet", "Saken är inte avgjord."

    @property
    def favourable(self) -> bool:
        """True when somebody examined the matter and cleared the provider; such an outcome is shown first.

        A complaint that was withdrawn or dismissed unexamined says nothing either way.
        """
        return self in {Outcome.NONE_FOUND, Outcome.ACQUITTED}

    @property
    def adverse(self) -> bool:
        """True when somebody examined the matter and found against the provider, in whole or in part.

        A contract that the buyer ended is not: nobody need have examined anything, and a contract ends for many reasons.
        """
        return self in {Outcome.DEFICIENCIES_FOUND, Outcome.PARTLY, Outcome.CONVICTED}

    @property
    def settled(self) -> bool:
        """True when something is known to have come of the matter, which then needs its own source."""
        return self not in {Outcome.UNKNOWN, Outcome.NONE_YET}


class ReplyState(Code):
    """Whether the provider has been heard."""

    NOT_ASKED = "not_asked", "inte tillfrågad av oss", "not asked by us", "Vi har inte frågat leverantören."
    ASKED = "asked", "tillfrågad", "asked", "Vi har frågat leverantören och väntar på svar."
    REPLIED = "replied", "har svarat", "has replied", "Leverantören har svarat oss."
    REPLIED_IN_SOURCE = "replied_in_source", "har svarat i källan", "has replied in the source", "Leverantörens svar finns i den publicerade källan."
    DECLINED = "declined", "ville inte svara", "did not want to reply", "Leverantören avstod från att svara."
    NO_ANSWER_IN_TIME = "no_answer_in_time", "svarade inte i tid", "did not reply in time", "Svarstiden gick ut utan svar."
    UNREACHABLE = "unreachable", "gick inte att nå", "could not be reached", "Vi försökte men kunde inte nå leverantören."
    NOT_APPLICABLE = "not_applicable", "inte aktuellt", "not applicable", "Det finns ingen namngiven leverantör att fråga, eller inget som kräver svar."
    UNKNOWN = "unknown", "inte känt", "not known", "Vi vet inte om leverantören har svarat, till exempel för att hela källan inte är läst."

    @property
    def known(self) -> bool:
        """False while an answer may still come, also after its time."""
        return self not in {ReplyState.NOT_ASKED, ReplyState.ASKED, ReplyState.NO_ANSWER_IN_TIME, ReplyState.UNREACHABLE, ReplyState.UNKNOWN}

    @property
    def has_text(self) -> bool:
        """True for the states that promise a reply text."""
        return self in {ReplyState.REPLIED, ReplyState.REPLIED_IN_SOURCE}


class CaseType(Code):
    """What the case is about, in neutral words."""

    COMPLAINT = "complaint", "klagomål", "complaint", "Någon har klagat på tjänsten."
    MEDIA_REPORT = "media_report", "granskning i medier", "media report", "Ett medium har granskat eller rapporterat."
    INSPECTION = "inspection", "kontroll", "inspection", "En beställare eller myndighet har kontrollerat."
    CONTRACT_ENDED = "contract_ended", "avtal avslutat", "contract ended", "Ett eller flera avtal har avslutats."
    SANCTION = "sanction", "vite eller annan sanktion", "penalty or other sanction", "En beställare har beslutat om vite, stopp av betalning eller liknande."
    COURT = "court", "domstol", "court case", "Saken har prövats i domstol."
    SETTLEMENT = "settlement", "förlikning", "settlement", "Parterna har kommit överens."
    TRANSPARENCY = "transparency", "insyn", "access to documents", "Saken gäller tillgång till handlingar."
    AUDIT = "audit", "revision", "audit", "En revision har granskat utbetalningar eller kontroll."
    MARKET_EVENT = "market_event", "händelse på marknaden", "market event", "En händelse som inte är kritik mot leverantören."
    GOOD_EXAMPLE = "good_example", "gott exempel", "good example", "Något som talar för leverantören."

    @property
    def neutral(self) -> bool:
        """True when the case is not criticism, so that nobody has to be asked for a reply to it."""
        return self in {CaseType.MARKET_EVENT, CaseType.GOOD_EXAMPLE}
