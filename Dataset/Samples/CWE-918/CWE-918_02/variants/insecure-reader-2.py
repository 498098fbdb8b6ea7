import html
import re
from urllib.parse import urljoin

import requests


def page_title(url):
    for _ in range(4):
        if not url.startswith("http://"):
            return None
        try:
            response = requests.get(url, allow_redirects=False, timeout=10)
        except requests.RequestException:
            return None
        if response.status_code in (301, 302, 303, 307, 308):
            location = response.headers.get("Location")
            if not location:
                return None
            url = urljoin(url, location)
            continue
        if response.status_code != 200:
            return None
        text = response.content.decode("utf-8", "replace")
        match = re.search(r"<title>(.*?)</title>", text, re.IGNORECASE | re.DOTALL)
        if not match:
            return None
        return " ".join(html.unescape(match.group(1)).split())
    return None
