"""What changed since the publication about an action, told with it."""

from collections.abc import Collection, Iterator

from lobgids.advice.conclusions import SourcedText
from lobgids.kb.base import KnowledgeBase
from lobgids.kb.beside import later_about
from lobgids.kb.schema.learning import LearningForm
from lobgids.kb.schema.roles import ThemeAction
from lobgids.school.view import SchoolView


def since_form(view: SchoolView, form: LearningForm) -> tuple[SourcedText, ...]:
    """What changed about a form of learning."""
    return _since(view, (form.id,))


def since_theme(view: SchoolView, entry: ThemeAction) -> tuple[SourcedText, ...]:
    """What changed about an action on a theme, its tasks, and the component that it belongs to."""
    component = view.base.component(view.base.theme(entry.theme).component)
    return _since(view, (entry.id, entry.theme, component.id, *_tasks(view.base, entry)))


def _since(view: SchoolView, about: Collection[str]) -> tuple[SourcedText, ...]:
    return tuple(SourcedText(text=text) for text in later_about(view.base, about, view.school_parts))


def _tasks(base: KnowledgeBase, entry: ThemeAction) -> Iterator[str]:
    """The tasks of its theme in the model that an action is for."""
    models = [of_model.model for of_model in base.actions if entry in of_model.actions]
    for part in (part for role in base.roles for part in role.parts if part.model in models):
        yield from (task.id for task in part.tasks if task.theme == entry.theme)
