q = queue.Queue()
def work():
    try:
        while True:
            print(q.get())
    except queue.ShutDown:
        print("shut")
t = threading.Thread(target=work)
t.start()
q.put(1)
q.shutdown()
try:
    q.put(2)
except queue.ShutDown:
    print("too late")
t.join()
