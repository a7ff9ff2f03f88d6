"""A process, to which modes apply, that works on a session whose folder becomes read-only: it prints what it is told.

Usage: driven_read_only.py FOLDER
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent.parent)]

from some_edits import FIRST, STAMP  # noqa: E402

from statement_compare.session.edits import Bookmark, Confirm, SetNote  # noqa: E402
from statement_compare.session.folders import Folders  # noqa: E402
from statement_compare.session.kept_work import Circumstances  # noqa: E402
from statement_compare.session.works import Sessions  # noqa: E402

PAIR = ((1,), (2,))

if __name__ == "__main__":
    root = Path(sys.argv[1])
    folders = Folders(root / "config", root / "data")
    sessions = Sessions(folders, lambda error: print(error.key, error))
    work = sessions.begin(FIRST, Circumstances())
    work.apply(Bookmark(PAIR), STAMP)
    folders.sessions.chmod(0o555)
    work.apply(SetNote(PAIR, "while it was read-only"), STAMP)
    assert work.is_in_memory
    work.save_as(root / "elsewhere.stcmp")
    assert not work.is_in_memory
    folders.sessions.chmod(0o755)
    work.apply(Confirm((PAIR,)), STAMP)
    sessions.close()
    print("whole", len(work.entries))
