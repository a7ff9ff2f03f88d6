"""Which formats a sheet can have, known without loading what writes them."""

from __future__ import annotations

from typing import Final

from statement_compare.engine.report_formats import ReportFormat

REPLY_SHEETS: Final = (
    ReportFormat("md", (".md", ".markdown"), "Markdown"),
    ReportFormat("docx", (".docx",), "Word document"),
)
CLAIM_REVIEWS: Final = (ReportFormat("jsonld", (".jsonld", ".json"), "ClaimReview"),)
MARKED_COPIES: Final = (ReportFormat("docx", (".docx",), "Word document"),)
