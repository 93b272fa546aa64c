"""The second reader: a linear model over the analysis, trained on labelled passages."""
