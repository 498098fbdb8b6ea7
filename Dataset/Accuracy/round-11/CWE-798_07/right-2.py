"""Speaks SMTP by itself: a generator holds the dialogue, and nothing goes out after the first answer it does not like."""
import base64
import contextlib
import socket
from email.message import EmailMessage
from email.policy import SMTP as FORM
from os.path import join


class _Refused(Exception):
    pass


def _account(folder, station):
    if not isinstance(station, str) or "/" in station or "\0" in station:
        raise RuntimeError("no station")
    user = password = ""
    with contextlib.suppress(OSError, UnicodeDecodeError):
        with open(join(folder, station + ".account"), encoding="utf-8-sig") as file:
            user = file.readline().strip()
            password = file.readline().strip()
    if user == "" or password == "":
        raise RuntimeError(f"{station}: no account")
    return user, password


def _dialogue(methods, user, password, recipients, data):
    """Yields (line, code that has to come)."""
    def coded(text):
        return base64.b64encode(text.encode()).decode()
    if "PLAIN" in methods:
        yield "AUTH PLAIN " + coded(f"\0{user}\0{password}"), 235
    elif "LOGIN" in methods:
        yield "AUTH LOGIN", 334
        yield coded(user), 334
        yield coded(password), 235
    else:
        raise _Refused
    yield f"MAIL FROM:<{user}@frost.example>", 250
    for one in recipients:
        yield f"RCPT TO:<{one}>", 250
    yield "DATA", 354
    yield data, 250


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def warn(self, station, celsius, addresses):
        user, password = _account(self.folder, station)
        mail = EmailMessage(policy=FORM)
        mail["From"] = f"{user}@frost.example"
        mail["To"] = addresses
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content("Candles, please!\n")
        lines = mail.as_bytes().decode("ascii", "replace").split("\r\n")
        data = "\r\n".join("." + line if line.startswith(".") else line for line in lines) + "."
        with socket.create_connection(("mail.frost.example", 25), 60) as link, link.makefile("rb") as replies:
            def ask(line):
                if line is not None:
                    link.sendall(line.encode("ascii") + b"\r\n")
                said = []
                while True:
                    reply = replies.readline().decode("latin-1")
                    if len(reply) < 4:
                        raise _Refused
                    said.append(reply[4:].strip())
                    if reply[3] != "-":
                        return int(reply[:3]), said
            try:
                if ask(None)[0] != 220:
                    return False
                code, said = ask("EHLO " + (socket.gethostname() or "station"))
                if code != 250:
                    return False
                methods = {word for line in said if line.upper().startswith("AUTH") for word in line.upper().split()[1:]}
                for line, wanted in _dialogue(methods, user, password, addresses, data):
                    code, _ = ask(line)
                    if code != wanted and not (wanted == 250 and code == 251):
                        raise _Refused
            except (_Refused, ValueError):
                with contextlib.suppress(OSError):
                    link.sendall(b"QUIT\r\n")
                return False
            with contextlib.suppress(OSError, _Refused):
                ask("QUIT")
            return True
