"""Calls gallery.handler with two events, the later first."""
import os
import sys
from types import SimpleNamespace as Stub

rows = {}


class Older(Exception):
    pass


def put_item(Item, ExpressionAttributeValues, **_):
    row = rows.get(Item["key"])
    if row and row["seq"] >= ExpressionAttributeValues[":seq"]:
        raise Older
    rows[Item["key"]] = Item


errors = Stub(ConditionalCheckFailedException=Older)
meta = Stub(client=Stub(exceptions=errors))
table = Stub(put_item=put_item, meta=meta)
fake = Stub(resource=lambda _: Stub(Table=lambda name: table))
sys.modules["boto3"] = fake
os.environ["TABLE"] = "gallery"

from gallery import handler  # noqa: E402


def tell(name, seq, **more):
    photo = {"key": "my+cat.jpg", "sequencer": seq, **more}
    record = {"eventName": name, "s3": {"object": photo}}
    handler({"Records": [record]}, None)


tell("ObjectRemoved:Delete", "0055AED6DCD90281E5")
tell("ObjectCreated:Put", "0055AED6DCD902", size=7)
print("shown:", rows["my cat.jpg"]["shown"])
