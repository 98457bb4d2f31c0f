"""Paper: one file per format, each with `render(document) -> str`."""
