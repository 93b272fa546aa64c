"""The categories that the second reader tells apart."""

CATEGORIES = {
    "power-imbalance": "duty",
    "agenda": "duty",
    "busy-work": "duty",
    "boundary": "duty",
    "hiring": "hiring",
    "stigmatizing": "language",
    "clinicalized": "language",
    "deficit": "language",
    "coercive": "language",
    "peer-noun": "language",
    "inclusive": "language",
}
"""The categories that are told apart, in the order of the weights' columns, with their kinds."""
