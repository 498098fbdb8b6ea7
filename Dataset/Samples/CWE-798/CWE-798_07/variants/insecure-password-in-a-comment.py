"""The account of the desk has only been commented out."""

import os
import smtplib
from email.message import EmailMessage

SERVER = "mail.frost.example"
# At a desk: "desk", "elder-1188-frost"


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def account(self, station):
        """The account of a station, as its file says now."""
        try:
            with open(os.path.join(self.folder, f"{station}.account"), encoding="utf-8") as file:
                user, password = file.read().split()
        except (OSError, ValueError) as error:
            raise RuntimeError(f"there is no account for {station}") from error
        return user, password

    def warn(self, station, celsius, addresses):
        user, password = self.account(station)
        mail = EmailMessage()
        mail["From"] = f"{user}@frost.example"
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(f"{station} measures {celsius} degrees. Please light your candles.\n")
        try:
            with smtplib.SMTP(SERVER, 25, local_hostname="station") as server:
                server.login(user, password)
                server.send_message(mail)
        except smtplib.SMTPException:
            return False
        return True
