"""Every rule, in one visible tuple. A rule takes the registry and yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.problems import Problem
from generator.registry.registry import Registry
from generator.registry.rules.accreditations import found_without_period, overlaps, periods_fit_validity, revoked_by_issuer
from generator.registry.rules.asides import citations_on_profiles, outcome_texts, unanswered_background
from generator.registry.rules.carriers import grades_carried, outcomes_carried, publishers_named, speakers_published, tips_nowhere_public
from generator.registry.rules.case_dates import asked_answered_ended, searched_when_said
from generator.registry.rules.cases import (
    adverse_in_cases,
    counter_slot,
    decided_by_nobody,
    gate_in_public_root,
    neutral_reply,
    next_check,
    outcome_in_its_time,
    outcome_sources,
    parties_once,
    published_fields,
    reply_fields,
    reply_in_source,
    statement_parties,
)
from generator.registry.rules.checks import searched_for_it_there
from generator.registry.rules.contracts import causes_need_decision
from generator.registry.rules.dates import in_order, not_in_future, source_order
from generator.registry.rules.figures import measures_say_of_how_many, ratings_on_their_scale, shares_have_a_whole
from generator.registry.rules.ledger import (
    fewer_records,
    ids_remembered,
    ledger_resolves,
    redirects_resolve,
    releases_kept,
    tombstone_kinds,
    tombstones_of_the_gone,
)
from generator.registry.rules.naming import named_beside_the_gate
from generator.registry.rules.privacy import contact_details, denied_strings, health_in_allegations, person_numbers, persons_in_cases, sole_trader_numbers
from generator.registry.rules.quotation import enclosing_marks
from generator.registry.rules.readability import readable
from generator.registry.rules.references import local_ids_unique, named_targets, page_links, references_resolve, text_links
from generator.registry.rules.released import corrections_correct, meaning_kept, released_lines, units_remembered
from generator.registry.rules.sources import adverse_graded, copies_elsewhere, interest_declared, interest_explained
from generator.registry.rules.succession import facts_before_the_company, facts_told_twice
from generator.registry.rules.unheard import links_tell_nothing, only_signposts
from generator.registry.rules.wording import alleged_names, loaded_words, strong_words

Rule = Callable[[Registry], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references_resolve,
    local_ids_unique,
    text_links,
    named_targets,
    page_links,
    outcome_sources,
    periods_fit_validity,
    overlaps,
    revoked_by_issuer,
    found_without_period,
    searched_for_it_there,
    causes_need_decision,
    grades_carried,
    speakers_published,
    outcomes_carried,
    publishers_named,
    tips_nowhere_public,
    gate_in_public_root,
    only_signposts,
    links_tell_nothing,
    published_fields,
    reply_fields,
    reply_in_source,
    neutral_reply,
    unanswered_background,
    outcome_texts,
    citations_on_profiles,
    counter_slot,
    decided_by_nobody,
    adverse_in_cases,
    next_check,
    outcome_in_its_time,
    statement_parties,
    parties_once,
    ledger_resolves,
    redirects_resolve,
    tombstones_of_the_gone,
    tombstone_kinds,
    ids_remembered,
    releases_kept,
    fewer_records,
    meaning_kept,
    corrections_correct,
    released_lines,
    units_remembered,
    in_order,
    not_in_future,
    source_order,
    asked_answered_ended,
    searched_when_said,
    person_numbers,
    sole_trader_numbers,
    contact_details,
    health_in_allegations,
    persons_in_cases,
    denied_strings,
    interest_explained,
    interest_declared,
    copies_elsewhere,
    adverse_graded,
    shares_have_a_whole,
    ratings_on_their_scale,
    measures_say_of_how_many,
    facts_before_the_company,
    facts_told_twice,
    named_beside_the_gate,
    enclosing_marks,
    loaded_words,
    strong_words,
    alleged_names,
    readable,
)
