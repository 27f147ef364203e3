"""The widgets: they know the protocol and nothing of the engine."""
