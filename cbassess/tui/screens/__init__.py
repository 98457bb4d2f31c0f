"""One screen, one file: it composes widgets and calls `cbassess.workflow`."""
