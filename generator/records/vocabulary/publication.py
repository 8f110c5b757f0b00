"""Codes about questions, figures and how we publish. Source: the project's data model."""

from generator.records.vocabulary.code import Code


class Question(Code):
    """The fixed questions that every scheme, transition fund and programme answers, in this order."""

    WHO_MAY_ENTER = "who_may_enter", "Vem får vara med?", "Who may take part?", "Vilka företag som kan få märkningen, avtalet eller uppdraget."
    COMPETENCE = (
        "competence",
        "Vilket bevis på kompetens krävs?",
        "What proof of competence is required?",
        "Vad företaget måste visa om sin egen och personalens kunskap.",
    )
    COLLECTIVE_AGREEMENT = (
        "collective_agreement",
        "Krävs kollektivavtal?",
        "Is a collective agreement required?",
        "Om företaget måste vara bundet av kollektivavtal.",
    )
    INSURANCE = "insurance", "Krävs ansvarsförsäkring?", "Is liability insurance required?", "Om företaget måste ha en försäkring som täcker skador."
    FINANCES = "finances", "Prövas företagets ekonomi?", "Are the company’s finances examined?", "Om företagets ekonomi prövas och hur."
    WHO_DECIDES = "who_decides", "Vem beslutar?", "Who decides?", "Vem som fattar beslutet och vilka som är med."
    REVIEW = (
        "review",
        "Hur ofta granskas företaget, och av vem?",
        "How often is the company reviewed, and by whom?",
        "Återkommande granskning efter det första beslutet.",
    )
    UNANNOUNCED = "unannounced", "Görs oanmälda kontroller?", "Are there unannounced checks?", "Om någon kommer på besök utan att säga till i förväg."
    WHO_CHOOSES = "who_chooses", "Vem väljer leverantör?", "Who chooses the provider?", "Om deltagaren, arbetsgivaren, facket eller myndigheten väljer."
    PAYMENT = "payment", "Hur får leverantören betalt?", "How is the provider paid?", "Vad betalningen bygger på."
    RESULTS = (
        "results",
        "Mäts resultaten, och visas de per leverantör?",
        "Are results measured, and are they shown per provider?",
        "Om resultat mäts och om de går att se för varje leverantör.",
    )
    COMPLAINTS = (
        "complaints",
        "Var klagar en deltagare, och vad måste hända sedan?",
        "Where does a participant complain, and what must happen then?",
        "Vägen för ett klagomål och vad mottagaren är skyldig att göra.",
    )
    SANCTIONS = (
        "sanctions",
        "Vilka påföljder finns, och hur ofta används de?",
        "Which sanctions are there, and how often are they used?",
        "Vad som kan hända den som bryter mot kraven.",
    )
    LOSSES = (
        "losses",
        "Får allmänheten veta vilka som förlorar sin plats?",
        "Is the public told who loses their place?",
        "Om allmänheten får veta vem som har förlorat märkning eller avtal.",
    )
    CRITICISM = (
        "criticism",
        "Vilken kritik finns, och vad är svaret på den?",
        "What criticism is there, and what is the answer to it?",
        "Kritik mot systemet och svaret från den som ansvarar.",
    )

    @property
    def anchor(self) -> str:
        """The anchor of the answer on every page that shows it."""
        return f"fraga-{self.value.replace('_', '-')}"


class Metric(Code):
    """What a figure about a programme, fund or scheme counts."""

    SUPPLIERS = "suppliers", "leverantörer", "providers", "Antal företag med avtal eller uppdrag."
    SITES = "sites", "adresser eller kontor", "addresses or offices", "Antal platser där tjänsten ges."
    PARTICIPANTS = "participants", "deltagare", "participants", "Antal personer i tjänsten."
    COST = "cost", "kostnad", "cost", "Pengar som har betalats ut eller avsatts, i kronor."
    CONTROLS = "controls", "kontroller", "checks", "Antal besök, granskningar eller utredningar."
    COMPLAINTS = "complaints", "klagomål", "complaints", "Antal klagomål eller avvikelser."
    DEFICIENCIES = "deficiencies", "brister", "deficiencies", "Antal eller andel brister som har konstaterats."
    SANCTIONS = "sanctions", "sanktioner", "sanctions", "Antal sanktioner eller deras belopp."
    ENDED_CONTRACTS = "ended_contracts", "avslutade avtal", "ended contracts", "Antal avtal eller leverantörer som har avslutats."
    RESULT = "result", "resultat", "results", "Andel som har gått till arbete, studier eller annan lösning."
    SATISFACTION = "satisfaction", "nöjdhet", "satisfaction", "Vad deltagare har svarat i enkäter."
    INTENSITY = "intensity", "omfattning av stödet", "amount of support", "Hur mycket tid eller hur många möten deltagaren får."
    PROFIT = "profit", "vinst", "profit", "Vinst hos leverantörerna."
    MARKET_SHARE = "market_share", "marknadsandel", "market share", "Hur stor del några få leverantörer har."
    COVERAGE = "coverage", "omfattade", "those covered", "Antal arbetsgivare eller anställda som omfattas."
    OTHER = "other", "annat", "other", "Annat mått."


class Unit(Code):
    """The unit of a figure."""

    COUNT = "count", "", "", "Antal."
    SEK = "sek", "kr", "SEK", "Svenska kronor."
    PERCENT = "percent", "procent", "per cent", "Procent."
    HOURS = "hours", "timmar", "hours", "Timmar."
    DAYS = "days", "dagar", "days", "Dagar."


class Qualifier(Code):
    """How exactly the source gives a figure."""

    EXACT = "exact", "", "", "Källan ger siffran utan förbehåll."
    ABOUT = "about", "cirka", "about", "Källan ger ett ungefärligt tal."
    OVER = "over", "över", "over", "Källan säger mer än så."
    UNDER = "under", "under", "under", "Källan säger mindre än så."
    AT_MOST = "at_most", "högst", "at most", "Källan ger en övre gräns."
    AT_LEAST = "at_least", "minst", "at least", "Källan ger en undre gräns."


class ChannelStep(Code):
    """Where on the way of a complaint a channel stands, in this order."""

    COMPLAINT = (
        "complaint",
        "Klaga hos den som betalar",
        "Complain to the one who pays",
        "Den som har köpt tjänsten har ett avtal med leverantören, och kan kräva att avtalet följs.",
    )
    CHANGE = "change", "Byt leverantör", "Change provider", "Du kan ibland gå till ett annat företag i stället."
    DOCUMENTS = "documents", "Be att få se handlingar", "Ask to see documents", "Hos en myndighet kan du be att få se vad som har skrivits och beslutats."
    REVIEW = "review", "Vänd dig till den som granskar", "Turn to the one who supervises", "Den som granskar myndigheten ser på hur den har skött sitt arbete."
    TIP = "tip", "Tipsa om något annat", "Report something else", "Vägar för annat än klagomål på en leverantör."


class BoardCount(Code):
    """What an accreditation board's figures count."""

    MEMBERS = "members", "medlemmar", "members", "Medlemsföretag vid tidpunkten."
    AUTHORISED = "authorised", "auktoriserade", "accredited", "Auktoriserade företag vid tidpunkten."
    NOT_APPLYING = "not_applying", "sökte inte", "did not apply", "Tidigare medlemmar som inte sökte."
    RECOMMENDED = "recommended", "rekommenderade", "recommended", "Ansökningar som nämnden föreslog ja till."
    NEW = "new", "nya", "new", "Företag som fick märkningen för första gången."
    RENEWED = "renewed", "förnyade", "renewed", "Företag som fick behålla märkningen."
    TABLED = "tabled", "bordlagda", "postponed", "Ärenden som sköts upp."
    REFUSED = "refused", "avslag", "refused", "Ansökningar som fick nej."
    LOST = "lost", "förlorade märkningen", "lost the label", "Företag som blev av med märkningen."
    EXCLUDED = "excluded", "uteslutna", "expelled", "Företag som uteslöts ur förbundet."


class Publication(Code):
    """What the publication gate decides for a statement."""

    PUBLISHED = "published", "visas", "shown", "Uppgiften visas med källa, svar och utfall."
    LINK_ONLY = "link_only", "bara källan visas", "only the source is shown", "Vi visar att källan finns men återger den inte förrän leverantören har hörts."
    HELD = "held", "hålls inne", "held back", "Uppgiften visas inte och får inte finnas i det öppna arkivet."


class CorrectionNoticed(Code):
    """Who noticed what had to be corrected. A kind, never a name."""

    PROVIDER = "provider", "leverantören", "the provider", "Leverantören hörde av sig."
    READER = "reader", "en läsare", "a reader", "En läsare hörde av sig."
    JOURNALIST = "journalist", "en journalist", "a journalist", "En journalist hörde av sig."
    AUTHORITY = "authority", "en myndighet", "an authority", "En myndighet hörde av sig."
    EDITOR = "editor", "redaktionen", "the editors", "Vi upptäckte felet själva."


class TombstoneReason(Code):
    """Why a record is gone."""

    MERGED = "merged", "sammanslagen", "merged", "Sidan har slagits ihop med en annan."
    WRONG = "wrong", "felaktig", "wrong", "Uppgifterna var fel och har tagits bort."
    UNFAIR = "unfair", "kunde inte styrkas", "could not be supported", "Uppgifterna kunde inte styrkas och har tagits bort."
    PRIVACY = "privacy", "personlig integritet", "personal privacy", "Uppgifterna togs bort för att skydda en person."
    LEGAL = "legal", "rättsliga skäl", "legal reasons", "Uppgifterna togs bort av rättsliga skäl."
    NOT_RELEVANT = "not_relevant", "utanför ämnet", "out of scope", "Uppgifterna hör inte hit."
