"""Starts statement_compare from a checkout: `python main.py` takes the same arguments as the installed command."""

import sys

from statement_compare.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
