q = queue.SimpleQueue()
def put(n):
    q.put(n)
    q.put(n + 1)
ts = [threading.Thread(target=put, args=(n,)) for n in (1, 10)]
for t in ts:
    t.start()
try:
    print(q.get_nowait())
except queue.Empty:
    print("empty")
print(q.get(), q.qsize())
for t in ts:
    t.join()
