import ipaddress
import json
import socket
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter

INSIDE = [ipaddress.ip_network(one) for one in ("127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")]


class Pinned(HTTPAdapter):
    """Asks the address that was checked, under the name that was given."""

    def send(self, request, **kwargs):
        parts = urlsplit(request.url)
        try:
            address = ipaddress.ip_address(socket.gethostbyname(parts.hostname))
        except OSError as error:
            raise requests.ConnectionError(str(error)) from error
        if any(address in network for network in INSIDE):
            raise requests.ConnectionError(f"{parts.hostname} is inside")
        request.headers["Host"] = parts.netloc
        request.url = parts._replace(netloc=f"{address}:{parts.port or 80}").geturl()
        response = super().send(request, **kwargs)
        response.url = request.url = parts.geturl()
        return response


def fetch(url):
    if not url.startswith("http://"):
        return None
    with requests.Session() as session:
        session.mount("http://", Pinned())
        session.max_redirects = 3
        try:
            response = session.get(url, timeout=5)
        except (requests.RequestException, ValueError):
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
