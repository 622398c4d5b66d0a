import os
import signal
import socket
import socketserver
import threading
import time


class Greet(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.sendall(b"hello\n")
        self.request.recv(1)  # until the other side is done
        print("a handler has ended")


def ctrl_c(*_):
    print("handler runs in the main thread:",
          threading.current_thread() is threading.main_thread())
    interrupted.set()


def elsewhere():
    try:
        signal.signal(signal.SIGTERM, ctrl_c)
    except ValueError as error:
        print("in another thread: ValueError:", error)


interrupted = threading.Event()
signal.signal(signal.SIGINT, ctrl_c)
other = threading.Thread(target=elsewhere)
other.start()
other.join()

anywhere = ("127.0.0.1", 0)
server = socketserver.ThreadingTCPServer(anywhere, Greet)
print("daemon threads:", server.daemon_threads,
      "/ waits for them:", server.block_on_close,
      "/ backlog:", server.request_queue_size)

loop = threading.Thread(target=server.serve_forever)
loop.start()
client = socket.create_connection(server.server_address)
client.recv(6)
ctrl_c = (os.getpid(), signal.SIGINT)
threading.Timer(0.1, os.kill, ctrl_c).start()

interrupted.wait()
server.shutdown()
loop.join()
print("the loop has ended; handlers left:",
      threading.active_count() - 1)
threading.Timer(0.2, client.close).start()
server.server_close()
print("closed; all have ended")
