"""The skeleton of a policy that touches people who use services."""

from peerlint.templates.parts import Bullets, Heading, Line, Part

PARTS: tuple[Part, ...] = (
    Heading(
        "Policy: [Subject]",
        0,
        "Fill in everything in square brackets, and delete each comment when you have dealt with "
        "it. Write the policy together with people who use the service.",
    ),
    Line("[Number]", "Policy number"),
    Line("[Date]", "Effective date"),
    Line("[Title]", "Approved by"),
    Heading("Purpose", guidance="One sentence: so that who can do what."),
    Line("This policy is here so that [people who use the service, staff] can [what]."),
    Heading(
        "Scope",
        guidance="Name the roles and programs. Say for peer roles whether the policy applies as "
        "it stands or within limits.",
    ),
    Line(
        "This policy applies to [roles] in [programs]. For peer roles it applies [as written, or "
        "within these limits]."
    ),
    Heading(
        "Principles",
        guidance="Recovery, self-determination and dignity of risk. Keep them short, and check "
        "the procedure below against them.",
    ),
    Bullets(
        (
            "Recovery: everybody can heal and make a life of their own choosing, in their own way "
            "and time.",
            "Self-determination: people decide for themselves; staff give information and respect "
            "the decision.",
            "Dignity of risk: safety is weighed together with each person's right to take risks "
            "and to learn from them.",
        )
    ),
    Heading("Definitions"),
    Line("[Word]: [what it means here, in everyday language]."),
    Heading(
        "Procedure",
        guidance="Who does what. Put duties on staff and on the organization, and say what people "
        "may choose.",
    ),
    Bullets(
        (
            "Staff tell each person about [subject] in plain words, and ask what they would like.",
            "Staff record the person's decision in the person's own words, with the person "
            "present.",
            "[Step, and the role that takes it].",
        )
    ),
    Heading(
        "Peer Roles",
        guidance="Leave this part out if the policy does not touch peer roles.",
    ),
    Line(
        "Peer support is voluntary, and nobody is assigned to a peer worker. The role does not "
        "include handing out medication, managing anyone's money, writing assessments, searches "
        "or drug tests. Peer workers have supervision from an experienced peer supporter."
    ),
    Line(
        "A peer worker who also receives services here gets them from a team they do not work on, "
        "and is supervised by nobody who provides them. Nobody uses a staff position to change "
        "their own services or a relative's, or to look into their own records outside the usual "
        "way. A conflict of interest is talked over early, and without blame.",
        guidance="Where there is no other place to receive services, say how privacy and choice "
        "are kept.",
    ),
    Heading("Responsibilities"),
    Line("[Title] is responsible for this policy and for training staff in it."),
    Heading("Questions and Complaints"),
    Line(
        "Anyone may question a decision under this policy with [whom], together with a supporter "
        "of their choice, and may use the grievance process."
    ),
    Heading(
        "Review",
        guidance="Plan the review with people who use the service, and pay them for their time.",
    ),
    Line(
        "This policy is reviewed every [year] together with people who use services and with peer "
        "workers. Their comments are kept with it."
    ),
    Line("[Date]", "Next review"),
)
