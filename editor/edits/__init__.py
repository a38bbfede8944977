"""Every way to change a song: pure functions from a song to an `Edit`."""
