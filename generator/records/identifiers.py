"""Numbers and names that identify: record ids, organisation numbers, web addresses.

Source for organisationsnummer: lag (1974:174) om identitetsbeteckning för juridiska personer m.fl.
and Skatteverket: ten digits, the third at least 2, the last a Luhn check digit.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from pydantic_core import PydanticCustomError

ID_PATTERN = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
ID_MAX_LENGTH = 80
_ORGNR = re.compile(r"([0-9]{6})-?([0-9]{4})\Z")
# The letters of Latin script only: one of another can look the same and lead somewhere else.
_HOST_LETTER = "[0-9a-zß-öø-ɏ_]"
_HOST_LABEL = rf"{_HOST_LETTER}(?:(?:{_HOST_LETTER}|-)*{_HOST_LETTER})?"
_HOST = re.compile(rf"{_HOST_LABEL}(?:\.{_HOST_LABEL})+\Z")


def luhn_valid(digits: str) -> bool:
    """True when the last digit is the Luhn check digit of those before it."""
    total = 0
    for position, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if position % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def parse_orgnr(value: object) -> str:
    """Read an organisation number and give it as `NNNNNN-NNNN`.

    Raises pydantic's error with code T06 when it is not one. A number whose third digit is below 2
    has the shape of a person number and is refused here already.
    """
    match = _ORGNR.match(value) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("T06", "not an organisation number", {"value": str(value)})
    digits = match.group(1) + match.group(2)
    if digits[2] < "2" or not luhn_valid(digits):
        raise PydanticCustomError("T06", "not an organisation number", {"value": str(value)})
    return f"{match.group(1)}-{match.group(2)}"


def is_record_id(text: str) -> bool:
    """True for `^[a-z0-9]+(-[a-z0-9]+)*$` of at most 80 characters."""
    return len(text) <= ID_MAX_LENGTH and ID_PATTERN.match(text) is not None


def parse_local_id(value: object) -> str:
    """Read the id of a statement, contract or the like inside a record. Code T11 when it is not one."""
    if not isinstance(value, str) or not is_record_id(value):
        raise PydanticCustomError("T11", "not an id", {"value": str(value)})
    return value


def parse_url(value: object) -> str:
    """Read an absolute http or https address without user name, password, spaces or what cannot be seen. Code T12 otherwise.

    The host has Latin letters only, also where they are written in Punycode (RFC 3492).
    """
    text = value if isinstance(value, str) else ""
    try:
        parts = urlsplit(text)
        hostname, port = parts.hostname, parts.port
    except ValueError:
        hostname, port = None, None
    usable = (
        text.startswith(("http://", "https://"))
        and hostname is not None
        and _HOST.match(_as_read(hostname))
        and "@" not in parts.netloc
        and (port is None or port > 0)
        and text.isprintable()
        and not re.search(r"[\s<>\"\\^`{|}]", text)
    )
    if not usable:
        raise PydanticCustomError("T12", "not a web address", {"value": str(value)})
    return text


def _as_read(hostname: str) -> str:
    """The host as a browser may show it; empty when a part is no Punycode."""
    try:
        return ".".join(part[4:].encode("ascii").decode("punycode") if part.startswith("xn--") else part for part in hostname.split("."))
    except UnicodeError:
        return ""
