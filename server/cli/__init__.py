"""The command line: a door. Parse in, call review, print out; no judgement.

commands  what can be asked        options  what can be said with it
tables    how an answer reads      files    whole files in and out
run       one line and an exit code for every failure
"""

from server.cli.run import main

__all__ = ["main"]
