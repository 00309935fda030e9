"""`python -m ucap`: the command line."""

from __future__ import annotations

import sys

from ucap.cli.main import main

sys.exit(main())
