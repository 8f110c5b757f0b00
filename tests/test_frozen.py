"""Values cannot be changed once they are made, and can have no fields that they were not given."""

from __future__ import annotations

import dataclasses
import importlib
from types import ModuleType

import pytest
from conftest import ROOT

ROOMS = ("records", "registry", "site", "build", "desk")
MODULES = sorted(p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for room in ROOMS for p in (ROOT / "generator" / room).rglob("*.py"))


def values(module: ModuleType) -> list[type]:
    """The dataclasses that a module has for others; one that only it sees may gather things."""
    found = [c for c in vars(module).values() if isinstance(c, type) and dataclasses.is_dataclass(c) and c.__module__ == module.__name__]
    return [c for c in found if not c.__name__.startswith("_")]


@pytest.mark.parametrize("name", MODULES)
def test_every_value_is_frozen_and_slotted(name: str) -> None:
    for value in values(importlib.import_module(name.removesuffix(".__init__"))):
        assert value.__dataclass_params__.frozen, value  # type: ignore[attr-defined]
        assert "__slots__" in vars(value), value


def test_there_are_values_to_look_at() -> None:
    assert sum(len(values(importlib.import_module(name.removesuffix(".__init__")))) for name in MODULES) > 20
