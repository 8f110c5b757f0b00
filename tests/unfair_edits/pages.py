"""Templates that say the same with something left out, turned round or told by colour alone (10–14, 20 and 26)."""

from unfair_edits.edit import Edit, corrected, replaced

_CASE = "theme/templates/case.html"
_PARTS = "theme/templates/parts.html"
_PROFILE = "theme/templates/profile.html"
_SOURCE = "theme/templates/source.html"
_LIST = "theme/templates/list.html"

_PARTIES = "{% for p in view.parties %}{{ parts.party(p) }}{% endfor %}"
_CARDS_PARTIES = "{% for p in c.parties %}"
_CLAIMS_BESIDE = "<div>{% for r, first in g.replies %}{{ reply(r, first) }}{% endfor %}</div>\n"
_CLAIMS = "<div>{% for e in g.statements %}{{ statement(e) }}{% endfor %}</div>\n"
_CLAIMS_OF_A_PROFILE = "{{ parts.claims(item.claims) }}"
_REPLIES_OF_A_SOURCE = "{% for r in s.replies %}{{ parts.reply(r) }}{% endfor %}</li>"
_FIGURES = "{% for f in items %}\n"
_PERIOD = '<td data-kraver-text="I12a">{{ f.period }}</td>'
_MEASURES = "{% for m in view.measures %}"
_BASE = '<span data-kraver-text="I13a"{{ in_swedish }}>{{ m.base }}</span>'
_STATE = "<span class=\"lage lage-{{ code|replace('_', '-') }}\" data-kraver-text=\"I14c\">{{ text }}</span>"
_CAUTION = "{% if e.gone %}"

_COMPARISON = "theme/templates/comparison.html"
_SEARCHED_FOR_ONE_GROUP = (
    replaced("providers/profiles/latsas-omstallning.yaml", "on: 2026-10-05", "on: 2024-10-05"),
    corrected("profiles/latsas-omstallning", "Vi sökte i oktober 2026.", "Vi sökte i oktober 2024."),
)

EDITS = (
    Edit(
        name="the-worst-first",
        tries="A case with two companies shows the one with deficiencies before the one that was cleared.",
        invariant=10,
        code="I10a",
        where="arende/kontroll-2025/index.html",
        unfair=(replaced(_CASE, _PARTIES, _PARTIES.replace("view.parties", "view.parties|reverse")),),
        instead="They get a list, in the order that the view gives.",
        mended=(replaced(_CASE, _PARTIES, f"<ul>{_PARTIES.replace('{{ parts', '<li>{{ parts').replace('p) }}', 'p) }}</li>')}</ul>"),),
    ),
    Edit(
        name="by-what-came-of-it",
        tries="In the list of all cases the companies are sorted by their outcomes, so that brister comes before inga brister.",
        invariant=10,
        code="I10a",
        where="arenden/index.html",
        unfair=(replaced(_PARTS, _CARDS_PARTIES, '{% for p in c.parties|sort(attribute="outcome") %}'),),
        instead="Those who were cleared, and then the others, each by name.",
        mended=(replaced(_PARTS, _CARDS_PARTIES, '{% for p in c.parties|sort(attribute="name")|sort(attribute="favourable", reverse=true) %}'),),
    ),
    Edit(
        name="the-claim-without-its-answer",
        tries="The answers took so much room that the claims were hard to see.",
        invariant=11,
        code="I11a",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _CLAIMS_BESIDE, ""),),
        instead="The answers stand over the claims instead of beside them.",
        mended=(replaced(_PARTS, _CLAIMS + _CLAIMS_BESIDE, _CLAIMS_BESIDE + _CLAIMS),),
    ),
    Edit(
        name="the-answer-is-on-another-page",
        tries="The company's own page has the claims, and whoever wants the answers can go to the case.",
        invariant=11,
        code="I11a",
        where="leverantor/pahittscoachning/index.html",
        unfair=(
            replaced(
                _PROFILE,
                _CLAIMS_OF_A_PROFILE,
                "{% for g in item.claims %}{% for e in g.statements %}{{ parts.statement(e) }}{% endfor %}{% endfor %}",
            ),
        ),
        instead="The claims and then the answers.",
        mended=(
            replaced(
                _PROFILE,
                _CLAIMS_OF_A_PROFILE,
                "{% for g in item.claims %}{% for e in g.statements %}{{ parts.statement(e) }}{% endfor %}"
                "{% for r, first in g.replies %}{{ parts.reply(r, first) }}{% endfor %}{% endfor %}",
            ),
        ),
    ),
    Edit(
        name="the-source-has-no-second-side",
        tries="The page of a source lists what builds on it, without what was answered.",
        invariant=11,
        code="I11a",
        where="kalla/latsasradion-2025-klagomal/index.html",
        unfair=(replaced(_SOURCE, _REPLIES_OF_A_SOURCE, "</li>"),),
        instead="The answers get a place of their own in the same entry.",
        mended=(replaced(_SOURCE, _REPLIES_OF_A_SOURCE, '<div class="bredvid">{% for r in s.replies %}{{ parts.reply(r) }}{% endfor %}</div></li>'),),
    ),
    Edit(
        name="only-answers-worth-reading",
        tries="A company that did not answer in time has nothing to be shown, so that its box goes away.",
        invariant=11,
        code="I11a",
        where="leverantor/exempel-ab/index.html",
        unfair=(replaced(_PARTS, _CLAIMS_BESIDE, _CLAIMS_BESIDE.replace("g.replies %}", "g.replies if r.html %}")),),
        instead="Answers with words come first, and then those without.",
        mended=(
            replaced(
                _PARTS,
                _CLAIMS_BESIDE,
                "<div>{% for r, first in g.replies if r.html %}{{ reply(r, first) }}{% endfor %}"
                "{% for r, first in g.replies if not r.html %}{{ reply(r, first) }}{% endfor %}</div>\n",
            ),
        ),
    ),
    Edit(
        name="the-five-best-numbers",
        tries="The table is too long, and the numbers from the sixth on are left out.",
        invariant=12,
        code="I12a",
        where="program/pahittsmatchning/index.html",
        unfair=(replaced(_PARTS, _FIGURES, "{% for f in items[:5] %}\n"),),
        instead="The same numbers, by what they count.",
        mended=(replaced(_PARTS, _FIGURES, '{% for f in items|sort(attribute="what") %}\n'),),
    ),
    Edit(
        name="no-caveat-is-no-news",
        tries="Where the source has no caveat the cell stays empty, so that the reader thinks that nobody looked.",
        invariant=12,
        code="I12a",
        where="program/pahittsmatchning/index.html",
        unfair=(replaced(_PARTS, '<p class="liten">{{ _("Källan anger inget förbehåll.") }}</p>', ""),),
        instead="The same in other words.",
        mended=(replaced(_PARTS, "Källan anger inget förbehåll.", "Källan har inga förbehåll."),),
    ),
    Edit(
        name="when-was-that",
        tries="The year of a number is shown when the pointer rests on it, and not on a phone.",
        invariant=12,
        code="I12a",
        where="program/sagomatchning/index.html",
        unfair=(replaced(_PARTS, _PERIOD, '<td data-kraver-text="I12a" title="{{ f.period }}"></td>'),),
        instead="The year in words, and a little smaller.",
        mended=(replaced(_PARTS, _PERIOD, '<td data-kraver-text="I12a"><span class="liten">{{ f.period }}</span></td>'),),
    ),
    Edit(
        name="no-rating-no-row",
        tries="A measurement that gave no rating is left out, so that the company looks as if nobody had asked.",
        invariant=13,
        code="I13a",
        where="leverantor/pahittscoachning/index.html",
        unfair=(replaced(_PROFILE, _MEASURES, '{% for m in view.measures if "saknar" not in m.amount %}'),),
        instead="Measurements by what they measure, with all of them there.",
        mended=(replaced(_PROFILE, _MEASURES, '{% for m in view.measures|sort(attribute="what") %}'),),
    ),
    Edit(
        name="of-how-many-nobody-asks",
        tries="How many were measured is taken out, since it was so few.",
        invariant=13,
        code="I13a",
        where="leverantor/latsas-omstallning/index.html",
        unfair=(replaced(_PROFILE, _BASE, '<span data-kraver-text="I13a" title="{{ m.base }}"></span>'),),
        instead="It stands in bold.",
        mended=(replaced(_PROFILE, _BASE, '<strong data-kraver-text="I13a">{{ m.base }}</strong>'),),
    ),
    Edit(
        name="most-complained-of-first",
        tries="The list of providers under each letter begins with those that have the most cases.",
        invariant=14,
        code="I14b",
        where="leverantorer/index.html",
        unfair=(replaced(_PARTS, "{% for r in rows %}", '{% for r in rows|sort(attribute="cases", reverse=true) %}'),),
        instead="By name, as the view gives them, with the letter case put aside.",
        mended=(replaced(_PARTS, "{% for r in rows %}", "{% for r in rows|list %}"),),
    ),
    Edit(
        name="our-friends-first",
        tries="The list of labels begins at the end, where the label of a friend is.",
        invariant=14,
        code="I14b",
        where="markningar/index.html",
        unfair=(replaced(_LIST, "{% for l in links %}", "{% for l in links|reverse %}"),),
        instead="The list as it is, with a number for each.",
        mended=(replaced(_LIST, '<li data-namn="{{ code }} {{ l.text }}">', '<li data-namn="{{ code }} {{ l.text }}">{{ loop.index }}. '),),
    ),
    Edit(
        name="green-or-red",
        tries="The state of a label is a colour, since everybody knows what red is.",
        invariant=14,
        code="I14c",
        where="leverantor/exempel-ab/index.html",
        unfair=(replaced(_PARTS, _STATE, _STATE.replace(">{{ text }}<", ' title="{{ text }}"><')),),
        instead="The colour, and a sign, and the word.",
        mended=(replaced(_PARTS, _STATE, _STATE.replace(">{{ text }}<", '><span aria-hidden="true">•</span> {{ text }}<')),),
    ),
    Edit(
        name="the-source-is-gone-but-who-cares",
        tries="That a statement cannot be checked any more is left out, since it makes the page look poor.",
        invariant=20,
        code="I20a",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _CAUTION, "{% if e.gone and not e.key %}"),),
        instead="It is said in fewer words.",
        mended=(replaced(_PARTS, "Uppgiften går därför inte att kontrollera i dag.", "Uppgiften går inte att kontrollera i dag."),),
    ),
    Edit(
        name="the-strongest-is-enough",
        tries="The page of a case shows what is said first. The rest is in the record, for those who want it.",
        invariant=26,
        code="I26c",
        where="arende/havning-2023/index.html",
        unfair=(replaced(_PARTS, _CLAIMS, _CLAIMS.replace("g.statements %}", "g.statements[:1] %}")),),
        instead="All of them, in the order of the record.",
        mended=(replaced(_PARTS, _CLAIMS, _CLAIMS.replace("<div>", '<div class="pastaenden">')),),
    ),
    Edit(
        name="a-page-without-its-cases",
        tries="A company has its cases where nobody finds them: on the pages of the cases, but not on its own.",
        invariant=26,
        code="I26c",
        where="leverantor/sago-exempelkompetens/index.html",
        unfair=(replaced(_PROFILE, "{% for item in view.cases %}", "{% for item in view.cases if item.party.favourable or not item.party.criticised %}"),),
        instead="Those without criticism first, and then the others.",
        mended=(replaced(_PROFILE, "{% for item in view.cases %}", '{% for item in view.cases|sort(attribute="party.favourable", reverse=true) %}'),),
    ),
    Edit(
        name="compared-as-if-they-were-alike",
        tries="One group has been searched for and the other has not, and the page does not say so.",
        invariant=23,
        code="I23a",
        where="jamfor-leverantorer/index.html",
        unfair=(*_SEARCHED_FOR_ONE_GROUP, replaced(_COMPARISON, "{{ coverage.symmetry(view.symmetry) }}\n", "")),
        instead="The page says it.",
        mended=_SEARCHED_FOR_ONE_GROUP,
    ),
)
