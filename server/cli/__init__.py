"""The command line: a door. Parse in, call review, print out; no judgement.

commands  what can be asked        outgoing  what is written besides the redline
options   what can be said with it asking    the flow's request made of it
tables, outline, showing           how an answer reads
files     whole files in and out
run       one line and an exit code for every failure
"""

from server.cli.run import main

__all__ = ["main"]
