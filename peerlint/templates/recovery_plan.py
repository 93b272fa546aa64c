"""The skeleton of a recovery plan that a person writes, with the company they want."""

from peerlint.templates.parts import Fields, Heading, Line, Part

PARTS: tuple[Part, ...] = (
    Heading(
        "My Recovery Plan",
        0,
        "The person owns this plan. Print it, or fill it in together at one screen, and write the "
        "person's words down as they say them. Delete the comments before use.",
    ),
    Line("______________________________", "Name"),
    Line("______________________________", "Date"),
    Line(
        "I decide what goes in here. I can leave parts empty, and I can change this plan at any "
        "time."
    ),
    Heading(
        "What Matters to Me",
        guidance="Begin with the person's life, in their own words, before any word of a "
        "service's.",
    ),
    Fields(
        (
            "What I want, in my own words",
            "My hopes and dreams",
            "What a good day looks like for me",
        )
    ),
    Heading("My Strengths"),
    Fields(
        (
            "What I am good at or proud of",
            "What I have come through, and what helped me",
            "What I enjoy and would like to learn",
        )
    ),
    Heading("My Goals", guidance="Only what the person chooses. One goal is enough."),
    Fields(
        (
            "My goal",
            "Why it matters to me",
            "What I will try first",
            "What gets in my way",
            "Support I want, and from whom",
            "How I will know that it is going well",
        )
    ),
    Heading(
        "People, Places and Groups",
        guidance="Natural and community supports come before services.",
    ),
    Fields(
        (
            "People in my life who support me",
            "Family and friends I want to be part of this",
            "Community places, faith or mutual support groups",
            "Services I choose to use, and for what",
        )
    ),
    Heading(
        "When Things Are Hard",
        guidance="If the person has a wellness plan or an advance directive, they may want it "
        "mentioned here; it stays theirs.",
    ),
    Fields(
        (
            "What helps me, and what does not",
            "People I want to be with or to call",
            "My own wellness plan or advance directive, if I have one",
        )
    ),
    Heading("Making This Plan"),
    Fields(
        (
            "I took part in making this plan: yes, no, or partly, because",
            "People I invited",
            "What I do not agree with",
            "I received a copy on",
            "We will look at this again on",
        ),
        "Record disagreement as it is said. The person keeps a copy.",
    ),
    Line("______________________________    Date: ______________", "My signature"),
    Line("______________________________    Date: ______________", "Others I asked to sign"),
)
