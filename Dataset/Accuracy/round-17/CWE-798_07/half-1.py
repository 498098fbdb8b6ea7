import os
import re
import smtplib
import unicodedata
from email.message import EmailMessage

SERVER, PORT = "mail.frost.example", 25


class FrostMail:
    def __init__(self, folder):
        self._folder = folder

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)     # read anew for each warning
        sender = f"{user}@frost.example"
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(f"At the station {station} it is {celsius} degrees. Light the candles!\n",
                         cte="quoted-printable")
        with smtplib.SMTP(SERVER, PORT, timeout=60) as server:
            try:
                server.login(user, password)
                refused = server.sendmail(sender, addresses, mail.as_bytes())
            except smtplib.SMTPException:
                return False    # no login, or none is offered, or no mail
        return not refused

    def _account(self, station):
        path = self._file(station)
        if path is None:
            raise RuntimeError("no account for this station")
        try:
            with open(path, encoding="utf-8-sig") as file:
                lines = file.read().split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise RuntimeError("the account cannot be read") from error
        user, password = [line.strip() for line in (lines + ["", ""])[:2]]
        if not re.fullmatch(r"[a-z0-9-]+", user) or not re.fullmatch(r"[!-~]+", password):
            raise RuntimeError("the account lacks a user name or a password")
        return user, password

    def _file(self, station):
        # Only names that are in the folder, so that a station cannot be a path.
        # Some computers write the Ü of a file name as one sign, some as two.
        wanted = _same(f"{station}.account")
        try:
            names = os.listdir(self._folder)
        except OSError:
            return None
        # one that is written just so comes first
        for name in sorted(names, key=lambda name: name != f"{station}.account"):
            if _same(name) == wanted:
                return os.path.join(self._folder, name)
        return None


def _same(name):
    return unicodedata.normalize("NFKC", name)
