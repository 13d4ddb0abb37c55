"""The kinds of file that are told apart; four of them are read, the others are refused by name."""

from __future__ import annotations

from enum import Enum


class FileKind(Enum):
    """Each value completes the sentence "this is ..."."""

    WORKBOOK = "an Excel workbook"
    TEXT = "a text file"
    OLD_EXCEL = "an old Excel workbook (.xls)"
    VERY_OLD_EXCEL = "an Excel workbook from before 1993"
    OLD_EXCEL_PROTECTED = "an old Excel workbook (.xls) protected by a password"
    PROTECTED = "a document protected by a password"
    OLD_WORD = "an old Word document (.doc), not a spreadsheet"
    OLD_SLIDES = "an old PowerPoint presentation (.ppt), not a spreadsheet"
    MAIL = "an e-mail saved from Outlook, not a spreadsheet"
    OLD_OFFICE = "an old Office document, not a spreadsheet"
    DAMAGED_OLE = "an old Office file, perhaps a workbook, that is damaged or was cut short"
    BINARY_WORKBOOK = "an Excel binary workbook (.xlsb)"
    OPEN_DOCUMENT = "an OpenDocument spreadsheet (.ods)"
    OPEN_DOCUMENT_PROTECTED = "an OpenDocument file protected by a password"
    OPEN_DOCUMENT_OTHER = "an OpenDocument text, drawing or presentation, not a spreadsheet"
    NUMBERS = "an Apple Numbers or Pages document"
    WORD = "a Word document, not a spreadsheet"
    SLIDES = "a PowerPoint presentation, not a spreadsheet"
    ZIP_OF_ONE = "a zip file holding one list"
    ZIP = "a zip file"
    DAMAGED_ZIP = "a workbook or zip file that is damaged or was cut short"
    PDF = "a PDF document, not a spreadsheet"
    WEB_PAGE = "a web page, not a spreadsheet"
    XML_SPREADSHEET = "an Excel 2003 XML spreadsheet"
    XML = "an XML document, not a spreadsheet"
    RTF = "a rich text (RTF) document, not a spreadsheet"
    JSON = "a JSON document, not a spreadsheet"
    IMAGE = "a picture, not a spreadsheet"
    COMPRESSED = "a compressed file"
    DATABASE = "a database file, not a spreadsheet"
    SHORTCUT = "a shortcut to a file or page, not the file itself"
    BINARY = "not text and not a spreadsheet that msrisk knows"
