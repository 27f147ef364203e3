"""The form for fields: a row for each, filled in from the line; the options of the highlighted one stand below them."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import OptionList, Static

from lobgids.dialogue.conversation import Conversation
from lobgids.dialogue.kinds import KINDS
from lobgids.dialogue.leaving import Leaving
from lobgids.dialogue.protocol import Ask, Problem
from lobgids.text import clean
from lobgids.tui.app_commands import SLASH
from lobgids.tui.chat.rows import RowForm, letters
from lobgids.tui.glyphs import Glyphs
from lobgids.tui.kinds import DRAWN
from lobgids.tui.widgets.marked_text import ByWidth, Line, MarkedText


class OneLine(ByWidth):
    """A line that is cut off where it does not fit; its mark takes so many cells, and at most half of it."""

    def __init__(self, line: Line, beside: int) -> None:
        self._line, self._beside = line, beside

    def __str__(self) -> str:
        return str(MarkedText([self._line]))

    def at(self, width: int) -> MarkedText:
        """Return the line for so many cells."""
        beside = min(self._beside, width // 2)
        mark = self._line.mark.truncate(beside - 1, ellipsis=True, pad=True) + " "
        return MarkedText([Line(mark, self._line.text.truncate(max(1, width - beside), ellipsis=True))])


class Fields(RowForm):
    """Up and down highlight a field, what is typed goes into it with Enter; an Enter without anything sends them all.

    The engine reads what is typed and words what is filled in. `begun` is the value to begin with.
    """

    keys = frozenset({"up", "down", "delete"})

    def __init__(self, ask: Ask, begun: Any, conversation: Conversation, glyphs: Glyphs) -> None:
        self._ask, self._conversation, self._glyphs = ask, conversation, glyphs
        known = begun if isinstance(begun, dict) else {}
        self._filled = {field.id: known[field.id] for field in ask.fields if known.get(field.id) is not None}
        self._typed = self._refused = self._left = ""
        self._width = max(Content(clean(field.text)).cell_length for field in ask.fields) + len(" ✓   ")
        super().__init__(len(ask.fields), conversation.view.language)
        self._trouble, self._letters = Static(classes="trouble", markup=False), Static(classes="letters", markup=False)
        self._point(next((row for row, field in enumerate(ask.fields) if field.id not in self._filled), self._last))

    def compose(self) -> ComposeResult:
        yield self._rows
        with Vertical(classes="below"):
            yield self._trouble
            yield self._letters

    @property
    def value(self) -> dict[str, Any]:
        """What was filled in, by the ids of the fields."""
        return dict(self._filled)

    @property
    def how(self) -> str:
        """What can be typed at the highlighted field; right after an Enter how many are open."""
        return self._left or self._language.gettext(DRAWN[self._field.kind].how_in_field)

    @property
    def pointed(self) -> str:
        """The id of the highlighted field."""
        return self._field.id

    def give_back(self) -> str:
        """Return nothing: keys choose nothing here."""
        return ""

    def mark(self, typed: str) -> None:
        """Show at the highlighted field what the line says there, and no longer what was wrong."""
        self._typed = typed
        if typed != self._refused:
            self._complain("")
        self._draw(self._row)

    def take(self, key: str) -> bool:
        """Highlight another field, or empty the highlighted one."""
        self._left = ""
        if key == "delete":
            self._fill(None)
        else:
            self._point_beside(key)
        return True

    def leave(self) -> None:
        """Say no longer what was wrong; a field stays highlighted, as all that is typed is for one."""
        self._complain("")

    def put(self, typed: str) -> bool:
        """Take the line into the highlighted field; one of several lines is still being written."""
        return "\n" not in typed and self._take(typed)

    def send(self, typed: str) -> bool:
        """Take the line into the highlighted field and go to the next; if it is empty, send them all."""
        if typed.startswith(SLASH):
            return False
        if leaving := self._conversation.leaving(typed):
            return self._leave_rest(typed, leaving)
        if not typed.strip():
            self._send()
        elif self._take(typed):
            self._point(min(self._row + 1, self._last))
        else:
            self.post_message(self.GivenBack(typed))
        return True

    def _leave_rest(self, typed: str, leaving: Leaving) -> bool:
        """Send what is filled in, and leave the rest of the plan open; if nothing is, the line is for the chat."""
        if leaving.rest and not self._take(leaving.rest):
            self.post_message(self.GivenBack(typed))
        elif self._filled:
            self.post_message(self.Sent(self._value, typed))
        else:
            return False
        return True

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what can be answered at the field that is highlighted now, by keys or the mouse."""
        event.stop()
        self._complain("")
        self._show_letters()
        for row in range(len(self._ask.fields)):
            self._draw(row)
        self.post_message(self.Hinted(self.how))

    def on_click(self, event: Click) -> None:
        """Choose the option that was clicked: one and on to the next field, or one more or less of several."""
        index, field = event.style.meta.get("letter"), self._field
        if index is None:
            return
        kind = KINDS[field.kind]
        if not kind.takes_several:
            self._fill(kind.value_at(field.options, (index,)))
            self._point(min(self._row + 1, self._last))
            return
        chosen = set(kind.places(field.options, self._filled.get(field.id))) ^ {index}
        self._fill(kind.value_at(field.options, sorted(chosen)) or None)

    @property
    def _value(self) -> dict[str, Any]:
        return {field.id: self._filled.get(field.id) for field in self._ask.fields}

    @property
    def _row(self) -> int:
        return self._rows.highlighted or 0

    @property
    def _field(self) -> Ask:
        return self._ask.fields[self._row]

    def _take(self, typed: str) -> bool:
        """Fill in what the line says, or say what it should; return whether it says anything."""
        said = self._conversation.field_said(self._field, typed)
        if isinstance(said, Problem):
            self._complain(said.text)
            self._refused = typed
            return False
        self._fill(said)
        return True

    def _fill(self, value: Any) -> None:
        """Fill in the highlighted field, or empty it."""
        self._filled.pop(self._field.id, None)
        if value is not None:
            self._filled[self._field.id] = value
        self._typed, self._left, self._may_leave_open = "", "", False
        self._complain("")
        self._draw(self._row)
        self.post_message(self.Hinted(self.how))

    def _send(self) -> None:
        """Send all fields; what is needed may only stay open once that was said."""
        needed = [
            row for row, field in enumerate(self._ask.fields) if not field.optional and field.id not in self._filled
        ]
        if needed and not self._may_leave_open:
            self._may_leave_open, self._left = True, self._left_open(len(needed))
            self._point(needed[0])
            self.post_message(self.Hinted(self.how))
        else:
            self.post_message(self.Sent(self._value))

    def _complain(self, why: str) -> None:
        """Say below the rows what is wrong; nothing if it is empty."""
        self._refused = ""
        self._trouble.update(Content(clean(why)))
        self._trouble.display = bool(why)

    def _show_letters(self) -> None:
        self._letters.update(letters(self._field.options) if self._field.options else Content(""))

    def _prompt(self, row: int) -> OneLine:
        """Return a field behind the sign of its state, with what is filled in or what the line says."""
        field, value, is_typed = self._ask.fields[row], None, False
        if row == self._typing:
            said = self._conversation.field_said(field, self._typed)
            is_typed = not isinstance(said, Problem)
            value = said if is_typed else None
        value = value if is_typed else self._filled.get(field.id)
        sign = self._glyphs.open if value is None else self._glyphs.answered
        words = clean(self._conversation.field_in_words(field, value)).replace("\n", " ")
        return OneLine(Line(Content.styled(f" {sign} {clean(field.text)}", "bold"), Content(words)), self._width)

    @property
    def _typing(self) -> int | None:
        """The row that the line is for, if there is anything in it."""
        return self._row if self._typed.strip() and not self._typed.startswith(SLASH) else None
