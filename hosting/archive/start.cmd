@echo off
rem Starts the course on this machine, with Node or with Python, whichever runs: a name alone may be the shop's.
cd /d "%~dp0"
node --version >nul 2>nul && goto node
py -3 --version >nul 2>nul && goto py
python -c "import http.server" >nul 2>nul && goto python
echo Neither Node nor Python 3 is here. Install one of them, or copy the folder "course" to any web server.
pause
goto :eof
:node
node server.mjs %* || pause
goto :eof
:py
py -3 server.py %* || pause
goto :eof
:python
python server.py %* || pause
