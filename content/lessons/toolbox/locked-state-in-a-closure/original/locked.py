from contextlib import contextmanager
from threading import Lock


class Locked:
    def __init__(self, value):
        self._lock = Lock()
        self._value = value

    @contextmanager
    def locked(self):
        with self._lock:
            yield self._value


shelf = Locked({"cups": 5})
with shelf.locked() as stock:
    stock["cups"] -= 1

stock["cups"] -= 1  # no lock, and no complaint
print(stock)

try:
    with shelf.locked() as stock:
        raise RuntimeError("dropped one")
except RuntimeError:
    print("free again:", not shelf._lock.locked())
