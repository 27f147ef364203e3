"""Whose name was told with a role before: who spoke of 'Joost, de mentor van 3 mavo' means a mentor by 'Joost'."""

import re
from collections.abc import Iterator

from lobgids.dialogue.asserted import told_in
from lobgids.dialogue.kinds.kind import OpenAsk
from lobgids.dialogue.view import View
from lobgids.kb.lookup import roles_in_order
from lobgids.kb.sayings import says
from lobgids.text import sentences_of

_NAME = re.compile(r"(?<![\w-])[^\W\d_a-z][^\W\d_]+(?:-[^\W\d_]+)?")
_SMALL_NAME = re.compile(r"(?<![\w-])[a-zà-ÿ]{3,}(?![\w-])")
_SET_APART = r"(?:,\s*|\s*\()(?:(?:dat|die)\s+(?:is|was)\s+)?(?:(?:de|een|mijn|onze|the|a|my|our)\s+)?"
"""What stands between a name and a role where the name has no capital, and any word could be it: 'mark (conrector)'."""
_BETWEEN = r"[\s,(]+(?:(?:dat|die|he|she)\s+)?(?:(?:is|was)\s+)?(?:(?:de|een|mijn|onze|the|a|my|our)\s+)?"
"""What stands between a name and a role: 'Joost, de mentor', 'Joris, dat is een mentor'."""

_MOST_WORDS = 10
"""Of how many words a line is at most that says by name who does something; a longer one tells more."""


def known_places(asked: OpenAsk, text: str) -> tuple[int, ...]:
    """The place of the role that a line means by a name, as it was told with it before; empty if it names no such one.

    A line that names another role, denies or says more than who says who does it by itself.
    """
    text = text if len(text.split()) <= _MOST_WORDS else next(iter(sentences_of(text)), text)  # 'Met Joost. Die is ...'
    others = [place for place in told_in(asked.view.base, text, asked.options).places if not _is_oneself(asked, place)]
    if others or says(asked.view.base, "not", text) or len(text.split()) > _MOST_WORDS:
        return ()
    names = [name for name in _NAME.findall(text) if not says(asked.view.base, "no_name", name)]
    found = [role for name in names for role in _roles_of(asked.view, name, _BETWEEN)]
    if not found and asked.view.header.shows_sentences:
        found = [role for name in _SMALL_NAME.findall(text) for role in _roles_of(asked.view, name, _SET_APART)]
    roles = dict.fromkeys(found)
    ids = [option.id.removeprefix("who.").removeprefix("doer.") for option in asked.options]
    places = [ids.index(role) for role in roles if role in ids]
    return tuple(places) if len(places) == 1 else ()


def _is_oneself(asked: OpenAsk, place: int) -> bool:
    return asked.options[place].id.rpartition(".")[2] in (asked.view.manner.speaker, "self")


def _roles_of(view: View, name: str, between: str) -> Iterator[str]:
    """The roles that a name was told with, and this between them: 'Joost, de mentor'; or 'mentor Joost'."""
    told = "\n".join(_told(view))
    for role in roles_in_order(view.base):
        called = f"who.called.{role.id}"
        words = view.base.phrase(called).variants if view.base.says(called) else ()
        any_of = "|".join(re.escape(word) for word in words if not says(view.base, "oneself", word))
        behind = rf"|(?<!\w)(?:{any_of})[\s,(]+{name}(?!\w)" if between == _BETWEEN else ""
        if any_of and re.search(rf"(?<!\w){name}{between}(?:{any_of})(?!\w){behind}", told):
            yield role.id


def _told(view: View) -> Iterator[str]:
    """All that was typed so far."""
    for standing in view.state.answers.values():
        yield standing.quote
        yield standing.value if isinstance(standing.value, str) else ""
    yield from (note.text for note in view.state.notes)
