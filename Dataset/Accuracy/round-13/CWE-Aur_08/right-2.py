"""Everything in SQLite in memory: what somebody may see or change stands in the where-clauses."""
import json
import secrets
import sqlite3
import threading

from flask import Flask, Response, request, session
from werkzeug.security import check_password_hash, generate_password_hash

SCHEMA = """
create table person (name text primary key, hash text not null,
    role text not null check (role in ('customer', 'reseller', 'workshop')));
create table price (kind text primary key, cents integer not null);
create table quote (id integer primary key autoincrement, owner text not null references person);
create table item (quote integer not null references quote, place integer not null,
    kind text not null references price, count integer not null check (count between 1 and 500),
    primary key (quote, place));
create table placed (number integer primary key autoincrement, quote integer not null unique references quote,
    total integer not null);
create view amount as
    select q.id, q.owner, sum(i.count * p.cents) * case r.role when 'reseller' then 80 else 100 end / 100 total
    from quote q join person r on r.name = q.owner join item i on i.quote = q.id join price p on p.kind = i.kind
    group by q.id;
create trigger fixed_delete before delete on item when exists (select 1 from placed where quote = old.quote)
    begin select raise(abort, 'ordered'); end;
create trigger fixed_insert before insert on item when exists (select 1 from placed where quote = new.quote)
    begin select raise(abort, 'ordered'); end;
"""


class Answer(Exception):
    def __init__(self, status, value=None):
        self.status, self.value = status, value


def create_app(people, prices):
    app = Flask(__name__)
    app.secret_key = secrets.token_urlsafe(48)
    lock = threading.Lock()
    db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
    db.executescript(SCHEMA)
    db.executemany("insert into person values (?, ?, ?)", [
        (name, generate_password_hash(p["password"], "pbkdf2:sha256:1000") if isinstance(p.get("password"), str) else "none",
         p["role"]) for name, p in people.items()])
    db.executemany("insert into price values (?, ?)", prices.items())

    def rows(sql, *values):
        return db.execute(sql, values).fetchall()

    def one(sql, *values):
        found = rows(sql, *values)
        if not found:
            raise Answer(404)
        return found[0]

    def body():
        data = request.get_json(silent=True)
        if not isinstance(data, dict):
            raise Answer(400)
        return data

    def number(value, low, high):
        if type(value) is not int or value < low or value > high:
            raise Answer(400)
        return value

    def items_in():
        items = body().get("items")
        if type(items) is not list or items == []:
            raise Answer(400)
        out = []
        for item in items:
            if type(item) is not dict or type(item.get("kind")) is not str \
                    or not rows("select 1 from price where kind = ?", item["kind"]):
                raise Answer(400)
            out.append((item["kind"], number(item.get("count"), 1, 500)))
        return out

    def items_out(id):
        return [{"kind": k, "count": c}
                for k, c in rows("select kind, count from item where quote = ? order by place", id)]

    def fill(id, items):
        try:
            db.execute("delete from item where quote = ?", (id,))
            db.executemany("insert into item values (?, ?, ?, ?)",
                           [(id, place, *item) for place, item in enumerate(items)])
        except sqlite3.IntegrityError:
            raise Answer(409) from None

    def quote(me, id):
        [total] = one("select total from amount where id = ? and owner = ?", id, me)
        return {"id": id, "items": items_out(id), "total": total}

    def order(n):
        customer, id, total = one("select owner, id, total from placed join quote on id = quote where number = ?", n)
        return {"number": n, "customer": customer, "items": items_out(id), "total": total}

    def door(rule, method, role=None):
        """A route: login, role, and one transaction, undone unless it ends well."""
        def register(view):
            def run(**where):
                with lock:
                    db.execute("begin")
                    try:
                        found = rows("select name, role from person where name = ?", session.get("name"))
                        if not found:
                            raise Answer(401)
                        me, mine = found[0]
                        if role is not None and mine != role:
                            raise Answer(403)
                        answer = Answer(*view(me=me, role=mine, **where))
                        db.execute("commit")
                    except Answer as e:
                        answer = e
                    finally:
                        if db.in_transaction:
                            db.execute("rollback")
                value = {"status": answer.status} if answer.value is None else answer.value
                return Response(json.dumps(value), answer.status, mimetype="application/json")
            app.add_url_rule(rule, f"{method} {rule}", run, methods=[method])
            return view
        return register

    @app.post("/login")
    def login():
        data = request.get_json(silent=True)
        name, password = (data.get("name"), data.get("password")) if isinstance(data, dict) else (None, None)
        if isinstance(name, str) and isinstance(password, str):
            with lock:
                try:
                    found = rows("select hash, role from person where name = ?", name)
                    good = bool(found) and check_password_hash(found[0][0], password)
                except UnicodeEncodeError:
                    good = False
            if good:
                session.clear()
                session["name"] = name
                return {"name": name, "role": found[0][1]}
        return {"status": 401}, 401

    id_ = "<int(max=999999999):id>"

    @door("/quotes", "POST")
    def make(me, role):
        items = items_in()
        [[id]] = rows("insert into quote (owner) values (?) returning id", me)
        fill(id, items)
        return 201, quote(me, id)

    @door(f"/quotes/{id_}", "GET")
    def see(me, role, id):
        return 200, quote(me, id)

    @door(f"/quotes/{id_}", "PUT")
    def change(me, role, id):
        quote(me, id)
        fill(id, items_in())
        return 200, quote(me, id)

    @door(f"/quotes/{id_}/order", "POST")
    def place(me, role, id):
        total = quote(me, id)["total"]
        if rows("select 1 from placed where quote = ?", id):
            return 409,
        [[n]] = rows("insert into placed (quote, total) values (?, ?) returning number", id, total)
        return 201, order(n)

    @door("/orders", "GET")
    def orders(me, role):
        return 200, [order(n) for [n] in rows(
            "select number from placed join quote on id = quote where ? or owner = ? order by number",
            role == "workshop", me)]

    @door(f"/orders/{id_}/rebate", "POST", "workshop")
    def rebate(me, role, id):
        order(id)
        percent = number(body().get("percent"), 0, 50)
        db.execute("update placed set total = total * (100 - ?) / 100 where number = ?", (percent, id))
        return 200, order(id)

    @door("/people/<name>/role", "PUT", "workshop")
    def give(me, role, name):
        one("select 1 from person where name = ?", name)
        new = body().get("role")
        if new != "customer" and new != "reseller":
            return 400,
        if not rows("update person set role = ? where name = ? and role <> 'workshop' returning name", new, name):
            return 403,
        return 200, {"name": name, "role": new}

    return app
