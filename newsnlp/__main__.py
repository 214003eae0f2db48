"""``python -m newsnlp``: the command line where the ``newsnlp`` command is not on the path."""

from __future__ import annotations

from newsnlp.cli.app import main

# Guarded, because every worker process of --jobs imports this file.
if __name__ == "__main__":
    main()
