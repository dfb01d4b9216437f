"""`python -m onrecord.training train|evaluate|export`: makes, measures and packs the network that `onrecord.learned` loads."""

from __future__ import annotations

import sys

from onrecord.training.command import main

if __name__ == "__main__":
    sys.exit(main())
