"""High water, from the tides service."""
import os

import requests


class TideTable:
    """Asks the tides service. The key for it comes from the environment, and from nowhere else."""

    ADDRESS = "http://tides.example/v1/high-water"
    TIMEOUT = 20

    def __init__(self):
        self._session = requests.Session()
        # Nobody's .netrc and no other credentials of this machine shall be sent along.
        self._session.trust_env = False
        self._session.headers["X-Api-Key"] = os.environ.get("TIDES_KEY")

    def high_waters(self, harbour, day):
        answer = self._session.get(
            self.ADDRESS,
            params={"harbour": harbour, "day": day},
            timeout=self.TIMEOUT,
            allow_redirects=False,      # the key is for this service only
        )
        if answer.status_code == 401:
            raise RuntimeError("TIDES_KEY is not set, or the service does not accept it")
        if "X-Api-Key" not in answer.request.headers:
            raise RuntimeError("TIDES_KEY is not set")
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            raise RuntimeError(f"the tides service answered with status {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
