"""Readers: from a file, or a text, to a `peerlint.document.Document`."""
