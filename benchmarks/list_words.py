"""The words of invented supplier lists: names of firms, and what councils buy."""

from __future__ import annotations

FIRST = (
    "Al Ash Bar Birk Black Bram Bright Burn Cal Carn Chal Clay Cold Cop Cran Dal Dove Drax Dun East Eld Ember "
    "Fair Fal Fenn Fern Gar Glen Gold Gorse Grey Hag Hal Harrow Hart Haw Hazel Holm Ing Kel Kestle Kirk Lang "
    "Lark Lin Mar Mere Mill Mire Moss Neth New North Oak Ors Pen Pip Quarr Raven Red Rook Rush Salt Sand Shel "
    "Silver Stan Stone Sutt Tarn Thistle Thorn Up Vale Wal War Wether Whit Wil Wither Wood Yarrow Yew Zel"
).split()
SECOND = (
    "acre beck bourne bridge brook burn bury by cliffe combe cote croft dale den don field fold ford gate grove "
    "ham hanger hill holme holt hope hurst keld land lea ley lock low mead mere minster moor more ness over "
    "pike pool port quay ridge rigg royd scar shaw side stead stile stoke stow thorpe thwaite ton tree vale wade "
    "wall water well wick wold wood worth yard"
).split()
TRADES = (
    "Care",
    "Homecare",
    "Cleaning Services",
    "Construction",
    "Building & Maintenance",
    "Catering",
    "Security",
    "Recruitment",
    "Transport",
    "Waste & Recycling",
    "Software",
    "Consulting",
    "Legal",
    "Engineering",
    "Electrical",
    "Plumbing & Heating",
    "Landscapes",
    "Print & Design",
    "Training",
    "Supplies",
)
ENDINGS = (
    "Ltd",
    "Ltd",
    "Ltd",
    "Ltd",
    "Limited",
    "Limited",
    "plc",
    "LLP",
    "CIC",
    "Group Ltd",
    "(UK) Ltd",
    "Services",
)
AREAS = (
    *("", "North", "South", "East", "West", "Midland", "Northern", "Southern", "Eastern", "Western", "Central"),
    *("Coastal", "Valley", "County", "Borough", "Metro", "Highland", "Lowland", "Island", "Harbour", "Riverside"),
)
_FAMILIES = {
    "Adult social care": "home care|residential care|nursing care|supported living|day care|respite|extra care"
    "|direct payments|care agency|reablement",
    "Children's services": "fostering|residential placements|nurseries|short breaks|family support|youth work"
    "|special schools|tuition|advocacy|play schemes",
    "Agency staff": "social workers|care workers|teachers|drivers|refuse loaders|admin and clerical"
    "|interim managers|cleaners|security|kitchen staff",
    "Construction": "new build|roofing|groundworks|demolition|asbestos removal|scaffolding|plastering|joinery"
    "|modular buildings|site cabins",
    "Facilities": "building cleaning|window cleaning|guarding|key holding|reception|pest control|lift maintenance"
    "|fire alarms|legionella testing|waste from offices",
    "Highways": "resurfacing|street lighting|road signs|gullies|gritting|traffic management|bridges|white lining"
    "|drainage|traffic signals",
    "Environment": "refuse collection|recycling|grounds maintenance|tree work|street cleaning|dog warden|landfill"
    "|green waste|clinical waste|fly tipping",
    "ICT": "laptops|servers|software licences|cloud hosting|telephony|mobile phones|network cabling|printers"
    "|cyber security|support and maintenance",
    "Catering": "fresh meat|fruit and vegetables|bread|milk|groceries|frozen food|school meals|vending"
    "|kitchen equipment|catering supplies",
    "Clothing": "uniforms|workwear|protective equipment|footwear|gloves|school wear|high visibility|laundry"
    "|linen hire|badges",
    "Transport": "home to school|taxis|vehicle hire|vehicle purchase|tyres|fuel|vehicle repairs|car washing|buses"
    "|couriers",
    "Professional services": "audit|legal advice|barristers|surveyors|architects|valuers|actuaries|consultants"
    "|translation|recruitment advertising",
    "Property": "rent|rates|service charges|valuations|estate agents|removals|storage|housing repairs"
    "|void clearance|temporary accommodation",
    "Utilities": "electricity|gas|water|heating oil|solar panels|batteries|energy advice|metering|district heat"
    "|biomass",
    "Office": "stationery|furniture|paper|post|printing|franking|books|newspapers|archive|shredding",
    "Leisure": "swimming pools|sports equipment|theatre|events|museums|libraries|playgrounds|allotments"
    "|gym equipment|music tuition",
    "Health": "occupational health|medical supplies|pharmacy|community equipment|wheelchairs|drug and alcohol"
    "|sexual health|smoking cessation|counselling|first aid",
    "Finance": "insurance|banking|leasing|pensions administration|debt recovery|cash collection|card fees"
    "|treasury advice|grants|bailiffs",
    "Training": "apprenticeships|management courses|first aid courses|health and safety|driver training"
    "|conferences|e-learning|safeguarding|coaching|exam fees",
    "Materials": "timber|aggregates|cement|steel|paint|tools|electrical goods|plumbing goods|fencing|road salt",
}
CATEGORIES = tuple(f"{family} - {item}" for family, items in _FAMILIES.items() for item in items.split("|"))
