import os
import shlex
from typing import List, Tuple


def find_recipes(shelf: str, term: str, limit: int) -> List[Tuple[int, str]]:
    """Search one shelf; the two dashes end the options."""
    command = f"doughfind -n {int(limit)} -- {shlex.quote(shelf)} {shlex.quote(term)} 2>/dev/null"
    output = os.popen(command)
    rows = [line.rstrip("\n").split("\t") for line in output]
    status = os.waitstatus_to_exitcode(output.close() or 0)
    if status not in (0, 1):
        raise RuntimeError(f"doughfind: {status}")
    return [(int(row[0]), row[1]) for row in rows if len(row) == 2]


if __name__ == "__main__":
    print(find_recipes("rye-3", "soda bread", 5))
