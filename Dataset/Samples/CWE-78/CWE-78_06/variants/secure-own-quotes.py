import os


class NightBatch:
    def __init__(self):
        self.orders = []

    def add(self, customer, picture, size, copies):
        if any("\0" in one or "\n" in one for one in (customer, picture, size, copies)):
            raise ValueError("every text of an order is one line")
        self.orders.append((customer, size, copies, picture))

    def save(self, path):
        text = "#!/bin/sh\n"
        for customer, *texts in self.orders:
            size, copies, picture = ("'" + one.replace("'", "'\\''") + "'" for one in texts)
            text += f"# {customer}\nphotoprint --size {size} --copies {copies} {picture}\n"
        with open(path, "wb") as file:
            file.write(text.encode())


def run_batch(path):
    return os.spawnl(os.P_WAIT, "/bin/sh", "sh", path) == 0
