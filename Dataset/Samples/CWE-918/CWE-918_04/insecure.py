import json
from urllib.parse import urljoin

import requests


def fetch(url):
    if not url.startswith("http://"):
        return None
    session = requests.Session()
    session.max_redirects = 3
    try:
        response = session.get(url, timeout=5)
    except requests.RequestException:
        return None
    return response.content if response.status_code == 200 else None


def collect(feed_url):
    collected = []
    url = feed_url
    for _ in range(5):
        content = fetch(url)
        if content is None:
            break
        try:
            page = json.loads(content)
        except ValueError:
            break
        for item in page["items"]:
            collected.append((item["title"], fetch(urljoin(url, item["url"]))))
        if not page.get("next_url"):
            break
        url = urljoin(url, page["next_url"])
    return collected
