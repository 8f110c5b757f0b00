"""The command `coachkollen`: every command of the package `commands`, in one visible place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from generator import __version__
from generator.commands import building, due, publishing, reference, replies, safety, sharing, upkeep, verifying
from generator.commands.usage import SwedishGroup

_CONTEXT: Mapping[str, Any] = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=SwedishGroup, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="coachkollen", help="Visa versionen.")
def main() -> None:
    """Coachkollen: poster om leverantörer blir en webbplats med källa till varje uppgift.

    Börja med ”coachkollen check”, som läser allt och säger vad som är fel och hur det rättas.
    """


for _command in (
    building.check,
    building.build,
    building.preview,
    sharing.merge,
    building.serve,
    building.explain,
    upkeep.release,
    upkeep.changes,
    publishing.publish,
    publishing.rollback,
    publishing.serve_nginx,
    verifying.sign,
    verifying.verify,
    replies.held,
    replies.promote,
    replies.letter,
    replies.reply,
    due.due,
    safety.scan,
    safety.deny_list,
    reference.docs,
    reference.words,
):
    main.add_command(_command)


if __name__ == "__main__":
    main()
