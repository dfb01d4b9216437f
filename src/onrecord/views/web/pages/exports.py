"""Exports: the records of the ledger, or of one story, in every form of `views.export`; several files come as one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from fastapi import APIRouter, Path, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from onrecord.values.record import Record
from onrecord.views.export.face import files
from onrecord.views.export.form import Form
from onrecord.views.export.forms import FORMS, form_named
from onrecord.views.review.forms import FORMS as REVIEW
from onrecord.views.review.forms import form_named as review_form
from onrecord.views.web.site import Site

EPOCH: Final = (1980, 1, 1, 0, 0, 0)  # the first day of zip: the same bytes on any day
KINDS: Final = {".jsonl": "application/x-ndjson", ".geojson": "application/geo+json", ".jsonld": "application/ld+json", ".csv": "text/csv; charset=utf-8"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ExportForm:
    """A form that records can leave in; `ending`: of its file."""

    name: str
    title: str
    ending: str


@dataclass(frozen=True, slots=True)
class ExportPage:
    forms: tuple[ExportForm, ...]
    review: tuple[ExportForm, ...]
    reports: int


def export_page(site: Site) -> ExportPage:
    review = tuple(ExportForm(form.name, form.title, ".zip") for form in REVIEW)
    return ExportPage(
        tuple(ExportForm(f.name, f.title, f.ending if f.stream else ".zip") for f in FORMS),
        review,
        site.ledger.counts().reports,
    )


def zipped(named: Iterable[tuple[str, bytes]]) -> Iterator[bytes]:
    """Files as one zip: the same bytes for the same files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in named:
            packed.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    yield held.getvalue()


def answered(form: Form, records: Iterable[Record], name: str) -> Response:
    """The records in a form, as a file to keep."""
    form.ready()
    ending = form.ending if form.stream else ".zip"
    told = form.stream(records) if form.stream else zipped(files(form, records))
    kind = KINDS.get(ending, "application/zip" if ending == ".zip" else "application/octet-stream")
    return StreamingResponse(
        told, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}-{form.name}{ending}"'}
    )


Name = Annotated[str, Path(description=", ".join(form.name for form in FORMS))]


def routes(site: Site) -> APIRouter:
    router = APIRouter(tags=["exports"])

    @router.get("/export.json", summary="The forms that records can leave in")
    def twin() -> ExportPage:
        return export_page(site)

    @router.get("/export", include_in_schema=False)
    def page(request: Request) -> HTMLResponse:
        return site.page(request, "export.html", export_page(site))

    @router.get(
        "/export/review/{form}", summary="Every record as tasks for a review tool, as one zip", response_class=Response
    )
    def review(form: Name) -> Response:
        chosen = review_form(form)
        reports = [report.id for story in site.ledger.stories() for report in story.reports]
        told = zipped(chosen.write(site.ledger.reviewed(report) for report in reports))
        headers = {"content-disposition": f'attachment; filename="onrecord-{chosen.name}.zip"'}
        return StreamingResponse(told, media_type="application/zip", headers=headers)

    @router.get("/export/{form}", summary="Every record of the ledger in a form", response_class=Response)
    def whole(form: Name) -> Response:
        return answered(form_named(form), (record for _, record in site.ledger.every_record()), "onrecord")

    @router.get("/stories/{id}/export/{form}", summary="The records of a story in a form", response_class=Response)
    def of_story(id: str, form: Name) -> Response:
        found = site.ledger.story(id)
        return answered(form_named(form), site.ledger.records(found), found.id[:9])

    return router
