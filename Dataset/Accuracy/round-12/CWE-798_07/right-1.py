"""Frost warnings by mail, with smtplib for the wire and the steps of the
login taken one by one: nothing but a 235 counts as one."""
import contextlib
import os
import re
import smtplib
from base64 import b64encode
from email.header import Header
from email.mime.text import MIMEText
from email.utils import formatdate, make_msgid

ACCOUNT = re.compile(rb"(?:\xef\xbb\xbf)?[ \t]*([a-z0-9-]+)[ \t]*\r?\n[ \t]*([!-~]+)[ \t]*(?:\r?\n\s*)?")


class NoAccount(RuntimeError):
    pass


class Refused(Exception):
    pass


class _Server(smtplib.SMTP):
    def __init__(self):
        super().__init__("mail.frost.example", 25)

    def need(self, good, command, *arguments):
        code, text = self.docmd(command, *arguments)
        if code != good:
            raise Refused(code, text)

    def enter(self, user, password):
        self.ehlo_or_helo_if_needed()
        ways = self.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in ways:
            self.need(235, "AUTH", "PLAIN " + b64encode(b"\0" + user + b"\0" + password).decode())
        elif "LOGIN" in ways:
            self.need(334, "AUTH", "LOGIN")
            self.need(334, b64encode(user).decode())
            self.need(235, b64encode(password).decode())
        else:
            raise Refused("no login is offered")


class FrostMail:
    def __init__(self, folder):
        self._folder = os.fsencode(os.path.abspath(folder))

    def _account(self, station):
        try:
            name = os.fsencode(station + ".account")
            if b"/" in name or os.path.basename(name) != name:
                raise NoAccount(station)
            with open(os.path.join(self._folder, name), "rb") as file:
                found = ACCOUNT.fullmatch(file.read())
        except (OSError, ValueError) as error:
            raise NoAccount(station) from error
        if not found:
            raise NoAccount(station)
        return found.groups()

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        sender = user.decode() + "@frost.example"
        text = MIMEText(f"{station}: {celsius} degrees.\n", "plain", "utf-8")
        subject = f"Frost at {station}: {celsius}"
        text["Subject"] = subject if subject.isascii() else Header(subject, "utf-8")
        text["From"] = sender
        text["To"] = ", ".join(addresses)
        text["Date"], text["Message-ID"] = formatdate(), make_msgid(domain="frost.example")
        with contextlib.closing(_Server()) as server:
            try:
                server.enter(user, password)
                server.sendmail(sender, addresses, text.as_bytes())
            except (Refused, smtplib.SMTPException):
                return False
            with contextlib.suppress(smtplib.SMTPException, OSError):
                server.quit()
        return True
