"""What the tests of sheets share lies beside them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "session"))
sys.path.insert(0, str(Path(__file__).parent))
