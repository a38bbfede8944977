"""What mouse and keys do to the song: gestures are values, one object drives them."""
