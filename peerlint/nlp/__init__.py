"""Analysis: what a document is, and who does what in its sentences."""
