"""Codes about companies, labels and contracts. Source: OCDS for contract states, Popolo for relations, else the data model."""

from generator.records.vocabulary.code import Code


class AccreditationState(Code):
    """State of a label, always computed from dated records and the as-of date, never typed."""

    VALID = "valid", "giltig", "valid", "En daterad period täcker dagen och inget visar att den har upphört."
    EXPIRED = "expired", "utgången", "expired", "Perioden är slut och vi har inte hittat någon förnyelse."
    REVOKED = "revoked", "återkallad", "revoked", "Utfärdaren eller en myndighet uppger att märkningen har dragits in."
    WITHDRAWN = "withdrawn", "avslutad på egen begäran", "ended at the company’s own request", "Företaget har självt avslutat märkningen."
    NO_LONGER_LISTED = (
        "no_longer_listed",
        "finns inte längre i registret",
        "no longer in the register",
        "Företaget står inte längre i registret och orsaken är inte känd.",
    )
    NOT_FOUND = "not_found", "inte funnen", "not found", "Vi har sökt i registret de senaste tolv månaderna utan att hitta företaget."
    NOT_CHECKED = "not_checked", "inte kontrollerad", "not checked", "Vi har inte sökt i registret de senaste tolv månaderna."


class AccreditationEnd(Code):
    """How an accreditation ended before its last day."""

    REVOKED = "revoked", "återkallad", "revoked", "Utfärdaren eller en myndighet uppger att märkningen har dragits in."
    WITHDRAWN = "withdrawn", "avslutad på egen begäran", "ended at the company’s own request", "Företaget har självt avslutat märkningen."
    NO_LONGER_LISTED = (
        "no_longer_listed",
        "finns inte längre i registret",
        "no longer in the register",
        "Företaget står inte längre i registret och orsaken är inte känd.",
    )


class ContractState(Code):
    """State of a contract, computed as of a date (OCDS contractStatus, and `unknown`)."""

    PLANNED = "planned", "planerat", "planned", "Avtalet är beslutat men har inte börjat."
    PENDING = "pending", "väntar på undertecknande", "awaiting signature", "Avtalet är tilldelat men inte undertecknat."
    ACTIVE = "active", "gäller", "in force", "En daterad period täcker dagen."
    CANCELLED = "cancelled", "avbrutet före start", "cancelled before the start", "Avtalet avbröts innan det började."
    TERMINATED = "terminated", "avslutat", "ended", "Avtalet har slutat gälla."
    UNKNOWN = (
        "unknown",
        "läget i dag är inte känt",
        "not known whether it is in force today",
        "En källa visar att avtalet har funnits, men inte om det gäller i dag.",
    )


class ContractEndCause(Code):
    """Why a contract ended."""

    EXPIRED = "expired", "löpte ut", "ran out", "Avtalstiden tog slut."
    ENDED_BY_PROVIDER = "ended_by_provider", "leverantören avslutade", "ended by the provider", "Leverantören sade upp avtalet."
    ENDED_BY_BUYER = "ended_by_buyer", "beställaren avslutade", "ended by the buyer", "Beställaren sade upp avtalet utan att avtalsbrott framgår."
    TERMINATED_FOR_BREACH = (
        "terminated_for_breach",
        "avslutades för avtalsbrott",
        "ended for breach of contract",
        "Beställaren avslutade avtalet för att det inte följdes.",
    )
    ENDED_ON_RESULT_LEVEL = (
        "ended_on_result_level",
        "avslutades för låg resultatnivå",
        "ended for a low level of results",
        "Avtalet avslutades för att resultatet låg under en bestämd nivå.",
    )
    NOT_EXTENDED = "not_extended", "förlängdes inte", "not extended", "Beställaren lät bli att förlänga avtalet."
    PROGRAMME_CLOSED = "programme_closed", "tjänsten lades ned", "the service was closed down", "Hela tjänsten avslutades för alla."
    PARTY_CHANGED = "party_changed", "avtalet bytte part", "passed to another party", "Avtalet gick över till ett annat företag."
    UNKNOWN = "unknown", "orsaken är inte känd", "reason not known", "Källorna visar inte varför avtalet slutade."


class Lifecycle(Code):
    """Whether the company exists."""

    ACTIVE = "active", "verksam", "active", "Källorna visar att företaget är verksamt."
    DORMANT = "dormant", "vilande", "dormant", "Företaget finns men bedriver ingen verksamhet."
    BANKRUPT = "bankrupt", "i konkurs", "in bankruptcy", "Företaget är eller har varit i konkurs."
    LIQUIDATED = "liquidated", "avvecklat", "wound up", "Företaget är avvecklat."
    MERGED = "merged", "uppgått i annat företag", "merged into another company", "Företaget har gått upp i ett annat."
    RENAMED = "renamed", "har bytt namn", "has changed its name", "Företaget finns under ett annat namn."
    UNKNOWN = "unknown", "inte känt", "not known", "Källorna visar inte om företaget är verksamt i dag."


class LegalForm(Code):
    """Form of company, where a source shows it."""

    LIMITED_COMPANY = "limited_company", "aktiebolag", "limited company", "Aktiebolag."
    ECONOMIC_ASSOCIATION = "economic_association", "ekonomisk förening", "economic association", "Ekonomisk förening."
    TRADING_PARTNERSHIP = "trading_partnership", "handelsbolag", "trading partnership", "Handelsbolag eller kommanditbolag."
    FOUNDATION = "foundation", "stiftelse", "foundation", "Stiftelse."
    NON_PROFIT = "non_profit", "ideell förening", "non-profit association", "Ideell förening."
    PUBLIC_BODY = "public_body", "offentlig verksamhet", "public body", "Stat, region eller kommun."
    SOLE_TRADER = "sole_trader", "enskild firma", "sole trader", "Enskild firma; organisationsnumret är ett personnummer och visas aldrig."
    GROUP = "group", "koncern eller kedja", "group or chain", "Flera bolag under samma namn."
    UNKNOWN = "unknown", "inte känd", "not known", "Källorna visar inte bolagsformen."


class Service(Code):
    """What a provider does."""

    JOB_COACHING = "job_coaching", "jobbcoachning", "job coaching", "Personligt stöd i att söka jobb."
    TRANSITION = "transition", "omställning", "transition support", "Stöd till den som sägs upp eller riskerar att sägas upp."
    MATCHING = "matching", "matchning", "matching", "Stöd till arbetssökande och arbetsgivare att hitta varandra."
    REHABILITATION = "rehabilitation", "arbetslivsinriktad rehabilitering", "vocational rehabilitation", "Stöd att komma tillbaka till arbete efter sjukdom."
    ESTABLISHMENT_GUIDE = "establishment_guide", "etableringslots", "establishment guide", "Stöd till nyanlända, 2010–2015."
    VOCATIONAL_TRAINING = "vocational_training", "arbetsmarknadsutbildning", "labour market training", "Yrkesutbildning som Arbetsförmedlingen köper."
    EDUCATION = "education", "annan utbildning", "other education", "Utbildning som inte är arbetsmarknadsutbildning."
    CAREER_GUIDANCE = "career_guidance", "vägledning", "career guidance", "Studie- och yrkesvägledning."
    STAFFING = "staffing", "bemanning", "temporary staffing", "Uthyrning av personal."
    RECRUITMENT = "recruitment", "rekrytering", "recruitment", "Hjälp till arbetsgivare att hitta personal."


class RelationKind(Code):
    """How a provider is connected to another organisation (Popolo)."""

    PARENT = "parent", "ägs av", "owned by", "Företaget ägs av eller ingår i den andra."
    SUBSIDIARY = "subsidiary", "äger", "owns", "Företaget äger den andra."
    PREDECESSOR = "predecessor", "föregångare", "predecessor", "Verksamheten fanns tidigare i den andra."
    SUCCESSOR = "successor", "efterföljare", "successor", "Verksamheten har gått över till den andra."
    MEMBER = "member", "medlem i", "member of", "Företaget är medlem i den andra."
    SUBCONTRACTOR = "subcontractor", "underleverantör till", "subcontractor to", "Företaget utför tjänster åt den andra."
    SUPPLIER = "supplier", "leverantör till", "provider to", "Företaget levererar omställningstjänster åt den andra."


class SchemeKind(Code):
    """What sort of label or approval a scheme is."""

    INDUSTRY = "industry", "branschauktorisation", "industry accreditation", "En branschorganisation prövar och ger märkningen."
    STATE_REGISTER = "state_register", "statlig registrering", "state registration", "En myndighet registrerar den som uppfyller krav i lag."
    SUPPLIER_APPROVAL = (
        "supplier_approval",
        "godkännande som leverantör",
        "approval as a provider",
        "En beställare godkänner den som uppfyller kraven i ett avtal.",
    )
    RATING = "rating", "betyg", "rating", "En beställare räknar fram ett betyg ur resultat."


class BodyKind(Code):
    """What sort of organisation a body is."""

    AUTHORITY = "authority", "myndighet", "public authority", "Statlig myndighet, region eller kommun."
    TRADE_BODY = "trade_body", "bransch- eller arbetsgivarorganisation", "trade or employers’ organisation", "Organisation som företräder företag."
    UNION = "union", "facklig organisation", "trade union", "Organisation som företräder anställda."
    BOARD = "board", "nämnd", "board", "Nämnd som prövar ansökningar eller ärenden."
    TRANSITION_FUND = "transition_fund", "omställningsorganisation", "transition organisation", "Organisation som ger omställningsstöd efter avtal eller lag."
    COURT = "court", "domstol", "court", "Domstol."
    PARLIAMENT = "parliament", "riksdag eller regering", "parliament or government", "Riksdagen, dess ombudsmän eller regeringen."
    MEDIA = "media", "medium", "media outlet", "Medium med ansvarig utgivare."
    RESEARCH = "research", "forskning eller utvärdering", "research or evaluation", "Organisation som forskar eller utvärderar."
    OTHER = "other", "annan organisation", "other organisation", "Annan organisation."


class ProcurementForm(Code):
    """By which rules a programme's providers are chosen."""

    LOU = "lou", "upphandling (LOU)", "public procurement (LOU)", "Anbud jämförs och ett bestämt antal leverantörer får avtal."
    LOV = "lov", "valfrihetssystem (LOV)", "system of choice (LOV)", "Alla som uppfyller kraven får avtal och deltagaren väljer."
    GRANT = "grant", "bidrag", "grant", "Anordnaren får bidrag utan upphandling."
    LAW = "law", "lagreglerat stöd", "statutory support", "Stödet följer direkt av lag."
    UNKNOWN = "unknown", "framgår inte", "not clear from the sources", "Framgår inte av de källor vi har läst."
