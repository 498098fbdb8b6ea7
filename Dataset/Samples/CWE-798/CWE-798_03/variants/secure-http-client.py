import http.client
import json
import os
import sys
import urllib.parse


def key():
    """The key of the school; the key of the documentation is refused, it is nobody's."""
    value = os.environ.get("TIDES_KEY", "")
    if value in ("", "changeme", "YOUR-API-KEY"):
        print("please set TIDES_KEY", file=sys.stderr)
        sys.exit(2)
    return value


class TideTable(object):
    def high_waters(self, harbour, day):
        connection = http.client.HTTPConnection("tides.example", timeout=3)
        path = "/v1/high-water?harbour=" + urllib.parse.quote(harbour, safe="") + "&day=" + urllib.parse.quote(day)
        connection.request("GET", path, headers={"X-Api-Key": key(), "Accept": "application/json"})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        if response.status == 200:
            return [(tide["time"], tide["metres"]) for tide in json.loads(body)["tides"]]
        elif response.status == 404:
            return list()
        else:
            raise RuntimeError("unexpected status")
