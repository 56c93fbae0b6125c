"""A progress bar for commands, in plain text."""

from __future__ import annotations

from typing import TextIO

WIDTH = 30


class ProgressBar:
    """Redraws one line on a terminal; elsewhere writes a line for each tenth, so that a log stays readable."""

    def __init__(self, total: int, stream: TextIO) -> None:
        self.total = total
        self.stream = stream
        self.done = 0
        self.is_terminal = stream.isatty()

    def advance(self) -> None:
        tenth = self.done * 10 // self.total
        self.done += 1
        if self.is_terminal:
            self._write("\r")
        elif self.done * 10 // self.total > tenth:
            self._write("")

    def close(self) -> None:
        if self.is_terminal and self.done:
            self.stream.write("\n")

    def _write(self, start: str) -> None:
        filled = self.done * WIDTH // self.total
        bar = "█" * filled + "·" * (WIDTH - filled)
        self.stream.write(f"{start}{bar} {self.done} / {self.total}" + ("" if start else "\n"))
        self.stream.flush()
