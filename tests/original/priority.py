q = queue.PriorityQueue()
def producer():
    q.put((2, "b"))
    q.put((1, "a"))
t = threading.Thread(target=producer)
t.start()
print(q.get()[1], q.get()[1])
t.join()
