"""Templates that lose what belongs to a claim: the answer, who says it, its source, what speaks against it and how it ended.

Marks and all: what must stand where is worked out from the records, so that no page can keep quiet about it (1, 7, 9–12, 14, 24 and 26).
"""

from unfair_edits.edit import Edit, replaced

_PARTS = "theme/templates/parts.html"
_SOURCE = "theme/templates/source.html"
_REPLY = '<div class="svar"{% if first %} id="{{ r.anchor }}"{% endif %} data-svar="{{ r.key }}">'
_CAVEAT = (
    '<td><div data-kraver-text="I12a">{% if f.caveat %}{{ f.caveat }}{% else %}<p class="liten">{{ _("Källan anger inget förbehåll.") }}</p>{% endif %}</div>'
)
_OUTCOME = '{{ outcome(p, "arende") }}\n'
_COUNTER = "{% if e.counter %}\n"
_ROW = (
    '<ul class="kort-lista">\n{% for r in rows %}\n'
    '<li class="kort" data-namn="{{ list }} {{ r.link.text }}" data-leverantor="{{ r.id }}" data-varden="{{ r.values }}">'
)
_STATE = "<span class=\"lage lage-{{ code|replace('_', '-') }}\" data-kraver-text=\"I14c\">{{ text }}</span>"
_INTEREST = (
    '{%- if c.interest %}<br><span class="intresse"{{ mark("data-intresse", c.mark) }}>'
    '{{ _("Källans intresse: %(interest)s", interest=own(c.interest)) }}</span>{% endif %}\n'
)
_UNDETERMINED = "{% if p.undetermined %}"
_ANSWERS = "{% for r in s.replies %}{{ parts.reply(r) }}{% endfor %}</li>"
_MARKS_OF_ANSWERS = '{% if s.replies %} data-svar-fran="{{ s.replies|map(attribute="key")|join(" ") }}"{% endif %}'
_UNHEARD = '<p data-ohord="{{ view.key }}">{{ view.mentions_note }}</p>\n'
_WHO = '{% if e.lead %}<p class="vem"{{ mark("data-vem", e.key) }}>{{ e.lead }}</p>{% endif %}\n'
_PLACE = ' {{ _("Var i källan: %(place)s.", place=place(c)) }}'
_ANSWERS_BESIDE = "<div>{% for r, first in g.replies %}{{ reply(r, first) }}{% endfor %}</div>"
_ANSWERED = '<div data-svarstext="{{ r.key }}">{% if r.html %}{{ r.html }}{% else %}<p>{{ r.explanation }}</p>{% endif %}</div>'
_SAID = '<div data-text="{{ e.key }}">{{ e.html }}</div>'
_WOULD_CHANGE = '<p{{ mark("data-andra", e.key) }}>{{ e.would_change }}</p>'
_BASIS = '<p class="underlag"{{ mark("data-underlag", key) }}>{{ _("Underlag: %(basis)s.", basis=basis) }}</p>'
_LINKED = '{{ parts.names(view.providers, "leverantorer") }}'

EDITS = (
    Edit(
        name="an-answer-that-nobody-sees",
        tries="The answer is on the page, where the program looks, and hidden, where the reader does.",
        invariant=11,
        code="I11a",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _REPLY, _REPLY.replace("<div ", "<div hidden ")),),
        instead="A frame round it.",
        mended=(replaced(_PARTS, _REPLY, _REPLY.replace('class="svar"', 'class="svar ram"')),),
    ),
    Edit(
        name="neither-answer-nor-mark",
        tries="The page of a source loses the answers, and the mark that says that there should be some.",
        invariant=11,
        code="I11a",
        where="kalla/latsasradion-2025-klagomal/index.html",
        unfair=(replaced(_SOURCE, _MARKS_OF_ANSWERS, ""), replaced(_SOURCE, _ANSWERS, "</li>")),
        instead="The answers in a list.",
        mended=(replaced(_SOURCE, _ANSWERS, '<div class="svaren">{% for r in s.replies %}{{ parts.reply(r) }}{% endfor %}</div></li>'),),
    ),
    Edit(
        name="the-cell-of-the-caveat",
        tries="The caveats are taken out of the table, cell, mark and all.",
        invariant=12,
        code="I12a",
        where="program/pahittsmatchning/index.html",
        unfair=(replaced(_PARTS, _CAVEAT, "<td>"),),
        instead="The caveats in small letters.",
        mended=(replaced(_PARTS, _CAVEAT, _CAVEAT.replace("<div ", '<div class="liten" ')),),
    ),
    Edit(
        name="what-became-of-it",
        tries="The outcomes go: a case is more exciting when nobody knows how it ended.",
        invariant=10,
        code="I10b",
        where="arende/dom-2022/index.html",
        unfair=(replaced(_PARTS, _OUTCOME, ""),),
        instead="The outcome in a section of its own.",
        mended=(replaced(_PARTS, _OUTCOME, '<section class="utfall">' + _OUTCOME + "</section>\n"),),
    ),
    Edit(
        name="nothing-speaks-against-it",
        tries="What speaks against a claim is in the record, and not on the page.",
        invariant=7,
        code="I07n",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _COUNTER, "{% if e.counter and not e.key %}\n"),),
        instead="It stands there, and so does what it is about.",
        mended=(replaced(_PARTS, '<p class="emot-rubrik">{{ _("Vad talar emot?") }}</p>', '<p class="emot-rubrik">Det här talar emot:</p>'),),
    ),
    Edit(
        name="a-list-of-no-marks",
        tries="The list of providers loses its marks, and begins with those that have the most cases.",
        invariant=14,
        code="I14b",
        where="leverantorer/index.html",
        unfair=(replaced(_PARTS, _ROW, '<ul class="kort-lista">\n{% for r in rows|sort(attribute="cases", reverse=true) %}\n<li class="kort">'),),
        instead="The list with its marks and a number for each.",
        mended=(replaced(_PARTS, _ROW, _ROW + "{{ loop.index }}. "),),
    ),
    Edit(
        name="colour-without-a-mark",
        tries="The state is a colour, and the mark that asks for a word goes with the word.",
        invariant=14,
        code="I14c",
        where="leverantor/exempel-ab/index.html",
        unfair=(replaced(_PARTS, _STATE, "<span class=\"lage lage-{{ code|replace('_', '-') }}\"></span>"),),
        instead="The word, in bold.",
        mended=(replaced(_PARTS, _STATE, _STATE.replace("{{ text }}", "<strong>{{ text }}</strong>")),),
    ),
    Edit(
        name="in-whose-interest",
        tries="The interest of a source is left out where the source is cited, since it takes a line.",
        invariant=24,
        code="I24c",
        where="leverantor/exempel-ab/index.html",
        unfair=(replaced(_PARTS, _INTEREST, ""),),
        instead="The same line with fewer words.",
        mended=(replaced(_PARTS, "Källans intresse:", "Intresse:"),),
    ),
    Edit(
        name="still-exciting-after-three-years",
        tries="That it has not been possible to find out how a case ended is left out, so that it looks as if it went on.",
        invariant=9,
        code="I09d",
        where="arende/utredning-2023/index.html",
        unfair=(replaced(_PARTS, _UNDETERMINED, "{% if p.undetermined and p.procedure == '' %}"),),
        instead="It is said in one sentence.",
        mended=(
            replaced(
                _PARTS,
                "Det har gått mer än två år. Utfallet har inte kunnat fastställas.",
                "Det har gått mer än två år, och utfallet har inte kunnat fastställas.",
            ),
        ),
    ),
    Edit(
        name="an-article-and-no-more",
        tries="The sources that name a company which has not been heard are listed, without the sentence that it has not.",
        invariant=7,
        code="I07o",
        where="leverantor/fabeljobb/index.html",
        unfair=(replaced("theme/templates/profile.html", _UNHEARD, ""),),
        instead="The sentence after the list.",
        mended=(
            replaced("theme/templates/profile.html", _UNHEARD, ""),
            replaced(
                "theme/templates/profile.html",
                '</ul>\n</section>\n{% endif %}\n\n<section id="avsnitt-avtal">',
                "</ul>\n" + _UNHEARD + '</section>\n{% endif %}\n\n<section id="avsnitt-avtal">',
            ),
        ),
    ),
    Edit(
        name="as-if-we-had-seen-it",
        tries="Who says it goes, and with it the verb: what somebody has written reads as what we know.",
        invariant=7,
        code="I07p",
        where="arende/klagomal-2026/index.html",
        unfair=(replaced(_PARTS, _WHO, ""),),
        instead="Who says it, in bold.",
        mended=(replaced(_PARTS, _WHO, _WHO.replace("{{ e.lead }}", "<strong>{{ e.lead }}</strong>")),),
    ),
    Edit(
        name="see-the-source-somewhere",
        tries="The place in the source is left out, since it looks learned.",
        invariant=1,
        code="I01e",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _PLACE, ""),),
        instead="The place, with another word before it.",
        mended=(replaced(_PARTS, _PLACE, _PLACE.replace("Var i källan", "Plats")),),
    ),
    Edit(
        name="an-answer-to-unfold",
        tries="The answers are folded, since they are long, and stand there for whoever unfolds them.",
        invariant=11,
        code="I11a",
        where="leverantor/pahittscoachning/index.html",
        unfair=(replaced(_PARTS, _ANSWERS_BESIDE, f"<details><summary>Svar</summary>{_ANSWERS_BESIDE}</details>"),),
        instead="They are unfolded, and can be folded.",
        mended=(replaced(_PARTS, _ANSWERS_BESIDE, f"<details open><summary>Svar</summary>{_ANSWERS_BESIDE}</details>"),),
    ),
    Edit(
        name="answered-but-not-what",
        tries="It says that there is an answer, and from whom, and not what was answered.",
        invariant=11,
        code="I11a",
        where="arende/klagomal-2025/index.html",
        unfair=(replaced(_PARTS, _ANSWERED, '<div data-svarstext="{{ r.key }}"></div>'),),
        instead="What was answered, in a quotation.",
        mended=(replaced(_PARTS, _ANSWERED, f"<blockquote>{_ANSWERED}</blockquote>"),),
    ),
    Edit(
        name="who-said-but-not-what",
        tries="Who said something stands there, and a link, and not what was said.",
        invariant=26,
        code="I26c",
        where="arende/dom-2022/index.html",
        unfair=(replaced(_PARTS, _SAID, '<div data-text="{{ e.key }}"></div>'),),
        instead="What was said, in a frame.",
        mended=(replaced(_PARTS, _SAID, _SAID.replace("<div ", '<div class="ram" ')),),
    ),
    Edit(
        name="one-source-is-enough",
        tries="Of several sources the first is shown, so that two who say the same look like one.",
        invariant=1,
        code="I01e",
        where="arende/handlingar-2024/index.html",
        unfair=(replaced(_PARTS, "{% for c in citations %}", "{% for c in citations[:1] %}"),),
        instead="All of them, in the order of the record, in a numbered list.",
        mended=(
            replaced(
                _PARTS,
                "<ul>\n{% for c in citations %}\n<li>{{ citation(c) }}</li>\n{% endfor %}\n</ul>",
                "<ol>\n{% for c in citations %}\n<li>{{ citation(c) }}</li>\n{% endfor %}\n</ol>",
            ),
        ),
    ),
    Edit(
        name="nothing-can-change-it",
        tries="What would change a claim is left out, as if it were certain.",
        invariant=7,
        code="I07q",
        where="leverantor/pahittscoachning/index.html",
        unfair=(replaced(_PARTS, _WOULD_CHANGE, ""),),
        instead="The same in small letters.",
        mended=(replaced(_PARTS, _WOULD_CHANGE, _WOULD_CHANGE.replace("<p{{", '<p class="liten"{{')),),
    ),
    Edit(
        name="carried-by-what",
        tries="The line that says what sort of evidence carries a claim is read by machines only.",
        invariant=7,
        code="I07r",
        where="arende/klagomal-2026/index.html",
        unfair=(replaced(_PARTS, _BASIS, _BASIS.replace("<p ", '<p aria-hidden="true" hidden ')),),
        instead="The line with another word before it.",
        mended=(replaced(_PARTS, _BASIS, _BASIS.replace("Underlag:", "Bygger på:")),),
    ),
    Edit(
        name="the-source-is-only-a-link",
        tries="The page of a source names the company that has not been heard, and does not say that it has not.",
        invariant=7,
        code="I07o",
        where="kalla/exempelbladet-2025-fabeljobb/index.html",
        unfair=(replaced(_SOURCE, "{% if s.note %}", "{% if s.note and s.key %}"),),
        instead="It says so in letters of the ordinary size.",
        mended=(replaced(_SOURCE, '{% if s.note %}<p class="liten"', "{% if s.note %}<p"),),
    ),
    Edit(
        name="all-the-headlines",
        tries="In the list of all sources a headline about a company that has not been heard stands alone.",
        invariant=7,
        code="I07o",
        where="kallor/index.html",
        unfair=(replaced(_PARTS, "{{ view.marked }}{% endif %}{{ unheard(view) }}", "{{ view.marked }}{% endif %}"),),
        instead="The line is in other words.",
        mended=(replaced(_PARTS, "Nämner en leverantör som ännu inte har fått ge oss sin version.", "Vi har ännu inte hört en leverantör som nämns där."),),
    ),
    Edit(
        name="at-the-foot-of-the-page",
        tries="At the foot of the profile of a company that has not been heard the headline stands once more, now alone.",
        invariant=7,
        code="I07o",
        where="leverantor/fabeljobb/index.html",
        unfair=(replaced("theme/templates/profile.html", "{% endif %}{{ parts.unheard(c) }}</li>", "{% endif %}</li>"),),
        instead="The line comes on a row of its own.",
        mended=(replaced("theme/templates/profile.html", "{% endif %}{{ parts.unheard(c) }}</li>", "{% endif %}<br>{{ parts.unheard(c) }}</li>"),),
    ),
    Edit(
        name="who-vouches-for-whom",
        tries="On the page of a label those that have it stand in the order of their size.",
        invariant=14,
        code="I14b",
        where="markning/exempelauktorisation-omstallning/index.html",
        unfair=(replaced("theme/templates/system.html", _LINKED, "{{ parts.links(view.providers|reverse) }}"),),
        instead="By name, in bold.",
        mended=(replaced("theme/templates/system.html", _LINKED, f"<strong>{_LINKED}</strong>"),),
    ),
)
