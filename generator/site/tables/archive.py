"""One archive with the canonical CSV files, their description, a page to read first and the licence."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from generator.site import routes
from generator.site.language import SWEDISH, Language, english_language
from generator.site.tables.about import CAVEATS, CORRECTIONS, DESCRIPTION, LICENCE_TITLE, LICENCE_URL, LICENCE_WORDS, NAME, TITLE, DataFile
from generator.site.tables.dataset import Dataset

MEDIA_TYPE = "application/zip"
# The first day that the format can tell: no file of ours says when it was made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def zip_file(dataset: Dataset, files: Iterable[DataFile]) -> DataFile:
    """The archive. files: those that it holds besides its own."""
    members = {
        "README.md": readme(dataset).encode(),
        "LICENSE.txt": licence().encode(),
        **{file.name: file.content for file in files},
    }
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in sorted(members.items()):
            member = zipfile.ZipInfo(f"{NAME}/{name}", _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3  # the same mark on every system
            member.external_attr = 0o644 << 16
            archive.writestr(member, content)
    return DataFile(f"{NAME}.zip", made.getvalue(), MEDIA_TYPE, "zip")


def readme(dataset: Dataset) -> str:
    """What to read first, in Swedish and then in English."""
    return "\n".join(_readme(dataset, words) for words in (SWEDISH, english_language()))


def _readme(dataset: Dataset, words: Language) -> str:
    t = words.t
    day = words.on_day(dataset.as_of).replace("\N{NO-BREAK SPACE}", " ")
    page = f"{dataset.origin}{dataset.base_path}{words.prefix}{routes.DATA}"
    lines = [
        f"# {t(TITLE)}",
        "",
        t("Datamängden gäller {day}.", day=day) + _release(dataset, words),
        "",
        t(DESCRIPTION),
        "",
        f"## {t('Läs det här först')}",
        "",
        *(f"- {t(caveat)}" for caveat in CAVEATS),
        "",
        f"## {t('Rättelser')}",
        "",
        *(f"- {t(line)}" for line in CORRECTIONS),
        "",
        f"## {t('Filerna')}",
        "",
        t("Varje tabell är en CSV-fil i mappen csv: UTF-8, komma, en rubrikrad. datapackage.json säger vad varje kolumn betyder."),
        t("Samma sak i andra format, och ordboken över alla kolumner, finns på {page}.", page=page),
        "",
        f"## {t('Licens')}",
        "",
        f"{t(LICENCE_WORDS)} {LICENCE_URL}",
        "",
    ]
    return "\n".join(lines)


def _release(dataset: Dataset, words: Language) -> str:
    """Which release it is, after a space; empty before the first one."""
    if dataset.released is None:
        return ""
    told = words.t("Releasen {release}, kontrollsumma {hash}", release=dataset.released.release, hash=dataset.released.hash)
    return f" {told}."


def licence() -> str:
    """The notice of the licence, in both languages."""
    words = (SWEDISH.t(LICENCE_WORDS), english_language().t(LICENCE_WORDS))
    return "\n\n".join((f"{LICENCE_TITLE} (CC BY 4.0)\n{LICENCE_URL}", *words)) + "\n"
