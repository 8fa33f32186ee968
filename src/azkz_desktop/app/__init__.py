"""The main window, the table of actions, settings and the command line."""
