"""Closed lists of words the grammar of rewordings needs."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that open what follows a noun inside its phrase.
POSTMODIFIERS = _words(
    "this our they i is are was were he she with who whom whose that in of for from on to at "
    "about we you receiving using working living experiencing diagnosed without involved "
    "placed exposed not as by because able between "
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
    "deliver handle implement offer oversee help maintain manage hold keep lead"
)

# Words that stay in lower case inside a title.
LOWER_IN_TITLES = _words("a an and as at but by for from in nor of on or the to with")

# Nouns for days, hours and stretches of time.
TIME_NOUNS = _words(
    "monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night "
    "weekend weekday week day month quarter year hour minute shift bedtime noon midnight holiday "
    "summer winter spring fall january february march april june july august september october "
    "november december tour visit time"
)

# Titles before a name.
TITLES = _words("mr. ms. mrs. mx. mr ms mrs mx miss")

# Verbs of passing on or writing down what another act has shown (*looks in and lets the nurse know*).
REPORTING = _words(
    "report document log record chart note tell notify inform alert update let relay enter"
)

# Verbs of an act whose purpose another act cannot be (*checks the database to see who …*).
LOOKS_UP = _words(
    "check review read open log search consult query use pull scan study look monitor"
)

# Verbs with which somebody tells of another's act.
TELLING = _words(
    "say state wonder object complain claim allege argue testify recall remember describe mention "
    "believe think suspect grieve protest regret thank praise commend"
)

# Verbs of writing down that the old act was done, in the middle of a list too.
TICKS = _words("tick initial tally score jot stamp mark punch")

# Verbs of what follows a duty of control and makes no sense without it (*and initial the log*).
SEQUELS = _words(
    "report document log record initial chart note tell notify inform alert update sign decide "
    "determine approve enforce score submit describe tally advise triage remind monitor track "
    "search confiscate count jot enter key tick mark stamp punch"
)

# Nouns for what is handed on after a duty of control.
ACCOUNTS = _words(
    "update recommendation opinion report feedback summary log note account tally finding result "
    "form sheet record receipt slip ticket order score total number date result initial"
)

# Verbs of handing something on.
HANDS_ON = _words(
    "give make provide send keep fill write hand issue complete file prepare turn "
    "put text email scan fax phone radio"
)

# What a day of the service is made of: *before*, *during* and *after* it, another act fits too.
EVENTS = _words(
    "meeting group meal breakfast lunch dinner supper class appointment admission intake discharge "
    "session trip outing arrival round hearing contact orientation training stay interview move-in "
    "release conversation call walk ride opening closing inspection crisis review event party game "
    "activity pass return placement transfer rehearsal service program school work drive period "
)

# When a worker is there, whatever the work.
WORKING_HOURS = _words("shift weekend night evening holiday weekday duty")

# Nouns for papers and systems in which work is written down.
DOCUMENT_NOUNS = _words(
    "log chart record ehr emr note file form sheet system database binder book logbook template "
    "journal spreadsheet software portal report plan isp mar summary list board tracker "
    "platform tablet module dashboard registry"
)

# Nouns for the parts of papers.
PARTS_OF_PAPERS = _words("field column box section row line item page cell")

# Nouns for a part of what the first act was about (*and hands out a set amount*).
SHARES = _words("amount sum share portion balance remainder rest half")

# Participles that name an order from elsewhere (*as directed*).
ORDERS = _words("directed prescribed ordered assigned instructed required requested scheduled told")

# Words that open a phrase of time or place.
ADJUNCT_OPENERS = _words(
    "at on in during before after within until throughout when whenever if once each every daily "
    "weekly monthly quarterly nightly overnight twice between per prior upon while as"
)

# Words after which a gerund reads well.
TAKES_GERUND = _words(
    "responsible responsibility assist help participate duty include involve engage experience "
    "skill knowledge training focus work consist task require cover mean ability capable charge "
    "tasked role job day time shift"
)

# Quantities before a number.
QUANTITIES = _words("up to at least about around over more than no fewer")

# Acts by their form that are also the thing: one writes an assessment, attends a screening.
ACTS_AND_THINGS = _words(
    "assessment evaluation screening documentation inventory placement restraint seclusion "
    "intake update certification transport transportation search inspection review escort "
)

# Further nouns for what is done to a thing.
CARRYING_ACTS = _words(
    "adherence non-adherence nonadherence non-compliance noncompliance self-administration "
    "refusal pass round drop count pickup reminder prompting education teaching audit "
)

# Prepositions that tie a noun to what it is about.
ABOUT = _words("of for to about with regarding concerning toward from over ")

# Verbs of getting a thing to a place or to somebody.
SENDS = _words(
    "fax send mail email text bring take deliver submit hand give report forward transmit carry "
    "return drive transport pass relay present"
)

# Nouns that another noun with *to* completes, whatever the verb.
TAKES_TO = _words("access referral right visit answer admission introduction way link")

# Particles of verbs (*hand out*, *lock up*).
PARTICLES = _words("out up off in over down away back")

# Modal verbs.
MODALS = _words("can could may might must shall should will would")

# Nouns that say on whose word something is done (*at the request of*, *on behalf of*).
ORDER_NOUNS = _words(
    "behalf request direction instruction order discretion supervision accordance compliance"
)

# Nouns for people that a new text should not bring in where the old one has them beside another.
CONTESTED = _words("client patient consumer case")

# Adjectives that say somebody is no longer or not yet what the noun names.
NO_LONGER = _words(
    "former ex past previous potential prospective future known identified alleged suspected "
    "onetime one-time sometime erstwhile lifelong longtime long-time would-be admitted supposed"
)

# Verbs of duties that are also nouns, where only they tell *and report concerns* a new duty.
DUTY_VERBS = _words(
    "report document monitor process record note log chart help support work visit plan call "
    "schedule review transport escort drive clean file check count search store answer contact "
    "update track test screen coach train lead guide greet attend assist offer share meet talk "
    "listen abstract provide complete collect prepare maintain conduct serve write notify inform refer "
    "remind watch cover run teach drop set make take give bring get keep hold award issue inspect "
    "tally rate score dose feed wake page seat"
)

# Words that open a phrase of how often.
FREQUENCIES = _words(
    "each every daily weekly monthly quarterly nightly overnight once twice seven three"
)

# What a number before it measures (*9 a.m. doses*, *20 mg tablets*).
UNITS = _words("a.m. p.m. am pm a.m p.m mg ml")

# Nouns after *on* and *in* for what an act was done with or along.
CARRIERS = (
    _words(
        "route tablet phone computer laptop screen paper clipboard whiteboard app monitor line cart"
    )
    | DOCUMENT_NOUNS
)

# Words before *of* that take some of a known group (*each of the …*).
PARTS_OF_MANY = _words(
    "each one none any some many most all both two three four several few half either neither"
)

# How often something is done, with the noun by which it may be said again.
HOW_OFTEN = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "nightly": "night",
    "yearly": "year",
    "overnight": "night",
    "once": "once",
    "twice": "twice",
}

# Conjunctions of clauses that say when.
TIME_CLAUSES = _words("when whenever if once after before until while unless where")

# Prepositions of time and place that fit nearly any act.
LASTING_PREPOSITIONS = _words(
    "during before after within until throughout between prior upon at in on by"
)

# Nouns after *on* that say when or where somebody is.
PLACES_ON = _words(
    "unit ward floor site campus call outing trip van bus street side line weekend holiday basis "
    "team crew duty arrival admission discharge release return"
)

# Nouns after *on* that say what people are on: *residents on suicide precautions*.
STATES_ON = _words(
    "parole probation precaution medication unit ward floor team waitlist list leave hold"
)

# Nouns after *in* that say how rather than where.
MANNERS_IN = _words(
    "person writing collaboration support addition order response advance conjunction relation "
    "keeping line need format template style symptom behavior behaviour status mood activity "
    "functioning condition"
)

# Words that open a noun phrase of their own, without a determiner before them.
INDEFINITE = _words("someone anyone everyone nobody what how they them")

# Determiners that only a singular follows.
ONE_ONLY = _words("a an each every another this one")

# How the old act was done by hand or by eye; it goes with the act.
BODILY_MANNERS = _words(
    "physically manually bodily forcibly visually directly independently solely strictly closely "
    "personally single-handedly correctly accurately properly thoroughly"
)

# Things and the nouns of looking them over, which read like a verb and its object.
CHECKED_THINGS = _words("bag bed head room pill mouth body skin cheek door med pocket bunk locker")
CHECKS = _words("checks counts searches sweeps")

# Words that kept the old act to a time, a place or a topic.
RESTRICTIVE = _words("only solely exclusively apiece")

# Verbs that take another without *to*.
BARE_INFINITIVE = _words("help let make have watch see hear do go come")

# Offices named after people (*child welfare*, *veterans court*): the people are not in the sentence.
OFFICES = _words(
    "welfare protection service court justice affair department agency bureau authority probation "
    "center office committee"
)

# Verbs that need no object: *listen and check rooms* is two acts on two things.
INTRANSITIVE = _words(
    "listen wait chat sit talk shadow help attend participate volunteer walk work come go stay "
    "socialize mingle hang share cook eat drive ride float rotate open close"
)

# Verbs that another verb with *to* completes (*people who want to talk*).
TAKES_INFINITIVE = _words(
    "want need try like love ask choose wish refuse agree hope plan have start begin continue learn "
    "prefer decide mean fail seem tend expect intend use able come go hesitate struggle decline"
)

# Words for somebody that say *he* or *she*.
GENDERED_NOUNS = {
    **dict.fromkeys(("mother", "mom", "wife", "daughter", "sister", "woman", "girl"), "she"),
    **dict.fromkeys(("aunt", "grandmother", "niece", "girlfriend", "widow"), "she"),
    **dict.fromkeys(("father", "dad", "husband", "son", "brother", "man", "boy"), "he"),
    **dict.fromkeys(("uncle", "grandfather", "nephew", "boyfriend", "widower"), "he"),
}

# Verbs that let somebody else do something.
ENABLING = _words("help assist support encourage teach let allow enable coach train show")

# What workers hold themselves: *gives her read* is no other person's.
OPINIONS = _words(
    "read view opinion take sense impression word story voice notes report assessment"
)

# Verbs that tell somebody *of* something.
TELLS_OF = _words("inform notify advise apprise alert warn remind assure")
