"""The command line: everything here talks to terminals and files, nothing else does."""
