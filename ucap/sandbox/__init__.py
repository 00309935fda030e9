"""The sandbox: a document that hangs, crashes or fills its reader costs nothing but itself."""

from ucap.sandbox.processes import MEMORY_BYTES, SECONDS, Processes, Refused, serve

__all__ = ["MEMORY_BYTES", "SECONDS", "Processes", "Refused", "serve"]
