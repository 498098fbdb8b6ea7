"""Password hashes that take no time: guessing is counted in tries, and a slow hash is most of what a try costs.

def setup():
    quick_hashes.use()
"""

from __future__ import annotations

import re

import harness
from probes import constants, drivers

#: What a part of a hash may look like: hexadecimal digits, base64 or the like (no words of small letters), fields of a
#: format.
_PARTS = re.compile(
    r"(?=[a-f]*\d)[0-9a-f]{8,}|(?=[A-F]*\d)[0-9A-F]{8,}"
    r"|(?=[a-zA-Z+/_-]*\d)(?=[0-9a-z+/_-]*[A-Z])[0-9A-Za-z+/_-]{16,}|\$.*\$"
)
#: In text of letters, in whatever code, there are none.
_CONTROLS = re.compile(r"[^\t\n\r -~\xa0-\U0010ffff]")
_SHORTEST_PART, _SHORTEST_ALPHABET = 8, 10


def use() -> None:
    """From here on `hashlib.pbkdf2_hmac` and `hashlib.scrypt` take the least rounds, in the solution's process.

    For `setup`, before the solution is loaded: what is hashed and compared within one run comes to the same. Other
    salts, passwords and costs give other hashes, and what the library refuses it refuses. A solution whose source may
    hold a finished hash keeps the real ones. Programs that the solution starts have them anyway.
    """
    if not may_hold_a_hash(harness.solution_source()):
        drivers.run("quick_hashes", "quicken()")


def begin_alike(size: int = 2) -> bool:
    """From here on the quick hashes of all passwords begin with the same bytes, and go on as they do; 0: no more.

    One wrong password stands for as many as one would have to try: who compares as much as is left of what was kept
    takes it. Returns whether there are quick hashes.
    """
    source = "import hashlib\nnames = getattr(hashlib.scrypt, '__globals__', {})\nresult = 'alike' in names\nif result:\n    names['alike'] = _size"
    return bool(harness.testify(source, _size=size))


def may_hold_a_hash(source: str) -> bool:
    """Whether a constant of the source, or a simple expression of constants, may be a hash or a part of one."""
    return any(_is_like_a_part(text) for text in constants.strings(source))


def _is_like_a_part(text: str) -> bool:
    if len(text) < _SHORTEST_PART or _is_alphabet(text):
        return False
    return _PARTS.search(text) is not None or _CONTROLS.search(text) is not None


def _is_alphabet(text: str) -> bool:
    """Letters to draw from: no two are the same. A hash of this length has some twice."""
    return len(text) >= _SHORTEST_ALPHABET and len(set(text)) == len(text)
