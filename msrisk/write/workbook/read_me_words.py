"""The words of *Read me*: what an officer, or a colleague without msrisk, has to know to use the register well."""

from __future__ import annotations

from msrisk.write.workbook.to_fill_in import OURS_FIRST

WHAT_IT_IS = (
    "These are the suppliers we pay, in the order in which to check them for modern slavery, with the "
    "reasons, what is not known, and what to ask. It was made from our own list by written rules, each "
    "with its source; nothing was sent to anybody. It starts a conversation, and finds nobody to be "
    "anything."
)
IN_DANGER = (
    "Somebody in immediate danger: call 999. If you suspect that somebody is a victim, read the last part of this "
    "sheet before you do anything else."
)
DO_FIRST = "Do first"
FIRST_STEPS = {
    "Look first": "Take the suppliers from the top: why each stands there, and what to do. Questions has what is "
    "not known of them, in words to send; to ask about what was found as well: explain with --for-supplier.",
    "By category": "See which kinds of purchase need one step for all their suppliers, before you write to each.",
    "Register": f"Note in the tinted columns, from {OURS_FIRST} on, who acts, what was asked, and by which day.",
}
SHEETS = "The sheets"
ANSWERS = {
    "Summary": "How many suppliers, how much money, and what to do first.",
    "By category": "What we buy: which kinds need one step for the whole category.",
    "Look first": "Whom to look at this week, why, and what to ask first; then the top of every other queue.",
    "Register": "How each supplier stands, and, in the tinted columns, what we did about it.",
    "Findings": "What was flagged, on which cells and which law.",
    "For us": "What law or policy asks of us, the buyer. It says nothing of a supplier.",
    "What if": "What would be asked if rules on trial were law.",
    "Where and what": "In which countries the work is done or the goods are made, by what we buy.",
    "Questions": "What to ask those to look at first about what is not known, and whom.",
    "What we know": "Of how many suppliers we know what the rules ask about.",
    "Data to chase": "Which answers would move most suppliers, and who has them.",
    "Set aside": "Who was not screened, and why.",
    "Joined": "Who was found in a public file, and what that told us.",
    "Data quality": "How our list was read, and what in it could not be read.",
    "Rules used": "Which rules were asked, by which law and source.",
    "Method": "How a priority is worked out, and how firm it is.",
    "Words used": "What the words mean, here and in the law.",
    "Run record": "What is needed to repeat this run.",
}
GUIDANCE = {
    "How to read it": {
        "Priority": "Refer, Critical, High, Not cleared, Medium, Low: how soon to check, and nothing "
        "more. The word is always there, and no colour says anything that a word does not.",
        "'Not known' is not 'clear'": "A blank in our list speaks neither for nor against anybody. While "
        "an answer could still make it High, a supplier is Not cleared, however little was found.",
        "'On known facts', 'Could reach'": "'On known facts' is the priority that the answers we hold "
        "give. 'Could reach' is the score if everything that is not known were a flag.",
        "'Settled'": "The share of the rules put to a supplier that could be answered.",
        "Queue": "Look first: this week's work. Next: after it. Identity to check: may be an "
        "organisation on a list, and a person decides. Parked: small, and nothing found but the "
        "category; nobody looks now. Set aside: no supplier for this purpose.",
    },
    "Which columns are yours": {
        "On the sheet Register": f"The tinted columns, from {OURS_FIRST} on, are yours to fill in; they offer "
        f"words to "
        "choose from, and check days. All other columns are worked out: what is typed over them is lost "
        "when a new register is made.",
        "This file": "msrisk does not write over a register that somebody saved, unless it is told to "
        "with --force. Give a new run another name; the Register ID of a supplier stays the same, so "
        "that notes can be found again.",
    },
    "What not to do": {
        "Exclude nobody by this": "Whether a ground for exclusion applies, and what follows, is for "
        "legal review. A supplier is asked first.",
        "Send no ranked list on": "Do not publish a ranked list of suppliers or bidders, or put it in a "
        "tender file: there it is a criterion nobody was told of. For an award use python -m msrisk "
        "award, which ranks nobody.",
        "Accuse nobody in a note": "A flag is a question. Write what was asked, on which day, and what was "
        "answered.",
        "Nothing here is private": "The register and your notes may have to be disclosed under freedom of "
        "information.",
        "Keep it no longer than needed": "It holds personal data: owners, contacts, sole traders. Keep it as our "
        "retention schedule says, and delete old copies.",
    },
    "If you suspect a victim": {
        "1. Danger": "Somebody is in immediate danger: call 999.",
        "2. Confront nobody": "Do not confront the employer or the supplier; that may put people in danger.",
        "3. Write it down": "What you saw and heard, where and when, in plain words; not in this file.",
        "4. Tell": "Tell your safeguarding lead at once. Nobody has to be certain first.",
        "5. Advice": "Modern Slavery & Exploitation Helpline: 08000 121 700.",
        "6. Labour providers": "Fair Work Agency, which took over from the Gangmasters and Labour Abuse "
        "Authority: 0345 161 6000.",
        "7. Referral": "Local authorities are among the first responders who refer a possible victim to "
        "the National Referral Mechanism: an adult must consent, a child need not. In England and Wales "
        "councils have a duty to notify. That is for the safeguarding lead; the sources stand under "
        "Words used.",
    },
}
