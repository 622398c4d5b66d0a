items = []
filled = threading.Condition()
def consume(name):
    with filled:
        if not items:
            filled.wait()
        print(name, items.pop() if items else "IndexError")
def produce():
    with filled:
        items.append("item")
        filled.notify_all()
ts = [threading.Thread(target=consume, args=("a",)), threading.Thread(target=consume, args=("b",)), threading.Thread(target=produce)]
for t in ts: t.start()
for t in ts: t.join()
