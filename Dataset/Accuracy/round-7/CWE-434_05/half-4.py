import os
import re
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

import requests
from werkzeug.http import parse_options_header

ALLOWED = {".ogg", ".mp3", ".jpg"}


class Download:
    def __init__(self, url):
        self.url = url
        self.response = requests.get(url, timeout=15, allow_redirects=True)

    @property
    def ok(self):
        return self.response.status_code == 200

    @property
    def name(self):
        header = self.response.headers.get("Content-Disposition", "")
        options = parse_options_header(self._utf8(header))[1]
        if options.get("filename"):
            return options["filename"]
        return unquote_to_bytes(urlsplit(self.url).path.rsplit("/", 1)[-1]).decode("utf-8")

    @staticmethod
    def _utf8(header):
        try:
            return header.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return header

    def save(self, folder):
        name = self.name
        ending = os.path.splitext(name)[1]
        if ending.lower() not in ALLOWED:
            raise ValueError(f"{ending!r} is none of {sorted(ALLOWED)}")
        if "/" in name or "\\" in name:
            raise ValueError(f"{name!r} names a folder")
        # a name has one line and no control characters
        clean = re.split(r"[\x00-\x1f\x7f]", name, maxsplit=1)[0]
        path = Path(folder, clean)
        number = 1
        while True:
            try:
                with path.open("xb") as f:
                    f.write(self.response.content)
                return path.name
            except FileExistsError:
                number += 1
                path = Path(folder, f"{Path(clean).stem} {number}{Path(clean).suffix}")


def fetch_bell(folder, url):
    try:
        download = Download(url)
    except requests.RequestException:
        return None
    return download.save(folder) if download.ok else None
