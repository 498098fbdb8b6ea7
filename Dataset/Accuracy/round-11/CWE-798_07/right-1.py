"""smtplib, with an AUTH of its own that takes nothing but 235 for an answer."""
import smtplib
from base64 import b64encode
from contextlib import ExitStack
from dataclasses import dataclass, field
from email.header import Header
from email.mime.text import MIMEText
from email.utils import formatdate, make_msgid
import os


class NoAccount(RuntimeError):
    pass


@dataclass(frozen=True)
class Account:
    user: str
    password: str = field(repr=False)

    @classmethod
    def of(cls, folder, station):
        # the name has to be one that the folder lists, letter by letter
        wanted = f"{station}.account"
        try:
            path = next(entry.path for entry in os.scandir(folder) if entry.name == wanted and entry.is_file())
            with open(path, "rb") as file:
                lines = file.read().decode("utf-8-sig").splitlines()
        except (StopIteration, OSError, UnicodeError):
            raise NoAccount(wanted) from None
        match [line.strip() for line in lines]:
            case [user, password, *_] if user and password:
                return cls(user, password)
        raise NoAccount(wanted)

    @property
    def address(self):
        return f"{self.user}@frost.example"

    def initial(self):
        return b64encode("\0".join(("", self.user, self.password)).encode()).decode("ascii")


class FrostMail:
    def __init__(self, folder):
        self.folder = os.fspath(folder)

    def _mail(self, account, station, celsius, addresses):
        mail = MIMEText(f"Frost: {station} has {celsius} degrees.", "plain", "utf-8")
        mail["Subject"] = Header(f"Frost at {station}: {celsius}", None if station.isascii() else "utf-8")
        mail["From"] = account.address
        mail["To"] = ", ".join(addresses)
        mail["Date"] = formatdate(localtime=True)
        mail["Message-ID"] = make_msgid(domain="frost.example")
        return mail.as_string()

    def warn(self, station, celsius, addresses):
        account = Account.of(self.folder, station)
        with ExitStack() as stack:
            server = stack.enter_context(smtplib.SMTP("mail.frost.example", 25))
            try:
                server.ehlo()
                offered = server.esmtp_features.get("auth", "").split() if server.does_esmtp else []
                for way in (self._plain, self._login):
                    if way.__name__[1:].upper() in offered:
                        break
                else:
                    return False
                if way(server, account) != 235:
                    return False
                server.sendmail(account.address, addresses, self._mail(account, station, celsius, addresses))
            except smtplib.SMTPException:
                return False
            return True

    @staticmethod
    def _plain(server, account):
        return server.docmd("AUTH PLAIN", account.initial())[0]

    @staticmethod
    def _login(server, account):
        code, _ = server.docmd("AUTH", "LOGIN")
        for word in (account.user, account.password):
            if code == 334:
                code, _ = server.docmd(b64encode(word.encode()).decode())
        return code
