"""`python -m cbassess` is the command `cbassess`."""

import sys

from cbassess.cli import main

if __name__ == "__main__":
    sys.exit(main())
