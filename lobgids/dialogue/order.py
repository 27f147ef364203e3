"""The order in which options are shown: different in each conversation, the same whenever it is resumed."""

from hashlib import sha256

from lobgids.dialogue.draft import Draft
from lobgids.dialogue.protocol import Option
from lobgids.dialogue.view import View
from lobgids.log import ask_ids
from lobgids.log.ask_ids import ABSENT, BETWEEN, SITUATION, UNKNOWN, name_of, subject_of

_LAST = (BETWEEN, ABSENT, UNKNOWN)


def shown_options(view: View, ask: str, draft: Draft) -> tuple[Option, ...]:
    """The options in the order in which they are shown; descriptions always in that of their situation."""
    if not draft.mixed:
        return draft.options
    ordering = ask_ids.situation(subject_of(ask)) if name_of(ask) in (SITUATION, BETWEEN) else ask

    def key(option: Option) -> tuple[bool, bytes]:
        is_last = name_of(option.id) in _LAST
        return is_last, b"" if is_last else sha256(f"{view.header.seed}\0{ordering}\0{option.id}".encode()).digest()

    return tuple(sorted(draft.options, key=key))
