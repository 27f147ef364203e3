"""What the app does for commands on both screens of a conversation: most open a sheet."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.command import SimpleCommand

from lobgids.dialogue.asking import texts_of
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Move
from lobgids.i18n import language_after
from lobgids.kb.topics import Topic, topics
from lobgids.storage.preferences import Preferences

if TYPE_CHECKING:
    from lobgids.tui.conversation_screen import ConversationScreen

Handler = Callable[["ConversationScreen"], Awaitable[None]]


async def palette(screen: "ConversationScreen") -> None:
    """List all commands, to search in."""
    from lobgids.tui.sheets.palette import Palette

    _ = screen.language.gettext

    def doing(name: str) -> Callable[[], Awaitable[None]]:
        return lambda: screen.action_do(name)

    items = [
        SimpleCommand(f"{_in_one(_(command.short), _(command.full))} ({command.shown})", doing(command.name))
        for command in screen.commands()
        if command.name != "palette"
    ]
    screen.app.push_screen(Palette(screen, items, _("Wat wil je doen?")))


def _in_one(short: str, full: str) -> str:
    """Return the short and the full name of a command, without saying a word twice."""
    return full if short.casefold() in full.casefold() else f"{short}: {full}"


async def leave(screen: "ConversationScreen") -> None:
    """Leave, with what stands in the line kept as a note; the next start goes on at the same question.

    If it cannot be kept, say so and stay; if the document is gone, ask where all of it may be kept. Leaving once more
    leaves without it.
    """
    await screen.keep_begun()
    text = screen.unsent
    if screen.session.conversation.ask and text and text != screen.given_up:
        screen.given_up = text
        if not await screen.give(Move(move="note", text=text)):
            return
    last = screen.session.pause() if screen.session.conversation.ask else Turn((), None)
    if screen.session.is_gone and not screen.asks_where:
        screen.ask_where(last)
        return
    screen.post_message(screen.Over())


async def language(screen: "ConversationScreen") -> None:
    """Go on in the other language."""
    await screen.give(Move(move="language", to=language_after(screen.language.code, screen.context.languages)))


async def jump(screen: "ConversationScreen") -> None:
    """Choose where to go, or which answer to change."""
    from lobgids.tui.sheets.jump import JumpScreen

    async def go(move: Move | None) -> None:
        if move:
            await screen.give(move)

    screen.app.push_screen(JumpScreen(screen.session.conversation.overview(), screen.language, screen.glyphs), go)


async def words(screen: "ConversationScreen") -> None:
    """List the words of the glossary, those of the open question first."""
    from lobgids.tui.sheets.words import WordsScreen

    ask, base = screen.session.conversation.ask, screen.session.conversation.view.base
    here = "\n".join(texts_of(ask).values())
    screen.app.push_screen(WordsScreen(base.glossary, here, screen.language, more=_topics(screen)))


def _topics(screen: "ConversationScreen") -> list[Topic]:
    """Return what can be looked up beside words; what names the stages waits until it can colour no answer."""
    conversation, track = screen.session.conversation, screen.track
    if track.topics_name_stages and not conversation.overview().names_stages:
        return []
    return [topic for topic in topics(conversation.view.base) if topic.kind in track.topics]


async def explain_term(screen: "ConversationScreen", term: str) -> None:
    """Explain a word."""
    from lobgids.tui.sheets.words import WordsScreen

    screen.app.push_screen(WordsScreen(screen.session.conversation.view.base.glossary, "", screen.language, term=term))


async def keep(screen: "ConversationScreen") -> None:
    """Copy all that was said, or save it in a file."""
    from lobgids.tui.sheets.keep import KeepScreen

    story = screen.story()
    entries = [entry for _, entry in story.entries(0, len(story))]
    screen.app.push_screen(KeepScreen(entries, screen.session.path, screen.language))


async def report(screen: "ConversationScreen", *, opens: bool = False, then: Callable[[], object] = bool) -> None:
    """Make a report of a copy of the conversation, as the app may go on meanwhile; `then` is called when it closes."""
    from lobgids.log.events import Contents
    from lobgids.report.files import held_on
    from lobgids.session.review import reviewed
    from lobgids.tui.sheets.report import ReportScreen

    contents = Contents(screen.session.conversation.header, list(screen.session.events))
    conversation = reviewed(contents, screen.context.content_in, screen.language.code)
    day = held_on(contents.header, contents.events)

    def closed(_result: None) -> None:
        then()

    screen.app.push_screen(ReportScreen(conversation, screen.session.path, day, screen.glyphs, opens=opens), closed)


async def settings(screen: "ConversationScreen") -> None:
    """Change language, colours and more."""
    from lobgids.tui.sheets.settings import SettingsScreen

    async def settle(preferences: Preferences | None) -> None:
        if preferences is not None:
            screen.post_message(screen.Settled(preferences))

    screen.app.push_screen(
        SettingsScreen(screen.context.preferences, screen.context.languages, screen.language), settle
    )


async def turn(screen: "ConversationScreen") -> None:
    """Turn to the other screen of a conversation with a group."""
    if screen.track.has_projector:
        screen.post_message(screen.Turned())


HANDLERS: dict[str, Handler] = {
    "palette": palette, "leave": leave, "language": language, "jump": jump, "words": words, "keep": keep,
    "report": report, "settings": settings, "turn": turn,
}  # fmt: skip
"""The handlers by the name of their command."""
