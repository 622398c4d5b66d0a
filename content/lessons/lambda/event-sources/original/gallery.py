import os
from urllib.parse import unquote_plus

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
errors = table.meta.client.exceptions
Older = errors.ConditionalCheckFailedException


def handler(event, context):
    for record in event["Records"]:
        photo = record["s3"]["object"]
        key = unquote_plus(photo["key"])
        # Sequencers differ in length: compared from the left.
        seq = photo["sequencer"].ljust(32, "0")
        is_put = record["eventName"].startswith("ObjectCreated")
        row = {"key": key, "shown": is_put, "seq": seq}
        if is_put:
            row["size"] = photo["size"]
        try:
            table.put_item(
                Item=row,
                ConditionExpression=(
                    "attribute_not_exists(seq) OR seq < :seq"
                ),
                ExpressionAttributeValues={":seq": seq},
            )
            print(record["eventName"], key)
        except Older:
            print(record["eventName"], key, "comes too late")
