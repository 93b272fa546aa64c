from __future__ import annotations

import pytest

from peerlint.document import BlockKind, Position

MASK = "\ufffc"

SOURCE = """\
:Author: Ada
:Position: Peer Worker

=====
Role
=====

The *worker* **walks** beside `people <https://a.example>`_ and uses ``code``
as seldom as wri\\*ting::

    literal block

Duties
------

The worker will

* greet people
  at the door

  and at the gate

  - with tea

#. rest

.. note:: Ask first,
   always.

.. code-block:: python

   patient = 1

.. a remark

Term
    What it means.

| one
| two

Pay
---

    I was paid.

.. [1] The note.
"""


def test_a_whole_document(read):
    document = read(SOURCE, "rst")
    assert [(b.kind.value, b.level, b.text) for b in document.blocks] == [
        ("paragraph", 0, "Author: Ada"),
        ("paragraph", 0, "Position: Peer Worker"),
        ("heading", 1, "Role"),
        (
            "paragraph",
            0,
            f"The worker walks beside people and uses {MASK * 4} as seldom as wri*ting:",
        ),
        ("heading", 2, "Duties"),
        ("paragraph", 0, "The worker will"),
        ("list-item", 0, "greet people at the door"),
        ("list-item", 0, "and at the gate"),
        ("list-item", 1, "with tea"),
        ("list-item", 0, "rest"),
        ("paragraph", 0, "Ask first, always."),
        ("paragraph", 0, "Term"),
        ("paragraph", 0, "What it means."),
        ("paragraph", 0, "one\ntwo"),
        ("heading", 2, "Pay"),
        ("quote", 0, "I was paid."),
        ("paragraph", 0, "The note."),
    ]
    assert document.properties == {"Author": "Ada", "Position": "Peer Worker"}
    assert document.blocks[6].lead_in == 5
    assert document.blocks[-1].location == "footnote 1"


def test_places_are_exact_within_markup(read):
    document = read(SOURCE, "rst")
    block = document.blocks[3]
    assert document.position(block, block.text.index("walks")) == Position(8, 16)
    assert document.position(block, block.text.index("ting")) == Position(9, 19)


@pytest.mark.parametrize(
    "table",
    [
        "+----------+------+\n| Activity | Not  |\n+==========+======+\n"
        "| Rides    | each |\n|          | day  |\n+----------+------+\n",
        "========  =====\nActivity  Not\n========  =====\nRides     each\n          day\n"
        "========  =====\n",
    ],
)
def test_tables(read, table):
    document = read(table, "rst")
    assert [(b.text, b.row, b.column, b.column_heading) for b in document.blocks] == [
        ("Activity", 1, 1, ""),
        ("Not", 1, 2, ""),
        ("Rides", 2, 1, "Activity"),
        ("each day", 2, 2, "Not"),
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.TABLE_CELL}
