lock = threading.Lock()
lock.acquire()
def work():
    print(lock.acquire(timeout=0.002))
t = threading.Thread(target=work)
t.start()
lock.release()
t.join()
