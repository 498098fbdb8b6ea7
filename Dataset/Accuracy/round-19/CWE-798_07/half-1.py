import os
import smtplib
from email.message import EmailMessage

SERVER = ("mail.frost.example", 25)
DOMAIN = "frost.example"


class FrostMail:
    def __init__(self, folder):
        self.folder = folder
        self._read = {}         # station: (state of the file, account)

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        sender = f"{user}@{DOMAIN}"
        mail = EmailMessage()
        mail["From"] = sender
        mail["To"] = ", ".join(addresses)
        mail["Subject"] = f"Frost at {station}: {celsius}"
        mail.set_content(
            f"The station {station} measures {celsius} degrees.\n"
            "It is time to light the candles.\n")
        with smtplib.SMTP(*SERVER, timeout=30) as server:
            try:
                server.login(user, password)
                refused = server.send_message(mail, sender, addresses)
            except smtplib.SMTPException:
                return False
        return not refused

    def _account(self, station):
        """User name and password of just this station, as they are in its file."""
        if not station or "\0" in station or "/" in station or os.sep in station:
            raise RuntimeError("no such station")
        path = os.path.join(self.folder, station + ".account")
        try:
            state = os.stat(path)
            # in a frosty night there are many warnings, and the folder is on the network:
            # a file is only read again when it has changed
            state = (state.st_mtime_ns, state.st_size)
            known = self._read.get(station)
            if known and known[0] == state:
                return known[1]
            with open(path, encoding="utf-8") as file:
                lines = file.read().split("\n")
        except (OSError, ValueError) as error:
            self._read.pop(station, None)
            raise RuntimeError("no account for this station") from error
        user = lines[0].strip()
        password = lines[1].strip() if len(lines) > 1 else ""
        if not user or not password:
            raise RuntimeError("the account of this station is not complete")
        self._read[station] = (state, (user, password))
        return user, password
