import html
import http.client
import ipaddress
import re
import socket
from urllib.parse import urljoin, urlsplit

import requests


class PublicConnection(http.client.HTTPConnection):
    def connect(self):
        found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
        if not all(ipaddress.ip_address(target[0]).is_global for *_, target in found):
            raise OSError(f"not public: {self.host}")
        # The address that was checked: the name may mean another one by now.
        self.sock = socket.create_connection(found[0][4][:2], timeout=5)


def fetch(url):
    for _ in range(4):
        if not url.startswith("http://"):
            return None
        # Written as a server expects it: without blanks and letters of other scripts.
        url = requests.Request("GET", url).prepare().url
        parts = urlsplit(url)
        connection = PublicConnection(parts.hostname, parts.port or 80)
        connection.request("GET", parts._replace(scheme="", netloc="", fragment="").geturl() or "/")
        response = connection.getresponse()
        if response.status not in (301, 302, 303, 307, 308):
            return response.read() if response.status == 200 else None
        url = urljoin(url, response.getheader("Location", ""))
        connection.close()
    return None


def page_title(url):
    try:
        body = fetch(url)
    except (requests.RequestException, http.client.HTTPException, OSError, ValueError):
        return None
    if body is None:
        return None

    found = re.search(r"<title>(.*?)</title>", body.decode("utf-8", "replace"), re.IGNORECASE | re.DOTALL)
    if not found:
        return None
    return " ".join(html.unescape(found.group(1)).split())
