from urllib.parse import urlsplit

import requests

MOVES = 3
TIMEOUT = 10


class _TooOften(requests.RequestException):
    pass


def _stands_for(entry, host):
    if entry.startswith("*."):
        suffix = entry[1:]
        return host.endswith(suffix) and len(host) > len(suffix)
    return host == entry


def _allowed(address, caterers):
    # signs that urlsplit and requests might read in two ways
    if "\\" in address or "@" in address or any(sign <= " " or sign > "~" for sign in address):
        return False
    parts = urlsplit(address)
    if parts.scheme != "http" or not parts.hostname or parts.port not in (None, 80):
        return False
    return any(_stands_for(entry, parts.hostname) for entry in caterers)


def menu(address, caterers):
    answers = []

    def count(answer, **_):
        answers.append(answer.url)
        if len(answers) > MOVES + 1:
            raise _TooOften(answer.url)

    try:
        if not _allowed(address, caterers):
            return None
        with requests.Session() as session:
            session.trust_env = False  # no proxy, no .netrc
            session.hooks["response"].append(count)
            answer = session.get(address, timeout=TIMEOUT, allow_redirects=False)
            # `next` is the request that the redirect asks for; it is not sent
            # before its address has been looked at as the first one was
            while answer.next is not None:
                if len(answers) > MOVES or not _allowed(answer.next.url, caterers):
                    return None
                answer = session.send(answer.next, timeout=TIMEOUT)
            if answer.status_code != 200:
                return None
            return answer.content.decode("utf-8", "replace")
    except (requests.RequestException, ValueError):
        return None
