"""The preferences: pages made from the typed settings, and what belongs beside them."""
