"""Calls pay.handler twice, with stand-ins for what it uses."""
import os
import sys
from types import SimpleNamespace as Stub

items = {}


class Table:
    def __init__(self, name):
        pass

    def get_item(self, Key, ConsistentRead):
        found = items.get(Key["id"])
        return {"Item": found} if found else {}

    def put_item(self, Item, ConditionExpression=None):
        if ConditionExpression and Item["id"] in items:
            raise RuntimeError("ConditionalCheckFailed")
        items[Item["id"]] = Item

    def delete_item(self, Key):
        del items[Key["id"]]


class Closed(Exception):
    pass


lines = iter(["slow", "written"])


def write(line):
    how = next(lines)
    print("log:", line, how)
    if how == "slow":
        raise TimeoutError


def charge(order, price):
    print("charged", order, price)


fake = Stub(resource=lambda _: Stub(Table=Table))
sys.modules["boto3"] = fake
sys.modules["shop"] = Stub(
    bank=Stub(charge=charge, Closed=Closed),
    log=Stub(write=write),
)
os.environ["TABLE"] = "payments"

from pay import handler  # noqa: E402

for attempt in (1, 2):
    print("attempt", attempt)
    try:
        handler({"id": "order 7", "price": 4}, None)
    except TimeoutError:
        print("failed, will be tried again")
