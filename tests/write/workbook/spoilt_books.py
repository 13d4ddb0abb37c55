"""What can be wrong with a workbook as a whole, one thing at a time."""

from __future__ import annotations

from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from tests.write.workbook.spoilt_making import spoil

_LONE = "".join(chr(65 + number % 26) for number in range(40))


@spoil("nothing_fetched")
def _a_comment_is_no_macro_but_a_link_to_another_workbook_is_fetched(made: Any) -> None:
    made["Findings"]["A5"].comment = Comment("a note", "somebody")
    link = openpyxl.workbook.external_link.ExternalLink(externalBook=None)
    link.file_link = openpyxl.packaging.relationship.Relationship(type="externalLinkPath", Target="other.xlsx")
    link.file_link.TargetMode = "External"
    link.externalBook = openpyxl.workbook.external_link.external.ExternalBook(id="rId1")
    made._external_links.append(link)


@spoil("properties")
def _no_title_of_the_document(made: Any) -> None:
    made.properties.title = None


@spoil("properties")
def _no_language(made: Any) -> None:
    made.properties.language = None


@spoil("sheet_names")
def _a_sheet_called_history(made: Any) -> None:
    made["Findings"].title = "History"


@spoil("sheet_names")
def _a_sheet_whose_name_says_nothing(made: Any) -> None:
    made["Findings"].title = "Sheet2"


@spoil("sheet_names")
def _a_sheet_name_too_long_for_excel(made: Any) -> None:
    made["Findings"]._WorkbookChild__title = _LONE


@spoil("sheet_names")
def _a_blank_sheet(made: Any) -> None:
    made.create_sheet("More").sheet_view.tabSelected = False


@spoil("first_sheet_opens")
def _the_second_sheet_opens(made: Any) -> None:
    made.active = 1


@spoil("first_sheet_opens")
def _two_sheets_selected(made: Any) -> None:
    made["Findings"].sheet_view.tabSelected = True


@spoil("letters")
def _another_font(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Calibri", size=12)


@spoil("letters")
def _small_letters(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=9)


@spoil("contrasts")
def _white_on_amber(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=12, color="FFFFFF")
    made["Findings"]["B5"].fill = PatternFill("solid", fgColor="FFBF00")


@spoil("contrasts")
def _grey_on_white(made: Any) -> None:
    made["Findings"]["B5"].font = Font(name="Arial", size=12, color="AAAAAA")


@spoil("defined_names")
def _a_name_that_leads_nowhere(made: Any) -> None:
    made.defined_names["gone"] = openpyxl.workbook.defined_name.DefinedName("gone", attr_text="#REF!$A$1")
