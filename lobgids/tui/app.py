"""The app: which screen is shown, in which looks, and what becomes of a defect."""

import gc
import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual._context import active_message_pump
from textual.app import App
from textual.binding import Binding, BindingType
from textual.message_pump import MessagePump
from textual.screen import ModalScreen, Screen
from textual.widget import Widget

from lobgids.defects import details
from lobgids.defects import told as defect_told
from lobgids.file_session import FileSession
from lobgids.i18n import Language
from lobgids.refusals import setting_refused
from lobgids.storage.preferences import Preferences, write
from lobgids.tui.context import AppContext
from lobgids.tui.screens.chat import ChatScreen
from lobgids.tui.screens.conversing import ConversationScreen
from lobgids.tui.signals import Ending
from lobgids.tui.theme import THEMES, theme_name
from lobgids.tui.tracks import display_of

if TYPE_CHECKING:
    from lobgids.tui.screens.start import StartScreen


START_STYLE = "screens/start.tcss"


class LobgidsApp(App[FileSession]):
    """lobgids in a terminal. It returns the conversation that was left; it is still open for writing."""

    ENABLE_COMMAND_PALETTE = False  # ours opens on the same key, in the user's language
    # The chat's style is read here, too: with the screen it would have all styles parsed a second time at the start.
    CSS_PATH = ["app.tcss", "screens/chat.tcss"]  # noqa: RUF012  # Textual does not declare it for the class
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "copy", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False, priority=True),  # also where a sheet lies over the conversation
    ]

    def __init__(self, context: AppContext, session: FileSession | None = None, ending: Ending | None = None) -> None:
        # Where no colour is wanted, Textual would still draw greys; so it sends no colours at all. An empty value is
        # no wish (no-color.org), which Textual does not know.
        if not os.environ.get("NO_COLOR", "unset"):
            del os.environ["NO_COLOR"]
        first = START_STYLE if session is None else display_of(session.conversation.header.track).style
        super().__init__(
            css_path=[*self.CSS_PATH, first] if first else None,  # of a first screen Textual reads no style
            ansi_color=True if "NO_COLOR" in os.environ else None,
        )
        self.context = context
        self.session = session
        self.defect = ""
        self._ending = ending
        for theme in THEMES:
            self.register_theme(theme)
        self._look(context.preferences)

    def get_default_screen(self) -> Screen[None]:
        """The conversation, or the start screen where none was named: no empty screen is drawn before it."""
        if self.session:
            return self._screen_of(self.session)
        from lobgids.tui.screens.start import StartScreen

        return StartScreen(self.context)

    def on_mount(self) -> None:
        """Say what is wrong with the settings; from now on there is time for more than the first picture."""
        self.call_after_refresh(_collect_garbage)
        if self._ending:
            self._ending.listen(self.end)
        for trouble in self.context.troubles:
            sentence = setting_refused(trouble, self.context.language, self.context.preferences_path)
            self.notify(sentence, severity="warning", markup=False)

    def action_copy(self) -> None:
        """Copy what is selected; without a selection say how one stops, as this key does elsewhere."""
        _ = self._spoken.gettext
        if selected := self.screen.get_selected_text():
            self.copy_to_clipboard(selected)
            self.notify(_("Gekopieerd."), markup=False)
        else:
            self.notify(_("Stoppen gaat met Ctrl+Q. Alles wat je geantwoord hebt, is bewaard."), markup=False)

    @property
    def _spoken(self) -> Language:
        return self.session.conversation.view.language if self.session else self.context.language

    async def action_quit(self) -> None:
        """Leave from whatever is on top: a conversation below it is left as its own key does."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, ConversationScreen):
                await screen.action_do("leave")
                return
        self.exit()

    async def end(self) -> None:
        """Leave because somebody outside says so: also where what was half typed cannot be kept."""
        try:
            await self.action_quit()
        finally:
            self.exit(self.session)

    def _screen_of(self, session: FileSession) -> ConversationScreen:
        """The screen that a conversation begins on, with its colours."""
        screen = display_of(session.conversation.header.track).screen(session, self.context)
        self._colour(screen)
        return screen

    def _colour(self, screen: ConversationScreen) -> None:
        self.theme = screen.theme_for(self.context.preferences.theme)

    async def on_conversation_screen_turned(self) -> None:
        """To the other screen, on the same question: a chat over the one for the projector, and back."""
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
        """A conversation was begun or gone on with. It lies over the start screen: Textual can't replace its first."""
        self.session = event.session
        self.push_screen(self._screen_of(event.session))

    def on_start_screen_settings(self) -> None:
        """Change the settings before any conversation."""
        from lobgids.tui.screens.settings import SettingsScreen

        async def settle(preferences: Preferences | None) -> None:
            if preferences is not None:
                await self._settle(preferences)

        self.push_screen(
            SettingsScreen(self.context.preferences, self.context.languages, self.context.language), settle
        )

    def on_start_screen_closed(self) -> None:
        """One leaves without a conversation."""
        self.exit()

    def on_conversation_screen_over(self) -> None:
        """The conversation was left."""
        self.exit(self.session)

    async def on_conversation_screen_settled(self, event: ConversationScreen.Settled) -> None:
        """Keep the settings and show everything in them."""
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
        self._look(preferences)
        from lobgids.tui.screens.start import StartScreen

        if isinstance(self.screen, ConversationScreen):
            self._colour(self.screen)
        for screen in self.screen_stack:
            if isinstance(screen, ConversationScreen | StartScreen):
                await screen.settle(self.context)

    def _look(self, preferences: Preferences) -> None:
        self.theme = theme_name(preferences.theme)
        self.animation_level = "full" if preferences.motion else "none"
        self.set_class(preferences.glyphs == "ascii", "-ascii")

    def _handle_exception(self, error: Exception) -> None:
        """Close the sheet that has a defect, else leave, with its details instead of a traceback over the screen.

        Textual has no public door for this; it is pinned to one version, and a test holds what happens here.
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
        """Close a sheet that has a defect, with what lies over it; the conversation below goes on."""
        if sheet not in self.screen_stack:  # closed at its first defect, or by its user
            return
        while self.screen is not sheet:
            self.pop_screen()
        self.pop_screen()
        self.notify(defect_told(found, self._spoken), severity="error", markup=False)


def _sheet_of(pump: MessagePump | None) -> ModalScreen[Any] | None:
    """The sheet in which something happened, where it was in one."""
    screen = pump.screen if isinstance(pump, Widget) else None
    return screen if isinstance(screen, ModalScreen) else None


def _collect_garbage() -> None:
    """From the first picture on look for garbage again, but not in what the start left for good."""
    gc.collect()
    gc.freeze()
    gc.enable()
