"""A program's own folder: programs that take another one for it, and sound ones."""

import glob
import html
import os
import re
import shutil
import unicodedata
import unittest
from pathlib import Path
from unittest import mock
from urllib.parse import unquote, unquote_plus, urlsplit

import fakes

from probes.grammars import roots

GAPS = {
    "abspath": os.path.abspath,
    "normpath": os.path.normpath,
    "by its dots": lambda way: re.sub(r"[^/]+/\.\./?", "", way),
    "stripped": str.strip,
    "small": str.lower,
    "capitals": lambda way: os.path.join(os.path.dirname(way), os.path.basename(way).upper()),
    "decoded": unquote,
    "decoded, plus": unquote_plus,
    "slashes": lambda way: way.replace("\\", "/"),
    "normalised": lambda way: unicodedata.normalize("NFKC", way),
    "composed": lambda way: unicodedata.normalize("NFC", way),
    "variables": os.path.expandvars,
    "a pattern": lambda way: ([one for one in glob.glob(way) if one != way] or [way])[0],
    "an address": lambda way: urlsplit(way).path,
    "dots at the end": lambda way: way.rstrip("."),
    "quotes": lambda way: way.replace('"', "").replace("'", ""),
    "references": html.unescape,
    "signs": lambda way: re.sub(r"[^ -~]", "", way),
}
SOUND = (os.path.realpath, lambda way: way, lambda way: str(Path(way).resolve()), lambda way: str(Path(way).absolute()), lambda way: os.path.join(os.getcwd(), way))


class Roots(fakes.ProbeTest):
    def mistaken(self, reader):
        found = []
        for root in roots.roots():
            base = Path(self.box.path("base"))
            shutil.rmtree(base, ignore_errors=True)
            own, other = (base / "x" / one for one in (root.own, root.mistaken))
            for folder in (own / "inner/deep", other, base / "x/house/hollow", base / "x/a"):
                folder.mkdir(parents=True, exist_ok=True)
            for name, target in root.links.items():
                if not (base / "x" / name).exists():
                    (base / "x" / name).symlink_to(target)
            (other / "only").write_text("")
            if os.path.exists(os.path.join(reader(f"{base}/x/{root.way}"), "only")):
                found.append(root.way)
        return found

    def test_every_planted_gap_is_found(self) -> None:
        with mock.patch.dict(os.environ, {"TAKES": "other"}):
            self.assertEqual([name for name, reader in GAPS.items() if not self.mistaken(reader)], [])

    def test_who_takes_it_as_it_is_is_right(self) -> None:
        for reader in SOUND:
            self.assertEqual(self.mistaken(reader), [])


if __name__ == "__main__":
    unittest.main()
