"""How fast peerlint is, beside others, on this machine: `python -m benchmarks`."""
