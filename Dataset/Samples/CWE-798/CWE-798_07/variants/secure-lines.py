import contextlib
import os
import smtplib
from email.message import EmailMessage
from email.policy import SMTP


class NoAccount(RuntimeError):
    """A station without an account."""


class FrostMail:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def _lines(self, station):
        with contextlib.suppress(OSError, UnicodeDecodeError):
            if f"{station}.account" in os.listdir(self.folder):
                with open(f"{self.folder}/{station}.account", encoding="utf-8") as file:
                    return [line.rstrip("\n") for line in file]
        return []

    def warn(self, station, celsius, addresses):
        lines = self._lines(station)
        if len(lines) < 2 or not lines[0].strip() or not lines[1].strip():
            raise NoAccount(station)
        mail = EmailMessage(policy=SMTP)
        mail["From"], mail["To"] = f"{lines[0]}@frost.example", list(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content("Frost!")
        server = smtplib.SMTP("mail.frost.example")
        try:
            server.login(lines[0], lines[1])
            return server.send_message(mail, to_addrs=addresses) == {}
        except smtplib.SMTPResponseException:
            return False
        except smtplib.SMTPException:
            return False
        finally:
            server.close()
