"""Following the twinning by e-mail: who asked for it and said so twice, and which pages were told to whom."""
