"""E-mails that tell people what waits for them: recorded with the act, sent in the background."""
