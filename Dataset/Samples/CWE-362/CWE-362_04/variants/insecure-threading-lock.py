import json
import os
import threading


guard = threading.RLock()


def locked(path):
    return guard


def load(path):
    try:
        with open(path, encoding="utf-8") as file:
            return json.load(file)
    except FileNotFoundError:
        return {}


def save(path, stock):
    with open(path + ".new", "w", encoding="utf-8") as file:
        json.dump(stock, file)
    os.replace(path + ".new", path)


def bring(path, article, number):
    with locked(path):
        stock = load(path)
        stock[article] = stock.get(article, 0) + number
        save(path, stock)
        return stock[article]


def take(path, article, number):
    with locked(path):
        stock = load(path)
        if stock.get(article, 0) < number:
            return False
        stock[article] -= number
        save(path, stock)
        return True


def exchange(path, returned, wanted):
    with locked(path):
        stock = load(path)
        if stock.get(wanted, 0) < 1:
            return False
        stock[wanted] -= 1
        stock[returned] = stock.get(returned, 0) + 1
        save(path, stock)
        return True


def in_stock(path, article):
    return load(path).get(article, 0)
