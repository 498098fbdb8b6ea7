import json
from urllib.parse import urljoin

import lxml.html
import requests

REDIRECTS = (301, 302, 303, 307, 308)


def get(address):
    """Where it was found in the end, its type and its content; None if it cannot be got."""
    try:
        for _ in range(4):
            if not address.lower().startswith("http://"):
                return None
            answer = requests.get(address, allow_redirects=False, timeout=5)
            if answer.status_code not in REDIRECTS:
                kind = answer.headers.get("Content-Type", "")
                return (address, kind, answer.content) if answer.status_code == 200 else None
            address = urljoin(address, answer.headers.get("Location", ""))
    except (requests.RequestException, ValueError):
        pass
    return None


def notice_of(tree, base):
    """Where the notice was found, and what it says."""
    for link in tree.iter("link"):
        if link.get("type") == "application/json+oembed" and link.get("href"):
            try:
                found = get(urljoin(base, link.get("href")))
                notice = json.loads(found[2]) if found else None
            except ValueError:
                return None
            return (found[0], notice) if isinstance(notice, dict) else None
    return None


def preview(address):
    page = get(address)
    if page is None:
        return None
    text = page[2].decode("utf-8", "replace").strip()
    tree = lxml.html.document_fromstring(text or "<p>")
    card = {"title": (tree.findtext(".//title") or "").strip(), "picture": None}
    found = notice_of(tree, page[0])
    if found is not None:
        base, notice = found
        card["title"] = notice.get("title", card["title"])
        picture = notice.get("thumbnail_url")
        try:
            got = get(urljoin(base, picture)) if isinstance(picture, str) else None
        except ValueError:
            got = None
        card["picture"] = got[1:] if got else None
    return card
