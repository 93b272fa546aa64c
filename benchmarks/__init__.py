"""Benchmarks: how fast peerlint is, printed as ratios."""
