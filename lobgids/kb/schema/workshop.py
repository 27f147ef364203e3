"""The notes for a facilitator."""

from typing import Annotated

from msgspec import Meta

from lobgids.kb.schema.base import ComponentNumber, Entry, Text


class Facilitation(Entry, frozen=True, kw_only=True):
    """What the facilitator of a workshop may ask about a component, and listen for; seen by nobody else.

    The entries stand in the order in which a workshop takes the components: first what everyone has seen.
    """

    component: ComponentNumber
    ask: Annotated[tuple[Text, ...], Meta(min_length=2)]
    listen: Annotated[tuple[Text, ...], Meta(min_length=2)]
