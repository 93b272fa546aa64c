"""The files that `peerlint init` writes."""

from __future__ import annotations

TEMPLATE = """\
# peerlint configuration. Every line that starts with "# " and a key is an example: remove the
# "# " to use it. `peerlint config show` prints what holds and where it comes from.

# Only these rules: ids (PD101), id prefixes (PL1), names, categories (coercive) or kinds (duty).
# select = ["duty", "stigmatizing"]

# Never these rules.
# ignore = ["PL501"]

# Rules that are off unless asked for.
# extend-select = []

# Do not report findings below this severity: "error", "warning" or "suggestion".
min-severity = "suggestion"

# Exit with status 1 from this severity on; "never" only reports.
fail-on = "warning"

# Files and folders to pass over, written as in .gitignore.
# exclude = ["archive/", "*-old.docx"]

# Job titles that are peer roles in your organization.
# peer-titles = ["Wellness Companion"]

# Phrases that are fine in your organization.
# accept = ["service recipient"]

# Names of organizations and programs; their words are never a finding.
# names = ["Substance Abuse Alliance of Riverton"]

# Rules of your own, beside the built-in ones.
# rule-paths = ["our-rules/"]

# The second reader, which speaks where no rule does; it says how sure it is.
# learned = false

# Findings that are known and not reported again (see `peerlint baseline`).
# baseline = ".peerlint-baseline.json"

# Another severity for a rule.
# [severity]
# PL501 = "suggestion"

# The confidence from which the second reader speaks.
# [learned-thresholds]
# agenda = 0.95

# What a file is, where the text does not tell: "job-description", "policy", "treatment-plan" or
# "other".
# [document-types]
# "jobs/**" = "job-description"

# Rules to leave out for some files.
# [per-file-ignores]
# "legal/**" = ["clinicalized"]
"""

PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: peerlint
        name: peerlint
        entry: peerlint check --force-exclude
        language: system
        files: \\.(docx|docm|dotx|md|markdown|txt|html|htm|rst)$
        types: [file]
"""
