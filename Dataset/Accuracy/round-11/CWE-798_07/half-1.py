"""Mails to the fruit growers when a night gets cold.

At a desk without files of stations, make a folder with a file for the account that the server has for trying
the program out; there is no account in this program.
"""
import os
import smtplib
from email.message import EmailMessage

SERVER = "mail.frost.example", 25


class FrostMail:
    def __init__(self, folder):
        self._folder = folder

    def _account(self, station):
        """User name and password of a station, read afresh for each warning."""
        if not station or os.path.basename(station) != station or "\0" in station:
            raise RuntimeError(f"no name of a station: {station!r}")
        path = os.path.join(self._folder, station + ".account")
        try:
            with open(path, encoding="utf-8-sig") as file:
                lines = [line.strip() for line in file.read().split("\n")]
        except (OSError, UnicodeDecodeError):
            raise RuntimeError(f"there is no account for {station}") from None
        user, password = (lines + ["", ""])[:2]
        if not user or not password:
            raise RuntimeError(f"the account for {station} lacks its user name or password")
        return user, password

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        sender = user + "@frost.example"
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(f"The station {station} measures {celsius} degrees.\nPlease look after your trees.\n")
        with smtplib.SMTP(*SERVER, timeout=60) as server:
            try:
                # raises an error when the server refuses the login, and when it does not offer any
                server.login(user, password)
                server.send_message(mail, sender, addresses)
            except smtplib.SMTPException:
                return False
        return True
