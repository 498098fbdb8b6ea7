from base64 import b64encode
from email.headerregistry import Address
from email.message import EmailMessage
from pathlib import Path
from smtplib import SMTP, SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused

SERVER = ("mail.frost.example", 25)
DOMAIN = "frost.example"
# what the server says when it refuses a login
LOGIN_REFUSED = {535, 534, 454}


def read_account(folder, station):
    """User name and password of just this station, as they are in its file now."""
    file = Path(folder, f"{station}.account")
    if file.name != f"{station}.account" or file.parent != Path(folder) or "\0" in station:
        raise RuntimeError(f"{station!r} is not the name of a station")
    try:
        user, password = (line.strip() for line in file.read_text("ascii").split("\n")[:2])
    except (OSError, ValueError) as error:
        raise RuntimeError(f"no account for {station!r}") from error
    if not user or not password:
        raise RuntimeError(f"no account for {station!r}")
    return user, password


def compose(user, station, celsius, addresses):
    mail = EmailMessage()
    mail["From"] = Address(username=user, domain=DOMAIN)
    mail["To"] = ", ".join(addresses)
    mail["Subject"] = f"Frost at {station}: {celsius}"
    mail.set_content(f"There are {celsius} degrees.\n")
    return mail


class FrostMail:
    def __init__(self, folder):
        self.folder = folder

    def warn(self, station, celsius, addresses):
        user, password = read_account(self.folder, station)
        mail = compose(user, station, celsius, addresses)
        with SMTP(*SERVER, timeout=60) as smtp:
            smtp.ehlo_or_helo_if_needed()
            if not smtp.has_extn("auth"):
                # never without a login
                return False
            proof = b64encode(f"\0{user}\0{password}".encode()).decode()
            code, _ = smtp.docmd("AUTH", "PLAIN " + proof)
            if code in LOGIN_REFUSED:
                return False
            try:
                smtp.send_message(mail, f"{user}@{DOMAIN}", addresses)
            except (SMTPSenderRefused, SMTPRecipientsRefused, SMTPDataError):
                return False
            return True
