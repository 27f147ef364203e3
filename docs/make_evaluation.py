"""Write docs/evaluation.nl.md and docs/evaluation.en.md: every evaluation question with each action that it fits.

They are there to be read: each question has to be right under the title of every action below it, and right after it.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from lobgids.advice.conclusions import Action
from lobgids.advice.evaluation import fitting, staff_and_students, whom
from lobgids.i18n import Language, catalogue_folder
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.load import CONTENT, load
from lobgids.kb.phrasing import phrase
from lobgids.kb.schema.base import ActionKind
from lobgids.kb.schema.learning import Level, Pattern

DOCS = Path(__file__).parent
HEAD = "<!-- Made by `python docs/make_evaluation.py`: each question with the titles that it stands under. -->"
OWN = {"nl": "Ouders bellen!", "en": "Ring the parents!"}
"""A made-up action of one's own."""


def page(code: str) -> str:
    """Return the page in a language."""
    base = _base(code)
    parts = [HEAD]
    for level in base.levels:
        parts.append(f"# {level.name}\n\n{level.about}")
        for pattern in level.questions:
            parts += _question(base, level, pattern, OWN[code])
    return "\n\n".join(parts) + "\n"


def _question(base: KnowledgeBase, level: Level, pattern: Pattern, own: str) -> Iterator[str]:
    """Yield a question: how it is asked, and then the title of each action that it stands under."""
    asking = next(asking for asking in level.askings if asking.id == pattern.asking)
    moment = phrase(base, "evaluation.now_too", "", moment=asking.moment) if pattern.now else asking.moment
    yield f"## {pattern.text}"
    respondent, collector = whom(base, asking.respondent), base.role(asking.collector).one
    yield f"`{pattern.id}`, {pattern.form}, {pattern.origin}; {respondent}: {asking.how_many}; {moment}"
    yield f"{collector}; {asking.goes_to or level.goes_to}"
    staff, students = staff_and_students(level)
    of_same = students if pattern in students else staff
    is_general = pattern in students and not pattern.themes
    all_actions = () if is_general else actions(base, own)
    titles = [action.title for action in all_actions if pattern in fitting(of_same, action)]
    if is_general:
        titles.append(phrase(base, "evaluation.whole.students", ""))
    elif pattern.origin == "publication":
        titles.append(phrase(base, "evaluation.whole", ""))
    yield "\n".join(f"- {title}" for title in titles)


def actions(base: KnowledgeBase, own: str) -> Iterator[Action]:
    """Yield every action that a plan may have: both names of those on a theme, and one of one's own."""
    yield _action("find_out", phrase(base, "action.find_out", ""), "decaan")
    yield _action("talk", phrase(base, "action.talk", ""), "leadership")
    for of_model in base.actions:
        for entry in of_model.actions:
            for approach in (entry.begin, entry.stronger):
                yield _action("task", approach.title, entry.owner, entry.theme)
    for role in base.roles:
        for part in role.parts:
            yield from (_action("learn", form.title, role.id) for form in part.forms)
    yield _action("own", own, "decaan")


def _action(kind: ActionKind, title: str, role: str, theme: str = "") -> Action:
    return Action(
        id="", kind=kind, title=title, how="", success="", role=role, owner=role, theme=theme,
        origin="guide",
    )  # fmt: skip


@cache
def _base(code: str) -> KnowledgeBase:
    return load(CONTENT, Language(code, [catalogue_folder()]), Path(mkdtemp()))


if __name__ == "__main__":
    for code in OWN:
        (DOCS / f"evaluation.{code}.md").write_text(page(code), encoding="utf-8")
