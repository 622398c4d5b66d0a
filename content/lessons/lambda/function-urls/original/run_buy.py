"""Calls buy.handler from threads, with stand-ins."""
import os
import sys
import threading
from types import SimpleNamespace as Stub

items = {}
asked = threading.Event()
answers = threading.Event()


class Taken(Exception):
    pass


class Refused(Exception):
    pass


class Table:
    errors = Stub(ConditionalCheckFailedException=Taken)
    meta = Stub(client=Stub(exceptions=errors))

    def __init__(self, name):
        pass

    def put_item(self, Item, ConditionExpression=None, **_):
        if ConditionExpression and Item["key"] in items:
            raise Taken
        items[Item["key"]] = Item

    def get_item(self, Key, ConsistentRead):
        found = items.get(Key["key"])
        return {"Item": found} if found else {}

    def delete_item(self, Key):
        del items[Key["key"]]


def order(item, key):
    print("supplier is asked for", item)
    if item == "jam":
        raise Refused
    asked.set()
    answers.wait()
    return f"{item} #1"


fake = Stub(resource=lambda _: Stub(Table=Table))
sys.modules["boto3"] = fake
sys.modules["supplier"] = Stub(order=order, Refused=Refused)
os.environ["NOTES"] = "notes"

from buy import handler  # noqa: E402


def post(name, item, key):
    headers = {"idempotency-key": key}
    event = {"headers": headers, "body": item}
    print(f"{name}:", handler(event, None))


first = ("first", "tea", "ada-1")
thread = threading.Thread(target=post, args=first)
thread.start()
asked.wait()
post("second, meanwhile", "tea", "ada-1")
answers.set()
thread.join()
post("third, afterwards", "tea", "ada-1")
post("another", "jam", "bo-1")
post("another, again", "jam", "bo-1")
