import re
from email.header import Header
from email.mime.text import MIMEText
from os.path import join
from smtplib import SMTP, SMTPException, SMTPNotSupportedError

ACCOUNT = re.compile(r"([a-z0-9-]+)\r?\n([!-~]+)\s*", re.ASCII)


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def warn(self, station, celsius, addresses):
        try:
            with open(join(self.folder, "%s.account" % station), "rb") as file:
                found = ACCOUNT.fullmatch(file.read().decode("utf-8", "replace"))
        except OSError:
            found = None
        if found is None:
            raise RuntimeError("this station has no account")
        user, password = found.groups()
        mail = MIMEText("Please look after your trees.", "plain", "utf-8")
        mail["Subject"] = Header("Frost at %s: %s" % (station, celsius))
        mail["From"] = user + "@frost.example"
        mail["To"] = ", ".join(addresses)
        with SMTP() as server:
            server.connect("mail.frost.example", 25)
            try:
                server.login(user, password)
                refused = server.sendmail(mail["From"], addresses, mail.as_string())
            except (SMTPException, SMTPNotSupportedError):
                return False
            return not refused
