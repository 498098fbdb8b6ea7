"""What a zygote has imported before a run, by profile. For speed only: a solution can import everything anyway.

Every module makes each fork dearer, so a large one that few solutions use (asyncio) is not here. The probes are: a
tester would compile those that its checks use anew for every run.
"""

from pathlib import Path

_SLIM = """
    argparse ast base64 collections contextlib copy csv ctypes dataclasses datetime decimal
    enum errno fnmatch functools glob hashlib hmac html html.parser http.client io ipaddress itertools json logging math
    mimetypes operator os pathlib pickle pprint queue random re secrets select shlex shutil signal
    socket sqlite3 stat string struct subprocess tarfile tempfile textwrap threading time traceback types typing
    unicodedata urllib.error urllib.parse urllib.request uuid weakref xml.etree.ElementTree zipfile
    encodings.idna encodings.latin_1 encodings.ascii linecache harness tester.main
""".split()

_FLASK = """
    flask werkzeug werkzeug.test werkzeug.security werkzeug.utils werkzeug.datastructures jinja2 markupsafe itsdangerous
    click flask.json flask.testing
""".split()

#: For a worker that serves one run only: what it does not import is not paid for.
BARE = ["harness", "tester.main"]

_PROBES = sorted(f"probes.{path.stem}" for path in Path(__file__).parent.parent.glob("probes/[a-z]*.py"))

PROFILES = {"bare": BARE, "slim": _SLIM + _PROBES, "flask": _SLIM + _PROBES + _FLASK}


def modules_for(profile: str) -> list[str]:
    """The modules of a profile. Raises ValueError for one that does not exist."""
    try:
        return PROFILES[profile]
    except KeyError:
        raise ValueError(f"unknown profile '{profile}'; the profiles are {', '.join(PROFILES)}") from None
