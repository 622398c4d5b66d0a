import logging
class Show(logging.Handler):
    def emit(self, record):
        print(record.getMessage() + ", ValueError: no")
logger = logging.getLogger("concurrent.futures")
logger.handlers = [Show()]
logger.propagate = False
def fail():
    raise ValueError("no")
pool = futures.ThreadPoolExecutor(1, initializer=fail)
for _ in range(2):
    try:
        f = pool.submit(int)
        print("submitted")
        f.result()
    except futures.thread.BrokenThreadPool:
        print("broken")
pool.shutdown()
