"""Analysis: what a document is, who does what in its sentences, and what keeps a match silent."""
