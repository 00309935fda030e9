"""The command line: one module for each command, listed in `ucap.cli.main`."""
