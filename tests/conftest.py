"""Windows are drawn off the screen, so that the tests run on a machine without one."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
