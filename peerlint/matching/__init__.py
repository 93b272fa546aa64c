"""Match compiled rules against sentences."""
