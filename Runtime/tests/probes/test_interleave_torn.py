"""Who reads a file while somebody else is in the middle of a long write sees a part of it; locks and new files prevent that."""

import unittest

import fakes

from probes import interleave

SOURCE = """
import io, os, shutil, tempfile, threading
from os import write
from pathlib import Path
LOCK = threading.Lock()
def put(path, text):
    {put}
def get(path):
    {get}
"""
READ = "return open(path).read()"
LOCKED = "with LOCK: return open(path).read()"
TORN = (
    "open(path, 'w').write(text)",
    "with open(path, 'w', encoding='utf-8', newline='') as file: file.write(text)",
    "Path(path).write_text(text)",
    "Path(path).write_bytes(text.encode())",
    "with open(path, 'ab', buffering=0) as file: file.write(text.encode())",
    "with io.open(path, 'r+b') as file: file.write(text.encode()); file.truncate()",
    "with open(path, 'wb') as file: file.writelines([text.encode()])",
    "fd = os.open(path, os.O_WRONLY); os.write(fd, text.encode()); os.close(fd)",
    "fd = os.open(path, os.O_WRONLY); write(fd, memoryview(text.encode())); os.close(fd)",
    "fd = os.open(path, os.O_WRONLY); os.pwrite(fd, text.encode(), 0); os.close(fd)",
    "with os.fdopen(os.open(path, os.O_WRONLY), 'w') as file: print(text, end='', file=file)",
    "open(path + '.new', 'w').write(text); shutil.copyfile(path + '.new', path)",
    "with LOCK: open(path, 'w').write(text)",
)
WHOLE = (
    ("open(path + '.new', 'w').write(text); os.replace(path + '.new', path)", READ),
    ("fd, new = tempfile.mkstemp(dir=os.path.dirname(path)); os.write(fd, text.encode()); os.replace(new, path)", READ),
    ("with LOCK: open(path, 'w').write(text)", LOCKED),
    ("with LOCK: Path(path).write_text(text)", LOCKED),
    ("with LOCK: fd = os.open(path, os.O_WRONLY); os.write(fd, text.encode()); os.close(fd)", LOCKED),
)


class Torn(fakes.ProbeTest):
    def seen(self, put: str, get: str, size: int = 9000) -> tuple[set[object], int]:
        put = put.replace(": ", ":\n        ", 1).replace("; ", "\n        ") if put.startswith("with") else put.replace("; ", "\n    ")
        fakes.load(SOURCE.format(put=put, get=get))
        path = fakes.harness.box.path("note.txt")
        runs = interleave.race(
            ["solution.put(path, text)", "solution.get(path)"],
            setup="open(path, 'w').write('x' * len(text))", after="open(path).read() in (text, 'x' * len(text) + text)",
            both_orders=False, tears=True, path=path, text="abcdefghi" * (size // 9),
        )
        whole = {"abcdefghi" * (size // 9), "x" * (size // 9 * 9), "x" * (size // 9 * 9) + "abcdefghi" * (size // 9)}
        self.assertTrue(all(run.after for run in runs), put)
        return {run.outcomes[1].value not in whole for run in runs}, len(runs)

    def test_half_of_a_write_is_seen(self) -> None:
        self.assertEqual([put for put in TORN if True not in self.seen(put, READ)[0]], [])

    def test_what_is_put_in_place_as_a_whole_is_never_seen_by_half(self) -> None:
        self.assertEqual([put for put, get in WHOLE if self.seen(put, get)[0] != {False}], [])

    def test_a_write_of_a_page_is_one_step(self) -> None:
        self.assertEqual(self.seen(TORN[0], READ, 900), (set(), 0))

    def test_files_are_as_usual_afterwards(self) -> None:
        self.seen(TORN[0], READ)
        self.assertIs(fakes.harness.testify("import io, os\nresult = open is io.open and type(open(os.devnull, 'wb', 0)) is io.FileIO"), True)


if __name__ == "__main__":
    unittest.main()
