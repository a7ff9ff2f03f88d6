"""What was filled into the form of a PDF: text that stands in no page's own content, but in fields on it."""

from __future__ import annotations

from typing import Any, Final

import pypdfium2
import pypdfium2.raw as pdfium

# Fields that a person writes into or chooses words in: neither ticks, nor buttons, nor what a signature draws.
_WRITTEN: Final = frozenset({pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX})
_HIDDEN: Final = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
# No form has more on one page; of millions, taking out one after the other would take hours.
_MOST: Final = 20_000
# In UTF-16, with the zero at its end.
_NOTHING_BYTES: Final = 2


class PageFields:
    """Puts fields into the pages of a document; `unread` are pages, from 0, with written words that were not read.

    Those are fields of which the file does not hold how they look, and words that somebody wrote onto the page: a
    typewriter's, or a colleague's remark.
    """

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document
        self._has_form = document.get_formtype() != pdfium.FORMTYPE_NONE
        if self._has_form:
            document.init_forms()
        self.unread: list[int] = []

    def page(self, number: int) -> pypdfium2.PdfPage:
        """A page on which what was filled in is part of its content. Raises PdfiumError for one that is damaged."""
        page = self._document[number]
        count = pdfium.FPDFPage_GetAnnotCount(page.raw)
        if count <= 0:
            return page
        drawn, is_all_read = self._drawn(page, count) if count <= _MOST else (set[int](), False)
        if not is_all_read:
            self.unread.append(number)
        if not drawn:
            return page
        for index in reversed(range(count)):
            if index not in drawn:
                pdfium.FPDFPage_RemoveAnnot(page.raw, index)
        flattened = pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
        if flattened != pdfium.FLATTEN_SUCCESS and is_all_read:
            self.unread.append(number)
        # What is new on it is seen when it is loaded again.
        page.close()
        return self._document[number]

    def _drawn(self, page: pypdfium2.PdfPage, count: int) -> tuple[set[int], bool]:
        """Which annotations of a page are filled fields that the file draws, and whether no other words stand there."""
        drawn: set[int] = set()
        is_all_read = True
        for index in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
            if not annotation:
                continue
            try:
                if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                    continue
                subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
                if subtype == pdfium.FPDF_ANNOT_FREETEXT:
                    is_all_read = is_all_read and not _holds(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
                elif subtype == pdfium.FPDF_ANNOT_WIDGET and self._is_filled(annotation):
                    if _holds(pdfium.FPDFAnnot_GetAP, annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL):
                        drawn.add(index)
                    else:
                        is_all_read = False
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)
        return drawn, is_all_read

    def _is_filled(self, annotation: pdfium.FPDF_ANNOTATION) -> bool:
        form = self._document.formenv
        if form is None or pdfium.FPDFAnnot_GetFormFieldType(form.raw, annotation) not in _WRITTEN:
            return False
        return _holds(pdfium.FPDFAnnot_GetFormFieldValue, form.raw, annotation)


def _holds(function: Any, *of: object) -> bool:
    """Whether a text that PDFium tells is not empty."""
    return int(function(*of, None, 0)) > _NOTHING_BYTES
