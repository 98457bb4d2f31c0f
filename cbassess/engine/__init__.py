"""The engine: a pure function of pack, responses and day; no clock, no disk."""
