import os
import re
from urllib.parse import unquote_to_bytes, urlsplit

import requests

ENDINGS = (".ogg", ".mp3", ".jpg")
PARAMETER = re.compile(r';\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s"]*))')


def _header_name(header):
    """The name that stands in Content-Disposition, or None."""
    for key, quoted, plain in PARAMETER.findall(header):
        if key.lower() == "filename":
            name = plain or re.sub(r"\\(.)", r"\1", quoted)
            try:
                # requests reads header bytes as Latin-1
                return name.encode("latin-1").decode("utf-8")
            except UnicodeError:
                return name
    return None


def _check(name):
    if not name.lower().endswith(ENDINGS):
        raise ValueError("the file is neither a recording nor a photograph")
    if "/" in name or "\\" in name or "\0" in name or len(name.encode("utf-8")) > 255:
        raise ValueError("this is not a file name")


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=30)
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None
    name = _header_name(response.headers.get("Content-Disposition", ""))
    if name is None:
        # a UnicodeDecodeError is a ValueError, too
        name = unquote_to_bytes(urlsplit(url).path.split("/")[-1]).decode("utf-8")
    stem, ending = name[:-4], name[-4:]
    number = 1
    while True:
        _check(name)
        path = os.path.join(folder, name)
        try:
            file = open(path, "xb")
        except FileExistsError:
            number += 1
            name = f"{stem} ({number}){ending}"
            continue
        try:
            with file:
                file.write(response.content)
        except BaseException:
            os.remove(path)
            raise
        return name
