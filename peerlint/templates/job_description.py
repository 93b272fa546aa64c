"""The skeleton of a job description for a peer role."""

from peerlint.templates.parts import Bullets, Heading, Line, Part

PARTS: tuple[Part, ...] = (
    Heading(
        "Job Description: Peer Support Specialist",
        0,
        "Use the title people in this role have in your state or agency. Fill in everything in "
        "square brackets, and delete each comment when you have dealt with it.",
    ),
    Heading(
        "Function",
        guidance="One sentence on what the role is for. It should be a sentence that would fit no "
        "other job here: shared experience, a mutual relationship, the person's own direction.",
    ),
    Line(
        "The peer support specialist draws on lived experience to build mutual relationships with "
        "people at [program], so that each person can find hope and direct their own life."
    ),
    Heading(
        "Reporting and Supervision",
        guidance="Name titles, not people. Somebody who has done peer support should be part of "
        "the supervision; if nobody here has, a peer-run organization may offer it.",
    ),
    Line("[Title of the supervisor]", "Reports to"),
    Line("[Titles, or no one]", "Supervises"),
    Line(
        "Day-to-day supervision by [title], every [week]. Supervision in peer support by an "
        "experienced peer supporter, [on staff or from a peer-run organization], every [two "
        "weeks], with time for co-reflection with other peer workers.",
        "Supervision",
    ),
    Heading(
        "Responsibilities",
        guidance="Four to six areas, each with two or more specific duties. Keep what fits, "
        "change the rest, and leave room for the strengths of the person you hire.",
    ),
    Heading("Mutual support", 2),
    Bullets(
        (
            "Spend time with people who ask for company, one to one, at a place they choose.",
            "Share parts of one's own story when it may bring hope, and listen to theirs.",
            "Be with people in hard moments, and explore together what helps.",
        ),
        "The heart of the role. The relationship goes both ways, and it is voluntary.",
    ),
    Heading("Groups and learning", 2),
    Bullets(
        (
            "Start and co-facilitate mutual support groups that people here want.",
            "Offer workshops on wellness planning to anyone who is interested.",
        )
    ),
    Heading("Community", 2),
    Bullets(
        (
            "Explore groups, places and interests in the community together with people who wish "
            "to.",
            "Keep up with peer-run and other community resources, and share what is known about "
            "them.",
        )
    ),
    Heading("Rights and advocacy", 2),
    Bullets(
        (
            "Support people who want to speak up for themselves in meetings about their own lives.",
            "Share information on rights and on how to raise a concern.",
        ),
        "The person speaks, or decides who does. The worker stands beside them.",
    ),
    Heading("Change within the agency", 2),
    Bullets(
        (
            "Bring the view of people who use services to trainings, committees and policy.",
            "Talk with colleagues about language and customs that can hurt, and about what could "
            "take their place.",
        )
    ),
    Heading("Own learning", 2),
    Bullets(
        (
            "Take part in peer networks and in further training, in paid time.",
            "Use supervision to reflect on the role and on what makes it hard.",
        )
    ),
    Heading(
        "Limits of the Role",
        guidance="Said once and plainly, this protects the worker from tasks that would put them "
        "above the people they support.",
    ),
    Line(
        "This is a non-clinical role, and peer support is voluntary: people choose whether, when "
        "and with whom they use it. The role does not include handing out or monitoring "
        "medication, managing anyone's money, writing assessments, treatment plans or routine "
        "notes, drug tests, searches, restraint, therapy, or a caseload."
    ),
    Heading("Qualifications and Competencies"),
    Line(
        "",
        "Required",
        "Ask for lived experience in plain words. Do not ask for a diagnosis, hospital records or "
        "a number of years without symptoms.",
    ),
    Bullets(
        (
            "Lived experience of a psychiatric diagnosis, extreme states, trauma or substance use, "
            "and of finding a way forward.",
            "Able and willing to share one's own story with purpose, choosing what, when and with "
            "whom.",
            "Able to listen without judging, and to support people in finding their own answers.",
            "[State] peer specialist certification, or the wish to complete it within [months] of "
            "hire, in paid time.",
        )
    ),
    Line("", "Preferred"),
    Bullets(
        (
            "Experience with mutual support groups or peer-run organizations.",
            "A second language spoken here: [languages].",
        )
    ),
    Heading(
        "Conditions of Employment",
        guidance="The same conditions and the same pay scale as for comparable staff.",
    ),
    Line("[Number] a week, [days and evenings]", "Hours"),
    Line("[Center, unit or community]", "Location"),
    Line("[Range], on the same scale as comparable roles; [benefits]", "Pay and benefits"),
    Line("[Background check, driver's license, physical demands], as for all staff", "Other"),
    Line(
        "We follow the [state] peer specialist code of ethics. We are an equal opportunity "
        "employer, and reasonable accommodation is available to any applicant or employee who "
        "asks."
    ),
    Line(
        "Send [what] to [address] by [date]. Questions are welcome at [phone or e-mail].",
        "How to apply",
    ),
)
