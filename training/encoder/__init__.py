"""Train the encoder of the second reader: a small transformer, fitted to labelled clauses."""
