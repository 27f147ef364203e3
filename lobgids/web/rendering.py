"""Sets view models in their templates; whatever anybody typed is text there and nothing else."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lobgids.i18n import Language

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, language: Language, root: str, **values: Any) -> str:
    """Return a page. `root` stands before every address, `values` are what its template names."""
    found = _templates().get_template(template)
    return found.render(_=language.gettext, ngettext=language.ngettext, lang=language.code, root=root, **values)


@cache
def _templates() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    templates = Environment(
        loader=PackageLoader("lobgids.web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    templates.filters["path"] = quote
    return templates


@cache
def static(name: str) -> bytes:
    """Return a style or script as it is."""
    return (files(__package__) / "static" / name).read_bytes()
