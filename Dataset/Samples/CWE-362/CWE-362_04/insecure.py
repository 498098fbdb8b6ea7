import json
import os


def load(path):
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def save(path, stock):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(stock, file)


def bring(path, article, number):
    stock = load(path)
    stock[article] = stock.get(article, 0) + number
    save(path, stock)
    return stock[article]


def take(path, article, number):
    stock = load(path)
    if stock.get(article, 0) < number:
        return False
    stock[article] -= number
    save(path, stock)
    return True


def exchange(path, returned, wanted):
    stock = load(path)
    if stock.get(wanted, 0) < 1:
        return False
    stock[wanted] -= 1
    stock[returned] = stock.get(returned, 0) + 1
    save(path, stock)
    return True


def in_stock(path, article):
    return load(path).get(article, 0)
