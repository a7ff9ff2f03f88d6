"""Lets the tests of this folder share the names of units that CLDR has."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
