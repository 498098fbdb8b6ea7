"""A mail server as clients see it, line by line."""

import base64
import types
import unittest

import fakes
from test_network import Recorder

from probes import mail

fakes.harness.Network = Recorder


def coded(text):
    return base64.b64encode(text.encode()).decode()


class Conversation(unittest.TestCase):
    def setUp(self) -> None:
        self.server = mail.MailServer(accounts={"ada": "pear-7"})
        self.begin()

    def begin(self) -> None:
        self.hit = types.SimpleNamespace(raw=b"")

    def say(self, *lines: str) -> list[str]:
        """The code of the last line that the server answers to each."""
        said = []
        for line in lines:
            self.hit.raw += line.encode() + b"\r\n"
            answer = self.server._network.handler(self.hit).decode()
            said.append(answer.split("\r\n")[-2][:4].strip() if answer else "")
        return said

    def test_a_mail_that_is_sent_by_somebody(self) -> None:
        plain = f"AUTH PLAIN {coded(chr(0) + 'ada' + chr(0) + 'pear-7')}"
        self.assertEqual(self.say("EHLO x", plain), ["250", "235"])
        self.assertEqual(self.say("MAIL FROM:<a@x.example> size=3", "RCPT TO:<b@x.example>", "RCPT TO:<c@x.example>"), ["250"] * 3)
        self.assertEqual(self.say("DATA", "Subject: x", "", "..", ".", "QUIT"), ["354", "", "", "", "250", "221"])
        sent = mail.Mail("ada", "a@x.example", ("b@x.example", "c@x.example"), b"Subject: x\r\n\r\n.")
        self.assertEqual(self.server.mails, [sent])
        self.assertEqual(self.server.logins, [mail.Login("ada", "pear-7", True)])

    def test_logins_in_several_lines(self) -> None:
        self.assertEqual(self.say("AUTH LOGIN", coded("ada"), coded("pear-7")), ["334", "334", "235"])
        self.begin()
        self.assertEqual(self.say(f"auth login {coded('ada')}", coded("fig")), ["334", "535"])
        self.begin()
        self.assertEqual(self.say("AUTH PLAIN", coded("\0bo\0pear-7")), ["334", "535"])
        self.assertEqual([one.accepted for one in self.server.logins], [True, False, False])
        self.server.clear()
        self.assertEqual(self.server.logins, [])

    def test_what_is_no_login(self) -> None:
        self.assertEqual(self.say("AUTH CRAM-MD5", "AUTH PLAIN ?", "AUTH LOGIN", "*", "NOOP"), ["504", "501", "334", "501", "250"])
        self.assertEqual(self.server.logins, [])

    def test_nobody_sends_without_a_login_where_it_is_needed(self) -> None:
        self.assertEqual(self.say("MAIL FROM:<a@x.example>", "DATA"), ["530", "503"])
        self.server.needs_login = False
        self.say("MAIL FROM:<a@x.example>", "RCPT TO:<b@x.example>", "DATA", "x", ".")
        self.assertEqual([one.user for one in self.server.mails], [None])

    def test_what_is_offered(self) -> None:
        self.server.mechanisms = ()
        self.assertEqual(self.say("EHLO x", "AUTH PLAIN"), ["250", "504"])
        self.assertNotIn(b"AUTH", self.server._network.handler(types.SimpleNamespace(raw=b"EHLO x\r\n")))

    def test_anybody_may_log_in(self) -> None:
        self.server.accounts = None
        self.assertEqual(self.say("AUTH LOGIN " + coded("eve"), coded("")), ["334", "235"])


if __name__ == "__main__":
    unittest.main()
