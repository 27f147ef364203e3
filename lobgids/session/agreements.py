"""The file with a decaan's agreements for new mentors: what stands in it, and all of that in words."""

from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from lobgids.dialogue.brief import Brief, brief_of, in_words
from lobgids.dialogue.view import View


class Agreements(NamedTuple):
    """The content of the file, and a line for each thing in it: the decaan is shown all that is given away."""

    content: bytes
    lines: tuple[str, ...]


def agreements(view: View) -> Agreements:
    """Return the agreements in a decaan's conversation, for a file."""
    brief = brief_of(view)
    lines = (_stage_in_words(brief, view), *in_words(brief, view))
    content = msgspec.json.format(msgspec.json.encode(replace(brief, in_words=lines)), indent=2)
    return Agreements(content + b"\n", lines)


def _stage_in_words(brief: Brief, view: View) -> str:
    """Return which model the school resembles."""
    _ = view.language.gettext
    name = next((model.name for model in view.base.models if model.model == brief.model), "")
    if not name:
        return _("Op welk model de school lijkt, is nog niet te zeggen.")
    return _("De school lijkt op {model}.").format(model=name)
