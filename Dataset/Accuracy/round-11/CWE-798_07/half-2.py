"""Mails to the fruit growers when a night gets cold."""
import base64
import smtplib
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path


class Accounts:
    """The accounts in a folder. A file is read again as soon as it has changed.

    The stations' cards wear out by reading as well, and a cold night brings a warning every minute.
    """

    def __init__(self, folder):
        self._folder = Path(folder)
        self._read = {}                 # station: (mark of the file, account)

    def __getitem__(self, station):
        if not station or {"/", "\0"} & set(station):
            raise RuntimeError("a station has a plain name")
        path = self._folder / f"{station}.account"
        try:
            status = path.stat()
            mark = status.st_mtime_ns, status.st_size
            if station not in self._read or self._read[station][0] != mark:
                self._read[station] = mark, self._parse(path.read_text("utf-8-sig"))
        except (OSError, UnicodeError):
            self._read.pop(station, None)
            raise RuntimeError(f"{station} has no account") from None
        return self._read[station][1]

    @staticmethod
    def _parse(text):
        user, _, rest = text.partition("\n")
        password = rest.partition("\n")[0]
        user, password = user.strip(), password.strip()
        if not (user and password):
            raise RuntimeError("user name or password is missing")
        return user, password


class FrostMail:
    def __init__(self, folder):
        self._accounts = Accounts(folder)

    @staticmethod
    def _log_in(server, user, password):
        """Whether the server has taken this login; the only answer to this is 235."""
        server.ehlo_or_helo_if_needed()
        methods = server.esmtp_features.get("auth", "").upper().split()
        if "PLAIN" in methods:
            token = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
            return server.docmd("AUTH", "PLAIN " + token)[0] == 235
        if "LOGIN" in methods:
            code, _ = server.docmd("AUTH", "LOGIN")
            for part in user, password:
                if code != 334:
                    return False
                code, _ = server.docmd(base64.b64encode(part.encode()).decode())
            return code == 235
        return False

    def warn(self, station, celsius, addresses):
        user, password = self._accounts[station]
        sender = Address(username=user, domain="frost.example")
        mail = EmailMessage(policy=SMTP)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail.set_content(f"{celsius} degrees at {station}. Time for the candles.\n")
        with smtplib.SMTP("mail.frost.example", 25, timeout=60) as server:
            try:
                if not self._log_in(server, user, password):
                    return False
                server.send_message(mail, from_addr=sender.addr_spec, to_addrs=addresses)
            except smtplib.SMTPException:
                return False
        return True
