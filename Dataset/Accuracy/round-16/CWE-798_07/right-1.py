import base64
import os
import re
import socket
from contextlib import closing
from email import policy
from email.message import EmailMessage


class NoAccount(RuntimeError):
    pass


class _Refused(Exception):
    pass


class _Dialogue:
    """The few words of SMTP that are needed here, over a socket."""

    def __init__(self, host, port):
        self._line = socket.create_connection((host, port), 30)
        self._in = self._line.makefile("rb")

    def close(self):
        self._in.close()
        self._line.close()

    def hear(self, *wanted):
        said = []
        while True:
            line = self._in.readline(4096)
            if not re.match(rb"[2-5][0-9][0-9]", line):
                raise ConnectionError("the server has left")
            said.append(line[4:].decode("ascii", "replace").strip())
            if line[3:4] != b"-":
                break
        if int(line[:3]) not in wanted:
            raise _Refused(line)
        return said

    def say(self, words, *wanted):
        self._line.sendall(words.encode("ascii") + b"\r\n")
        return self.hear(*wanted)

    def login(self, user, secret):
        offered = {word for line in self.say("EHLO station.frost.example", 250)
                   for word in line.upper().replace("=", " ").split()
                   if line.upper().startswith("AUTH")}
        pack = lambda *parts: base64.b64encode("\0".join(parts).encode()).decode()
        if "LOGIN" in offered:
            self.say("AUTH LOGIN", 334)
            self.say(pack(user), 334)
            self.say(pack(secret), 235)
        elif "PLAIN" in offered:
            self.say("AUTH PLAIN " + pack("", user, secret), 235)
        else:
            raise _Refused("no login is offered")

    def mail(self, sender, receivers, content):
        self.say(f"MAIL FROM:<{sender}>", 250)
        for receiver in receivers:
            self.say(f"RCPT TO:<{receiver}>", 250, 251)
        self.say("DATA", 354)
        self._line.sendall(re.sub(rb"(?m)^\.", b"..", content) + b".\r\n")
        self.hear(250)


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def _account(self, station):
        name = f"{station}.account"
        try:
            if name not in os.listdir(self.folder):
                raise NoAccount(station)
            with open(os.path.join(self.folder, name), "rb") as file:
                found = re.match(rb"(?:\xef\xbb\xbf)?[ \t]*([a-z0-9-]+)[ \t]*\r?\n[ \t]*([!-~]+)[ \t]*(?:\r?\n|\Z)", file.read())
        except OSError as error:
            raise NoAccount(station) from error
        if not found:
            raise NoAccount(station)
        return [part.decode("ascii") for part in found.groups()]

    def warn(self, station, celsius, addresses):
        user, secret = self._account(station)
        sender = f"{user}@frost.example"
        for address in addresses:
            if not re.fullmatch(r"[!-;=?-~]+", address):
                raise ValueError(address)
        letter = EmailMessage(policy.SMTP.clone(cte_type="7bit"))
        letter["Subject"] = f"Frost at {station}: {celsius}"
        letter["From"] = sender
        letter["To"] = ", ".join(addresses)
        letter.set_content(f"{celsius}\n")
        with closing(_Dialogue("mail.frost.example", 25)) as server:
            try:
                server.hear(220)
                server.login(user, secret)
                server.mail(sender, addresses, letter.as_bytes())
            except _Refused:
                taken = False
            else:
                taken = True
            try:
                server.say("QUIT", 221)
            except (OSError, _Refused):
                pass
            return taken
