q = queue.LifoQueue(2)
def put():
    for n in (1, 2, 3):
        q.put(n)
t = threading.Thread(target=put)
t.start()
print(*[q.get() for _ in range(3)])
t.join()
