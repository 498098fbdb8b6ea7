"""fetch_bell that streams into an anonymous file in memory and links nothing until all is there."""

import re
import tempfile
from contextlib import closing
from pathlib import Path
from shutil import copyfileobj
from urllib.parse import unquote, urlsplit
from uuid import uuid4

import requests

_BELL = re.compile(r"[^/\x00-\x1f\x7f]*\.(?:[oO][gG][gG]|[mM][pP]3|[jJ][pP][gG])")


class NotABell(ValueError):
    pass


def _parameters(value):
    """Yields the parameters of a header, sign by sign."""
    quoted = escaped = False
    part = ""
    for sign in value + ";":
        if escaped:
            part, escaped = part + sign, False
        elif quoted and sign == "\\":
            escaped = True
        elif sign == '"':
            quoted = not quoted
        elif sign == ";" and not quoted:
            key, _, content = part.partition("=")
            yield key.strip().lower(), content.strip(" \t") if content[:1] in " \t" else content
            part = ""
        else:
            part += sign


def _names(headers, url):
    value = headers.get("Content-Disposition", "")
    try:
        value = value.encode("latin1").decode()
    except ValueError:
        pass
    yield dict(_parameters(value)).get("filename")
    yield unquote(urlsplit(url).path.split("/").pop())


def _place(folder, name):
    wanted = Path(folder) / name
    try:
        return wanted.open("xb")
    except FileExistsError:
        return wanted.with_name(f"{uuid4()}{wanted.suffix or wanted.name}").open("xb")
    except (OSError, UnicodeError) as problem:
        raise NotABell(name) from problem


def fetch_bell(folder, url):
    with tempfile.SpooledTemporaryFile(max_size=2**24) as memory:     # not in the folder
        try:
            with closing(requests.get(url, stream=True, timeout=(10, 30))) as answer:
                if answer.status_code != 200:
                    return None
                for piece in answer.iter_content(65536):
                    memory.write(piece)
                headers = answer.headers
        except (requests.exceptions.RequestException, UnicodeError):
            return None
        name = next(filter(None, _names(headers, url)), "")
        if not _BELL.fullmatch(name):
            raise NotABell(name)
        memory.seek(0)
        with _place(folder, name) as file:
            copyfileobj(memory, file)
        return Path(file.name).name
