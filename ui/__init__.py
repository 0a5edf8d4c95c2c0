"""People and scripts: command line, web page, wiring. The only layer that prints or reads settings."""
