"""The pages from this computer: a thin shell around the site, that nobody outside this computer reaches."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal
from urllib.parse import parse_qs, quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect
from starlette.requests import Request as Asked
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lobgids.session.defects import details, report_defect
from lobgids.web.exchange import Reply, Request, Upload

if TYPE_CHECKING:
    from lobgids.web.site import Site

LONGEST_BODY = 8 << 20
"""Bytes: a document of a conversation is a thousandth of that."""
MOST_FIELDS = 500
WITHOUT_FILES = "application/x-www-form-urlencoded"

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


def application(site: "Site", hosts: Sequence[str]) -> ASGIApp:
    """Return the application; `hosts` are the names under which it may be asked, with their port."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        asked = Asked(scope, receive)
        response = _refusal(asked, site.root, hosts) or await _response(asked, site)
        await response(scope, receive, send)

    return answer


def _refusal(asked: Asked, root: str, hosts: Sequence[str]) -> Response | None:
    """Return how something is refused that is not for us; None if it is."""
    if not asked.scope["path"].startswith(root):
        return Response(status_code=404)
    if asked.method not in ("GET", "HEAD", "POST"):
        return Response(status_code=405)
    if asked.headers.get("host", "") not in hosts or not _is_ours(asked):
        return Response(status_code=421)
    if int(asked.headers.get("content-length") or 0) > LONGEST_BODY or "transfer-encoding" in asked.headers:
        return Response(status_code=413)
    return None


def _is_ours(asked: Asked) -> bool:
    """Whether a form was sent from one of our own pages."""
    if asked.method == "GET":
        return True
    origin = asked.headers.get("origin")
    return asked.headers.get("sec-fetch-site", "same-origin") in ("same-origin", "none") and (
        origin is None or origin == f"http://{asked.headers['host']}"
    )


async def _response(asked: Asked, site: "Site") -> Response:
    try:
        request = await _read(asked, site.root)
    except (MultiPartException, ValueError, ClientDisconnect):
        return Response(status_code=400)
    if request.method == "POST":  # at once, one after another, so that two tabs do not find each other's lock
        return _sent(_reply(request, site))
    return _sent(await run_in_threadpool(_reply, request, site))  # a report takes its time


async def _read(asked: Asked, root: str) -> Request:
    path: str = asked.scope["path"]
    query = _fields(asked.scope["query_string"])
    method: Literal["GET", "POST"] = "POST" if asked.method == "POST" else "GET"
    form, uploads = await _form(asked) if method == "POST" else ({}, {})
    return Request(method, path.removeprefix(root) or "/", query, form, uploads, "x-part" in asked.headers)


def _fields(encoded: bytes) -> Mapping[str, Sequence[str]]:
    """Return all values of each field. Raises `ValueError` if there are too many, or they are no fields."""
    return parse_qs(encoded.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)


async def _form(asked: Asked) -> tuple[Mapping[str, Sequence[str]], Mapping[str, Upload]]:
    """Return the fields and the files of a form. Raises `MultiPartException` or `ValueError` if it is none of ours."""
    if asked.headers.get("content-type", "").startswith(WITHOUT_FILES):
        return _fields(await asked.body()), {}
    form: dict[str, list[str]] = {}
    uploads: dict[str, Upload] = {}
    async with asked.form(max_fields=MOST_FIELDS, max_files=2) as given:
        for key, value in given.multi_items():
            if isinstance(value, UploadFile):
                uploads[key] = Upload(value.filename or "", await value.read())
            else:
                form.setdefault(key, []).append(value)
    return form, uploads


def _reply(request: Request, site: "Site") -> Reply:
    try:
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
