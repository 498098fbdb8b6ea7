"""Frost warnings, step by step: account, letter, and a dialogue with the server as a generator of steps."""
import base64
import contextlib
import os
import re
import smtplib
from email import policy
from email.header import Header
from email.mime.text import MIMEText
from email.utils import formatdate, make_msgid
from typing import NamedTuple


class NoAccount(RuntimeError):
    """The station has no usable account."""


class Account(NamedTuple):
    user: str
    password: str

    @property
    def sender(self):
        return self.user + "@frost.example"

    @classmethod
    def of(cls, folder, station):
        wanted = station + ".account"
        try:
            entry = next(e for e in os.scandir(folder) if e.name == wanted)
            with open(entry.path, "rb") as file:
                text = file.read().decode("ascii")
        except (StopIteration, OSError, UnicodeDecodeError):
            raise NoAccount(station) from None
        found = re.match(r"[ \t]*([a-z0-9-]+)[ \t]*\r?\n[ \t]*([!-~]+)[ \t]*(?:\r?\n|\Z)", text)
        if not found:
            raise NoAccount(station)
        return cls(*found.groups())


class Refused(Exception):
    pass


def expect(reply, *codes):
    if reply[0] not in codes:
        raise Refused(reply[0])


def letter(account, station, celsius, addresses):
    mail = MIMEText(f"Frost! {celsius} degrees at {station}.\n", "plain", "utf-8")
    subject = f"Frost at {station}: {celsius}"
    mail["Subject"] = subject if subject.isascii() else Header(subject, "utf-8")
    mail["From"], mail["To"] = account.sender, ", ".join(addresses)
    mail["Date"], mail["Message-ID"] = formatdate(), make_msgid(domain="frost.example")
    return mail.as_bytes(policy=policy.compat32.clone(linesep="\r\n"))


def b64(text):
    return base64.b64encode(text.encode("ascii")).decode("ascii")


def log_in(server, account):
    offered = server.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        expect(server.docmd("AUTH", "PLAIN " + b64(f"\0{account.user}\0{account.password}")), 235)
    elif "LOGIN" in offered:
        expect(server.docmd("AUTH", "LOGIN"), 334)
        expect(server.docmd(b64(account.user)), 334)
        expect(server.docmd(b64(account.password)), 235)
    else:
        raise Refused("no login")


class FrostMail:
    def __init__(self, folder):
        self._folder = folder

    def warn(self, station, celsius, addresses):
        account = Account.of(self._folder, station)
        mail = letter(account, station, celsius, addresses)
        server = smtplib.SMTP("mail.frost.example", 25, timeout=30)
        with contextlib.closing(server):
            try:
                expect(server.ehlo(), 250)
                log_in(server, account)
                expect(server.mail(account.sender), 250)
                for address in addresses:
                    expect(server.rcpt(address), 250, 251)
                expect(server.data(mail), 250)
            except (Refused, smtplib.SMTPResponseException):
                return False
            else:
                return True
            finally:
                with contextlib.suppress(smtplib.SMTPException, OSError):
                    server.quit()
