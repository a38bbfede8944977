"""Voicebank folders: what they hold, read without opening a model."""
