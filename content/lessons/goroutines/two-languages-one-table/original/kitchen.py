import queue
import threading

served = queue.SimpleQueue()


def bake_cake():
    raise ValueError("no flour")


def make_tea():
    served.put("tea")


threading.Thread(target=bake_cake).start()
threading.Thread(target=make_tea).start()
print(served.get(), "is served")
print("closing time")
