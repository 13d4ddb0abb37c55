"""The invented payments and public files: what each payee shows, where it is found and in which band it comes out.

None of these firms exists. Their company numbers (99...) are beyond any that were issued; their links end in
.example; the watchlist is nobody's.
"""

from __future__ import annotations

from public_making import (
    DORMANT,
    LISTED_SUPPLIERS,
    M36,
    M60,
    M100,
    M500,
    MICRO,
    PAYEES,
    PERHAPS,
    REGISTER,
    REGISTRY,
    SMALL,
    SMALL_ACCOUNTS,
    TABLE,
    TO_CHECK,
    WATCHLIST,
    checked,
    company,
    declares,
    listed,
    pay,
    supplier,
    write_public,
)
from supplier_making import HIGH, LOW, MEDIUM, NOT_CLEARED, SET_ASIDE

__all__ = ["LISTED_SUPPLIERS", "PAYEES", "write_public"]

_CUT = 35  # letters that the ledger keeps of a name

# A table, so laid out as one: a payee, and below it what the public files have of it.
# fmt: off
# -- found in the statement registry

pay("Harebell Home Care Ltd", "Home care", [18_440, 17_906.5, 18_115],
    "Two spellings, one supplier; its number comes from the company register, and by it the statement is found",
    HIGH, HIGH, NOT_CLEARED, {REGISTER: "name", REGISTRY: "number"},
    spellings=("HAREBELL HOME CARE LTD", "Harebell Home Care Limited"))
company("HAREBELL HOME CARE LIMITED", "99800016", sic="88100 - Social work activities without accommodation")
declares("HAREBELL HOME CARE LIMITED", "99800016", M36)

pay("Copperfold Waste Services Ltd", "Waste disposal", [61_200, 58_870],
    "Its parent declared for the group: the band is the group's, and its own turnover is at most that",
    HIGH, HIGH, NOT_CLEARED, {REGISTER: "name", REGISTRY: "number"})
company("COPPERFOLD WASTE SERVICES LIMITED", "99800023", sic="38110 - Collection of non-hazardous waste")
declares("Copperfold Waste Services Limited", "99800023", M100, parent="Copperfold Group plc")

pay("Copperfold Group plc", "Consultancy", [9_400],
    "It has no row of its own, and is named as the parent of one that has",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTRY: "name"})

pay("Brackenfield Cleaning Contractors Limited"[:_CUT], "Cleaning of buildings", [22_310],
    'The ledger cut its name inside "Limited": found all the same',
    HIGH, HIGH, NOT_CLEARED, {REGISTER: "name", REGISTRY: "number"})
company("BRACKENFIELD CLEANING CONTRACTORS LIMITED", "99800037", sic="81210 - General cleaning of buildings")
declares("Brackenfield Cleaning Contractors Limited", "99800037", M60)

pay("Tallowmere Facilities Management and Maintenance Ltd"[:_CUT], "Building maintenance", [44_050],
    "The ledger cut its name inside a word: who it is waits for a person",
    HIGH, HIGH, NOT_CLEARED, {REGISTER: PERHAPS, REGISTRY: PERHAPS})
company("TALLOWMERE FACILITIES MANAGEMENT AND MAINTENANCE LIMITED", "99800044",
        sic="81100 - Combined facilities support activities")
declares("Tallowmere Facilities Management and Maintenance Limited", "99800044", M100)

pay("Quillon Catering Ltd t/a Pantry Lane", "Catering", [12_980],
    "A firm and its trading name: found by the firm's own name",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares("QUILLON CATERING LIMITED", "99800051", M36)

pay("Juniper Row Staffing t/a Shiftwell", "Agency staff", [88_300, 91_240],
    "Anybody may trade under a name: another firm's name is its trading name, and waits for a person",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: PERHAPS})
declares("SHIFTWELL LIMITED", "99800068", M60)

pay("Sorrelgate Security (UK) Ltd", "Security guarding", [31_115],
    '"(UK)" on one side only is often another company of the group: waits for a person',
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: PERHAPS})
declares("SORRELGATE SECURITY LIMITED", "99800075", M100)

pay("Old Mill Print Works Ltd", "Printing", [7_320],
    "The company register has it under a new name, which is the only one that the registry knows",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTER: "previous name", REGISTRY: "number"})
company("MILLRACE GRAPHICS LIMITED", "99800082", previous="OLD MILL PRINT WORKS LIMITED",
        sic="18129 - Printing n.e.c.")
declares("MILLRACE GRAPHICS LIMITED", "99800082", M36)

pay("Weatherby Lock Builders Ltd", "Building works", [140_600, 96_450],
    "The registry's earlier file has it under the name we pay, the later under a new one",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "previous name"})
declares("WEATHERBY LOCK BUILDERS LIMITED", "99800099", M60, file=2025, ended="31/03/2025")
declares("WEATHERBY LOCK CONSTRUCTION LIMITED", "99800099", M60)

pay("Thornlea Reach Recruitment Ltd", "Agency staff", [27_700],
    "The registry has a firm whose name differs by one letter: a person will turn it down",
    HIGH, HIGH, LOW, {REGISTER: "name", REGISTRY: PERHAPS})
company("THORNLEA REACH RECRUITMENT LIMITED", "99800103", MICRO,
        sic="78200 - Temporary employment agency activities")
declares("THORNLEA BEACH RECRUITMENT LIMITED", "99800110", M36)

pay("Hobday Fold Highways Ltd", "Road repairs", [310_900],
    "Only in the earlier file, for a year that ended in March 2024: out of date",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares("Hobday Fold Highways Limited", "99800127", M100, file=2025, ended="31/03/2024")

pay("Larchmere Transport Ltd", "School transport", [52_480],
    "It declares less than £36 million: section 54 does not ask for its statement",
    NOT_CLEARED, NOT_CLEARED, LOW, {REGISTRY: "name"})
declares("Larchmere Transport Limited", "99800134", SMALL)

pay("Bexwell Timber Ltd", "Timber and boards", [8_760],
    "Two companies of the registry have its name: a person decides which it is",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTRY: PERHAPS})
declares("BEXWELL TIMBER LIMITED", "99800141", M36)
declares("Bexwell Timber Limited", "99800158", M500)

pay("Vexo", "Software licences", [26_000],
    "A short name without a legal form is many firms' name: waits for a person",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTRY: PERHAPS})
declares("VEXO LIMITED", "99800165", M36)

pay("CAFE MIRABEAU & SONS LTD", "Catering", [9_115.4],
    "An accent, an ampersand and capitals make no other name",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares("Café Mirabeau and Sons Limited", "", M36)

pay("\u0412rimley Hay Laundry Ltd", "Laundry", [15_230],
    "Its first letter is not a Latin B, though it looks like one",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares("Brimley Hay Laundry Limited", "99800189", M36, areas=3)

pay("Oxlip Homecare Ltd", "Home care", [33_870],
    'One word or two; it leaves three areas blank, which is no "no"',
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares("OXLIP HOME CARE LIMITED", "99800196", M60, areas=3)

pay("The Kelpie Foods Company Ltd", "Food and drink", [19_950],
    "Its name has quotation marks, which the registry does not double",
    HIGH, HIGH, NOT_CLEARED, {REGISTRY: "name"})
declares('The "Kelpie" Foods Company Limited', "99800200", M36)

# -- found in the company register

pay("Pipwell Lane Gardens Ltd", "Grounds maintenance", [7_140],
    "Accounts of a micro-entity: its turnover is likely below the threshold",
    HIGH, HIGH, LOW, {REGISTER: "name"})
company("PIPWELL LANE GARDENS LIMITED", "99800217", MICRO, sic="81300 - Landscape service activities")

pay("Dunnock Vale Consulting Ltd", "Consultancy", [11_600],
    "Accounts of a small company: its turnover is likely below the threshold",
    NOT_CLEARED, LOW, LOW, {REGISTER: "name"})
company("DUNNOCK VALE CONSULTING LIMITED", "99800224", SMALL_ACCOUNTS,
        sic="70229 - Management consultancy activities")

pay("Ravensike Engineering Ltd", "Lift maintenance", [48_200],
    "Full accounts say nothing about its turnover; not in the registry, which is voluntary",
    HIGH, HIGH, NOT_CLEARED, {REGISTER: "name"})
company("RAVENSIKE ENGINEERING LIMITED", "99800231", sic="43290 - Other construction installation")

pay("Sallowby Training Ltd", "Staff training", [8_050],
    "Dormant accounts, and yet we pay it: nothing is estimated",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTER: "name"})
company("SALLOWBY TRAINING LIMITED", "99800248", DORMANT, sic="85590 - Other education n.e.c.")

pay("Cindermoor Scaffolding Ltd", "Scaffolding", [23_900],
    "In liquidation: a question about whom we pay",
    HIGH, HIGH, LOW, {REGISTER: "name"})
company("CINDERMOOR SCAFFOLDING LIMITED", "99800255", SMALL_ACCOUNTS, "Liquidation",
        sic="43991 - Scaffold erection")

pay("Elmstead Quay Office Supplies Ltd", "Stationery", [6_480],
    "A proposal to strike it off: a question about whom we pay",
    NOT_CLEARED, MEDIUM, LOW, {REGISTER: "name"})
company("ELMSTEAD QUAY OFFICE SUPPLIES LIMITED", "99800262", MICRO, "Active - Proposal to Strike off",
        sic="47620 - Retail sale of newspapers and stationery in specialised stores")

# -- found in our own table

pay("Merrow Field Care Home Ltd", "Residential care", [75_300, 74_880],
    "Our table has its number and a turnover of £8.4m: section 54 asks nothing",
    HIGH, HIGH, LOW, {TABLE: "name"})
checked("Merrow Field Care Home Limited", "99800279", "£8,400,000")

pay("Kingcup Agency Nursing Ltd", "Agency nursing", [64_720],
    "Our table has its MSAT result, which takes a little off the score and leaves the priority",
    HIGH, HIGH, NOT_CLEARED, {TABLE: "name"})
checked("Kingcup Agency Nursing Ltd", "99800286", "", "", "64%", "18/05/2026")

pay("Tamarisk Linen Hire Ltd", "Linen hire", [10_900],
    "Our table names its parent, which the registry has: does the parent's statement cover it? Waits",
    HIGH, HIGH, NOT_CLEARED, {TABLE: "name", REGISTRY: PERHAPS})
checked("Tamarisk Linen Hire Ltd", parent="Tamarisk Holdings Ltd")
declares("TAMARISK HOLDINGS LIMITED", "99800293", M100)

pay("Whinfell Software Ltd", "Software development", [39_000],
    "Our £52m goes before what small-company accounts suggest",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {TABLE: "name", REGISTER: "number"})
checked("Whinfell Software Limited", "99800307", "£52m")
company("WHINFELL SOFTWARE LIMITED", "99800307", SMALL_ACCOUNTS,
        sic="62012 - Business and domestic software development")

# -- on the watchlist

pay("Ostrin Harbour Trading Ltd", "Marine supplies", [28_400],
    "A listed name, and the countries agree: whether it is the same is to check",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTER: "name", WATCHLIST: f"name{TO_CHECK}"})
company("OSTRIN HARBOUR TRADING LIMITED", "99800314", sic="46900 - Non-specialised wholesale trade")
listed("Ostrin Harbour Trading Limited", "United Kingdom")

pay("Velmora Textiles Ltd", "Uniforms and workwear", [14_750],
    "Listed in another country than the register gives a firm of that name; our list gives none: to check",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {REGISTER: "name", WATCHLIST: f"name{TO_CHECK}"})
company("VELMORA TEXTILES LIMITED", "99800321", sic="13923 - Manufacture of household textiles")
listed("Velmora Textiles Ltd", "Cyprus")

pay("Karsholm Instruments Ltd", "Laboratory equipment", [17_020],
    "A name like a listed one: possible, changes nothing",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {WATCHLIST: PERHAPS})
listed("Karsholme Instruments Ltd", "Norway")

pay("Dovrell Shipping Ltd", "Freight", [21_660],
    "Another name of a listed firm, and no country of ours to tell them apart: to check",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED, {WATCHLIST: f"another name{TO_CHECK}"})
listed("DVL Maritime Ltd", "Malta", "Dovrell Shipping Ltd")

# -- found nowhere, and who is not looked for

pay("Loxham Bridge Plumbing", "Plumbing repairs", [13_340],
    "In none of the files, which says nothing of it",
    HIGH, HIGH, NOT_CLEARED)
pay("Amberwick Day Nursery", "Early years funding", [41_500],
    "In none of the files, which says nothing of it",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED)
pay("Saltash Row Taxis", "School transport", [5_210],
    "In none of the files, which says nothing of it",
    NOT_CLEARED, NOT_CLEARED, NOT_CLEARED)
pay("Quarrendale Pension Fund", "Superannuation contributions", [402_500],
    "Buys nothing, is set aside and looked for nowhere", SET_ASIDE, SET_ASIDE, SET_ASIDE)
pay("Ms Petra Lowdham", "Foster carer allowances", [4_680],
    "A private person is set aside and looked for nowhere", SET_ASIDE, SET_ASIDE, SET_ASIDE)

# -- suppliers of suppliers.xlsx

supplier("Brindlemoor Facilities Management Ltd",
    "Our list says no statement and the registry lists one: not known",
    HIGH, NOT_CLEARED, {REGISTRY: "number"})
declares("BRINDLEMOOR FACILITIES MANAGEMENT LIMITED", "99000107", M36)

supplier("Kestlebrook Foods Ltd", 'Turnover "tbc", and accounts of a small company: likely below',
    HIGH, LOW, {REGISTER: "number"})
company("KESTLEBROOK FOODS LIMITED", "99000170", SMALL_ACCOUNTS,
        sic="10890 - Manufacture of other food products n.e.c.")

supplier("Mirefield Textiles Ltd",
    "Nothing but a number, and by that the registry has its turnover and statement",
    NOT_CLEARED, NOT_CLEARED, {REGISTRY: "number"})
declares("Mirefield Textiles Limited", "99000184", M36)

supplier("Thistlewaite Training Ltd",
    "Its number stands under another name in the registry: waits for a person",
    NOT_CLEARED, NOT_CLEARED, {REGISTRY: PERHAPS})
declares("PELLARD QUARRIES LIMITED", "99000254", M100)

supplier("Vexley Interiors Ltd",
    '"Group statement": the registry says whose, and that it covers this company',
    NOT_CLEARED, NOT_CLEARED, {REGISTRY: "number"})
declares("Vexley Interiors Limited", "99000268", M100, parent="Vexley Group Limited")

supplier("Yarrowmead Fleet Ltd",
    "Our statement is out of date; the registry's later one is taken, and who signed that one is not known",
    NOT_CLEARED, NOT_CLEARED, {REGISTRY: "number"})
declares("YARROWMEAD FLEET LIMITED", "99000310", M100)

supplier("Nordvane Moebler A/S", "A listed name in another country: possible, changes nothing",
    NOT_CLEARED, NOT_CLEARED, {WATCHLIST: PERHAPS})
listed("Nordvane Moebler A/S", "Norway")

supplier("Hailstone Lantern Company", "A listed name, and the countries agree: to check",
    HIGH, LOW, {WATCHLIST: f"name{TO_CHECK}"})
listed("Hailstone Lantern Company", "China")
