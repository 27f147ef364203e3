"""The pages from this computer: a thin shell around the site, that nobody outside this computer reaches."""

import threading
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request as Asked
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lobgids.session.defects import details, report_defect
from lobgids.web.exchange import Reply, Request, Upload

if TYPE_CHECKING:
    from lobgids.web.site import Site

LONGEST_BODY = 8 << 20
"""Bytes: a document of a conversation is a thousandth of that."""
MOST_FIELDS = 500

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
OF_REPORT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox allow-modals"
"""For a report: it has its style in it, and nothing in it runs."""

HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def application(site: "Site", hosts: Sequence[str]) -> Starlette:
    """Return the application; `hosts` are the names under which it may be asked, with their port."""
    writing = threading.Lock()

    async def answer(asked: Asked) -> Response:
        if asked.headers.get("host", "") not in hosts or not _is_ours(asked):
            return PlainTextResponse("", 421)
        if int(asked.headers.get("content-length") or 0) > LONGEST_BODY or "transfer-encoding" in asked.headers:
            return PlainTextResponse("", 413)
        request = await _read(asked, site.root)
        return _sent(await run_in_threadpool(_respond, site, request, writing))

    async def nowhere(_asked: Asked) -> Response:
        return PlainTextResponse("", 404)

    return Starlette(
        routes=[Route(f"{site.root}{{path:path}}", answer, methods=["GET", "POST"]), Route("/{path:path}", nowhere)]
    )


def _is_ours(asked: Asked) -> bool:
    """Whether a form was sent from one of our own pages."""
    if asked.method == "GET":
        return True
    origin = asked.headers.get("origin")
    return asked.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none") and (
        origin is None or origin == f"http://{asked.headers['host']}"
    )


async def _read(asked: Asked, root: str) -> Request:
    path: str = asked.scope["path"]
    query: Mapping[str, Sequence[str]] = {key: asked.query_params.getlist(key) for key in asked.query_params}
    form: dict[str, list[str]] = {}
    uploads: dict[str, Upload] = {}
    if asked.method == "POST":
        async with asked.form(max_fields=MOST_FIELDS, max_files=2) as given:
            for key, value in given.multi_items():
                if isinstance(value, UploadFile):
                    uploads[key] = Upload(value.filename or "", await value.read())
                else:
                    form.setdefault(key, []).append(value)
    method: Literal["GET", "POST"] = "POST" if asked.method == "POST" else "GET"
    return Request(method, path.removeprefix(root) or "/", query, form, uploads, "x-part" in asked.headers)


def _respond(site: "Site", request: Request, writing: threading.Lock) -> Reply:
    """Answer in a thread; only one at a time writes, so that two tabs do not find each other's lock."""
    try:
        if request.method == "GET":
            return site.respond(request)
        with writing:
            return site.respond(request)
    except Exception as error:  # the last catch: no user sees a traceback
        sentence = report_defect(details(error), site.language)
        return Reply(500, sentence.encode(), "text/plain; charset=utf-8")


def _sent(reply: Reply) -> Response:
    if reply.location:
        return Response(status_code=reply.status, headers={**HEADERS, "Location": quote(reply.location, safe="/%?=&#")})
    headers = {**HEADERS, "Content-Security-Policy": OF_REPORT if reply.apart else POLICY}
    if reply.filename:
        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(reply.filename)}"
    return Response(reply.body, reply.status, headers, reply.media)
