"""The web page of Dalel: for people with a browser on this machine."""
