"""The Textual app: which screen is shown, in which colours, and error handling."""

import gc
import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual._context import active_message_pump
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from lobgids.i18n import Language
from lobgids.session.defects import details, report_defect
from lobgids.session.error_messages import setting_refused
from lobgids.session.file_session import FileSession
from lobgids.storage.preferences import Preferences, write
from lobgids.tui.chat.screen import ChatScreen
from lobgids.tui.context import AppContext
from lobgids.tui.conversation_screen import ConversationScreen
from lobgids.tui.signals import Ending
from lobgids.tui.theme import THEMES, theme_name
from lobgids.tui.tracks import display_of

if TYPE_CHECKING:
    from lobgids.tui.start.screen import StartScreen


START_STYLE = "start/start.tcss"


class LobgidsApp(App[FileSession]):
    """lobgids in a terminal. It returns the session that was left, whose document is still open for writing."""

    ENABLE_COMMAND_PALETTE = False  # ours opens on the same key, in the user's language
    # The chat's style is read here, too: with the screen it would have all styles parsed a second time at the start.
    CSS_PATH = ["app.tcss", "chat/chat.tcss"]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False, priority=True),  # also where a sheet lies over the conversation
    ]

    def __init__(self, context: AppContext, session: FileSession | None = None, ending: Ending | None = None) -> None:
        # If no colour is wanted, Textual would still draw greys; so it sends no colours at all. An empty value does not
        # count (no-color.org), which Textual does not know.
        if not os.environ.get("NO_COLOR", "unset"):
            del os.environ["NO_COLOR"]
        first = START_STYLE if session is None else display_of(session.conversation.header.track).style
        super().__init__(
            css_path=[*self.CSS_PATH, first] if first else None,  # Textual does not read the style of a first screen
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self.context = context
        self.session = session
        self.defect = ""
        self._ending = ending
        for theme in THEMES:
            self.register_theme(theme)
        self._apply_looks(context.preferences)

    def get_default_screen(self) -> Screen[None]:
        """Return the conversation, or else the start screen, so that no empty screen is drawn before it."""
        if self.session:
            return self._screen_of(self.session)
        from lobgids.tui.start.screen import StartScreen

        return StartScreen(self.context)

    def on_mount(self) -> None:
        """Collect garbage after the first picture, and show what is wrong with the settings."""
        self.call_after_refresh(_begin_collecting_garbage)
        if self._ending:
            self._ending.listen(self.end)
        for trouble in self.context.troubles:
            sentence = setting_refused(trouble, self.context.language, self.context.preferences_path)
            self.notify(sentence, severity="warning", markup=False)

    def action_copy(self) -> None:
        """Copy what is selected; without a selection say how to stop, as this key does elsewhere."""
        _ = self._language.gettext
        if selected := self.screen.get_selected_text():
            self.copy_to_clipboard(selected)
            self.notify(_("Gekopieerd."), markup=False)
        else:
            self.notify(_("Stoppen gaat met Ctrl+Q. Alles wat je geantwoord hebt, is bewaard."), markup=False)

    @property
    def _language(self) -> Language:
        return self.session.conversation.view.language if self.session else self.context.language

    async def action_quit(self) -> None:
        """Leave from any screen; a conversation below it is left as with its own key."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, ConversationScreen):
                await screen.action_do("leave")
                return
        self.exit()

    async def end(self) -> None:
        """Leave because of a signal, even if what was half typed cannot be kept."""
        try:
            await self.action_quit()
        finally:
            self.exit(self.session)

    def _screen_of(self, session: FileSession) -> ConversationScreen:
        """Return the screen that a conversation begins on, in its colours."""
        screen = display_of(session.conversation.header.track).screen(session, self.context)
        self._colour(screen)
        return screen

    def _colour(self, screen: ConversationScreen) -> None:
        self.theme = screen.theme_for(self.context.preferences.theme)

    async def on_conversation_screen_turned(self) -> None:
        """Show the other screen, at the same question: a chat over the one for the projector, or back."""
        below, *above = (screen for screen in self.screen_stack if isinstance(screen, ConversationScreen))
        if above:
            self.pop_screen()
            self._colour(below)
            await below.settle(self.context)
        else:
            chat = ChatScreen(below.session, self.context)
            self._colour(chat)
            self.push_screen(chat)

    def on_start_screen_opened(self, event: "StartScreen.Opened") -> None:
        """Show a conversation over the start screen: Textual can't replace its first screen."""
        self.session = event.session
        self.push_screen(self._screen_of(event.session))

    def on_start_screen_settings(self) -> None:
        from lobgids.tui.sheets.settings import SettingsScreen

        async def settle(preferences: Preferences | None) -> None:
            if preferences is not None:
                await self._settle(preferences)

        self.push_screen(
            SettingsScreen(self.context.preferences, self.context.languages, self.context.language), settle
        )

    def on_start_screen_closed(self) -> None:
        self.exit()

    def on_conversation_screen_over(self) -> None:
        self.exit(self.session)

    async def on_conversation_screen_settled(self, event: ConversationScreen.Settled) -> None:
        """Keep the settings, and show everything with them."""
        await self._settle(event.preferences)

    async def _settle(self, preferences: Preferences) -> None:
        _ = self.context.language.gettext
        try:
            write(self.context.preferences_path, preferences)
        except OSError:
            sentence = _("De instellingen gelden nu, maar ik kan ze niet bewaren in {path}.")
            self.notify(sentence.format(path=self.context.preferences_path), severity="warning", markup=False)
        language = self.context.speaking(preferences.language) if preferences.language else self.context.language
        self.context = self.context._replace(preferences=preferences, language=language)
        self._apply_looks(preferences)
        from lobgids.tui.start.screen import StartScreen

        if isinstance(self.screen, ConversationScreen):
            self._colour(self.screen)
        for screen in self.screen_stack:
            if isinstance(screen, ConversationScreen | StartScreen):
                await screen.settle(self.context)

    def _apply_looks(self, preferences: Preferences) -> None:
        self.theme = theme_name(preferences.theme)
        self.animation_level = "full" if preferences.motion else "none"
        self.set_class(preferences.glyphs == "ascii", "-ascii")

    def _handle_exception(self, error: Exception) -> None:
        """Close the sheet that has a defect, or else leave; its details are kept, and no traceback covers the screen.

        Textual has no public API for this; it is pinned to one version, and a test checks what happens here.
        """
        if self.is_headless:
            super()._handle_exception(error)
            return
        if sheet := _sheet_of(active_message_pump.get(None)):
            self.call_later(self._close_sheet, sheet, details(error))
            return
        self.defect = details(error)
        self._close_messages_no_wait()

    def _close_sheet(self, sheet: ModalScreen[Any], found: str) -> None:
        """Close a sheet that has a defect, and what lies over it; the conversation below goes on."""
        if sheet not in self.screen_stack:  # closed at its first defect, or by its user
            return
        while self.screen is not sheet:
            self.pop_screen()
        self.pop_screen()
        self.notify(report_defect(found, self._language), severity="error", markup=False)


def _sheet_of(pump: MessagePump | None) -> ModalScreen[Any] | None:
    """Return the sheet in which something happened, or None."""
    screen = pump.screen if isinstance(pump, Widget) else None
    return screen if isinstance(screen, ModalScreen) else None


def _begin_collecting_garbage() -> None:
    """Turn garbage collection on again, but not for what the start left for good."""
    gc.collect()
    gc.freeze()
    gc.enable()
