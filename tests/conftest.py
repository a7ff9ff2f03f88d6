"""Windows are drawn off the screen, so that the tests run on a machine without one; a tiny model is at hand."""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))
