"""How a song is seen: pixels live here and nowhere else."""
