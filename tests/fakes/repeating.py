"""Which sentences a conversation says again and again: what is said and asked, without lists and own words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from lobgids.log.ask_ids import round_of
from tests.conftest import Talk

MOST = 3
"""How often a sentence may come in one conversation."""

OWN = "‘“"
"""How a line begins that reads back what the group itself wrote."""

_END = re.compile(r"(?<=[.?!:])\s+")


def repeated(one: Talk, track: str, talk: Callable[..., Talk]) -> list[str]:
    """The sentences that came more often than that."""
    again = talk(track=track, language=one.conversation.header.language)
    told = Counter(sentence for text in _texts(one, again) for sentence in _sentences(text))
    return [sentence for sentence, count in told.items() if count > MOST]


def _texts(one: Talk, again: Talk) -> Iterator[str]:
    yield from (said.text for said in again.conversation.begin().says)
    for event in one.events:
        ask = again.conversation.ask
        if ask and not (ask.kind == "votes" and round_of(ask.id) > 1):  # a second vote is on the same question
            yield ask.text
        yield from (said.text for said in again.conversation.tell([event]).says)


def _sentences(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        if not line.startswith(("- ", *OWN)):
            yield from _END.split(line)
