"""Money: every form of the domain notes, each trap by its number, and what must never be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msrisk.values import money
from msrisk.values import money_words as words
from msrisk.values.interval import LIMIT, Interval, point
from msrisk.values.reading import BLANK, NO_HINT, Grade, Hint

M = 10**6 * 100  # pence in a million pounds


def pounds(text: str, heading: str = "") -> Interval | None:
    value = money.read(text, Hint(heading=heading)).value
    assert value is None or isinstance(value, Interval)
    return value


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        pytest.param("£36m", 36 * M, id="T3 exactly £36m"),
        pytest.param("36,000,000", 36 * M, id="T3 in digits"),
        pytest.param("£35,999,999.99", 36 * M - 1, id="T4 fault 68 a penny below"),
        ("£36M", 36 * M),
        ("36m", 36 * M),
        ("£36 million", 36 * M),
        ("36000000", 36 * M),
        ("£36,000,000.00", 36 * M),
        ("1.2bn", 1200 * M),
        ("£500k", M // 2),
        ("£0.9m", 9 * M // 10),
        ("£1.234m", 1_234_000_00),
        ("36.000.000,00", 36 * M),
        ("36 000 000", 36 * M),
        ("36'000'000", 36 * M),
        ("36m GBP", 36 * M),
        ("(1,200)", -1200_00),
        ("150.00-", -150_00),
        ("-£50,000.00", -50_000_00),
        ("£1,200.50 CR", -1200_50),
        ("CR 1,200.50", -1200_50),
        ("£(1,200.50)", -1200_50),
        ("£1,200.50 DR", 1200_50),
        ("69,499.02 ", 69_499_02),
        ("2840.5000", 2840_50),
        ("997.8100", 997_81),
        ("1,234", 1234_00),
        ("0.125", 12),
        ("0.135", 14),
        ("0", 0),
        pytest.param("Â£36m", 36 * M, id="T86 mojibake"),
        pytest.param("œ36m", 36 * M, id="T86 a pound sign from an old code page"),
        ("£36m turnover", 36 * M),
        ("£25k a year", 25_000_00),
        ("£36m p.a.", 36 * M),
        ("£36m (12 months)", 36 * M),
        ("£36m net of VAT", 36 * M),
        ("£36m excl. VAT", 36 * M),
        ("£36m incl. subsidiaries", 36 * M),
        ("1.4551915228366852E-11", 0),
    ],
)
def test_an_exact_sum_is_a_point(text: str, pence: int) -> None:
    reading = money.read(text, NO_HINT)
    assert (reading.value, reading.grade, reading.complete) == (point(pence), Grade.STATED, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        pytest.param("over £36m", 36 * M + 1, LIMIT, id="T5 over £36m is in"),
        (">£36m", 36 * M + 1, LIMIT),
        ("<.9m", 0, 9 * M // 10 - 1),
        ("over.9m", 9 * M // 10 + 1, LIMIT),
        ("more than 36 million", 36 * M + 1, LIMIT),
        ("above £36m", 36 * M + 1, LIMIT),
        ("Over £500 million", 500 * M + 1, LIMIT),
        pytest.param("up to £36m", 0, 36 * M, id="T5 up to £36m straddles"),
        ("not more than £36m", 0, 36 * M),
        ("<=36m", 0, 36 * M),
        ("£36m or less", 0, 36 * M),
        pytest.param("Under £36 million", 0, 36 * M - 1, id="T7 registry band below"),
        ("<36m", 0, 36 * M - 1),
        ("less than £36m", 0, 36 * M - 1),
        ("below 36m", 0, 36 * M - 1),
        ("at least £36m", 36 * M, LIMIT),
        ("36m+", 36 * M, LIMIT),
        ("£36m or more", 36 * M, LIMIT),
        ("≥ £36m", 36 * M, LIMIT),
        pytest.param("£10m-£50m", 10 * M, 50 * M, id="T6 band round the threshold"),
        pytest.param("£36 million to £60 million", 36 * M, 60 * M, id="T7 registry band in"),
        ("10-50m", 10 * M, 50 * M),
        ("£10m – 50m", 10 * M, 50 * M),
        ("between £1m and £2m", M, 2 * M),
        ("from £1m to £2m", M, 2 * M),
        ("300-350M", 300 * M, 350 * M),
        ("900M-1BN", 900 * M, 1000 * M),
        ("1000-9999M+", 1000 * M, LIMIT),
        ("0-99M", 0, 99 * M),
        ("£1m - 2,500,000", M, 5 * M // 2),
        ("-5 to -3", -500, -300),
    ],
)
def test_limits_and_bands(text: str, low: int, high: int) -> None:
    reading = money.read(text, NO_HINT)
    assert (reading.value, reading.grade, reading.note) == (Interval(low, high), Grade.STATED, "")


@pytest.mark.parametrize(
    ("text", "heading", "pence"),
    [
        pytest.param("36", "Turnover (£m)", 36 * M, id="T8 36 under £m"),
        pytest.param("36000", "£000", 36 * M, id="T8 fault 68 36000 under £000"),
        pytest.param("36", "", 36_00, id="T8 no unit is pounds"),
        ("36000", "Turnover £'000s", 36 * M),
        ("36000", "Turnover (000s)", 36 * M),
        ("36", "Turnover (£ million)", 36 * M),
        ("36", "Turnover £ millions", 36 * M),
        ("36,000", "Turnover £k", 36 * M),
        ("1.2", "Turnover (£bn)", 1200 * M),
        ("36.125", "Turnover (£m)", 36_125_000_00),
        ("36", "Turnover (œm)", 36 * M),
        ("36", "Turnover (�m)", 36 * M),
        ("£36m", "Turnover (£m)", 36 * M),
        ("£36,000,000", "Spend over £500k", 36 * M),
        ("500", "Spend over £25,000", 500_00),
        *(
            ("500", "Food and drink spend", 500_00),
            ("500", "Metrolink amount", 500_00),
            ("500", "WW000", 500_00),
            ("5", "Spent in M&S", 5_00),
        ),
        *(("36", "Turnover in k", 36_000_00), ("36", "Turnover GBP000", 36_000_00), ("36", "GBP k", 36_000_00)),
        ("500", "Amount", 500_00),
        ("500", "Amount incl VAT", 500_00),
        ("500", "Monthly spend", 500_00),
        pytest.param("123456", "Spend (pence)", 1234_56, id="fault 70 pence stated in the heading"),
        pytest.param("£12.50", "Amount in pence", 12_50, id="fault 70 a sign of its own is not pence"),
        ("1,250", "Turnover (p)", 12_50),
    ],
)
def test_the_heading_gives_the_unit_once(text: str, heading: str, pence: int) -> None:
    assert pounds(text, heading) == point(pence)


def test_a_band_takes_the_headings_unit() -> None:
    assert pounds("10-50", "Turnover (£m)") == Interval(10 * M, 50 * M)


def test_an_absurd_sum_for_the_unit_is_not_guessed() -> None:
    reading = money.read("36000000", Hint(heading="Turnover (£m)"))
    assert reading.value is None
    assert "cannot be right" in reading.note


@pytest.mark.parametrize(
    ("text", "heading", "low", "high", "said"),
    [
        pytest.param("€42m", "", 34_186_000_80, 37_784_527_20, "one EUR, 2025", id="T9 fault 69 euros"),
        pytest.param("$48m", "", 34_618_836_00, 38_262_924_00, "taken as US dollars", id="T9 dollars"),
        ("USD 50m", "", 36_061_287_50, 39_857_212_50, "one USD, 2025"),
        ("42m EUR", "", 34_186_000_80, 37_784_527_20, "European Central Bank"),
        ("42", "Turnover (€m)", 34_186_000_80, 37_784_527_20, "5%"),
        ("42000000", "Turnover EUR", 34_186_000_80, 37_784_527_20, "EUR"),
        ("c. £36m", "", 32_400_000_00, 39_600_000_00, "within 10%"),
        ("approx £36m", "", 32_400_000_00, 39_600_000_00, "an estimate"),
        ("~36m", "", 32_400_000_00, 39_600_000_00, "an estimate"),
        ("£36m (est)", "", 32_400_000_00, 39_600_000_00, "an estimate"),
        ("1.5E+06", "", 1_450_000_00, 1_550_000_00, "shortened"),
        pytest.param("£36m incl VAT", "", 30 * M, 36 * M, "VAT", id="T13 with VAT"),
        pytest.param("36000000", "Turnover (gross of VAT)", 30 * M, 36 * M, "VAT", id="T13 in the heading"),
        pytest.param("£40m (group)", "", 0, 40 * M, "a group's figure", id="T10 a group's figure"),
        pytest.param("40m", "Group turnover", 0, 40 * M, "a group's figure", id="T10 in the heading"),
        ("£40m consolidated", "", 0, 40 * M, "a group's figure"),
        pytest.param("£30m excluding subsidiaries", "", 30 * M, LIMIT, "at least", id="T11 without"),
        ("£30m company only", "", 30 * M, LIMIT, "leaves out subsidiaries"),
        ("�36m", "", 36 * M, 36 * M, "damaged"),
    ],
)
def test_what_is_only_estimated_says_why(text: str, heading: str, low: int, high: int, said: str) -> None:
    reading = money.read(text, Hint(heading=heading))
    assert (reading.value, reading.grade) == (Interval(low, high), Grade.ESTIMATED)
    assert said in reading.note


@pytest.mark.parametrize(
    "text",
    [
        *("TBC", "tba", "-", " - ", "n/a", "N/K", "NA", "none", "unknown", "not disclosed", "exempt", "?"),
        pytest.param("########", id="hashes"),
        *("#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"),
        *("Large", "Medium", "SME", "Micro", "PLANNED MAINTENANCE", "££36m", "--5", "(-5)", "(5", "5)"),
        pytest.param("NaN", id="fault 69 NaN"),
        pytest.param("inf", id="fault 69 inf"),
        pytest.param("1e400", id="fault 69 1e400"),
        pytest.param("45%", id="fault 69 percent"),
        pytest.param("12,34", id="fault 70 commas as decimals"),
        pytest.param(",5", id="fault 70 a comma before a decimal"),
        pytest.param("50p", id="fault 70 pence"),
        pytest.param("36%", id="fault 69 a percentage of something"),
        *("5th", "1.5E+06m", "8FY38", "+91-7011993953"),
        *("36.000", "1.234", "1,23,456", "0,123", "4715050164000013", "AED 5m", "¥5m", "5m kr"),
        *("£36m and £40m", "£36m turnover in 2019 per website", "£36m-ish", "was £36m", "£10m to €20m"),
        pytest.param("£20m (6 months)", id="T14 short period"),
        pytest.param("£60m for 18 months", id="T14 long period"),
        *("£3m per month", "£5m ytd", "£50m-£10m", "under £0", "£500-£1m", "£40m group company only"),
    ],
)
def test_what_is_not_one_sum_is_not_known_and_says_so(text: str) -> None:
    reading = money.read(text, NO_HINT)
    assert (reading.value, reading.complete) == (None, False)
    assert "taken as not known" in reading.note


def test_a_period_in_the_heading_counts_for_turnover() -> None:
    assert pounds("3,000,000", "Monthly turnover") is None


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u00a0"])
def test_t1_a_blank_is_blank_and_never_nought(text: str) -> None:
    assert money.read(text, NO_HINT) == BLANK


def test_the_note_quotes_the_cell() -> None:
    assert money.read("tbc", NO_HINT).note == "'tbc' is not an amount of money; taken as not known"


def test_the_year_of_a_sum_is_told() -> None:
    reading = money.read("£36m (2019)", NO_HINT)
    assert reading.value == point(36 * M)
    assert "2019" in reading.note


@pytest.mark.parametrize("shape", ["{} turnover", "turnover of {}", "{} a year", "{} (12 months)", "{} excl. VAT"])
def test_harmless_words_never_change_the_sum(shape: str) -> None:
    for number in range(1, 400):
        assert pounds(shape.format(f"£{number}m")) == point(number * M)


def test_the_headings_words_are_open_to_the_normaliser() -> None:
    assert words.heading("Turnover (£m, excl. subsidiaries)").words.saying(words.OWN)
    assert not words.heading("Supplier group").words.saying(words.GROUP)
    assert money.without_vat(point(120)) == Interval(100, 120)
    assert money.a_groups(point(120)) == Interval(0, 120)
    assert money.without_subsidiaries(point(120)) == Interval(120, LIMIT)


sums = st.integers(-money.MOST, money.MOST)


@given(sums)
def test_points_are_shown_and_read_back(pence: int) -> None:
    assert money.read(money.show(point(pence)), NO_HINT).value == point(pence)


@given(st.lists(sums, min_size=2, max_size=2).map(sorted))
def test_bands_are_shown_and_read_back(ends: list[int]) -> None:
    value = Interval(ends[0], ends[1])
    assert money.read(money.show(value), NO_HINT).value == value


@given(sums.filter(lambda pence: pence < money.MOST))
def test_open_sums_are_shown_and_read_back(pence: int) -> None:
    value = Interval(pence, LIMIT)
    assert money.read(money.show(value), NO_HINT).value == value


@given(
    st.decimals(0, 9_999_999, places=3).map(str) | st.integers(0, 9_999_999).map(str),
    st.sampled_from(["k", "m", "bn", " thousand", " million", " billion"]),
    st.sampled_from(["", "Turnover", "Turnover (£m)", "Turnover €", "Group turnover"]),
)
def test_a_rounded_sum_reads_the_same_however_its_sign_is_set(figure: str, unit: str, heading: str) -> None:
    assert pounds(f"£{figure}{unit}", heading) == pounds(f"£ {figure}{unit}", heading)


@given(st.text(), st.text())
def test_no_text_raises(text: str, heading: str) -> None:
    money.read(text, Hint(heading=heading))


@given(st.text(st.characters(categories=["L", "P", "Z"])))
def test_a_text_without_a_figure_has_no_value(text: str) -> None:
    assert money.read(text, NO_HINT).value is None


@given(st.from_regex(r"[A-Za-z]{4,12}", fullmatch=True), st.sampled_from(["£36m {}", "{} £36m"]))
def test_an_unknown_word_beside_a_sum_refuses_it(word: str, shape: str) -> None:
    known = {"turnover", "revenue", "revenues", "sales", "income", "over", "above", "under", "below"}
    known |= {"circa", "about", "around", "approx", "roughly", "upto", "from", "solo", "group", "plus"}
    known |= {"exceeding", "exceeds", "minimum", "maximum", "estimated", "estimate", "approximately"}
    known |= {"annual", "annually", "yearly", "consolidated", "pounds", "sterling", "million", "millions"}
    if word.casefold() not in known:
        assert money.read(shape.format(word), NO_HINT).value is None
