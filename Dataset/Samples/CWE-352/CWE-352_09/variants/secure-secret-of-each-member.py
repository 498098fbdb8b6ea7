"""Each member has a secret word, and a path for each thing that she can say."""
import os
import secrets
from email import policy
from email.message import EmailMessage
from urllib.parse import quote

from flask import Flask, redirect, request, session

FORM = '<form method="post" action="/login"><input name="name"><input type="password" name="password"><input type="submit"></form>'


class Orchard:
    def __init__(self, members, outbox):
        self.words = {name: secrets.token_hex(20) for name in members}
        self.owners = {word: name for name, word in self.words.items()}
        self.reading = list(members)
        self.answers = {}
        self.outbox = outbox
        self.app = app = Flask("orchard")
        app.secret_key = secrets.token_hex(32)
        app.add_url_rule("/login", "form", lambda: FORM)
        app.add_url_rule("/login", "login", lambda: self.log_in(members), methods=["POST"])
        app.add_url_rule("/days", "days", lambda: self.answers)
        app.add_url_rule("/readers", "readers", lambda: app.json.response(sorted(self.reading)))
        app.add_url_rule("/me/<word>/<come>/<path:day>", "answer", self.answer)
        app.add_url_rule("/me/<word>/stop", "stop", self.stop, methods=["POST"])

    def log_in(self, members):
        name = request.form.get("name")
        if members.get(name, object()) != request.form.get("password"):
            return "No", 401
        session.clear()
        session["who"] = name
        return redirect("/days")

    def answer(self, word, come, day):
        name = self.owners.get(word)
        if "who" not in session:
            return redirect("/login")
        if name is None or name != session["who"] or day not in self.answers or come not in ("yes", "no"):
            return "There is no such link", 404
        self.answers[day][name] = come
        return redirect("/days")

    def stop(self, word):
        name = self.owners.get(word)
        if name is None:
            return "There is no such link", 404
        if name in self.reading:
            self.reading.remove(name)
        return "Done"

    def invite(self, day):
        self.answers.setdefault(day, {})
        for name in self.reading:
            start = f"https://orchard.example/me/{self.words[name]}"
            mail = EmailMessage(policy=policy.SMTP)
            mail["To"] = f"{name}@orchard.example"
            mail["Subject"] = day
            mail["List-Unsubscribe"] = f"<{start}/stop>"
            mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
            mail.set_content(f"I come: {start}/yes/{quote(day)}\nI cannot come: {start}/no/{quote(day)}\n")
            with open(os.path.join(self.outbox, f"{secrets.token_hex(8)}.eml"), "wb") as file:
                file.write(mail.as_bytes())
