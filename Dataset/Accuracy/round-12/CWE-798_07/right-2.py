"""Frost warnings by mail, over a plain socket. The talk with the server is a
generator, which yields what to say and is sent the code of the answer."""
import base64
import contextlib
import os
import socket
from email.message import EmailMessage
from email.policy import SMTP

_LETTERS = set("abcdefghijklmnopqrstuvwxyz0123456789-")


def read_account(folder, station):
    missing = RuntimeError(f"{station!r} has no complete account")
    name = f"{station}.account"
    listing = os.listdir(folder) if os.path.isdir(folder) else []
    if name not in listing:             # exactly this name, in this very folder
        raise missing
    try:
        with open(os.path.join(folder, name), encoding="ascii") as file:
            lines = [line.strip() for line in file.read().split("\n")]
    except (OSError, UnicodeDecodeError) as error:
        raise missing from error
    match lines:
        case [user, password, *rest] if not any(rest):
            printable = all("!" <= sign <= "~" for sign in password)
            if user and password and printable and set(user) <= _LETTERS:
                return user, password
    raise missing


class Refusal(Exception):
    pass


def in_base64(text):
    return base64.b64encode(text.encode("ascii")).decode("ascii")


def talk(user, password, sender, addresses, data):
    """What we say; each yield gives the code and the lines of the answer."""
    def want(answer, *codes):
        if answer[0] not in codes:
            raise Refusal(answer)
        return answer[1]

    want((yield None), 220)
    offers = [line.upper().split() for line in want((yield "EHLO [127.0.0.1]"), 250)]
    ways = next((words[1:] for words in offers if words[:1] == ["AUTH"]), [])
    if "LOGIN" in ways:
        want((yield "AUTH LOGIN"), 334)
        want((yield in_base64(user)), 334)
        want((yield in_base64(password)), 235)
    elif "PLAIN" in ways:
        want((yield "AUTH PLAIN " + in_base64(f"\0{user}\0{password}")), 235)
    else:
        raise Refusal("no login")
    want((yield f"MAIL FROM:<{sender}>"), 250)
    for address in addresses:
        want((yield f"RCPT TO:<{address}>"), 250, 251)
    want((yield "DATA"), 354)
    want((yield data), 250)


def converse(sock, steps):
    with sock.makefile("rb") as answers:
        say = next(steps)
        while True:
            if say is not None:
                sock.sendall(say if isinstance(say, bytes) else say.encode("utf-8") + b"\r\n")
            lines = []
            while True:
                line = answers.readline()
                if len(line) < 4 or not line[:3].isdigit():
                    raise Refusal("the server has gone")
                lines.append(line[4:].decode("utf-8", "replace").strip())
                if line[3:4] != b"-":
                    break
            try:
                say = steps.send((int(line[:3]), lines))
            except StopIteration:
                break
        with contextlib.suppress(OSError):
            sock.sendall(b"QUIT\r\n")
            answers.readline()


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def warn(self, station, celsius, addresses):
        user, password = read_account(self.folder, station)
        sender = user + "@frost.example"
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = sender, ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content("Light the candles, please.\n")
        if any(set("\r\n<>") & set(address) for address in addresses):
            raise ValueError("this is no address")
        lines = mail.as_bytes().rstrip(b"\r\n").split(b"\r\n")
        data = b"".join((b"." if line[:1] == b"." else b"") + line + b"\r\n" for line in lines) + b".\r\n"
        with socket.create_connection(("mail.frost.example", 25), timeout=60) as sock:
            try:
                converse(sock, talk(user, password, sender, addresses, data))
            except (Refusal, ConnectionError):
                return False
        return True
