"""Frost warnings by mail."""
import os
import smtplib
import unicodedata
from email.message import EmailMessage

HOST = "mail.frost.example"
PORT = 25


class FrostMail:
    def __init__(self, folder):
        self._folder = folder

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
            with open(self._path(station), encoding="utf-8-sig") as file:
                lines = file.read().split("\n")
        except (OSError, UnicodeError) as error:
            raise RuntimeError(f"no account for {station!r}") from error
        user, password = (line.strip() for line in (lines + ["", ""])[:2])
        if not user or not password:
            raise RuntimeError(f"the account of {station!r} is not complete")
        return user, password

    def _path(self, station):
        """The file of a station. Some computers take letters such as `Ü` apart in names of
        files, and fonts give us blanks that only look like one, so we compare what is meant."""
        wanted = unicodedata.normalize("NFKC", f"{station}.account")
        for name in sorted(os.listdir(self._folder), key=lambda name: name != f"{station}.account"):
            if unicodedata.normalize("NFKC", name) == wanted:
                return os.path.join(self._folder, name)
        raise FileNotFoundError(wanted)
