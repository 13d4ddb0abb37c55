"""``board.html``: two sheets of A4 for a board, for 50 suppliers or 50,000; it names none unless told to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msrisk.assessment import Assessment
from msrisk.chase import data_to_chase
from msrisk.files import one_line
from msrisk.published import FEWEST
from msrisk.report import Report
from msrisk.write.board import Board, Line
from msrisk.write.board_asks import NEXT_DUE, RESPONSIBLE, first_categories, largest_of_the_others, why_asked
from msrisk.write.board_notes import not_checked, still_to_find_out
from msrisk.write.board_words import (
    FOR_BOARD,
    NAMES_STAMP,
    NEVER_NAMED,
    STAMP,
    TITLE,
    below_headline,
    headline,
    limits,
    method,
    money,
    run_lines,
    share,
)
from msrisk.write.page.board_since import actions, since
from msrisk.write.page.board_style import STYLE
from msrisk.write.page.chart import Bar, Bars, bar_chart
from msrisk.write.page.html import Html, element, lines, page
from msrisk.write.page.parts import bulleted, section, table
from msrisk.write.words import NOT_CHECKED, counted, day, pounds, reasons

_OPEN_SHOWN, _OPEN_BESIDE = 5, 2  # the second below a register of last time
_NOTES, _NOTES_BESIDE = 16, 10  # lines of what was not checked; the second again below a register of last time
_WHY = 160  # letters; the register has the whole


def whole(report: Report) -> Html:
    """The page from its headline to the run record, and after it the names where they were asked for."""
    board = Board(report)
    named = report.view.names and not report.view.publish
    main = lines(
        element("p", f"{FOR_BOARD}, {day(report.as_of)}", class_="above"),
        element("h1", TITLE),
        element("p", headline(board), class_="headline"),
        *(element("p", line, class_="of") for line in below_headline(board)),
        _bands(board),
        _topics(board),
        since(report),
        actions(report),
        *_what_to_do(board),
        section("run", "Run record", *_record(report), kind="notes record"),
        *([_names(board)] if named else []),
    )
    skip = element("a", "Skip to the figures", href="#bands", class_="skip")
    title = f"{TITLE}, {day(report.as_of)}. {NAMES_STAMP if named else STAMP}"
    return page(title, STYLE, skip, element("main", Html("\n"), main, Html("\n"), id="main"))


# -- the figures


def _bands(board: Board) -> Html:
    headings = ["Priority for checks", "Suppliers", "Of all", *_spend_headings(board)]
    rows = [_band_row(board, line) for line in board.bands]
    caption = "Suppliers in each priority for checks"
    said = "; ".join(f"{line.name}, {_both(board, line)}" for line in board.bands)
    groups = [Bars(line.name, tuple(_two_bars(board, line))) for line in board.bands]
    drawn = f"{caption}, and the spend with them" if board.has_spend else caption
    legend = (("first", "suppliers"), ("second", "spend")) if board.has_spend else ()
    chart = bar_chart("bands-picture", drawn, f"{said}.", groups, legend)
    figures = table(caption, headings, rows, kind="figures")
    return section("bands", "How soon to check", element("div", chart, figures, class_="pair"))


def _band_row(board: Board, line: Line) -> list[str]:
    if not line.asked:
        return [line.name, NOT_CHECKED, "", *([""] * len(_spend_headings(board)))]
    return [line.name, f"{line.suppliers:,}", share(line.of_all), *_spend_cells(board, line)]


def _two_bars(board: Board, line: Line) -> Iterator[Bar]:
    if not line.asked:
        yield Bar(0.0, NOT_CHECKED)
        return
    yield Bar(line.of_all or 0.0, _counted(line.suppliers, "supplier", line.of_all))
    if board.has_spend and line.suppliers:
        yield Bar(line.of_spend or 0.0, _with_share(money(line), line.of_spend), "second")


def _topics(board: Board) -> Html:
    headings = ["What we buy", "Suppliers", *_spend_headings(board)[:1], "High or above", "Not cleared"]
    rows = [
        [
            line.name,
            f"{line.suppliers:,}",
            *_spend_cells(board, line)[:1],
            f"{line.high:,}",
            f"{line.not_cleared:,}",
        ]
        for line in board.topics
    ]
    kind = "spend" if board.has_spend else "suppliers"
    caption = f"What we buy: {kind} by category"
    said = "; ".join(f"{line.name}, {_both(board, line)}" for line in board.topics)
    longest = max((_length(board, line) for line in board.topics), default=0) or 1
    groups = [Bars(line.name, (_one_bar(board, line, longest),)) for line in board.topics]
    legend = (("second", "spend") if board.has_spend else ("first", "suppliers"),)
    chart = bar_chart("topics-picture", caption, f"{said}.", groups, legend)
    about = (
        "The category carries the risk, not the supplier: where many share one, deal with the category first. "
        f"The largest come first. Kinds with fewer than {FEWEST} suppliers are counted with the others."
        f"{largest_of_the_others(board)}"
    )
    figures = table(caption, headings, rows, kind="figures")
    return section("topics", "By category", element("p", about), element("div", chart, figures, class_="pair"))


def _length(board: Board, line: Line) -> int:
    return (line.spend or 0) if board.has_spend else line.suppliers


def _one_bar(board: Board, line: Line, longest: int) -> Bar:
    if board.has_spend:
        return Bar(_length(board, line) / longest, _with_share(money(line), line.of_spend), "second")
    return Bar(_length(board, line) / longest, _counted(line.suppliers, "supplier", line.of_all))


def _counted(number: int, noun: str, part: float | None) -> str:
    return _with_share(counted(number, noun), part)


def _with_share(said: str, part: float | None) -> str:
    return f"{said} ({share(part)})" if part else said


def _both(board: Board, line: Line) -> str:
    if not line.asked:
        return NOT_CHECKED
    spend = f", {money(line)}" if board.has_spend else ""
    return f"{counted(line.suppliers, 'supplier')}{spend}"


def _spend_headings(board: Board) -> list[str]:
    return ["Spend", "Of spend"] if board.has_spend else []


def _spend_cells(board: Board, line: Line) -> list[str]:
    return [money(line), share(line.of_spend)] if board.has_spend else []


# -- what is asked of the board


def _what_to_do(board: Board) -> Iterator[Html]:
    """What is asked of the board and what to rely on, side by side as the sheet of paper has room.

    A register of last time fills the top of the sheet: then why we are asked is left out, and the rest set close.
    """
    report, compared = board.report, board.report.last is not None
    how = section("method", "Method in five lines", _numbered(method(report)), kind="half notes")
    kind = "notes half" if compared else "notes twin"
    bounds = section("limits", "Limits", bulleted(limits()), kind=kind)
    why = "" if compared else why_asked(report)
    yield _asks(board, half=compared or bool(why))
    if why:
        yield section("why", "Why this is asked of us", element("p", why), kind="half")
    between = [_not_checked(board), *_open_data(board)]
    yield from ([how, *between, bounds] if compared else [*between, how, bounds])


def _asks(board: Board, half: bool) -> Html:
    items = [
        element("li", first_categories(board)),
        *(element("li", said, " ", element("span", class_="blank")) for said in (RESPONSIBLE, NEXT_DUE)),
    ]
    return section("asks", "What you are asked to do", element("ol", *items), kind="half" if half else "")


# -- what to rely on


def _not_checked(board: Board) -> Html:
    heading = "What was not checked, or could not be assessed"
    kind, room = ("notes", _NOTES_BESIDE) if board.report.last else ("", _NOTES)
    return section("not-checked", heading, bulleted(not_checked(board, room)), kind=kind)


def _open_data(board: Board) -> list[Html]:
    """The answers that would move most suppliers; nothing where nothing is open."""
    report = board.report
    rows = [
        (
            still_to_find_out(board, each),
            f"{each.open_for:,}",
            "" if each.spend is None else pounds(each.spend),
            "cannot be told" if each.could_move is None else f"{each.could_move:,}",
        )
        for each in data_to_chase(report)[: _OPEN_BESIDE if report.last else _OPEN_SHOWN]
    ]
    if not rows:
        return []
    headings = ("What to find out", "Suppliers", "Spend", "Could change")
    figures = table("Could change: to another priority by this alone", headings, rows, kind="figures")
    return [section("open", "What to find out first", figures, kind="half notes")]


def _record(report: Report) -> Iterator[Html]:
    for item, value in run_lines(report):
        yield element("p", element("strong", f"{item}: "), value)


def _numbered(items: Sequence[str]) -> Html:
    return element("ol", *(element("li", each) for each in items))


# -- the part with names


def _names(board: Board) -> Html:
    """On a sheet of its own, which can be taken off."""
    headings = ("Supplier", "Priority for checks", "What we buy", "Why", "First question")
    rows = [_named_row(board.report, one) for one in board.named]
    stamp = element("p", element("strong", NAMES_STAMP), class_="stamp")
    if not rows:
        none = element("p", "Nobody to look at first may be named here.")
        return section("names", "To look at first", stamp, element("p", NEVER_NAMED), none, kind="apart")
    caption = f"{counted(len(rows), 'supplier')} to look at first, in turn across what we buy"
    figures = table(caption, headings, rows, kind="named")
    return section("names", "To look at first", stamp, element("p", NEVER_NAMED), figures, kind="apart")


def _named_row(report: Report, one: Assessment) -> tuple[str, ...]:
    asked = one.questions[0] if one.questions else None
    ask = "" if asked is None else f"{'For our own records: ' if asked.ours else ''}{asked.ask}"
    topic = report.suppliers.without_persons(report.topics[one.number])
    return one_line(one.name), one.band.word, topic, _short(reasons(one)), ask or "Nothing is left to ask."


def _short(why: str) -> str:
    """As many reasons as there is room for; how many more there are."""
    held = why.split("; ")
    kept = [each for at, each in enumerate(held) if at == 0 or len("; ".join(held[: at + 1])) <= _WHY]
    more = len(held) - len(kept)
    return "; ".join(kept) + (f"; and {more} more" if more else "")
