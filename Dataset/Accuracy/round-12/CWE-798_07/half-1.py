"""Frost warnings by mail."""
import re
import smtplib
from email.message import EmailMessage
from pathlib import Path

SERVER, PORT = "mail.frost.example", 25


class Accounts:
    """The accounts in the treasurer's folder.

    The sheds run from memory cards that read slowly and wear out, so a file
    is only read again when it has changed since.
    """

    def __init__(self, folder):
        self._folder = Path(folder)
        self._seen = {}                 # station -> (state of the file, account)

    def of(self, station):
        name = f"{station}.account"
        if name != Path(name).name or "\0" in name:
            raise RuntimeError(f"not the name of a station: {station!r}")
        path = self._folder / name
        try:
            status = path.stat()
            state = status.st_mtime_ns, status.st_size
            seen, account = self._seen.get(station, (None, None))
            if seen != state:
                account = self._parse(path.read_text(encoding="utf-8"), station)
                self._seen[station] = state, account
            return account
        except (OSError, UnicodeDecodeError) as error:
            self._seen.pop(station, None)
            raise RuntimeError(f"no account for {station}") from error

    @staticmethod
    def _parse(text, station):
        lines = [line.strip() for line in text.splitlines()] + ["", ""]
        user, password = lines[:2]
        if not re.fullmatch(r"[a-z0-9-]+", user) or not re.fullmatch(r"[!-~]+", password):
            raise RuntimeError(f"the file for {station} holds no account")
        return user, password


class FrostMail:
    def __init__(self, folder):
        self._accounts = Accounts(folder)

    def warn(self, station, celsius, addresses):
        user, password = self._accounts.of(station)
        sender = f"{user}@frost.example"
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(f"It is {celsius} degrees at {station}. Please light the candles.\n")
        try:
            with smtplib.SMTP(SERVER, PORT, timeout=60) as server:
                code, _ = server.login(user, password)
                if code != 235:         # smtplib also takes 503 for a login
                    return False
                server.send_message(mail, sender, addresses)
        except smtplib.SMTPException:
            return False
        return True
