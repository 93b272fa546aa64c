"""What keeps a match from being reported: cues from data, and what hangs on a sentence's structure."""
