"""The command line: parse, call, print. The one room that knows Typer, Rich and exit codes."""
