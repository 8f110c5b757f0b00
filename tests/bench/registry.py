"""A fictional registry of any size, with the demo's systems and sources: the same bytes for the same number, and record i is the same whatever the number.

python tests/bench/registry.py 10000 FOLDER
"""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from stdnum import luhn

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / "tests/demo"
# What a made record may rest on: the demo's own systems, buyers and sources.
SHARED = ("bodies", "programmes", "schemes", "sources", "terms")

MUNICIPALITIES = ("0114", "0180", "0305", "0380", "0484", "0580", "0643", "0680", "0780", "0880", "0980", "1080", "1280", "1380", "1480", "1780", "1880",
                  "1980", "2080", "2180", "2281", "2380", "2480", "2580")  # fmt: skip
FIRST = ("Exempel", "Påhitt", "Fiktiva", "Låtsas", "Sago", "Modell", "Utkast", "Övnings", "Figur", "Skiss", "Fabel", "Fantasi")
SECOND = ("björken", "källan", "ängen", "ljuset", "bron", "hamnen", "lunden", "kvarnen", "stigen", "viken", "åsen", "dalen", "tornet", "fältet", "parken")
FORMS = (("AB", "limited_company"), ("Ekonomisk förening", "economic_association"))
SENTENCES = (
    "Det coachar människor som söker jobb.",
    "Det hjälper deltagare att skriva ett cv.",
    "Det har kontor på flera orter.",
    "Det möter deltagare både på plats och på distans.",
    "Det ordnar kurser för den som vill byta yrke.",
    "Det arbetar på uppdrag av en påhittad myndighet.",
    "Det har också **vägledning** i grupp.",
    "Det startade i liten skala och har vuxit.",
)
SERVICES = ("job_coaching", "matching", "career_guidance", "education")
MATTERS = ("utebliven plan", "sena möten", "trånga lokaler", "fel i redovisningen", "avbrutna möten")
REGISTER = {"source": "exempelformedlingen-2026-leverantorer", "locator": "raden i tabellen"}
CHECK = {"source": "exempelformedlingen-2025-kontroll", "locator": "sidan 4"}
LABEL = {"source": "pahittsforetagen-2026-register", "locator": "raden i registret"}
CHECKED = "2026-11-20"

# The demo's own providers are not among the made ones.
_LINK_TO_PROVIDER = re.compile(r"\[([^\]]*)\]\((?:\{filename\}/)?profiles/[^)]*\)")

Record = dict[str, Any]


class _Plain(yaml.SafeDumper):
    """Writes codes of municipalities as they are read: without quotes, and every time in full."""

    def ignore_aliases(self, data: Any) -> bool:
        """The same source may be cited by many."""
        del data
        return True


def provider_id(number: int) -> str:
    """The id of a made provider."""
    return f"exempel-{number:07}"


def name_of(number: int) -> tuple[str, str]:
    """The name of a made provider, and its legal form."""
    some = random.Random(f"name-{number}")
    form, code = some.choice(FORMS)
    return f"{some.choice(FIRST)}{some.choice(SECOND)} {number:07} {form}", code


def orgnr(number: int) -> str:
    """An organisation number that is nobody's: they begin with 999."""
    digits = f"999{number // 1000:04}"[:7] + f"{number % 1000:02}"[-2:]
    return f"{digits[:6]}-{digits[6:]}{luhn.calc_check_digit(digits)}"


def profile(number: int) -> Record:
    """One provider: where, what, labels and contracts."""
    some = random.Random(f"profile-{number}")
    name, form = name_of(number)
    some_places = sorted(some.sample(MUNICIPALITIES, some.choice((1, 1, 2, 3, 5))))
    made: Record = {
        "name": name,
        "legal_form": form,
        "website": f"https://www.{provider_id(number)}.example/",
        "summary": "Ett **påhittat** företag. " + " ".join(some.sample(SENTENCES, 4)),
        "sources": [REGISTER],
        "checked_on": CHECKED,
        "places": [{"municipality": code, "date": "2026-10-01", "sources": [REGISTER]} for code in some_places],
        "services": [{"service": service, "date": "2026-10-01", "sources": [REGISTER]} for service in sorted(some.sample(SERVICES, some.randint(1, 3)))],
    }
    labels = [
        {
            "id": f"godkannande-{start}",
            "scheme": "exempelgodkannande",
            "from": f"{start}-04-01",
            "to": f"{start + 2}-03-31",
            "sources": [LABEL],
            "checked_on": CHECKED,
        }
        for start in sorted(some.sample(range(2012, 2026, 2), some.randint(0, 3)))
    ]
    contracts = [
        {
            "id": f"matchning-{start}",
            "buyer": "exempelformedlingen",
            "programme": "pahittsmatchning",
            "reference": f"EF {start}-{some.randint(1, 9999):04}",
            "municipalities": some_places,
            "from": f"{start}-05-01",
            "to": f"{start + 3}-04-30",
            "sources": [REGISTER],
            "checked_on": CHECKED,
        }
        for start in sorted(some.sample(range(2010, 2026), some.randint(0, 4)))
    ]
    return made | ({"accreditations": labels} if labels else {}) | ({"contracts": contracts} if contracts else {})


def case(number: int) -> Record | None:
    """The documented matter of a provider; two of three have none."""
    some = random.Random(f"case-{number}")
    if some.random() > 1 / 3:
        return None
    provider, what, replied = provider_id(number), some.choice(MATTERS), some.random() < 0.5
    reply: Record = (
        {"state": "replied_in_source", "answered_on": "2025-09", "text": "Företaget skriver i rapporten att felet är rättat.", "sources": [CHECK]}
        if replied
        else {"state": "no_answer_in_time", "asked_on": "2026-06-01", "deadline": "2026-06-15"}
    )
    return {
        "name": f"Exempelförmedlingen kontrollerade ett påhittat företag: {what}",
        "type": "inspection",
        "buyer": "exempelformedlingen",
        "date": "2025-04",
        "date_to": "2025-09-30",
        "parties": [
            {
                "provider": provider,
                "procedure": "closed",
                "outcome": "deficiencies_found",
                "outcome_on": "2025-09-30",
                "outcome_text": f"Exempelförmedlingen fann brister: {what}.",
                "outcome_sources": [CHECK],
                "reply": reply,
            }
        ],
        "statements": [
            {
                "id": "brist",
                "kind": "finding",
                "grade": "B",
                "text": f"Vid kontrollen fanns {what} hos fyra av tio deltagare.",
                "by": ["exempelformedlingen"],
                "about": [provider],
                "date": "2025-04",
                "sources": [CHECK],
                "counter": {"searched_on": CHECKED},
                "checked_on": CHECKED,
            }
        ],
    }


def text_of(record: Mapping[str, Any]) -> str:
    """A record as YAML."""
    return yaml.dump(record, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)


def make(count: int, folder: Path) -> None:
    """Write a registry of so many providers to a folder: `providers/` and `content/`. Raises FileExistsError when there is one."""
    for name in SHARED:
        shutil.copytree(DEMO / "providers" / name, folder / "providers" / name)
    shutil.copytree(DEMO / "content", folder / "content")
    for page in (folder / "content").rglob("*.md"):
        page.write_text(_LINK_TO_PROVIDER.sub(r"\1", page.read_text(encoding="utf-8")), encoding="utf-8")
    for kind in ("profiles", "cases"):
        (folder / "providers" / kind).mkdir()
    for number in range(1, count + 1):
        (folder / f"providers/profiles/{provider_id(number)}.yaml").write_text(text_of(profile(number)), encoding="utf-8")
        matter = case(number)
        if matter:
            (folder / f"providers/cases/kontroll-{number:07}.yaml").write_text(text_of(matter), encoding="utf-8")


if __name__ == "__main__":
    make(int(sys.argv[1]), Path(sys.argv[2]))
