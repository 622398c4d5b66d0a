"""Calls order.order with a stand-in for boto3's client."""
import sys
import time
from types import SimpleNamespace as Stub


class Busy(Exception):
    response = {"Reason": "ConcurrentInvocationLimitExceeded"}


busy = Stub(TooManyRequestsException=Busy)
answers = []


def invoke(**_):
    answer = answers.pop(0)
    if answer is Busy:
        raise Busy
    return answer


client = Stub(invoke=invoke, exceptions=busy)
sys.modules["boto3"] = Stub(client=lambda *_, **__: client)
sys.modules["botocore"] = Stub()
sys.modules["botocore.config"] = Stub(Config=lambda **_: None)
time.sleep = lambda seconds: None

from order import order  # noqa: E402

for answers[:] in (
    [Busy, Busy, {"StatusCode": 200}],
    [{"StatusCode": 200, "FunctionError": "Unhandled"}],
    [Busy] * 5,
):
    print(order("order 7"))
