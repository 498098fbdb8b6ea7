"""Frost warnings by mail."""
import os
import smtplib
from email.message import EmailMessage

HOST = "mail.frost.example"
PORT = 25


class FrostMail:
    def __init__(self, folder):
        self._folder = folder
        self._read = {}  # path -> (stamp, lines); the folder is on a slow share

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        sender = f"{user}@frost.example"
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(f"It is {celsius} degrees at {station}. Light the candles.\n")
        with smtplib.SMTP(HOST, PORT, local_hostname="station.frost.example", timeout=30) as server:
            try:
                server.login(user, password)
                server.send_message(mail, sender, addresses)
            except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused,
                    smtplib.SMTPNotSupportedError):
                return False
        return True

    def _account(self, station):
        if not station or os.path.basename(station) != station or "\0" in station:
            raise RuntimeError(f"no account for {station!r}")
        try:
            lines = self._lines(os.path.join(self._folder, f"{station}.account"))
        except (OSError, UnicodeError) as error:
            raise RuntimeError(f"no account for {station!r}") from error
        user, password = (line.strip() for line in (lines + ["", ""])[:2])
        if not user or not password:
            raise RuntimeError(f"the account of {station!r} is not complete")
        return user, password

    def _lines(self, path):
        """The lines of the file, read anew whenever it has changed."""
        found = os.stat(path)
        stamp = int(found.st_mtime), found.st_size
        known = self._read.get(path)
        if known is None or known[0] != stamp:
            with open(path, encoding="utf-8-sig") as file:
                known = self._read[path] = stamp, file.read().split("\n")
        return known[1]
