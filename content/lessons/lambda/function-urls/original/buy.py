import os

import boto3

import supplier

notes = boto3.resource("dynamodb").Table(os.environ["NOTES"])
errors = notes.meta.client.exceptions
Taken = errors.ConditionalCheckFailedException


def handler(event, context):
    key = event["headers"].get("idempotency-key")
    if key is None:
        return {"statusCode": 400}
    note = {"key": key}
    try:
        notes.put_item(
            Item=note,
            ConditionExpression="attribute_not_exists(#key)",
            ExpressionAttributeNames={"#key": "key"},
        )
    except Taken:
        found = notes.get_item(Key=note, ConsistentRead=True)
        number = found.get("Item", {}).get("number")
        if number is None:
            return {"statusCode": 409}
        return {"statusCode": 201, "body": number}
    try:
        number = supplier.order(event["body"], key)
    except supplier.Refused:
        notes.delete_item(Key=note)
        return {"statusCode": 503}
    notes.put_item(Item=note | {"number": number})
    return {"statusCode": 201, "body": number}
