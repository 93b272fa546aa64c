"""Closed lists of words the grammar of rewordings needs."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that open what follows a noun inside its phrase.
POSTMODIFIERS = _words(
    "with who whom whose that in of for from on to at about we you receiving using working "
    "living experiencing diagnosed without involved placed exposed not as by because able "
    "between "
)

# Nouns without a plural, as they are used in these documents.
MASS = _words(
    "medication treatment housing transportation employment money food insulin methadone "
    "suicide therapy care attendance compliance adherence paperwork laundry housekeeping mail "
    "information rent work abuse use support distress abstinence sobriety hygiene equipment "
    "documentation commitment hospitalization restraint seclusion medicine experience "
)

# Determiners.
DETERMINERS = _words(
    "a an the this that these those each every any some no another either neither all both "
)

# Pronouns that take a singular verb.
SINGULAR_PRONOUNS = _words(
    "he she it this that i someone anyone everyone nobody each one anybody everybody "
)

# Prepositions that open a phrase of time.
TIME_PREPOSITIONS = _words(
    "at during after before by until since per every throughout upon within "
)

# Verbs that do not stand in the progressive.
STATIVE = _words(
    "be have want need know understand prefer like own see believe seem agree disagree "
)

# Verbs that only carry the act named by their object (*perform* mouth checks).
LIGHT_VERBS = _words(
    "perform conduct complete provide do carry run make assist participate engage undertake "
    "deliver handle implement offer oversee help "
)

# Words that stay in lower case inside a title.
LOWER_IN_TITLES = _words("a an and as at but by for from in nor of on or the to with")
