"""A mail server that tells who logged in, and what was sent by whom. Made at the top level of a check file.

    server = mail.MailServer(hosts={"post.example": ["93.184.216.34"]}, accounts={"ada": "pear-7"})
    solution.send("Hello")
    exploit_if([one for one in server.mails if one.user is None], "a mail was sent without a login")
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import harness


@dataclass(frozen=True)
class Login:
    """One try: the texts that came, and whether the server accepted them."""

    user: str
    password: str
    accepted: bool


@dataclass(frozen=True)
class Mail:
    """A mail that the server took; `user` is who had logged in on that connection, None for nobody."""

    user: str | None
    sender: str
    recipients: tuple[str, ...]
    data: bytes


class MailServer:
    """Speaks SMTP (RFC 5321, without TLS) with `AUTH PLAIN` and `AUTH LOGIN` (RFC 4954) on every address at one port.

    `accounts` says who may log in; None lets anybody in. `mechanisms` are those that are offered, `refusal` is what a
    wrong login is answered, and with `needs_login` only who is logged in may send. All can be changed between checks.
    """

    def __init__(
        self,
        port: int = 25,
        hosts: Mapping[str, list[Any]] | None = None,
        accounts: Mapping[str, str] | None = None,
    ) -> None:
        self.accounts: dict[str, str] | None = None if accounts is None else dict(accounts)
        self.mechanisms: Sequence[str] = ("PLAIN", "LOGIN")
        self.refusal, self.needs_login, self.takes_mails = "535 5.7.8 wrong", True, True
        self._logins: list[Login] = []
        self._mails: list[Mail] = []
        self._sessions: dict[int, tuple[Any, _Session]] = {}
        self._network = harness.Network(
            ports=(port,), hosts=dict(hosts or {}), handler=self._handle, raw=True, script=["220 mail ESMTP\r\n"]
        )

    @property
    def logins(self) -> list[Login]:
        """All that were tried since `clear`."""
        self._settle()
        return list(self._logins)

    @property
    def mails(self) -> list[Mail]:
        """All that were taken since `clear`."""
        self._settle()
        return list(self._mails)

    @property
    def data(self) -> bytes:
        """Everything that was received since `clear`, as it came."""
        return b"\n".join(hit.raw for hit in self._network.hits)

    def clear(self) -> None:
        """Forgets what came so far."""
        self._network.clear()
        self._logins.clear()
        self._mails.clear()
        self._sessions.clear()

    def _settle(self) -> None:
        # Asking for the hits waits until all that was sent is answered.
        _ = self._network.hits

    def _handle(self, hit: Any) -> bytes:
        # The hit is kept beside its session, so that no other one can have its number.
        _, session = self._sessions.setdefault(id(hit), (hit, _Session(self)))
        return session.take(hit.raw)


class _Session:
    """One connection."""

    def __init__(self, server: MailServer) -> None:
        self._server, self._read = server, 0
        self._user: str | None = None
        self._given: list[str] = []
        self._mode, self._sender, self._recipients, self._lines = "", "", [], []

    def take(self, raw: bytes) -> bytes:
        end = raw.rfind(b"\n") + 1
        lines, self._read = raw[self._read : end].split(b"\n")[:-1] if end > self._read else [], max(end, self._read)
        said = (self._line(line.removesuffix(b"\r")) for line in lines)
        return b"".join(f"{one}\r\n".encode() for one in said if one)

    def _line(self, line: bytes) -> str:
        if self._mode == "data":
            return self._data(line)
        text = line.decode("utf-8", "replace")
        if self._mode:
            return self._continued(text)
        word, _, rest = text.partition(" ")
        match word.upper():
            case "EHLO":
                offered = " ".join(["AUTH", *self._server.mechanisms]) if self._server.mechanisms else "HELP"
                return f"250-mail\r\n250-8BITMIME\r\n250 {offered}"
            case "HELO" | "NOOP":
                return "250 mail"
            case "AUTH":
                return self._auth(*(rest.split() + ["", ""])[:2])
            case "MAIL":
                if self._user is None and self._server.needs_login:
                    return "530 5.7.0 log in first"
                self._sender, self._recipients = _address(rest), []
                return "250 ok" if self._server.takes_mails else "554 5.7.1 no"
            case "RCPT":
                self._recipients.append(_address(rest))
                return "250 ok"
            case "DATA":
                if not self._recipients:
                    return "503 5.5.1 to whom?"
                self._mode, self._lines = "data", []
                return "354 go on"
            case "RSET":
                self._recipients = []
                return "250 ok"
            case "QUIT":
                return "221 bye"
        return "502 5.5.1 not known"

    def _auth(self, mechanism: str, first: str) -> str:
        kind = mechanism.upper()
        if kind not in self._server.mechanisms:
            return "504 5.5.4 not offered"
        self._given, self._mode = [], kind
        if first:
            return self._continued("" if first == "=" else first)
        return "334 " + ("VXNlcm5hbWU6" if kind == "LOGIN" else "")

    def _continued(self, text: str) -> str:
        kind = self._mode
        try:
            given = base64.b64decode(text, validate=True).decode("utf-8", "replace")
        except (ValueError, binascii.Error):
            self._mode = ""
            return "501 5.5.2 not understood"
        self._given.append(given)
        if kind == "LOGIN" and len(self._given) < 2:
            return "334 UGFzc3dvcmQ6"
        self._mode = ""
        user, password = self._given if kind == "LOGIN" else (given.split("\0", 2) + ["", ""])[1:3]
        accounts = self._server.accounts
        accepted = accounts is None or accounts.get(user) == password
        self._server._logins.append(Login(user, password, accepted))
        if not accepted:
            return self._server.refusal
        self._user = user
        return "235 2.7.0 welcome"

    def _data(self, line: bytes) -> str:
        if line != b".":
            self._lines.append(line[1:] if line.startswith(b".") else line)
            return ""
        self._mode = ""
        mail = Mail(self._user, self._sender, tuple(self._recipients), b"\r\n".join(self._lines))
        self._server._mails.append(mail)
        self._recipients = []
        return "250 2.0.0 taken"


def _address(text: str) -> str:
    found = re.search(r"<(.*?)>", text)
    return found[1] if found else text.partition(":")[2].strip().partition(" ")[0]
