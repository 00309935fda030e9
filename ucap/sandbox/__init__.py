"""Apart: a document that hangs or crashes its reader costs nothing but itself."""

from ucap.sandbox.processes import SECONDS, Processes, Refused

__all__ = ["SECONDS", "Processes", "Refused"]
