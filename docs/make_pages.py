"""Write the facilitator's page as a PDF to print, a side of an A4 in each language, from its Markdown.

These are `docs/groepsgesprek.pdf` and `docs/workshop.pdf`; a test checks that each is a single page.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import typst
from markdown_it import MarkdownIt
from markdown_it.token import Token

DOCS = Path(__file__).parent
PAGES = {"groepsgesprek": "nl", "workshop": "en"}

LOOK = """
#set document(title: "{title}")
#set text(font: "Libertinus Serif", size: 11pt, lang: "{language}")
#set page(paper: "a4", margin: (x: 17mm, y: 13mm), columns: 2)
#set par(leading: 0.52em, spacing: 0.62em)
#set list(spacing: 0.5em, indent: 0pt)
#set enum(spacing: 0.5em)
#set table(stroke: (x, y) => (bottom: 0.4pt + gray), inset: (x: 3pt, y: 2.6pt))
#show heading: it => block(above: 0.9em, below: 0.5em, text(fill: rgb("#1f5f5b"), it.body))
#show heading.where(level: 1): it => place(top, float: true, scope: "parent", block(below: 1em,
  text(size: 19pt, weight: "bold", fill: rgb("#1f5f5b"), it.body)))
"""


def pdf(name: str) -> bytes:
    """Return the page of this name as a PDF."""
    source = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    tokens = MarkdownIt().enable("table").parse(source)
    title = source.partition("\n")[0].removeprefix("# ")
    look = LOOK.replace("{title}", title).replace("{language}", PAGES[name])
    return typst.compile((look + "".join(_set(tokens))).encode(), format="pdf", pdf_standards=["ua-1"])


FIXED = {
    "heading_close": "]\n",
    "paragraph_close": "\n\n",
    "bullet_list_open": "\n#list(",
    "ordered_list_open": "\n#enum(",
    "bullet_list_close": ")\n",
    "ordered_list_close": ")\n",
    "list_item_open": "[",
    "list_item_close": "],",
    "thead_close": "),",
    "table_close": ")\n",
    "th_open": "[",
    "th_close": "],",
    "td_open": "[",
    "td_close": "],",
}
"""What a token of Markdown is in typst, if it is always the same."""


def _set(tokens: Sequence[Token]) -> Iterator[str]:
    """Yield Markdown as typst's markup; text is given as strings, so that nothing in it works as a command."""
    for index, token in enumerate(tokens):
        match token.type:
            case "heading_open":
                yield f"\n#heading(level: {token.tag[1]})["
            case "table_open":
                columns = sum(cell.type == "th_open" for cell in tokens[index : _end(tokens, index)])
                yield f"\n#table(columns: (auto, {', '.join(['1fr'] * (columns - 1))}), table.header("
            case "inline":
                yield "".join(_inline(token.children or []))
            case other:
                yield FIXED.get(other, "")


def _end(tokens: Sequence[Token], start: int) -> int:
    return next(index for index in range(start, len(tokens)) if tokens[index].type == "thead_close")


def _inline(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        text = child.content.replace("\\", "\\\\").replace('"', '\\"')
        match child.type:
            case "text":
                yield f'#"{text}"'
            case "code_inline":
                yield f'#raw("{text}")'
            case "strong_open":
                yield "#strong["
            case "strong_close":
                yield "]"


if __name__ == "__main__":
    for name in PAGES:
        (DOCS / f"{name}.pdf").write_bytes(pdf(name))
