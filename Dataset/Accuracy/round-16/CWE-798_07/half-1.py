import os
import smtplib
from email.message import EmailMessage

HOST, PORT = "mail.frost.example", 25


class FrostMail:
    def __init__(self, folder):
        self._folder = folder
        self._read = {}  # station: (stamp of the file, account)

    def _account(self, station):
        if not station or "/" in station or os.sep in station or "\0" in station:
            raise RuntimeError("no such station: %r" % station)
        path = os.path.join(self._folder, station + ".account")
        try:
            state = os.stat(path)
            # the memory cards in the sheds are slow: read again only what is new
            stamp = (state.st_mtime_ns, state.st_size)
            if station in self._read and self._read[station][0] == stamp:
                return self._read[station][1]
            with open(path, encoding="ascii") as file:
                lines = [line.strip() for line in file]
        except (OSError, UnicodeDecodeError) as error:
            raise RuntimeError("no account for %r" % station) from error
        if len(lines) < 2 or not lines[0] or not lines[1]:
            raise RuntimeError("the account of %r is not complete" % station)
        account = lines[0], lines[1]
        self._read[station] = stamp, account
        return account

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        sender = user + "@frost.example"
        message = EmailMessage()
        message["From"] = sender
        message["To"] = ", ".join(addresses)
        message["Subject"] = "Frost at %s: %s" % (station, celsius)
        message.set_content("It is %s degrees. Please light the candles.\n" % celsius)
        with smtplib.SMTP(HOST, PORT, timeout=30) as server:
            try:
                code, _ = server.login(user, password)
                if code != 235:
                    return False
                server.send_message(message, from_addr=sender, to_addrs=list(addresses))
            except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused,
                    smtplib.SMTPNotSupportedError):
                return False
        return True
