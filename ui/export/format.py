"""The formats of an exported answer."""

from enum import StrEnum


class Format(StrEnum):
    DOCX = "docx"
    PDF = "pdf"
    JSON = "json"


MEDIA_TYPES = {
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
    Format.JSON: "application/json",
}
