"""What tables have in them, feature by feature, and the answer each must give in every format."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from formats_making import ERROR, Cell, Drawn, Plain, day, euros, formula, percent, pounds, whole

Row = tuple[Plain | Cell, ...]

HEADS: Row = ("Supplier", "Company number", "Spend")
ALDER: Row = ("Alder Ltd", "01234567", 100.5)
BIRCH: Row = ("Birch & Sons plc", "SC123456", 2000)
BOTH = {"Alder Ltd": 100_50, "Birch & Sons plc": 2000_00}
ABOVE, BLANK, TOTAL, HEADING = "above the headings", "blank row", "a total, not a supplier", "the heading repeated"


@dataclass(frozen=True)
class Feature:
    """One drawn table and the answer to it.

    spend: every supplier's pence, None where that is not known.  out: how many rows were left out, by reason.
    facts: supplier and field, and what it reads as.  told: cell to words of the note on it; None where the
    note is on what the format itself lost.  faults: what is known to go wrong, by format.
    """

    drawn: Drawn
    spend: Mapping[str, int | None] = field(default_factory=lambda: BOTH)
    out: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    told: Mapping[str, str] | None = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)


def _of(*rows: Row, **more: object) -> Drawn:
    return replace(Drawn(rows), **more)  # type: ignore[arg-type]


def _usual(**more: object) -> Drawn:
    return _of(HEADS, ALDER, BIRCH, **more)


def _named(*names: Plain | Cell, heads: Row = HEADS) -> Drawn:
    """Suppliers with these names, a pound each."""
    return _of(heads, *((name, f"0000{number:04}", 1) for number, name in enumerate(names, 1001)))


def _told(heading: str, *cells: Plain | Cell) -> Drawn:
    """A column of another field, its suppliers called A Ltd, B Ltd and so on."""
    return _of((*HEADS, heading), *((f"{'ABCDEFGH'[at]} Ltd", None, 1, cell) for at, cell in enumerate(cells)))


def _a_pound(*names: str) -> dict[str, int | None]:
    return dict.fromkeys(names, 1_00)


def _spent(*cells: Plain | Cell) -> Drawn:
    return _of(HEADS, *((f"{'ABCDEFGH'[at]} Ltd", None, cell) for at, cell in enumerate(cells)))


def _reads(name: str, *shown: str) -> dict[tuple[str, str], str]:
    return {(f"{'ABCDEFGH'[at]} Ltd", name): text for at, text in enumerate(shown)}


NAMES_LIKE_OTHER_THINGS = ("1E5", "3-4", "TRUE", "NA", "None", "nan", "007", "1.0", "31/03/2025", "£5")
NAMES_WITH_MARKS = ('The "Best", Ltd', "O'Neill; Sons", "A,B", '"X')
ONE_FIRM = ("Oak & Co Ltd", "Oak & Co Ltd", "OAK AND CO LIMITED", "Oak  & Co. Ltd ")
HELD_DAY = dt.date(2025, 3, 31)

FEATURES: dict[str, Feature] = {
    "as it should be": Feature(_usual()),
    "title rows above": Feature(
        _of(("Payments to suppliers",), ("April 2025", None, "Finance"), HEADS, ALDER, BIRCH), out={ABOVE: 2}
    ),
    "blank rows above": Feature(_of((), (None,), HEADS, ALDER, BIRCH)),
    "blank rows inside": Feature(_of(HEADS, ALDER, (), (None, None, None), BIRCH), out={BLANK: 2}),
    "5,000 blank rows below": Feature(_usual(blank_below=5_000)),
    "a blank first column": Feature(_of((None, *HEADS), (None, *ALDER), (None, *BIRCH))),
    "a blank column inside": Feature(_of(*((row[0], None, *row[1:]) for row in (HEADS, ALDER, BIRCH)))),
    "repeated headings": Feature(_of(HEADS, ALDER, HEADS, BIRCH), out={HEADING: 1}),
    "a total": Feature(_of(HEADS, ALDER, BIRCH, ("Total", None, 2100.5)), out={TOTAL: 1}),
    "a total with the word in another column": Feature(
        _of(HEADS, ALDER, BIRCH, (None, "Grand Total", 2100.5)), out={TOTAL: 1}
    ),
    "headings over two rows": Feature(
        _of(("Supplier", "Company", "Annual"), ("name", "number", "spend"), ALDER, BIRCH),
        facts={("Alder Ltd", "company_number"): "01234567"},
    ),
    "numbers as text": Feature(_of(HEADS, (*ALDER[:2], "100.50"), (*BIRCH[:2], "2,000.00"))),
    "fault_63 a company number that lost its nought": Feature(
        _of(HEADS, ("Alder Ltd", 1234567, 100.5), BIRCH),
        facts={("Alder Ltd", "company_number"): "01234567"},
        told={"B2": "restored leading zeros"},
    ),
    "fault_63 a company number after an apostrophe": Feature(
        _of(HEADS, ("Alder Ltd", "'01234567", 100.5), BIRCH), facts={("Alder Ltd", "company_number"): "01234567"}
    ),
    "fault_64 a company number in small letters": Feature(
        _of(HEADS, ALDER, ("Birch & Sons plc", "sc 123456", 2000)),
        facts={("Birch & Sons plc", "company_number"): "SC123456"},
    ),
    "fault_65 Namibia and Norway": Feature(
        _told("Country", "NA", "NO", "Korea, South", "England", "Türkiye", "EU"),
        _a_pound(*(f"{letter} Ltd" for letter in "ABCDEF")),
        facts=_reads("country", "Namibia", "Norway", "South Korea", "United Kingdom", "Turkey", ""),
        told={"D7": "a group of countries"},
    ),
    "fault_67 names that look like other things": Feature(
        _named(*NAMES_LIKE_OTHER_THINGS), _a_pound(*NAMES_LIKE_OTHER_THINGS)
    ),
    "fault_67 a name that is a spreadsheet's error": Feature(
        _of(HEADS, ALDER, BIRCH, (ERROR, "01111111", 1)), out={"no supplier's name": 1}
    ),
    "fault_73 days": Feature(
        _told("Statement year end", HELD_DAY, day(dt.date(2024, 12, 31)), "30 June 2024"),
        _a_pound("A Ltd", "B Ltd", "C Ltd"),
        facts=_reads("statement_year_end", "31 March 2025", "31 December 2024", "30 June 2024"),
    ),
    "fault_73 days counted from 1904": Feature(
        replace(_told("Statement year end", HELD_DAY, dt.date(2024, 12, 31)), counts_from_1904=True),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("statement_year_end", "31 March 2025", "31 December 2024"),
    ),
    "fault_73 days as text": Feature(
        _told("Statement year end", "31/03/2025", "30/06/2024"),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("statement_year_end", "31 March 2025", "30 June 2024"),
    ),
    "percentages": Feature(
        _told("MSAT score", percent(0.45), percent(1.0)),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("msat_score", "45%", "100%"),
        told=None,
    ),
    "currency-formatted sums": Feature(_spent(pounds(1234.5), pounds(-20.0)), {"A Ltd": 1234_50, "B Ltd": -20_00}),
    "fault_69 sums shown in euros": Feature(
        _told("Turnover", euros(1000.0)),
        _a_pound("A Ltd"),
        facts=_reads("turnover", "£813.95 to £899.64"),
        told={"D2": "pounds to one EUR"},
    ),
    "fault_71 true and false": Feature(
        _told("Modern slavery statement", True, False, "Yes", "N/A"),
        _a_pound(*(f"{letter} Ltd" for letter in "ABCD")),
        facts=_reads("statement_published", "yes", "no", "yes", ""),
        told={"D5": "neither yes nor no"},
    ),
    "fault_79 an error where a sum should be": Feature(
        _spent(ERROR, 5),
        {"A Ltd": None, "B Ltd": 5_00},
        told={"C2": "a spreadsheet error"},
    ),
    "fault_79 an error where a country should be": Feature(
        _told("Country", ERROR, "UK"),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("country", "", "United Kingdom"),
        told={"D2": "a spreadsheet error"},
    ),
    "empty texts": Feature(_of(HEADS, ALDER, ("Birch & Sons plc", formula(""), 2000))),
    "formulas with stored values": Feature(
        _of(HEADS, (formula("Alder Ltd"), formula("01234567"), formula(100.5)), BIRCH)
    ),
    "line breaks in cells": Feature(
        _of(("Supplier\nname", "Company\nnumber", "Spend\n(£)"), ("Alder\nLtd", "01234567", 100.5), BIRCH)
    ),
    "a Windows line break in a cell": Feature(_of(HEADS, ("Alder\r\nLtd", "01234567", 100.5), BIRCH)),
    "fault_82 spaces round and inside": Feature(_of(HEADS, ("  Alder  Ltd ", " 01234567 ", " 100.50 "), BIRCH)),
    "fault_82 hard spaces": Feature(
        _of(("Supplier\u00a0", "Company\u00a0number", "Spend"), ("Alder\u00a0Ltd\u00a0", "01234567", 100.5), BIRCH)
    ),
    "fault_82 one firm in four spellings": Feature(
        _of(HEADS, *((name, None, 10) for name in ONE_FIRM)), {"Oak & Co Ltd": 40_00}
    ),
    "fault_75 a very long text": Feature(
        _told("Category", "cleaning " * 440, "waste"), _a_pound("A Ltd", "B Ltd")
    ),
    "fault_76 a mark that turns text round": Feature(_named("Al\u202eder"), _a_pound("Al\\u202eder")),
    "accents": Feature(_named("Café Zoë Ltd", "Müller & Søn"), _a_pound("Café Zoë Ltd", "Müller & Søn")),
    "fault_77 signs of every script": Feature(
        _named("👩\u200d🔧 Repairs", "שלום בע״מ", "株式会社", "Łódź", "e\u0301clair"),
        _a_pound("👩\u200d🔧 Repairs", "שלום בע״מ", "株式会社", "Łódź", "e\u0301clair"),
    ),
    "fault_78 a carriage return": Feature(_of(HEADS, ("Alder\rLtd", "01234567", 100.5), BIRCH)),
    "fault_78 the text _x000D_": Feature(_named("A_x000D_B", "Alder Ltd"), _a_pound("A_x000D_B", "Alder Ltd")),
    "quotes and commas": Feature(_named(*NAMES_WITH_MARKS), _a_pound(*NAMES_WITH_MARKS)),
    "merged cells": Feature(
        _of(("Payments in April", None, None), HEADS, ALDER, BIRCH, merged=((0, 0, 0, 2),)), out={ABOVE: 1}
    ),
    "hidden rows": Feature(_usual(hidden_rows=(2,))),
    "hidden columns": Feature(_usual(hidden_columns=(1,))),
    "256 columns of which 9 are used": Feature(
        _of(*((*row, *["x"] * 6, *[None] * 246, "") for row in (HEADS, ALDER, BIRCH)))
    ),
    "a name of a sheet that needs quotes": Feature(_usual(name="Q1 'n' <2> & 3")),
    "a second, empty sheet": Feature(_usual(other="Sheet2")),
    "numbers of sixteen figures": Feature(
        _told("Supplier ID", whole(4715050164000013), "7"),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("supplier_id", "4715050164000013", "7"),
    ),
    "decimals": Feature(
        _spent(0.1 + 0.2, 1234567.89, 1e-11, 36_000_000),
        {"A Ltd": 30, "B Ltd": 1234567_89, "C Ltd": 0, "D Ltd": 36_000_000_00},
    ),
    "negatives": Feature(
        _spent("(1,234.56)", "150.00-", -5.25, "-£50.00", 10),
        {"A Ltd": -1234_56, "B Ltd": -150_00, "C Ltd": -5_25, "D Ltd": -50_00, "E Ltd": 10_00},
    ),
    "fault_68 the threshold to the penny": Feature(
        _told("Turnover", "35,999,999.99", "36,000,000", "36m", "over £36m", 36_000_000),
        _a_pound(*(f"{letter} Ltd" for letter in "ABCDE")),
        facts=_reads(
            "turnover", "£35,999,999.99", "£36,000,000", "£36,000,000", "over £36,000,000", "£36,000,000"
        ),
    ),
    "fault_68 thousands by the heading": Feature(
        _told("Turnover £000", 36000, "36,000"),
        _a_pound("A Ltd", "B Ltd"),
        facts=_reads("turnover", *["£36,000,000"] * 2),
    ),
    "fault_74 SIC codes": Feature(
        _told("SIC code", 1110, 81210, "62.02/0", "81210;81222", "cleaning"),
        _a_pound(*(f"{letter} Ltd" for letter in "ABCDE")),
        facts=_reads("sic", "01110", "81210", "62020", "81210; 81222", ""),
        told={"D2": "lost a nought", "D6": "is not a SIC code"},
    ),
    "fault_81 other things where text should be": Feature(
        _named(True, 2025, Cell(HELD_DAY, "2025-03-31", "day"), 1.5),
        {"TRUE": 1_00, "2025": 1_00, "2025-03-31": 1_00, "1.5": 1_00},
    ),
}
