"""What the chat does of its own, beside the moves of the conversation: each opens a screen or turns something on."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from textual.command import SimpleCommand

from lobgids.dialogue.asking import texts_of
from lobgids.dialogue.conversation import Turn
from lobgids.dialogue.protocol import Move
from lobgids.i18n import language_after
from lobgids.kb.topics import Topic, topics
from lobgids.storage.preferences import Preferences
from lobgids.tui.widgets.panel import Panel
from lobgids.tui.widgets.question_box import QuestionBox
from lobgids.tui.widgets.stream import Stream
from lobgids.tui.widgets.words import Words

if TYPE_CHECKING:
    from lobgids.tui.screens.chat import ChatScreen
    from lobgids.tui.screens.conversing import ConversationScreen
    from lobgids.tui.screens.stage import StageScreen
    from lobgids.tui.widgets.turn import Turn as TurnWidget

Errand = Callable[["ChatScreen"], Awaitable[None]]
StageErrand = Callable[["StageScreen"], Awaitable[None]]


async def help_(chat: "ChatScreen") -> None:
    """Explain the keys of the present question."""
    from lobgids.tui.screens.help import HelpScreen

    chat.app.push_screen(HelpScreen(chat.session.conversation.ask, chat.offered, chat.language))


async def note(chat: "ChatScreen") -> None:
    """Begin a note in the line for own words."""
    words = chat.query_one(Words)
    word = chat.language.gettext("notitie")
    if not words.text.startswith(word):
        words.begin(f"{word} ")
    words.focus()


async def panel(chat: "ChatScreen") -> None:
    """Show or hide the side panel."""
    shown = not chat.query_one(Panel).display
    chat.set_class(shown, "-with-panel")
    chat.set_class(not shown, "-no-panel")
    if shown:
        chat.query_one(Panel).focus()
    else:
        chat.query_one(QuestionBox).focus_answer()
    chat.call_after_refresh(chat.refresh_sides)


async def palette(chat: "ConversationScreen") -> None:
    """List everything that one can do."""
    from lobgids.tui.screens.palette import Palette

    _ = chat.language.gettext

    def doing(name: str) -> Callable[[], Awaitable[None]]:
        return lambda: chat.action_do(name)

    commands = [
        SimpleCommand(f"{_in_one(_(deed.short), _(deed.full))} ({deed.shown})", doing(deed.name))
        for deed in chat.deeds()
        if deed.name != "palette"
    ]
    chat.app.push_screen(Palette(chat, commands, _("Wat wil je doen?")))


def _in_one(short: str, full: str) -> str:
    """The short and the full name of a deed, without saying a word twice."""
    return full if short.casefold() in full.casefold() else f"{short}: {full}"


async def leave(chat: "ConversationScreen") -> None:
    """Stop: what stands in the line is kept as a note, and the next start goes on at the same question.

    Where it cannot be kept, that is told first, and where the document is gone it is asked where all of it may be kept;
    who leaves once more, leaves without it.
    """
    text = chat.unsent
    if chat.session.conversation.ask and text and text != chat.given_up:
        chat.given_up = text
        if not await chat.give(Move(move="note", text=text)):
            return
    told = chat.session.pause() if chat.session.conversation.ask else Turn((), None)
    if chat.session.is_gone and not chat.asks_where:
        chat.ask_where(told)
        return
    chat.post_message(chat.Over())


async def language(chat: "ConversationScreen") -> None:
    """On in the other language."""
    await chat.give(Move(move="language", to=language_after(chat.language.code, chat.context.languages)))


async def jump(chat: "ConversationScreen") -> None:
    """Choose a component to go to, or an answer to change."""
    from lobgids.tui.screens.jump import JumpScreen

    async def go(move: Move | None) -> None:
        if move:
            await chat.give(move)

    chat.app.push_screen(JumpScreen(chat.session.conversation.overview(), chat.language, chat.glyphs), go)


async def direction(chat: "ChatScreen") -> None:
    """Show which way the answers point, after a warning where the picture was not shown yet."""
    from lobgids.tui.screens.ask import AskScreen

    _ = chat.language.gettext

    def show(answer: int | None) -> None:
        if answer == 0:
            _show_direction(chat)

    if not chat.track.has_direction:
        return
    if chat.shows_direction:
        chat.shows_direction = False
        chat.refresh_sides()
    elif chat.session.conversation.overview().shows_direction:
        _show_direction(chat)
    else:
        warning = _("Als je nu al ziet welke kant je antwoorden op wijzen, kan dat je volgende antwoorden kleuren.")
        chat.app.push_screen(AskScreen(warning, (_("Toch laten zien"), _("Liever later")), chat.language), show)


def _show_direction(chat: "ChatScreen") -> None:
    chat.shows_direction = True
    chat.add_class("-with-panel")
    chat.remove_class("-no-panel")
    chat.call_after_refresh(chat.refresh_sides)


async def words(chat: "ConversationScreen") -> None:
    """List the words of the glossary, those of the present question first."""
    from lobgids.tui.screens.words import WordsScreen

    ask, base = chat.session.conversation.ask, chat.session.conversation.view.base
    here = "\n".join(texts_of(ask).values())
    chat.app.push_screen(WordsScreen(base.glossary, here, chat.language, more=_more(chat)))


def _more(chat: "ConversationScreen") -> list[Topic]:
    """What can be looked up beside words; what names the stages only where that colours no answer."""
    conversation, track = chat.session.conversation, chat.track
    if track.name_stages and not conversation.overview().shows_direction:
        return []
    return [topic for topic in topics(conversation.view.base) if topic.kind in track.topics]


async def explain_term(chat: "ConversationScreen", term: str) -> None:
    """Explain one word."""
    from lobgids.tui.screens.words import WordsScreen

    chat.app.push_screen(WordsScreen(chat.session.conversation.view.base.glossary, "", chat.language, term=term))


async def search(chat: "ChatScreen") -> None:
    """Search in all that was said."""
    from lobgids.tui.screens.search import SearchScreen

    async def show(batch: int | None) -> None:
        if batch is not None:
            await chat.query_one(Stream).show_batch(batch)

    story = chat.story()
    chat.app.push_screen(SearchScreen(list(story.told(0, len(story))), chat.language), show)


async def keep(chat: "ConversationScreen") -> None:
    """Copy all that was said, or save it in a file."""
    from lobgids.tui.screens.keep import KeepScreen

    story = chat.story()
    entries = [entry for _, entry in story.told(0, len(story))]
    chat.app.push_screen(KeepScreen(entries, chat.session.path, chat.language))


async def report(chat: "ConversationScreen", *, opens: bool = False) -> None:
    """Make a report, of a copy of the conversation: it is read beside the app, which goes on with its own."""
    from lobgids.dialogue.events import Contents
    from lobgids.report.files import held_on
    from lobgids.review import reviewed
    from lobgids.tui.screens.report import ReportScreen

    contents = Contents(chat.session.conversation.header, list(chat.session.events))
    conversation = reviewed(contents, chat.context.tongues, chat.language.code)
    day = held_on(contents.header, contents.events)
    chat.app.push_screen(ReportScreen(conversation, chat.session.path, day, chat.glyphs, opens=opens))


async def settings(chat: "ConversationScreen") -> None:
    """Change language, colours and more."""
    from lobgids.tui.screens.settings import SettingsScreen

    async def settle(preferences: Preferences | None) -> None:
        if preferences is not None:
            chat.post_message(chat.Settled(preferences))

    chat.app.push_screen(SettingsScreen(chat.context.preferences, chat.context.languages, chat.language), settle)


async def turn(chat: "ConversationScreen") -> None:
    """To the other screen of a conversation with a group."""
    if chat.track.has_projector:
        chat.post_message(chat.Turned())


async def guidance(stage: "StageScreen") -> None:
    """The facilitator's notes, that the group would see, too: so that is asked first, once at each question."""
    from lobgids.tui.screens.ask import AskScreen
    from lobgids.tui.screens.guidance import GuidanceScreen

    _, told, ask = stage.language.gettext, stage.session.conversation.guidance(), stage.ask
    if told is None or ask is None:
        return

    def show(answer: int | None = 1) -> None:
        if answer == 1:
            stage.shows_notes_at = ask.id
            stage.app.push_screen(GuidanceScreen(told.for_group(), stage.language))

    if stage.shows_notes_at == ask.id:
        show()
    else:
        answers = (_("Nee, liever niet"), _("Ja, laat de notities zien"))
        stage.app.push_screen(AskScreen(_("De groep ziet dit ook. Toch?"), answers, stage.language), show)


async def blank(stage: "StageScreen") -> None:
    """A black screen, until any key."""
    from lobgids.tui.screens.blank import BlankScreen

    stage.app.push_screen(BlankScreen())


async def park(stage: "StageScreen") -> None:
    """Put something in the parking lot, which is for later."""
    from lobgids.tui.screens.path import PathScreen

    _ = stage.language.gettext

    async def note(text: str | None) -> None:
        if text:
            await stage.give(Move(move="note", text=text))

    question = _("Wat zetten jullie op de parkeerplek? Noem het onderwerp, geen namen.")
    stage.app.push_screen(PathScreen(question, "", _("Parkeren"), stage.language), note)


async def stage_help(stage: "StageScreen") -> None:
    """The keys of the projector's screen."""
    from lobgids.tui.screens.stage_help import StageHelpScreen

    stage.app.push_screen(StageHelpScreen(stage.language))


async def open_turn(chat: "ChatScreen", turn: "TurnWidget") -> None:
    """Show what can be done with a turn, and do it."""
    from lobgids.tui.screens.turn import TurnScreen

    ask, conversation = turn.entry.ask, chat.session.conversation
    later = conversation.answers_after(ask) if turn.entry.who == "person" else None

    async def do(chosen: str | None) -> None:
        match chosen:
            case "copy":
                chat.app.copy_to_clipboard(turn.entry.text)
            case "edit":
                await chat.give(Move(move="edit", to=ask))
            case "back":
                for _ in range((later or 0) + 1):
                    await chat.give(Move(move="back"))

    chat.app.push_screen(TurnScreen(turn.entry, chat.language, can_edit=later is not None, later=later or 0), do)


ERRANDS: dict[str, Errand] = {
    "help": help_, "note": note, "panel": panel, "palette": palette, "leave": leave, "language": language,
    "jump": jump, "direction": direction, "words": words, "search": search, "keep": keep, "report": report,
    "settings": settings, "turn": turn,
}  # fmt: skip

STAGE_ERRANDS: dict[str, StageErrand] = {
    "help": stage_help, "palette": palette, "leave": leave, "language": language, "jump": jump, "words": words,
    "keep": keep, "report": report, "settings": settings, "guidance": guidance, "blank": blank, "park": park,
    "turn": turn,
}  # fmt: skip
