"""The tensor cache: keys from what goes into a model, files that survive everything."""
