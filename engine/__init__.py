"""The engine: turns a frozen piece of song into sound. Knows no window and no document."""
