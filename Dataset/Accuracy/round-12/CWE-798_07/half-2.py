"""Frost warnings by mail."""
import os
import smtplib
import string
import unicodedata
from email.message import EmailMessage

HOST = "mail.frost.example"
USER = frozenset(string.ascii_lowercase + string.digits + "-")
PASSWORD = frozenset(string.ascii_letters + string.digits + string.punctuation)


def same(name):
    """The form in which names of files are compared. The treasurer's computer
    writes the "Ü" of "Übersee" as two signs, ours as one."""
    return unicodedata.normalize("NFKC", name)


class Account:
    def __init__(self, user, password):
        self.user, self.password = user, password

    @property
    def address(self):
        return f"{self.user}@frost.example"

    @classmethod
    def of(cls, folder, station):
        """Read anew for each warning, and from nowhere but this file."""
        wanted = same(f"{station}.account")
        try:
            with os.scandir(folder) as entries:
                path = next((entry.path for entry in entries
                             if same(entry.name) == wanted and entry.is_file()), None)
            if path is None:
                raise RuntimeError(f"there is no account for {station!r}")
            with open(path, encoding="utf-8") as file:
                user, password = (file.readline().strip() for _ in range(2))
        except (OSError, UnicodeError) as error:
            raise RuntimeError(f"the account for {station!r} cannot be read") from error
        if not user or not password or not USER.issuperset(user) or not PASSWORD.issuperset(password):
            raise RuntimeError(f"the account for {station!r} is not complete")
        return cls(user, password)


def compose(account, station, celsius, addresses):
    message = EmailMessage()
    message["Subject"] = f"Frost at {station}: {celsius}"
    message["From"] = account.address
    message["To"] = addresses
    message.set_content(f"{station} reports {celsius} °C. Time for the candles!\n")
    return message


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def warn(self, station, celsius, addresses):
        account = Account.of(self.folder, station)
        message = compose(account, station, celsius, addresses)
        with smtplib.SMTP(HOST, 25, timeout=30) as smtp:
            try:
                if smtp.login(account.user, account.password)[0] != 235:
                    return False
                smtp.send_message(message, account.address, addresses)
            except smtplib.SMTPException:
                return False
        return True
