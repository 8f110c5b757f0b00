"""Every rule, in one visible tuple. A rule takes the registry and yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.problems import Problem
from generator.registry.registry import Registry
from generator.registry.rules.accreditations import found_without_period, overlaps, periods_fit_validity, revoked_by_issuer
from generator.registry.rules.cases import (
    adverse_in_cases,
    counter_slot,
    gate_in_public_root,
    neutral_reply,
    next_check,
    outcome_sources,
    parties_once,
    published_fields,
    reply_fields,
    statement_parties,
)
from generator.registry.rules.contracts import breach_needs_decision
from generator.registry.rules.dates import in_order, not_in_future, source_order
from generator.registry.rules.ledger import ledger_resolves, redirects_resolve, tombstone_kinds, tombstones_of_the_gone
from generator.registry.rules.privacy import contact_details, denied_strings, health_in_allegations, person_numbers, persons_in_cases, sole_trader_numbers
from generator.registry.rules.references import correction_targets, local_ids_unique, page_links, references_resolve, text_links
from generator.registry.rules.sources import interest_explained

Rule = Callable[[Registry], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    references_resolve,
    local_ids_unique,
    text_links,
    correction_targets,
    page_links,
    outcome_sources,
    periods_fit_validity,
    overlaps,
    revoked_by_issuer,
    found_without_period,
    breach_needs_decision,
    gate_in_public_root,
    published_fields,
    reply_fields,
    neutral_reply,
    counter_slot,
    adverse_in_cases,
    next_check,
    statement_parties,
    parties_once,
    ledger_resolves,
    redirects_resolve,
    tombstones_of_the_gone,
    tombstone_kinds,
    in_order,
    not_in_future,
    source_order,
    person_numbers,
    sole_trader_numbers,
    contact_details,
    health_in_allegations,
    persons_in_cases,
    denied_strings,
    interest_explained,
)
