"""What is painted over one another, one graphics item each."""
