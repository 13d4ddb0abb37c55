"""The invented suppliers that show section 54: what each shows, and the bands it must come out in.

None of them exists. Their company numbers (99...) are beyond any that were issued; their links end in .example.
"""

from __future__ import annotations

from datetime import date

from supplier_making import (
    CRITICAL,
    HIGH,
    LOW,
    MEDIUM,
    NOT_CLEARED,
    SUPPLIERS,
    add,
    bare,
    in_order,
    link,
    none_found,
)

__all__ = ["SUPPLIERS"]

# A table, so laid out as one: two or three lines a supplier.
# fmt: off
# -- in scope or not: the turnover

add("Aspenholt Care Group Ltd", "Adult home care", 4_812_300.5,
     "The statement is in order; adult care is High by itself", LOW, HIGH,
     in_order("aspenholt", turnover=182_400_000))
add("Brindlemoor Facilities Management Ltd", "Cleaning of buildings", 1_290_000,
     "Turnover of exactly £36m is in scope; no statement found", HIGH, CRITICAL,
     none_found(turnover=36_000_000))
add("Cawdle Vale Catering Ltd", "School meals", 611_240,
     "Turnover of £35,999,999.99 is below the threshold: section 54 asks nothing", LOW, HIGH,
     none_found(turnover=35_999_999.99))
add("Duskwater Construction Ltd", "Building works", 2_345_000,
     '"over £36m" is in scope; no statement found', HIGH, CRITICAL,
     none_found(turnover="over £36m"))
add("Eldermere Cleaning Services Ltd", "Cleaning of buildings", 187_500,
     '"up to £36m" may be exactly £36m: whether section 54 applies is not known', NOT_CLEARED, HIGH,
     none_found(turnover="up to £36m"))
add("Fennimarsh Logistics Ltd", "Courier services", 94_120,
     "The band £10m-£50m stands on both sides of the threshold", NOT_CLEARED, NOT_CLEARED,
     none_found(turnover="£10m-£50m"))
add("Gorsefield Solartechnik GmbH", "Solar panels", 733_800,
     "€42m is near £36m whatever the rate: not known; a foreign company in business here",
     NOT_CLEARED, NOT_CLEARED,
     none_found(company_number="", country="Germany", turnover="€42m"))
add("Harrowthwaite Security Ltd", "Guarding", 408_000,
     "A group's turnover is the most this company can have: not known", NOT_CLEARED, HIGH,
     none_found(turnover="£500m (group)"))
add("Inglewick Waste Ltd", "Waste collection", 1_044_900,
     "Turnover without subsidiaries is the least it can be: not known", NOT_CLEARED, HIGH,
     none_found(turnover="£35m excl. subsidiaries"))
add("Jessamy Print Ltd", "Printing", 38_450,
     "Turnover with VAT may be below £36m without it: not known", NOT_CLEARED, NOT_CLEARED,
     none_found(turnover="£40m incl VAT"))
add("Kestlebrook Foods Ltd", "Food packing labour", 512_000,
     '"tbc" is not an amount, and never nought', NOT_CLEARED, HIGH,
     none_found(turnover="tbc", licensed_labour="Yes", gangmaster_licence="KEST0417",
                gangmaster_licence_expiry=date(2026, 6, 30)))
add("Larkhanger Timber Ltd", "Timber and boards", 66_700,
     "A turnover of 0 is not believed of a firm we pay", NOT_CLEARED, NOT_CLEARED,
     none_found(turnover=0))
add("Mirefield Textiles Ltd", "Uniforms and workwear", 152_380,
     "Turnover and every answer blank: not known, never clear", NOT_CLEARED, NOT_CLEARED,
     bare(turnover="", turnover_year_end=""))
add("Nettlecombe Minibuses Ltd", "School transport", 221_000,
     'The registry\'s own band "Under £36 million" is below the threshold', LOW, NOT_CLEARED,
     none_found(turnover="Under £36 million"))

# -- in scope or not: what the supplier is, and where

add("Tarrow and Daughter Building Works", "Building works", 91_000,
     "A sole trader is outside section 54 even with £40m", LOW, HIGH,
     none_found(company_number="", legal_form="Sole trader", turnover=40_000_000))
add("Oakspindle Legal LLP", "Legal services", 340_000,
     "An LLP is in scope; its members have not approved the statement", MEDIUM, MEDIUM,
     in_order("oakspindle", company_number="OC990205", legal_form="LLP", turnover=50_000_000,
               statement_approved="No"))
add("Pennywhistle & Rook", "Surveying", 128_600,
     "A partnership needs a signature but no board approval", LOW, NOT_CLEARED,
     in_order("pennywhistle-rook", company_number="", legal_form="Partnership", turnover=48_000_000,
               statement_approved="No"))
add("Quarrendale Borough Council", "Shared services", 905_000,
     "A public body in a list of suppliers stays: whether it carries on a business is a question of its own",
     NOT_CLEARED, NOT_CLEARED,
     none_found(company_number="", legal_form="", turnover=310_000_000, uk_business=""))
add("Rushy Hollow Holdings Ltd", "Property leases", 275_000,
     "A Jersey company in business here is in scope; no statement found", HIGH, HIGH,
     none_found(company_number="FC099126", country="Jersey", turnover=75_000_000))
add("Saltgrave Manufacturing SA", "Street furniture", 58_300,
     "An overseas company with no business here is outside section 54", LOW, NOT_CLEARED,
     none_found(company_number="", country="Portugal", turnover=220_000_000, uk_business="No"))
add("Nordvane Moebler A/S", "Office furniture", 310_450,
     "An overseas company: nobody asked whether it is in business here", NOT_CLEARED, NOT_CLEARED,
     none_found(company_number="", country="Denmark", legal_form="", turnover=300_000_000, uk_business=""))
add("Stonechat Hollow Limited Partnership", "Property leases", 83_000,
     "A limited partnership is in scope; no statement found", HIGH, HIGH,
     none_found(company_number="SL099147", legal_form="Limited partnership", turnover=64_000_000))

# -- is there a statement

add("Thistlewaite Training Ltd", "Staff training", 47_250,
     '"Not required" is not a no', NOT_CLEARED, NOT_CLEARED,
     bare(turnover=44_000_000, statement_published="Not required"))
add("Umberlow Software Ltd", "Software licences", 388_000,
     '"N/A" is not a no', NOT_CLEARED, NOT_CLEARED,
     bare(turnover=51_000_000, statement_published="N/A"))
add("Vexley Interiors Ltd", "Office furniture", 73_900,
     '"Group statement": whose, and does it cover this company?', NOT_CLEARED, NOT_CLEARED,
     bare(turnover=60_000_000, statement_published="Group statement", recruitment_fees="Yes"))
add("Withybrook Highways Ltd", "Road repairs", 3_620_000,
     '"Yes - 2024" and no link: there is said to be a statement, but nobody has seen it', NOT_CLEARED, HIGH,
     bare(statement_published="Yes - 2024"))
add("Copperknot Distribution Ltd", "Catering supplies", 264_000,
     "No statement of its own, but its parent's names it", LOW, HIGH,
     in_order("copperknot-group", turnover=88_000_000, statement_published="No"))
add("Dovetail Quay Shipping Ltd", "Freight", 199_000,
     "A statement of the parent does not cover this supplier", HIGH, HIGH,
     in_order("dovetail-quay", statement_covers_supplier="No"))
add("Hartsbourne Signs Ltd", "Road signs", 88_200,
     'Said to have a statement, and in place of a link stands "see website"', LOW, MEDIUM,
     {**in_order("hartsbourne"), "statement_url": "see website", "chain_known_to": "Tier 2"})
add("Ouseley Park Hotels Ltd", "Accommodation", 61_400,
     "A link is held and the rest is blank: a statement is taken to be there", NOT_CLEARED, NOT_CLEARED,
     bare(turnover=97_000_000, **link("ouseley-park")))

# -- which year, and in what form

add("Yarrowmead Fleet Ltd", "Vehicle hire", 702_000,
     "Year ended 21 May 2025: one day over 18 months ago, out of date", MEDIUM, NOT_CLEARED,
     in_order("yarrowmead", statement_year_end=date(2025, 5, 21)))
add("Zephyr Hill Nursing Ltd", "Residential care", 1_933_000,
     "Year ended 22 May 2025: exactly 18 months ago, not out of date", LOW, HIGH,
     in_order("zephyr-hill", statement_year_end=date(2025, 5, 22)))
add("Alderpike Electrical Ltd", "Electrical works", 154_000,
     "The statement is said to be for a year still to come", LOW, HIGH,
     in_order("alderpike", statement_year_end=date(2027, 3, 31)))
add("Bramblewick Laundry Ltd", "Laundry", 229_700,
     "The statement says that no steps were taken: lawful, and a reason to ask", HIGH, HIGH,
     in_order("bramblewick", statement_no_steps="Yes"))
add("Emberlea Recruitment Ltd", "Agency staff", 5_140_000,
     "Several flags add up: not covered, not approved, no steps taken", CRITICAL, CRITICAL,
     in_order("emberlea", statement_covers_supplier="No", statement_approved="No", statement_no_steps="Yes",
              licensed_labour="Yes", gangmaster_licence="No"))
add("Foxglove Row Hotels plc", "Accommodation", 119_000,
     "Neither signed nor linked: only the worse of the two counts", MEDIUM, NOT_CLEARED,
     in_order("foxglove-row", legal_form="plc", statement_signed="No", statement_linked="No"))
add("Greywether Glass Ltd", "Glazing", 42_800,
     "Not linked from the home page, and it says that no risk was found: a reason to ask", LOW, HIGH,
     in_order("greywether", statement_linked="No", statement_no_risks="Yes"))
add("Marlpit Roofing Ltd", "Roofing", 318_000,
     '"Not explicit" about approval, and the year is only "2025": open, but too little hangs on it', LOW, HIGH,
     in_order("marlpit", statement_approved="Not explicit", statement_year_end="2025", statement_six_areas="No"))

# -- small suppliers, and turnover that is old

add("Ivelstone Plant Hire Ltd", "Plant hire", 77_000,
     "£34m in accounts to March 2023: near the threshold and old", LOW, MEDIUM,
     none_found(turnover=34_000_000, turnover_year_end=date(2023, 3, 31), chain_known_to="Tier 2",
                recruitment_fees="No"))
add("Juniper Stile Community Association", "Grants", 12_000,
     "An unincorporated body is never asked for newer accounts", LOW, NOT_CLEARED,
     none_found(company_number="", legal_form="Unincorporated association", turnover=29_000_000,
               turnover_year_end=date(2023, 3, 31)))
add("Pipit Lane Window Cleaning Ltd", "Window cleaning", 6_150,
     "Small and without papers: section 54 asks nothing, and it is parked", LOW, HIGH,
     bare(turnover=180_000, turnover_year_end=""))

# -- rows and names

add("Kittiwake Quay Ltd", "Grounds maintenance", 205_000,
     "One supplier on two rows that say the same: one result, spend added up", LOW, HIGH,
     in_order("kittiwake"), again={"spend": 41_300, "category": "Tree work"},
     spellings=("Kittiwake Quay Ltd", "KITTIWAKE  QUAY\u00a0LIMITED"))
add("Lantern Moss Environmental Ltd", "Asbestos removal", 133_000,
     "Its two rows disagree about its turnover: not known", NOT_CLEARED, HIGH,
     none_found(turnover=30_000_000), again={"turnover": 41_000_000, "spend": 9_000},
     spellings=("Lantern Moss Environmental Ltd", "LANTERN MOSS ENVIRONMENTAL LTD"))
add("[/foo] Studios Ltd", "Design", 4_900,
     "A name that looks like mark-up is shown as it stands", LOW, NOT_CLEARED,
     bare(turnover=410_000))
add('=HYPERLINK("https://click.example","Invoice") Ltd', "Consultancy", 3_300,
     "A name that looks like a formula stays text", LOW, LOW,
     bare(turnover=95_000))
add("O'Marrow & Pyle's Bakery Ltd", "Food and drink", 15_800,
     "An apostrophe and an ampersand in the name", LOW, HIGH,
     bare(turnover=1_250_000), messy={"supplier_name": "O’MARROW AND PYLES BAKERY LIMITED"})
