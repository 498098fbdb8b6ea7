import requests
from requests.adapters import HTTPAdapter

MACHINES = ("posters.archive.example", "mirror.archive.example")


class ArchiveSession(requests.Session):
    """Knows the way to the two machines of the archive and to nothing else.

    Requests raises InvalidSchema, a ValueError, for each address without an adapter.
    """

    def __init__(self):
        super().__init__()
        self.trust_env = False
        self.adapters.clear()
        for machine in MACHINES:
            for port in ("", ":80"):
                self.mount(f"http://{machine}{port}/", HTTPAdapter())

    def get_redirect_target(self, resp):
        return None


def fetch_poster(url):
    with ArchiveSession() as session:
        answer = session.get(url.strip(), allow_redirects=False, timeout=(5, 20))
        return {200: answer.content}.get(answer.status_code)
