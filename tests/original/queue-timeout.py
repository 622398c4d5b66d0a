q = queue.Queue(1)
def producer():
    try:
        q.put(1)
        q.put(2, timeout=0.002)
        print("put both")
    except queue.Full:
        print("full")
t = threading.Thread(target=producer)
t.start()
try:
    print(q.get(timeout=0.002))
except queue.Empty:
    print("empty")
t.join()
print(q.qsize())
