"""Frost warnings by mail."""
import smtplib
from email.message import EmailMessage
from pathlib import Path

SERVER = ("mail.frost.example", 25)
TIMEOUT = 30


class FrostMail:
    def __init__(self, folder):
        self._folder = Path(folder)
        self._accounts = {}

    def _account(self, station):
        """User name and password of a station, as they are in its file now."""
        if not station or "/" in station or "\0" in station:
            raise RuntimeError("no such station")
        path = self._folder / f"{station}.account"
        try:
            state = path.stat()
            stamp = (int(state.st_mtime), state.st_size)
            known = self._accounts.get(station)
            if known and known[0] == stamp:  # the file has not changed
                return known[1]
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            self._accounts.pop(station, None)
            raise RuntimeError("the station has no account") from error
        lines = [line.strip() for line in lines] + ["", ""]
        user, password = lines[:2]
        if not user or not password:
            self._accounts.pop(station, None)
            raise RuntimeError("the account is not complete")
        self._accounts[station] = (stamp, (user, password))
        return user, password

    def warn(self, station, celsius, addresses):
        user, password = self._account(station)
        message = EmailMessage()
        message["From"] = f"{user}@frost.example"
        message["To"] = ", ".join(addresses)
        message["Subject"] = f"Frost at {station}: {celsius}"
        message.set_content(f"It is {celsius} degrees at {station}. Light the candles!\n", cte="quoted-printable")
        with smtplib.SMTP(*SERVER, timeout=TIMEOUT) as server:
            try:
                code, _ = server.login(user, password)
                if code != 235:  # smtplib takes 503 for a success, too
                    return False
                server.send_message(message, f"{user}@frost.example", list(addresses))
            except smtplib.SMTPServerDisconnected:
                raise
            except smtplib.SMTPException:
                return False
        return True
