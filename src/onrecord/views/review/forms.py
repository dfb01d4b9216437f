"""The table of review forms. To add one: a file beside this, a line here, its section in docs/correcting.md."""

from __future__ import annotations

from typing import Final

from onrecord.errors import SettingsError
from onrecord.views.review import brat, doccano, labelstudio, prodigy
from onrecord.views.review.form import ReviewForm

FORMS: Final = (
    ReviewForm(
        "labelstudio", "Label Studio, JSON tasks with predictions", labelstudio.write, labelstudio.read, "tasks.json"
    ),
    ReviewForm("prodigy", "Prodigy, JSON lines for spans.manual", prodigy.write, prodigy.read, "tasks.jsonl"),
    ReviewForm("doccano", "doccano, JSONL with relations", doccano.write, doccano.read, "documents.jsonl"),
    ReviewForm("brat", "brat standoff, a folder", brat.write, brat.read, "."),
)


def form_named(name: str) -> ReviewForm:
    """The form of this name. Raises SettingsError, listing the forms, for another."""
    for form in FORMS:
        if form.name == name:
            return form
    raise SettingsError(f"no review form {name!r}: there are {', '.join(form.name for form in FORMS)}")
