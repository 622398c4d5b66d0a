import csv
import io
import threading
import time
from concurrent.futures import ThreadPoolExecutor

TEXT = 'ann,"one\ntwo"\r\nbob,three\r\n'

print("rows:", list(csv.reader(io.StringIO(TEXT, newline=""))))
print("lines:", TEXT.splitlines())


class Gauge:
    """How many rows are read and not done, at most."""

    def __init__(self):
        self.lock, self.now, self.most = threading.Lock(), 0, 0

    def move(self, by):
        with self.lock:
            self.now += by
            self.most = max(self.most, self.now)

    def read(self, n):
        for row in range(n):
            self.move(+1)
            yield row

    def handle(self, row):
        time.sleep(0.001)
        self.move(-1)
        return row


def few_at_a_time(pool, handle, rows, few):
    room = threading.Semaphore(few)

    def handle_and_leave(row):
        try:
            return handle(row)
        finally:
            room.release()

    futures = []
    room.acquire()
    for row in rows:
        futures.append(pool.submit(handle_and_leave, row))
        room.acquire()
    return [future.result() for future in futures]


with ThreadPoolExecutor(4) as pool:
    gauge = Gauge()
    list(pool.map(gauge.handle, gauge.read(1000)))
    print("map, nearly all at once:", gauge.most > 500)
    gauge = Gauge()
    rows = gauge.read(1000)
    results = few_at_a_time(pool, gauge.handle, rows, 8)
    got = len(results)
    print("with a window of 8:", gauge.most, "and", got, "rows")
