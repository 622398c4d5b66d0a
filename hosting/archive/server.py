"""The same for a machine that has Python 3 and no Node: python3 server.py [port] [--class]."""

import functools
import http.server
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        # Windows may have other opinions in its registry, with which no script of a page runs.
        '.js': 'text/javascript',
        '.mjs': 'text/javascript',
        '.css': 'text/css',
        '.html': 'text/html; charset=utf-8',
        '.json': 'application/json',
        '.svg': 'image/svg+xml',
        '.wasm': 'application/wasm',
        '.woff2': 'font/woff2',
    }

    def end_headers(self):
        path = self.path.split('?')[0]
        if path.startswith('/lab/'):
            self.send_header('Cross-Origin-Opener-Policy', 'same-origin')
        if path.startswith('/lab/') or path.endswith('.js'):
            self.send_header('Cross-Origin-Embedder-Policy', 'require-corp')
            self.send_header('Cross-Origin-Resource-Policy', 'cross-origin')
        self.send_header('Cache-Control', 'no-cache')
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def log_message(self, format, *args):
        pass


port = next((int(each) for each in sys.argv[1:] if each.isdigit()), 4321)
host = '0.0.0.0' if '--class' in sys.argv else '127.0.0.1'
handler = functools.partial(Handler, directory=os.path.join(HERE, 'course'))
with http.server.ThreadingHTTPServer((host, port), handler) as server:
    print(f'The course is at http://localhost:{port}/\nCtrl+C ends it.', flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
