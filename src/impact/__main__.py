"""`python -m impact`: the same as the command `impact`."""

from __future__ import annotations

import sys

from impact.cli import main

if __name__ == "__main__":
    sys.exit(main())
