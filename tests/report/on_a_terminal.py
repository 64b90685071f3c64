"""Runs a command on a terminal of its own and prints, as JSON, what the terminal was told and how the command ended.

`on_a_terminal.py PID INTERRUPT COMMAND...`: the process PID, or the command itself when it is 0, gets a tenth of the time, so that short
work takes long; with INTERRUPT 1 somebody presses Ctrl-C as soon as some of the work is done.
"""
import json
import os
import pty
import re
import signal
import sys
import threading

slowed, interrupts, command = int(sys.argv[1]), sys.argv[2] == "1", sys.argv[3:]
child, terminal = pty.fork()
if child == 0:
    os.execvp(command[0], command)
slowed = slowed or child
ended = threading.Event()


def slow_down():
    try:
        while not ended.is_set():
            os.kill(slowed, signal.SIGSTOP)
            ended.wait(0.09)
            os.kill(slowed, signal.SIGCONT)
            ended.wait(0.01)
    except ProcessLookupError:
        pass


slowing = threading.Thread(target=slow_down)
slowing.start()
shown = b""
try:
    while part := os.read(terminal, 4096):
        shown += part
        if interrupts and re.search(rb"[1-9]\d? %", shown):
            interrupts = False
            os.write(terminal, b"\x03")
except OSError:
    pass  # the other end is closed
ended.set()
slowing.join()
_, status = os.waitpid(child, 0)
print(json.dumps({"shown": shown.decode(), "exit": os.waitstatus_to_exitcode(status)}))
