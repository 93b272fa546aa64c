"""The second reader: a linear classifier of clauses that has read labelled documents."""
