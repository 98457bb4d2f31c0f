"""The version of the program."""

# A constant, because reading it from the installed metadata costs more than the whole of `--version`.
__version__ = "0.1.0"
