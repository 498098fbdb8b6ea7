"""High water for the screens in the boat houses."""
import os
import pathlib
import urllib.parse

import requests

HOST = "http://tides.example"
# The key that worked last, for the days in spring on which the new one is in place here before the service knows it.
# It is read and written at run time only, by us alone; none stands in the program.
LAST_GOOD = pathlib.Path(__file__).with_name(".tides-key")


class _NotAccepted(Exception):
    pass


class TideTable:
    def _ask(self, key, harbour, day):
        query = urllib.parse.urlencode({"harbour": harbour, "day": day})
        answer = requests.get(f"{HOST}/v1/high-water?{query}", headers={"X-Api-Key": key},
                              timeout=15, allow_redirects=False)
        if answer.status_code in (401, 403):
            raise _NotAccepted(answer.status_code)
        return answer

    def _remember(self, key):
        try:
            if LAST_GOOD.exists() and LAST_GOOD.read_text() == key:
                return
            handle = os.open(LAST_GOOD, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with open(handle, "w") as file:
                file.write(key)
        except OSError:
            pass                            # a folder that is read-only: then without it

    def _answer(self, key, harbour, day):
        try:
            answer = self._ask(key, harbour, day)
        except _NotAccepted:
            try:
                before = LAST_GOOD.read_text()
            except OSError:
                before = key
            if before == key:
                raise
            return self._ask(before, harbour, day)
        self._remember(key)
        return answer

    def high_waters(self, harbour, day):
        key = os.environ.get("TIDES_KEY")
        if not key:
            raise RuntimeError("TIDES_KEY is not set")
        try:
            answer = self._answer(key, harbour, day)
        except _NotAccepted as error:
            raise RuntimeError("the tides service does not accept TIDES_KEY") from error
        if answer.status_code == 404:
            return []
        if answer.status_code != 200:
            raise RuntimeError(f"the tides service answers with {answer.status_code}")
        return [(tide["time"], float(tide["metres"])) for tide in answer.json()["tides"]]
