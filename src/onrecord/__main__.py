"""`python -m onrecord` is the command `onrecord`."""

from __future__ import annotations

import sys

from onrecord.views.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
