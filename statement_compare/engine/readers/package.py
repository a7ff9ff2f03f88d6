"""What is checked of a zip-based document before anything in it is unpacked or parsed."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from statement_compare.engine.readers.detect import ZIP_ERRORS
from statement_compare.engine.readers.failures import Refusal, size
from statement_compare.engine.readers.limits import Limits

# A short part may repeat itself a lot and is no danger.
_HARMLESS_BYTES = 2_000_000
_ENCRYPTED_FLAG = 0x1
_LONGEST_TEXT_BYTES = 10_000_000
_DEEPEST_LEVEL = 256


class Package:
    """An opened document package whose declared sizes keep within the limits."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except ZIP_ERRORS as error:
            raise Refusal("file_damaged") from error
        entries = self._archive.infolist()
        if any(entry.flag_bits & _ENCRYPTED_FLAG for entry in entries):
            raise Refusal("file_encrypted")
        is_bomb = (
            len(entries) > limits.entries
            or sum(entry.file_size for entry in entries) > limits.unpacked_bytes
            or any(
                entry.file_size > _HARMLESS_BYTES and entry.file_size > limits.ratio * max(1, entry.compress_size)
                for entry in entries
            )
        )
        if is_bomb:
            raise Refusal("file_unpacks_too_large", limit=size(limits.unpacked_bytes))

    def __contains__(self, name: str) -> bool:
        return name in self._archive.NameToInfo

    def bytes_of(self, name: str) -> bytes:
        """A part's bytes; never more than its directory entry says."""
        try:
            declared = self._archive.getinfo(name).file_size
            with self._archive.open(name) as part:
                data = part.read(declared + 1)
        except ZIP_ERRORS as error:
            raise Refusal("file_damaged") from error
        if len(data) > declared:
            raise Refusal("file_unpacks_too_large", limit=size(self._limits.unpacked_bytes))
        return data

    def xml(self, name: str) -> etree._Element:
        return parse_xml(self.bytes_of(name))

    def optional_xml(self, name: str) -> etree._Element | None:
        """A part that the document may lack; None, too, where only that part is broken."""
        if name not in self:
            return None
        try:
            return self.xml(name)
        except Refusal as refusal:
            if refusal.key == "file_damaged":
                return None
            raise


def parse_xml(data: bytes) -> etree._Element:
    """The root of XML without a document type: office programs write none, and entities live there.

    The type is refused before the tree is looked at, and until then nothing is expanded, fetched or validated.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        # The parser's own bounds: 256 levels, ten million bytes in one text. It names its option "huge" for both.
        if "depth" in str(error).lower():
            raise Refusal("file_nests_too_deep", limit=str(_DEEPEST_LEVEL)) from error
        if "huge" in str(error).lower():
            raise Refusal("file_unpacks_too_large", limit=size(_LONGEST_TEXT_BYTES)) from error
        is_entity = error.code in (etree.ErrorTypes.ERR_ENTITY_LOOP, etree.ErrorTypes.WAR_UNDECLARED_ENTITY)
        raise Refusal("file_has_entities" if is_entity or b"<!ENTITY" in data else "file_damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal("file_has_entities")
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace, which differs between editions of a format; "" for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: etree._Element, name: str) -> str | None:
    """An attribute's value whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element at the end of a path of local names, None where it breaks off."""
    for name in names:
        if element is None:
            return None
        element = next((below for below in element if local(below) == name), None)
    return element
