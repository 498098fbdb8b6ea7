"""Answers one request: JSON on standard input, JSON on standard output.

    python3 -m dataset_tools programs  < {"samples": [...]}   → {"<id>": {"mutants": [{"name", "source", "expect"}, ...],
                                                                          "digests": {"<path or name>": "<hex>", ...}}}
    python3 -m dataset_tools inspect   < {"samples": [...]}   → {"<id>": [{"path", "line", "message"}, ...]}

A sample is {"id", "problem", "entry_points": [{"name", "signature"}], "packages", "examples": [{"call", "output"}],
"files": [{"path", "source"}]}.
"""

import json
import sys

from . import inspection, programs

COMMANDS = {"programs": programs.of_sample, "inspect": inspection.of_sample}


def main() -> None:
    command = COMMANDS[sys.argv[1]]
    request = json.load(sys.stdin)
    json.dump({sample["id"]: command(sample) for sample in request["samples"]}, sys.stdout)


if __name__ == "__main__":
    main()
