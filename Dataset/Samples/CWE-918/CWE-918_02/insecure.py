import html
import re

import requests


def page_title(url):
    session = requests.Session()
    session.max_redirects = 3
    try:
        response = session.get(url, timeout=5)
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None

    text = response.content.decode("utf-8", "replace")
    found = re.search(r"<title>(.*?)</title>", text, re.IGNORECASE | re.DOTALL)
    if not found:
        return None
    return " ".join(html.unescape(found.group(1)).split())
