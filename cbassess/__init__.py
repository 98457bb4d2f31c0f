"""A self-assessment for cross-border e-commerce sellers: answers in, a plan with reasons out."""

# A constant, because reading it from the installed metadata costs more than the whole of `--version`.
__version__ = "0.1.0"
