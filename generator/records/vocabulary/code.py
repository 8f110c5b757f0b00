"""What a code is: a word in the data with a label in each language and a definition."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """A code that a record may use. Members are written `CODE = value, svensk, English, definition`.

    The value is what stands in the YAML and in exports; it never changes meaning. The labels are
    what a reader sees. The definition is one Swedish sentence, shown on the page of words.
    """

    label_sv: str
    label_en: str
    definition: str

    @property
    def known(self) -> bool:
        """False for a code that says that nothing is known yet: what comes in its place is news, not a change."""
        return self.value not in ("unknown", "none_yet")

    @classmethod
    def of(cls, value: str) -> Self:
        """The code with this value. Raises StopIteration when there is none."""
        return next(member for member in cls if member.value == value)

    def __new__(cls, value: str, label_sv: str, label_en: str, definition: str) -> Self:
        """Make the member a plain string with its words beside it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label_sv = label_sv
        member.label_en = label_en
        member.definition = definition
        return member
