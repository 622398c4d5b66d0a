@echo off
rem Starts the course on this machine, with Node or with Python, whichever there is.
cd /d "%~dp0"
where node >nul 2>nul && (node server.mjs %* & goto :eof)
where py >nul 2>nul && (py -3 server.py %* & goto :eof)
where python >nul 2>nul && (python server.py %* & goto :eof)
echo Neither Node nor Python 3 is here. Install one of them, or copy the folder "course" to any web server.
pause
