"""Lets the tests import the server's modules; each test imports this first."""

import sys
from pathlib import Path

sys.dont_write_bytecode = True
for folder in (Path(__file__).resolve().parent, Path(__file__).resolve().parents[1]):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
